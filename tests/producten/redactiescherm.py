"""The edit screen of a product as a browser would send it: read the form, change something, post it."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.producten.services import ProductPage
from tests.accounts.helpers import login_medewerker, make_medewerker

STREAMS = ("vragen", "checks")  # drawn by JavaScript, so not in the HTML


class _Velden(HTMLParser):
    """The successful controls of the page, without what stands in templates for new rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, list[str]] = {}
        self.templates = 0
        self.select = ""
        self.textarea = ""

    def add(self, name: str, value: str) -> None:
        if name and not self.templates:
            self.values.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        kind = found.get("type", "text")
        if tag == "template":
            self.templates += 1
        elif tag == "input" and kind not in ("submit", "button", "file"):
            tick = kind in ("checkbox", "radio")
            if not tick or "checked" in found:
                self.add(found.get("name", ""), found.get("value", "on" if tick else ""))
        elif tag == "select":
            self.select = found.get("name", "")
        elif tag == "option" and "selected" in found:
            self.add(self.select, found.get("value", ""))
        elif tag == "textarea":
            self.textarea = found.get("name", "")
            self.add(self.textarea, "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.templates -= 1
        elif tag in ("select", "textarea"):
            self.select = self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea and not self.templates:
            self.values[self.textarea][-1] += data.removeprefix("\n")


def log_in(rol: Rol = Rol.REDACTEUR, naam: str = "Samira Idrissi") -> tuple[Client, User]:
    """A browser in which this editor is logged in."""
    client = Client()
    return client, login_medewerker(client, make_medewerker(rol, naam=naam))


def edit_url(page: ProductPage) -> str:
    return f"/beheer/pages/{page.pk}/edit/"


def read_form(client: Client, url: str) -> dict[str, Any]:
    """What a browser would post of this screen when nothing is changed."""
    velden = _Velden()
    response = client.get(url)
    assert response.status_code == 200, url
    velden.feed(response.content.decode())
    streams = nested_form_data({name: streamfield([]) for name in STREAMS})
    return {**velden.values, **streams}


def press(client: Client, page: ProductPage, button: str, **changes: Any) -> Any:
    """Open the edit screen, change these controls, press a button ("action-publish"; "" saves a draft)."""
    pressed = {button: "1"} if button else {}
    return client.post(edit_url(page), {**read_form(client, edit_url(page)), **changes, **pressed})


def messages_of(client: Client, response: Any) -> str:
    """The screen that follows, with what it says on top."""
    return str(client.get(response["Location"]).content.decode())
