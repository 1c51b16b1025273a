"""A body of a gigabyte: one clear answer, and nothing of it on the disk."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings
from wagtail.models import Site

from eloket.website.omvang import OmvangMiddleware, content_length


class Gigabyte:
    """A body that tells how much of it was taken."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        self.taken += size
        return b"x" * size


@pytest.mark.django_db
def test_too_much_gets_one_clear_answer(client: Client, site: Site, settings: Settings) -> None:
    settings.ELOKET_VERZOEK_MAX_BYTES = 1000
    response = client.post("/zoeken/", {"bijlage": "x" * 2000})
    page = response.content.decode()
    assert response.status_code == 413
    assert "Wat u stuurde, is te groot" in page
    assert "hooguit 20 MB" in page
    assert 'href="/zoeken/"' in page


def test_of_a_gigabyte_little_is_read_and_nothing_is_kept(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eloket.website.omvang.render", lambda *_args, **options: options["status"])
    body: Any = Gigabyte()
    request = RequestFactory().post("/")
    request.META["CONTENT_LENGTH"] = str(1024**3)
    request._stream = body
    answer = OmvangMiddleware(lambda _request: None).process_view(request)  # type: ignore[arg-type,return-value]
    assert answer == 413
    assert body.taken <= settings.ELOKET_VERZOEK_MAX_BYTES * 8 + 65536


@pytest.mark.parametrize("told", ["", "abc", "-5", "٣", "1e9"])
def test_a_length_that_is_no_number_is_none(told: str) -> None:
    request = RequestFactory().post("/")
    request.META["CONTENT_LENGTH"] = told
    assert content_length(request) == 0
