"""While a request comes in: nothing readable on the disk, and a full one does not cost the form."""

import errno
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.multipartparser import TooManyFilesSent
from django.test import RequestFactory
from pytest_django import Settings

from eloket.bestanden import upload as module
from eloket.bestanden.services import Grenzen, Reden, UploadRefused, inspect_upload
from tests.bestanden.monsters import pdf


def posted(*files: bytes) -> Any:
    values = [SimpleUploadedFile(f"{number}.pdf", content) for number, content in enumerate(files)]
    return RequestFactory().post("/", {"bijlage": values, "naam": "Noor"})


def test_what_comes_in_stands_on_no_disk_under_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with closing(posted(b"x" * 5_000_000)) as request:
        (file,) = request.FILES.getlist("bijlage")
        assert file.size == 5_000_000
        assert file.read(3) == b"xxx"
        assert not list(tmp_path.iterdir())


def test_hundred_files_come_in_and_one_more_is_refused_by_django() -> None:
    with closing(posted(*[b"x"] * 100)) as request:
        assert len(request.FILES.getlist("bijlage")) == 100
    with closing(posted(*[b"x"] * 101)) as request, pytest.raises(TooManyFilesSent):
        assert request.FILES


def test_more_than_was_promised_is_not_read(settings: Settings) -> None:
    settings.ELOKET_VERZOEK_MAX_BYTES = 1_000_000
    request = posted(b"x" * 5_000_000)
    assert not request.FILES


def test_a_full_disk_costs_the_file_and_not_the_rest_of_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, data: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            return None

    monkeypatch.setattr(module, "TemporaryFile", Full)
    request = posted(pdf())
    assert request.POST["naam"] == "Noor"
    with pytest.raises(UploadRefused) as refused:
        inspect_upload(request.FILES["bijlage"], grenzen=Grenzen())
    assert refused.value.reden == Reden.OPSLAG
