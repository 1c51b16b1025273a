"""What strangers send: it comes in clean, or it is refused in words that say what to do."""

import errno
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from eloket.bestanden import herlezen
from eloket.bestanden.models import Bestand
from eloket.bestanden.services import (
    Grenzen,
    Reden,
    UploadRefused,
    inspect_upload,
    read_bestand,
    receive_upload,
)
from tests.bestanden.monsters import (
    GIF_JS,
    HTML,
    SVG,
    ZIP,
    arm,
    bomb_pdf,
    huge_png,
    locked_pdf,
    pdf,
    pdf_with_html,
    photo,
    photo_of_home,
    portfolio,
    upload,
)
from tests.components import EICAR

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ALLES = Grenzen()


def receive(content: bytes, naam: str = "bestand.pdf", grenzen: Grenzen = ALLES) -> Any:
    info = receive_upload(upload(content, naam), grenzen=grenzen, now=NOW)
    return info, read_bestand(info.id).inhoud


def refuse(content: bytes, naam: str = "bestand.pdf", grenzen: Grenzen = ALLES) -> UploadRefused:
    with pytest.raises(UploadRefused) as refused:
        inspect_upload(upload(content, naam), grenzen=grenzen)
    return refused.value


# --- Pictures -----


@pytest.mark.kern
@pytest.mark.django_db
def test_noors_photo_comes_in_upright_and_does_not_tell_where_she_lives() -> None:
    info, kept = receive(photo_of_home(), "IMG_2034.JPG")
    beeld = Image.open(BytesIO(kept))
    assert (info.naam, info.mimetype, info.staat) == ("IMG_2034.JPG", "image/jpeg", "schoon")
    assert beeld.size == (40, 60)  # it lay on its side
    assert not beeld.getexif()
    assert b"Noor" not in kept
    assert b"thuis" not in kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("soort", "naam", "becomes", "mimetype"),
    [
        ("PNG", "scherm.png", "scherm.png", "image/png"),
        ("WEBP", "foto.webp", "foto.jpg", "image/jpeg"),
        ("HEIF", "IMG_1.HEIC", "IMG_1.jpg", "image/jpeg"),
        ("JPEG", "foto.pdf", "foto.pdf.jpg", "image/jpeg"),
        ("JPEG", "foto", "foto.jpg", "image/jpeg"),
    ],
)
def test_what_a_telephone_makes_is_kept_as_what_everybody_opens(
    soort: str, naam: str, becomes: str, mimetype: str
) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    info, kept = receive(photo(soort=soort), naam)
    assert (info.naam, info.mimetype) == (becomes, mimetype)
    assert Image.open(BytesIO(kept)).size == (60, 40)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colour_comes_through(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (20, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    _info, kept = receive(out.getvalue(), "beeld.png")
    assert Image.open(BytesIO(kept)).size == (20, 10)


@pytest.mark.django_db
def test_a_second_file_behind_a_photo_does_not_come_along() -> None:
    for content in (photo() + HTML, photo(soort="PNG") + ZIP, photo(comment=b"<script>alert(1)</script>")):
        _info, kept = receive(content)
        assert b"script" not in kept
        assert b"PK" not in kept[-40:]


def test_a_picture_of_30000_by_30000_is_refused_before_it_is_unpacked() -> None:
    refused = refuse(huge_png(), "foto.png")
    assert refused.reden == Reden.TE_VEEL_BEELD
    assert "Maak de foto kleiner" in refused.melding


def test_half_a_photo_is_told() -> None:
    whole = photo(size=(600, 400))
    assert refuse(whole[: len(whole) // 2], "foto.jpg").reden == Reden.BESCHADIGD


# --- PDF -----


@pytest.mark.django_db
def test_what_acts_in_a_pdf_is_gone_and_its_page_is_there() -> None:
    armed = pdf(arm)
    for word in (b"SCRIPT", b"LAUNCH", b"XFA-PROGRAM", b"geheim.exe"):
        assert word in armed
    info, kept = receive(armed, "brief.pdf")
    with pikepdf.open(BytesIO(kept)) as document:
        assert len(document.pages) == 1
        assert not document.attachments
        plain = BytesIO()
        document.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    for word in (b"SCRIPT", b"LAUNCH", b"XFA", b"ATTACHMENT", b"/JavaScript", b"/Launch", b"/OpenAction"):
        assert word not in plain.getvalue(), word
    assert b"https://rietwaard.example" in plain.getvalue()  # a link may stay
    assert info.naam == "brief.pdf"


@pytest.mark.django_db
def test_a_pdf_that_is_a_page_too_is_only_a_pdf_afterwards() -> None:
    _info, kept = receive(pdf_with_html())
    assert b"script" not in kept
    assert kept.rstrip().endswith(b"%%EOF")


def test_a_pdf_with_something_in_front_is_no_pdf() -> None:
    assert refuse(HTML + pdf()).reden == Reden.SOORT


def test_a_pdf_with_a_password_says_so_by_name() -> None:
    refused = refuse(locked_pdf(), "loonstrook.pdf")
    assert refused.reden == Reden.WACHTWOORD
    assert "Op “loonstrook.pdf” staat een wachtwoord" in refused.melding


@pytest.mark.django_db
def test_a_pdf_that_anybody_can_read_may_come_in_though_its_owner_locked_changes() -> None:
    _info, kept = receive(locked_pdf(user=""))
    with pikepdf.open(BytesIO(kept)) as document:
        assert not document.is_encrypted


def test_a_parcel_of_files_in_a_pdf_is_not_thrown_away_silently() -> None:
    assert "Stuur die bestanden los" in refuse(portfolio()).melding


def test_a_broken_pdf_is_told() -> None:
    assert refuse(b"%PDF-1.7\nen dan niets meer").reden == Reden.BESCHADIGD


def test_a_pdf_that_unpacks_to_very_much_is_stopped() -> None:
    assert refuse(bomb_pdf()).reden in (Reden.BESCHADIGD, Reden.TE_ZWAAR)


def test_a_file_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(herlezen, "SECONDS", 0.01)
    assert refuse(pdf()).reden == Reden.TE_ZWAAR


# --- What does not come in at all -----


@pytest.mark.parametrize(
    ("content", "naam"),
    [
        (SVG, "logo.svg"),
        (SVG, "logo.png"),
        (HTML, "brief.pdf"),
        (GIF_JS, "plaatje.gif"),
        (ZIP, "alles.zip"),
        (ZIP, "brief.docx"),
        (b"MZ\x90\x00", "factuur.pdf"),
        (b"#!/bin/sh\nrm -rf /", "foto.jpg"),
        (EICAR, "eicar.pdf"),
        (b"%PDF", "kort.pdf"),
        (b"\x00" * 100, "nullen.pdf"),
        (b"gewone tekst", "brief.txt"),
    ],
)
def test_other_kinds_are_refused_whatever_they_are_called(content: bytes, naam: str) -> None:
    refused = refuse(content, naam)
    assert refused.reden == Reden.SOORT
    assert naam in refused.melding
    assert "pdf, jpg, png, webp of heic" in refused.melding


def test_a_field_for_a_pdf_takes_no_photo() -> None:
    refused = refuse(photo(), "foto.jpg", Grenzen(soorten=("pdf",)))
    assert "Dit kan wel: pdf." in refused.melding


def test_nothing_is_refused_as_empty_and_too_much_as_too_large() -> None:
    assert refuse(b"").reden == Reden.LEEG
    refused = refuse(pdf() + b"\n" * 1024 * 1024, "plan.pdf", Grenzen(max_mb=1))
    assert "“plan.pdf” is te groot. Kies een bestand van hooguit 1 MB." in refused.melding


def test_an_upload_that_never_ends_is_read_no_further_than_the_limit() -> None:
    class Endless(ContentFile[bytes]):
        given = 0

        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            while True:
                self.given += 1
                yield b"%PDF-" + b"x" * 65_531

    endless = Endless(b"", name="a.pdf")
    endless.size = 10  # what the browser promised
    with pytest.raises(UploadRefused):
        inspect_upload(endless, grenzen=Grenzen(max_mb=2))
    assert endless.given == 33


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from([b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]), rest=st.binary())
def test_noise_behind_any_beginning_is_refused_and_breaks_nothing(head: bytes, rest: bytes) -> None:
    assert refuse(head + rest).reden in (Reden.BESCHADIGD, Reden.TE_ZWAAR)


# --- Names -----


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("naam", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\noor\\brief.PDF", "brief.PDF"),
        ("factuur\u202efdp.exe", "factuur fdp.exe.pdf"),
        ("a\u2066b\u0085c\ufeff.pdf", "a b c .pdf"),
        ("", "bestand.pdf"),
        ("\U0001f3e0" * 300, "\U0001f3e0" * 59 + ".pdf"),
        ("x.pdf\r\nSet-Cookie: a", "x.pdf Set-Cookie a.pdf"),
        ("أوراق.pdf", "أوراق.pdf"),
    ],
)
def test_names_come_in_harmless_with_an_extension_that_tells_the_truth(naam: str, kept: str) -> None:
    file = upload(pdf())
    file.name = naam
    info = receive_upload(file, grenzen=ALLES, now=NOW)
    assert info.naam == kept
    assert len(info.naam.encode()) <= 240


# --- Faults -----


@pytest.mark.django_db
def test_a_full_storage_is_told_and_leaves_nothing(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object, name: str, content: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    with pytest.raises(UploadRefused) as refused:
        receive_upload(upload(pdf(), "brief.pdf"), grenzen=ALLES, now=NOW)
    assert "konden wij nu niet bewaren" in refused.value.melding
    assert not Bestand.objects.exists()


def test_no_room_for_a_temporary_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("eloket.bestanden.services.ontvangen.TemporaryFile", full)
    assert refuse(pdf()).reden == Reden.OPSLAG


@pytest.mark.django_db
def test_a_file_of_19_mb_passes_in_little_memory() -> None:
    def fill(document: pikepdf.Pdf) -> None:
        import random

        noise = random.Random(1).randbytes(19 * 1024 * 1024)
        document.Root.Vulling = pikepdf.Stream(document, noise)

    file = upload(pdf(fill))
    tracemalloc.start()
    try:
        info = receive_upload(file, grenzen=ALLES, now=NOW)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert info.grootte > 19 * 1024 * 1024
    assert peak < 8_000_000


def test_the_program_that_reads_strange_files_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def look(command: list[str], **options: Any) -> Any:
        seen.update(options)
        raise herlezen.subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(herlezen.subprocess, "run", look)
    refuse(pdf())
    assert seen["env"] == {}
