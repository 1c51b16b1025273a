"""Which kinds of file a gemeente takes, told apart by their first bytes and by nothing else.

PDF, JPEG and PNG: what every register and archive can read for years. WebP and HEIC: what telephones make;
they are kept as JPEG or PNG. No GIF, TIFF, SVG or text (nobody needs them to prove something), and no Word,
ZIP or other parcel: what is inside cannot be read again safely, and a PDF of it says the same.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

HEAD = 64  # bytes that tell the kind


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of file. `extensies`: the first is the one we write; `naam`: what people call it."""

    code: str
    mimetype: str
    extensies: tuple[str, ...]
    naam: Any
    bewaard_als: str = ""  # the code of the kind that it is kept as, when that is another


SOORTEN = {
    soort.code: soort
    for soort in (
        Soort("pdf", "application/pdf", ("pdf",), _("pdf")),
        Soort("jpeg", "image/jpeg", ("jpg", "jpeg"), _("jpg")),
        Soort("png", "image/png", ("png",), _("png")),
        Soort("webp", "image/webp", ("webp",), _("webp"), "jpeg"),
        Soort("heic", "image/heic", ("heic", "heif"), _("heic"), "jpeg"),
    )
}
BEELD = ("jpeg", "png", "webp", "heic")
HEIC_MERKEN = (b"heic", b"heix", b"heim", b"heis", b"mif1")


def find_soort(head: bytes) -> Soort | None:
    """The kind that begins with these bytes; None for every other. Nothing may stand before a beginning."""
    if head.startswith(b"%PDF-"):
        return SOORTEN["pdf"]
    if head.startswith(b"\xff\xd8\xff"):
        return SOORTEN["jpeg"]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return SOORTEN["png"]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return SOORTEN["webp"]
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_MERKEN:
        return SOORTEN["heic"]
    return None
