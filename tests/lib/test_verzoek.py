"""What goes around every request."""

from django.http import HttpResponse
from django.test import RequestFactory

from eloket.lib.verzoek import VerzoekMiddleware


def test_the_answer_to_a_head_has_the_headers_and_no_body() -> None:
    """The test client would drop the body itself, so the middleware is asked directly."""
    around = VerzoekMiddleware(lambda request: HttpResponse("hallo", headers={"Content-Length": "5"}))
    head = around(RequestFactory().head("/"))
    got = around(RequestFactory().get("/"))
    assert isinstance(head, HttpResponse)
    assert isinstance(got, HttpResponse)
    assert (head.content, head["Content-Length"]) == (b"", "5")
    assert got.content == b"hallo"
