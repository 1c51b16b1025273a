"""Reads one strange file and writes it anew: a program of its own, run as `python -I herlezer.py SOORT`.

The file comes in at stdin (a real file, not a pipe) and goes out at stdout. What it is written anew from is
what a reader of pictures or PDFs saw, and nothing else: metadata, a second file behind the first, scripts
and attachments do not come along. It runs apart, with limits on memory, time and disk and without our
settings, so that a file which breaks a parser breaks nothing of ours. It imports nothing of eloket.

The exit status says what is wrong; `herlezen.py` says it to people.
"""

import io
import resource
import sys
from collections.abc import Callable
from typing import Any

GOED, BESCHADIGD, TE_VEEL_BEELD, WACHTWOORD, MAP, TE_ZWAAR = 0, 10, 11, 12, 13, 14

MEMORY = 1536 * 1024 * 1024
SECONDS = 30
OUTPUT = 256 * 1024 * 1024
MAX_PIXELS = 64_000_000  # a photo of 8,000 x 8,000: more than a telephone makes, 200 MB when it is opened
MAX_DEPTH = 40  # direct PDF objects in each other


class Stop(Exception):
    """The file is refused. `status`: one of the above."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def main(soort: str) -> int:
    _limit()
    rewrite: Callable[[Any, Any], None] = rewrite_pdf if soort == "pdf" else rewrite_beeld
    out = io.FileIO(1, "wb", closefd=False)
    try:
        rewrite(sys.stdin.buffer, out)
    except Stop as stop:
        return stop.status
    except MemoryError:
        return TE_ZWAAR
    except Exception:  # whatever a parser makes of a broken file; the text may hold what stands in it
        return BESCHADIGD
    return GOED


def _limit() -> None:
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),  # a core dump holds what stands in the file
    ):
        resource.setrlimit(what, (limit, limit))


# --- Pictures -----


def rewrite_beeld(source: Any, out: Any) -> None:
    """The first picture, upright, in plain colours; PNG when it was that or is transparent, else JPEG."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # told by ourselves, in words of our own
    beeld = _open_beeld(source)
    if beeld.width * beeld.height > MAX_PIXELS:  # told by its head: nothing was unpacked yet
        raise Stop(TE_VEEL_BEELD)
    was_png = beeld.format == "PNG"
    beeld.load()
    clean = _to_plain_colours(ImageOps.exif_transpose(beeld))
    clean.info = {}  # GPS, camera, comments, colour profile
    if was_png or clean.mode in ("RGBA", "LA"):
        clean.save(out, "PNG", optimize=False, compress_level=6)
    else:
        clean.save(out, "JPEG", quality=90)


def _open_beeld(source: Any) -> Any:
    from PIL import Image

    if source.read(12)[4:8] == b"ftyp":
        import pillow_heif

        pillow_heif.register_heif_opener()
    source.seek(0)
    return Image.open(source, formats=["JPEG", "PNG", "WEBP", "HEIF"])


def _to_plain_colours(beeld: Any) -> Any:
    """sRGB (or grey) with 8 bits a colour: what every reader shows alike without a profile."""
    profile = beeld.info.get("icc_profile")
    if profile and beeld.mode in ("RGB", "CMYK"):
        beeld = _apply_profile(beeld, profile)
    if beeld.mode in ("RGB", "RGBA", "L", "LA", "1"):
        return beeld
    if beeld.mode == "PA" or "transparency" in beeld.info:
        return beeld.convert("RGBA")
    if beeld.mode.startswith("I"):  # 16 bits of grey, from a scanner
        return beeld.point(lambda value: value / 256).convert("L")
    return beeld.convert("RGB")


def _apply_profile(beeld: Any, profile: bytes) -> Any:
    from PIL import ImageCms

    try:
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(beeld, io.BytesIO(profile), srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return beeld  # a broken profile is no reason to refuse a photo


# --- PDF -----

# Actions that run something, fetch something or open another file; a link to an address may stay.
ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Rendition",
    "/RichMediaExecute",
    "/Movie",
    "/Sound",
    "/GoTo3DView",
}
# Annotations that carry a file, a film or a program, and where they keep it.
ANNOTATIONS = {"/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"}
CARGO = ("/FS", "/RichMediaContent", "/RichMediaSettings", "/3DD", "/Movie", "/Sound", "/A", "/AA")


def rewrite_pdf(source: Any, out: Any) -> None:
    """The same pages without anything that acts or carries another file, written from their objects."""
    import pikepdf

    try:
        pdf = pikepdf.open(source)
    except pikepdf.PasswordError:
        raise Stop(WACHTWOORD) from None
    with pdf:
        if "/Collection" in pdf.Root:  # a parcel of files: throwing them away would lose what was sent
            raise Stop(MAP)
        if len(pdf.pages) == 0:
            raise Stop(BESCHADIGD)
        _clean_root(pdf.Root)
        for thing in pdf.objects:
            _clean(thing, MAX_DEPTH, pikepdf)
        pdf.save(out, encryption=False, compress_streams=True, deterministic_id=True)


def _clean_root(root: Any) -> None:
    _drop(root, ("/OpenAction", "/AA", "/AF"))
    if "/Names" in root:
        _drop(root.Names, ("/JavaScript", "/EmbeddedFiles", "/Renditions"))
    if "/AcroForm" in root:
        _drop(root.AcroForm, ("/XFA",))  # a program in XML beside the form


def _clean(thing: Any, depth: int, pikepdf: Any) -> None:
    """Take from this object, and what stands directly in it, what acts. What it points at has a turn too."""
    if depth == 0:
        raise Stop(BESCHADIGD)
    if isinstance(thing, pikepdf.Array):
        inside = list(thing)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        _clean_dictionary(thing, is_stream=isinstance(thing, pikepdf.Stream))
        inside = [thing[key] for key in list(thing.keys()) if key != "/Length"]
    else:
        return
    for item in inside:
        if isinstance(item, pikepdf.Object) and not item.is_indirect:
            _clean(item, depth - 1, pikepdf)


def _clean_dictionary(thing: Any, *, is_stream: bool) -> None:
    if str(thing.get("/S", "")) in ACTIONS:
        _drop(thing, list(thing.keys()))
    if str(thing.get("/Subtype", "")) in ANNOTATIONS:
        _drop(thing, CARGO)
    if "/F" in thing or "/UF" in thing:  # names a file, and may carry it
        _drop(thing, ("/EF", "/RF", "/F", "/FFilter") if is_stream else ("/EF", "/RF"))


def _drop(thing: Any, keys: Any) -> None:
    for key in keys:
        if key in thing:
            del thing[key]


if __name__ == "__main__":
    status = main(sys.argv[1])
    sys.stdout = None
    raise SystemExit(status)
