"""HTML to a PDF that everybody can read: tagged, PDF/UA-1; and one that can be kept as well, PDF/A-3a."""

import gc
import io
import threading
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

# What PDF/A asks of a property that its own standard does not know: where it comes from and what it means.
PDFUA_IN_XMP = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


_draad = threading.local()


class PdfUnavailable(Exception):
    """A library of the system is missing; the text says which, for a beheerder."""


@dataclass(frozen=True, slots=True)
class Pdfbijlage:
    """Data that travels inside a PDF, of which the PDF is the readable form."""

    naam: str
    inhoud: str
    omschrijving: str


def write_pdf(html: str, css: str) -> bytes:
    """HTML to a tagged PDF/UA-1; nothing is fetched from anywhere. Errors: `PdfUnavailable` without Pango."""
    return _render(html, css, variant="pdf/ua-1", bijlagen=())


def write_archief_pdf(html: str, css: str, *, bijlagen: Sequence[Pdfbijlage] = ()) -> bytes:
    """HTML to one file that is both PDF/A-3a and PDF/UA-1, with `bijlagen` inside. Errors: as `write_pdf`.

    Pictures come with the HTML, as data: addresses.
    """
    with warnings.catch_warnings():
        # WeasyPrint leaves closing its colour profile to Python, which does so at once, with a warning.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = _render(html, css, variant="pdf/a-3a", bijlagen=bijlagen)
    return _tell_pdfua(pdf)


def _render(html: str, css: str, *, variant: str, bijlagen: Sequence[Pdfbijlage]) -> bytes:
    weasyprint = _load()
    inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))  # fetches nothing from anywhere
    document = weasyprint.HTML(string=html, base_url=settings.ELOKET_BASIS_URL, url_fetcher=inside)
    pdf: bytes = document.write_pdf(
        stylesheets=[weasyprint.CSS(string=css)],
        attachments=[
            weasyprint.Attachment(
                string=each.inhoud, name=each.naam, description=each.omschrijving, relationship="Data"
            )
            for each in bijlagen
        ],
        font_config=_get_fonts(weasyprint),
        pdf_variant=variant,
        pdf_tags=True,
    )
    del document, inside
    _give_back()
    return pdf


def _get_fonts(weasyprint: Any) -> Any:
    """The fonts of the machine, read once in each thread: each reading leaves 0.2 MB behind for good."""
    if not hasattr(_draad, "fonts"):
        _draad.fonts = weasyprint.text.fonts.FontConfiguration()
    return _draad.fonts


def _load() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise PdfUnavailable(
            "PDF maken lukt niet: installeer Pango (apt install libpango-1.0-0 libpangoft2-1.0-0)."
        ) from error
    return weasyprint


def _tell_pdfua(pdf: bytes) -> bytes:
    """The same, with PDF/UA in its metadata beside PDF/A; WeasyPrint writes one of the two.

    The metadata goes back uncompressed: PDF/A asks that, so that a reader of plain bytes finds it.
    """
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        before, closing, after = opened.Root.Metadata.read_bytes().decode().rpartition("</rdf:RDF>")
        told = pikepdf.Stream(opened, f"{before}{PDFUA_IN_XMP}{closing}{after}".encode())
        told.Type, told.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        opened.Root.Metadata = opened.make_indirect(told)
        _open_ambiguous(opened)
        opened.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _open_ambiguous(opened: Any) -> None:
    """Write anew, uncompressed, what happens to end with a carriage return, about one stream in 256.

    With the line feed behind it that reads as one end of line, and then the length is wrong by one.
    """
    import pikepdf

    for each in opened.objects:
        if isinstance(each, pikepdf.Stream) and each.read_raw_bytes().endswith(b"\r"):
            each.write(each.read_bytes())


def _give_back() -> None:
    """A PDF leaves a megabyte of objects in circles, which Python by itself looks for much later.

    What a process has loaded is looked through once; after that a look costs a hundredth of a second.
    """
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
