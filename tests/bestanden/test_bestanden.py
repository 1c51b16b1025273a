"""A file of Noor: unreadable on the disk, given back only as a download, and gone when it must go."""

import errno
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from django.db import transaction

from eloket.bestanden.models import Bestand
from eloket.bestanden.namen import clean_naam
from eloket.bestanden.services import (
    BestandNotFound,
    delete_bestand,
    purge_deleted,
    purge_orphans,
    read_bestand,
    serve_bestand,
    store_bestand,
    store_stream,
)
from eloket.lib import klok
from eloket.lib.versleuteling import encrypt

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
INHOUD = b"%PDF-1.7 Noor de Wit verhuist"


def store(**values: Any) -> str:
    return store_bestand(
        **{"inhoud": INHOUD, "naam": "kopie.pdf", "mimetype": "application/pdf", "now": NOW, **values}
    )


def on_disk(map_: Path) -> list[Path]:
    return [path for path in map_.rglob("*") if path.is_file()]


@pytest.mark.kern
def test_what_was_stored_is_read_back() -> None:
    bestand = read_bestand(store())
    assert (bestand.naam, bestand.mimetype, bestand.inhoud) == ("kopie.pdf", "application/pdf", INHOUD)
    assert "Noor" not in repr(bestand)


def test_on_the_disk_stands_nothing_readable_and_no_name(map_: Path) -> None:
    store(naam="ontslagbrief Noor.pdf")
    (path,) = on_disk(map_)
    assert b"Noor" not in path.read_bytes()
    assert b"PDF" not in path.read_bytes()
    assert "ontslag" not in str(path)


def test_a_browser_saves_it_and_never_opens_it_as_a_page() -> None:
    answer = serve_bestand(store(inhoud=b"<script>x</script>", mimetype="text/html"), als="uw kopie.html")
    assert answer.getvalue() == b"<script>x</script>"
    assert answer["Content-Disposition"] == 'attachment; filename="uw kopie.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Cache-Control"] == "private, no-store"


def test_a_name_cannot_add_a_header() -> None:
    answer = serve_bestand(store(), als='a"\r\nSet-Cookie: x=1\r\n.pdf')
    assert "\n" not in answer["Content-Disposition"]
    assert "Set-Cookie" not in answer
    assert answer["Content-Disposition"] == 'attachment; filename="a Set-Cookie x=1 .pdf"'


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("kopie.pdf", "kopie.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\noor\\brief.docx", "brief.docx"),
        ("een\x00twee\n.pdf", "een twee .pdf"),
        ("factuur\u202efdp.exe", "factuur fdp.exe"),
        ("...", "bestand"),
        ("", "bestand"),
        ("é" * 200 + ".pdf", "é" * 116 + ".pdf"),
    ],
)
def test_names_are_made_harmless(given: str, kept: str) -> None:
    assert clean_naam(given) == kept


@pytest.mark.parametrize("id", ["", "x", "../../db", "00000000-0000-4000-8000-000000000000"])
def test_what_is_not_there_is_said(id: str) -> None:
    with pytest.raises(BestandNotFound):
        read_bestand(id)
    delete_bestand(id)


def test_a_row_without_bytes_is_not_found_and_logged(map_: Path, caplog: pytest.LogCaptureFixture) -> None:
    id_ = store()
    on_disk(map_)[0].unlink()
    with pytest.raises(BestandNotFound):
        read_bestand(id_)
    assert "bestand_onleesbaar" in caplog.text
    assert id_ in caplog.text


def test_bytes_of_another_file_or_damaged_ones_are_never_given(map_: Path) -> None:
    first, second = store(), store(inhoud=b"van Joris")
    places = {path.name: path for path in on_disk(map_)}
    one, other = (places[each.replace("-", "")] for each in (first, second))
    one.write_bytes(other.read_bytes())
    with pytest.raises(BestandNotFound):
        read_bestand(first)
    one.write_bytes(b"geen versleuteling")
    with pytest.raises(BestandNotFound):
        serve_bestand(first, als="a.pdf")
    with pytest.raises(BestandNotFound):
        read_bestand(first)


def test_a_file_that_was_kept_before_pieces_is_still_read_and_never_as_another() -> None:
    first, second = (Bestand.objects.get(pk=store(inhoud=inhoud)) for inhoud in (INHOUD, b"van Joris"))
    for bestand in (first, second):
        storages["bestanden"].delete(bestand.pad)
        storages["bestanden"].save(bestand.pad, ContentFile(encrypt(INHOUD)))
    assert read_bestand(str(first.pk)).inhoud == INHOUD
    with pytest.raises(BestandNotFound):
        read_bestand(str(second.pk))


def test_a_large_file_passes_in_little_memory() -> None:
    tracemalloc.start()
    try:
        id_ = store_stream(
            chunks=(b"x" * 100_000 for _ in range(500)), naam="foto.jpg", mimetype="image/jpeg", now=NOW
        )
        answer = serve_bestand(id_, als="foto.jpg")
        total = sum(len(chunk) for chunk in answer if isinstance(chunk, bytes))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total == int(answer["Content-Length"]) == 50_000_000
    assert peak < 8_000_000


def test_a_full_disk_leaves_nothing_behind(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(self: FileSystemStorage, name: str, content: Any) -> str:
        Path(self.path(name)).parent.mkdir(parents=True, exist_ok=True)
        Path(self.path(name)).write_bytes(content.read(10))
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", fill)
    with pytest.raises(OSError, match="No space"):
        store()
    assert not on_disk(map_)
    assert not Bestand.objects.exists()


def test_a_file_goes_after_the_commit(map_: Path, django_capture_on_commit_callbacks: Any) -> None:
    id_ = store()
    with django_capture_on_commit_callbacks(execute=True):
        delete_bestand(id_)
        with pytest.raises(BestandNotFound):
            read_bestand(id_)
        assert on_disk(map_)
    assert not on_disk(map_)
    assert not Bestand.objects.exists()
    delete_bestand(id_)


def test_a_removal_that_is_rolled_back_removes_nothing(map_: Path) -> None:
    id_ = store()
    with transaction.atomic():
        delete_bestand(id_)
        transaction.set_rollback(True)
    assert read_bestand(id_).inhoud == INHOUD
    assert on_disk(map_)


def test_a_removal_that_was_cut_off_is_finished_later(
    map_: Path, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def out(self: object, name: str) -> None:
        raise OSError("storage out of reach")

    id_ = store()
    with monkeypatch.context() as patch, django_capture_on_commit_callbacks(execute=True):
        patch.setattr(FileSystemStorage, "delete", out)
        delete_bestand(id_)
    with monkeypatch.context() as patch:
        patch.setattr(FileSystemStorage, "delete", out)
        assert purge_deleted(now=klok.now()) == 0
    assert on_disk(map_)
    assert purge_deleted(now=klok.now()) == 1
    assert not on_disk(map_)


def test_bytes_that_lost_their_row_are_swept_after_a_day(map_: Path) -> None:
    kept = store()
    with transaction.atomic():
        store()
        transaction.set_rollback(True)
    assert len(on_disk(map_)) == 2
    assert purge_orphans(now=klok.now()) == 0
    assert purge_orphans(now=klok.now() + timedelta(days=2)) == 1
    assert read_bestand(kept).inhoud == INHOUD


def test_an_empty_storage_has_nothing_to_sweep() -> None:
    assert not storages["bestanden"].exists("")
    assert purge_orphans(now=NOW) == 0


def test_a_failed_row_leaves_no_bytes(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Bestand, "save", fail)
    with pytest.raises(RuntimeError):
        store()
    assert not on_disk(map_)
