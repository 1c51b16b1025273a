"""HTML to a PDF that everybody can read: tagged, PDF/UA-1."""

import gc

from django.conf import settings


class PdfUnavailable(Exception):
    """A library of the system is missing; the text says which, for a beheerder."""


def write_pdf(html: str, css: str) -> bytes:
    """HTML to a tagged PDF/UA-1; nothing is fetched from anywhere. Errors: `PdfUnavailable` without Pango."""
    try:
        import weasyprint
    except OSError as error:
        raise PdfUnavailable(
            "PDF maken lukt niet: installeer Pango (apt install libpango-1.0-0 libpangoft2-1.0-0)."
        ) from error
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=html, base_url=settings.ELOKET_BASIS_URL, url_fetcher=nothing)
    pdf: bytes = document.write_pdf(
        stylesheets=[weasyprint.CSS(string=css)], pdf_variant="pdf/ua-1", pdf_tags=True
    )
    del document, nothing
    _give_back()
    return pdf


def _give_back() -> None:
    """A PDF leaves a megabyte of objects in circles, which Python by itself looks for much later.

    What a process has loaded is looked through once; after that a look costs a hundredth of a second.
    """
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
