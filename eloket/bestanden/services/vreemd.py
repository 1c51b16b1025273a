"""A file that another system keeps: what it says of the type and the name is not believed."""

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

from django.http import StreamingHttpResponse

from eloket.bestanden.namen import clean_naam, with_extensie
from eloket.bestanden.services.bewaren import serve_chunks

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
#: What a gemeente sends people, and what such a file is called. Nothing in it runs in a browser.
RUSTIG: dict[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "text/plain": ("txt",),
    "application/msword": ("doc",),
    f"{_OFFICE}.wordprocessingml.document": ("docx",),
    f"{_OFFICE}.spreadsheetml.sheet": ("xlsx",),
    f"{_ODF}.text": ("odt",),
    f"{_ODF}.spreadsheet": ("ods",),
}
ONBEKEND = "application/octet-stream"
#: What a device runs, or a browser opens as a page, when somebody taps on it.
WERKEND = frozenset(
    (
        *("bat", "cmd", "com", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "mhtml", "mjs", "msi"),
        *("ps1", "scr", "shtml", "svg", "swf", "url", "vbe", "vbs", "wsf", "xht", "xhtml", "xml"),
    )
)


def serve_foreign(
    chunks: Iterator[bytes], *, naam: str, mimetype: str, grootte: int
) -> StreamingHttpResponse:
    """As `serve_chunks`, with a name that tells the truth and a type that no browser runs.

    The first piece is read before the answer begins, so that a system that is away is told as such: what
    `chunks` raises then, this raises.
    """
    first = next(chunks, b"")
    kind = mimetype.partition(";")[0].strip().lower()
    known = RUSTIG.get(kind)
    safe = with_extensie(naam, known, drop=()) if known else _disarm(clean_naam(naam))
    return serve_chunks(
        chain((first,), chunks), naam=safe, mimetype=kind if known else ONBEKEND, grootte=grootte
    )


def _disarm(naam: str) -> str:
    suffix = PurePosixPath(naam).suffix[1:].lower()
    return f"{naam}.txt" if suffix in WERKEND else naam
