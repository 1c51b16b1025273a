"""Files that people send, and files that nobody should: made here, so that each can be read how."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from django.core.files.base import ContentFile
from PIL import Image

from tests.components import EICAR

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>'
HTML = b"<!doctype html><html><script>alert(document.cookie)</script></html>"
GIF_JS = b"GIF89a/*\x00\x00\x00\x00\x00*/=1;alert(document.cookie);//"
ZIP = b"PK\x03\x04" + b"\x00" * 26


def upload(content: bytes, naam: str = "bestand.pdf") -> "ContentFile[bytes]":
    """What a browser sent, under the name that it gave."""
    return ContentFile(content, name=naam)


def photo(*, soort: str = "JPEG", size: tuple[int, int] = (60, 40), **extra: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (200, 60, 20)).save(out, soort, **extra)
    return out.getvalue()


def photo_of_home(*, orientation: int = 6) -> bytes:
    """On its side, and it tells where Noor lives."""
    beeld = Image.new("RGB", (60, 40), (200, 60, 20))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "Noors huis"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 23.0)
    out = BytesIO()
    beeld.save(out, "JPEG", exif=exif, comment=b"thuis bij Noor")
    return out.getvalue()


def huge_png(width: int = 30_000, height: int = 30_000) -> bytes:
    """A head that promises this size; a few bytes that unpack to much more."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 10_000_000, 9)
    parts = [_part(b"IHDR", head), _part(b"IDAT", body), _part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def pdf(change: Any = None, **save: Any) -> bytes:
    """One empty page; `change` gets the document before it is written."""
    document = pikepdf.new()
    document.add_blank_page()
    if change:
        change(document)
    out = BytesIO()
    document.save(out, **save)
    return out.getvalue()


def _action(**keys: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(**keys)


def arm(document: pikepdf.Pdf) -> None:
    """Everything in a PDF that acts or carries, in the places where it can stand."""
    script = _action(S=pikepdf.Name.JavaScript, JS="app.alert('SCRIPT-1')")
    document.Root.OpenAction = script
    document.Root.AA = pikepdf.Dictionary(WC=_action(S=pikepdf.Name.JavaScript, JS="SCRIPT-2"))
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA="XFA-PROGRAM")
    launch = _action(S=pikepdf.Name.Launch, F="LAUNCH-cmd.exe")
    nested = _action(S=pikepdf.Name.URI, URI="https://rietwaard.example", Next=[launch])
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=document.make_indirect(nested),
    )
    page = document.pages[0].obj
    page.AA = pikepdf.Dictionary(O=_action(S=pikepdf.Name.JavaScript, JS="SCRIPT-3"))
    page.Annots = pikepdf.Array([link])
    document.attachments["geheim.exe"] = b"MZ-ATTACHMENT"


def pdf_with_html() -> bytes:
    """Valid for a reader of PDFs, and a page for who believes a name: script in front, behind and between."""
    return pdf().replace(b"%PDF-1.3\n", b"%PDF-1.3\n%<html><script>alert(1)</script>\n", 1) + HTML


def locked_pdf(*, user: str = "geheim", owner: str = "geheim") -> bytes:
    return pdf(encryption=pikepdf.Encryption(user=user, owner=owner))


def portfolio() -> bytes:
    def make(document: pikepdf.Pdf) -> None:
        document.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
        document.attachments["brief.docx"] = b"PK"

    return pdf(make)


def bomb_pdf() -> bytes:
    """A few hundred bytes whose list of objects unpacks to 200 MB."""
    packed = zlib.compress(b"1 0 " + b" " * 200_000_000, 9)
    for _round in range(2):
        packed = zlib.compress(packed, 9)
    filters = b"[/FlateDecode /FlateDecode /FlateDecode]"
    body = b"<< /Type /ObjStm /N 1 /First 4 /Filter %s /Length %d >>\nstream\n" % (filters, len(packed))
    xref = struct.pack(">BHB", 0, 0, 255) + struct.pack(">BHB", 2, 2, 0) + struct.pack(">BHB", 1, 9, 0)
    head = b"%PDF-1.5\n2 0 obj\n" + body + packed + b"\nendstream\nendobj\n"
    table = b"<< /Type /XRef /Size 3 /W [1 2 1] /Root 1 0 R /Length %d >>\nstream\n" % len(xref)
    return head + b"3 0 obj\n" + table + xref + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def eicar_pdf() -> bytes:
    return pdf() + EICAR
