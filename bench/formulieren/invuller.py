"""Somebody who fills in a form as a browser does: reads the page, answers what it asks, posts, follows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

ANSWERS = {
    "email": "noor@voorbeeld.example",
    "telefoon": "06 12345678",
    "huisnummer": "12",
    "postcode": "1234 AB",
}
MOST = 60  # pages; more is a circle


@dataclass(frozen=True)
class Antwoord:
    """What came back: `location` of a redirect, else the page."""

    status: int
    location: str
    html: str


# (method, path, data) → what came back
Send = Callable[[str, str, list[tuple[str, str]]], Antwoord]


@dataclass
class Verloop:
    """What one aanvraag cost in pages: path and status of each request, redirects included."""

    requests: list[tuple[str, str, int]] = field(default_factory=list)
    receipt: str = ""


def fill_in(send: Send, slug: str) -> Verloop:
    """From the start page to the receipt. Errors: `AssertionError` when it ends anywhere else."""
    told = Verloop()

    def ask(method: str, path: str, data: list[tuple[str, str]] | None = None) -> tuple[str, str]:
        answer = send(method, path, data or [])
        told.requests.append((method, path, answer.status))
        assert len(told.requests) < MOST, told.requests[-3:]
        if answer.status in (301, 302, 303):
            return ask("GET", urlsplit(answer.location).path)
        assert answer.status == 200, (method, path, answer.status, answer.html[:500])
        return path, answer.html

    ask("GET", f"/formulieren/{slug}/")
    path, html = ask("GET", f"/formulieren/{slug}/beginnen/")
    while not path.endswith("/ontvangst/"):
        before = path
        path, html = ask("POST", path, answers(html))
        assert path != before, re.findall(r"utrecht-form-field-error-message[^>]*>([^<]+)", html)
    told.receipt = path
    return told


def answers(html: str) -> list[tuple[str, str]]:
    """A value for each control of the form on this page."""
    reader = _Controls()
    reader.feed(html)
    return reader.values


class _Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: list[tuple[str, str]] = []
        self._radios: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("method") == "post"
        elif self._inside and tag in ("input", "textarea") and "name" in given:
            self._answer(tag, given)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "form"

    def _answer(self, tag: str, given: dict[str, str]) -> None:
        name, kind = given["name"], given.get("type", "text")
        if kind in ("file", "submit", "button"):
            return
        if kind == "hidden" or name == "uw_website":
            self.values.append((name, given.get("value", "")))
        elif kind == "radio":
            if name not in self._radios:
                self._radios.add(name)
                self.values.append((name, given["value"]))
        elif kind == "checkbox":
            self.values.append((name, given.get("value", "on")))
        elif not name.endswith(("_dag", "_maand", "_jaar")):
            self.values.append((name, _text(name, tag)))


def _text(name: str, tag: str) -> str:
    key = name.partition("-")[2]
    return ANSWERS.get(key, "Er ligt al weken een tegel los. " * 10 if tag == "textarea" else "Losse tegel")
