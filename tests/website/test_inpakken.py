"""What goes over the line packed, and what does not."""

import gzip
from typing import Any

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from wagtail.models import Site

from eloket.website.inpakken import InpakMiddleware

LONG = "Een lange zin die vaak terugkomt. " * 40


def send(response: HttpResponseBase, accepts: str = "gzip, br") -> Any:
    """The answer as a browser gets it that takes `accepts`."""
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    return InpakMiddleware(lambda request: response)(request)


def test_noors_own_page_comes_packed(kept: Site, client: Client) -> None:
    page = client.get("/inloggen/", headers={"Accept-Encoding": "gzip, deflate, br"})
    assert page["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page["Vary"]
    assert "<h1" in gzip.decompress(page.content).decode()


def test_who_takes_no_gzip_reads_it_plain(kept: Site, client: Client) -> None:
    page = client.get("/inloggen/")
    assert "Content-Encoding" not in page
    assert "<h1" in page.text


@pytest.mark.urls("tests.website.urls")
def test_a_kept_page_is_packed_once(kept: Site, client: Client) -> None:
    for _ in range(2):
        assert client.get("/", headers={"Accept-Encoding": "gzip, br"})["Content-Encoding"] == "br"


def test_no_two_answers_tell_their_length() -> None:
    lengths = {len(send(HttpResponse(LONG)).content) for _ in range(40)}
    assert len(lengths) > 1


def test_data_is_packed_and_files_are_not() -> None:
    assert send(HttpResponse(LONG, content_type="application/json"))["Content-Encoding"] == "gzip"
    pdf = send(HttpResponse(LONG, content_type="application/pdf"))
    assert "Content-Encoding" not in pdf
    text = send(StreamingHttpResponse(iter([LONG.encode()]), content_type="text/plain"))
    assert "Content-Encoding" not in text
    assert b"".join(text.streaming_content) == LONG.encode()
