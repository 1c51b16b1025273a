"""A file that another system keeps, given to a resident: nothing that it says of itself is believed."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.bestanden.services import serve_foreign


def headers(naam: str, mimetype: str) -> tuple[str, str]:
    answer = serve_foreign(iter([b"x"]), naam=naam, mimetype=mimetype, grootte=1)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    return answer["Content-Type"], answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("naam", "mimetype", "expected_type", "expected_name"),
    [
        ("Besluit.pdf", "application/pdf", "application/pdf", 'filename="Besluit.pdf"'),
        ("Besluit", "application/pdf", "application/pdf", 'filename="Besluit.pdf"'),
        ("Besluit v1.2", "Application/PDF; version=2", "application/pdf", 'filename="Besluit v1.2.pdf"'),
        ("foto.html", "image/jpeg", "image/jpeg", 'filename="foto.html.jpg"'),
        ("pagina.html", "text/html", "application/octet-stream", 'filename="pagina.html.txt"'),
        ("plaatje.SVG", "image/svg+xml", "application/octet-stream", 'filename="plaatje.SVG.txt"'),
        ("tekening.dwg", "application/acad", "application/octet-stream", 'filename="tekening.dwg"'),
        ("x.exe", "", "application/octet-stream", 'filename="x.exe.txt"'),
        ("../../etc/passwd", "text/plain", "text/plain", 'filename="passwd.txt"'),
        (
            "a\r\nSet-Cookie: x=1.pdf",
            "application/pdf\r\nX-A: b",
            "application/octet-stream",
            "Set-Cookie x=1.pdf",
        ),
        ("café.pdf", "application/pdf", "application/pdf", "filename*=utf-8''caf%C3%A9.pdf"),
    ],
)
def test_type_and_name_tell_the_truth(
    naam: str, mimetype: str, expected_type: str, expected_name: str
) -> None:
    kind, disposition = headers(naam, mimetype)
    assert kind == expected_type
    assert disposition.startswith("attachment")
    assert expected_name in disposition


@given(naam=st.text(max_size=60), mimetype=st.text(max_size=40))
def test_whatever_it_says_there_is_a_file_to_save(naam: str, mimetype: str) -> None:
    kind, disposition = headers(naam, mimetype)
    assert disposition.startswith("attachment")
    assert "html" not in kind
    assert not any(sign in disposition for sign in "\r\n\x00")


def test_of_two_gigabytes_no_more_is_read_than_was_asked_for() -> None:
    taken = []

    def two_gigabytes() -> Iterator[bytes]:
        for number in range(32_768):
            taken.append(number)
            yield b"x" * 65_536

    answer = serve_foreign(two_gigabytes(), naam="film.pdf", mimetype="application/pdf", grootte=2**31)
    assert answer["Content-Length"] == str(2**31)
    chunks = iter(answer)
    assert len(next(chunks)) == 65_536
    assert len(taken) <= 2


def test_a_file_without_bytes_is_an_empty_file() -> None:
    answer = serve_foreign(iter([]), naam="leeg.txt", mimetype="text/plain", grootte=0)
    assert b"".join(answer) == b""
    assert answer["Content-Length"] == "0"


def test_a_system_that_is_away_is_told_before_the_answer_begins() -> None:
    def fail() -> Iterator[bytes]:
        raise TimeoutError
        yield b""

    with pytest.raises(TimeoutError):
        serve_foreign(fail(), naam="a.pdf", mimetype="application/pdf", grootte=1)
