"""What goes around every request."""

from django.http import HttpResponse, StreamingHttpResponse
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


def test_the_answer_to_a_head_of_a_file_reads_nothing_of_it() -> None:
    around = VerzoekMiddleware(lambda request: StreamingHttpResponse(iter([b"hallo"])))
    head = around(RequestFactory().head("/"))
    assert isinstance(head, StreamingHttpResponse)
    assert head.getvalue() == b""
