"""The zaaksysteem of the demo, running, with Kees in front of its screens and the loket at its APIs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.test import override_settings

from eloket.demo.zaaksysteem.adres import join_zaaksysteem
from eloket.demo.zaaksysteem.bewaren import Bewaring
from eloket.demo.zaaksysteem.opzet import make_register
from eloket.demo.zaaksysteem.schermen import answer
from eloket.demo.zgwregister import server
from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag
from eloket.lib.omgeving import Omgeving
from eloket.zaken.instellingen import read_zaken
from tests.tooling.commando import free_ports


@dataclass
class Zaaksysteem:
    register: Register
    bewaring: Bewaring
    zaken: Any  # ELOKET_ZAKEN of the loket beside it

    def find(self, nummer: str) -> Json:
        return next(row for row in self.register.list("zaken") if row["identificatie"] == nummer)

    # --- Kees -----

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Antwoord:
        path, _, query = path.partition("?")
        host = {"host": self.register.base.removeprefix("http://")}
        asked = dict(pair.split("=", 1) for pair in query.split("&") if pair)
        return answer(self.register, Vraag(method, path, asked, {**host, **headers}, body, path))

    def see(self, path: str = "/zaaksysteem/") -> str:
        antwoord = self.ask("GET", path)
        assert antwoord.status == 200
        return unescape((antwoord.data or b"").decode())

    def press(self, nummer: str, actie: str, /, **changes: str) -> Antwoord:
        """Send the form as it stands on the page, with these changes."""
        path = f"/zaaksysteem/{self.find(nummer)['uuid']}/"
        form = re.search(rf'<form action="{path}{actie}/".*?</form>', self.see(path), re.S)
        assert form, f"{nummer} does not offer {actie}"
        return self.send(f"{path}{actie}/", {**read_fields(form[0]), **changes})

    def send(self, path: str, fields: dict[str, str]) -> Antwoord:
        return self.ask("POST", path, urlencode(fields).encode(), origin=self.register.base)


def read_fields(form: str) -> dict[str, str]:
    """What a browser would send of a form that nobody touched."""
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    found |= dict(re.findall(r'<input type="radio" name="(\w+)"[^>]*value="([^"]*)"[^>]* checked', form))
    for name, inside in re.findall(r'<select [^>]*name="(\w+)".*?>(.*?)</select>', form, re.S):
        options = re.findall(r'<option value="([^"]*)"', inside)
        found[name] = options[0] if options else ""
    return found


@contextmanager
def running(folder: Path, **env: str) -> Iterator[Zaaksysteem]:
    """As the demo starts it: with what it kept in this folder."""
    zaken = read_zaken(Omgeving({"ELOKET_ZAKEN": "zgw", **env}))
    base = join_zaaksysteem(zaken, port=free_ports())
    uit = folder / "register-uit"
    settings = {"ELOKET_DATA": folder, "ELOKET_DEMO_ZAAKSYSTEEM": base, "ELOKET_DEMO_REGISTER_UIT": uit}
    with override_settings(**settings, ELOKET_ZAKEN=zaken):
        register, bewaring = make_register()
        at = int(base.rsplit(":", 1)[1])
        with server.run(register, port=at, schermen=answer) as getuigen:
            getuigen.append(bewaring.see)
            yield Zaaksysteem(register, bewaring, zaken)
        assert register.kapot == []
