"""The register tells eloket: its messages reach the counter, without a network between them."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.test import Client

from eloket.berichten.models import Bericht
from eloket.demo.zgwregister.notificaties import deliver
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from tests.zaken.factories import NOW
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant

GEHEIM = "een-geheim-dat-niemand-raadt"
ADRES = "/api/zgw/notificaties"
LATER = NOW + timedelta(hours=1)


def post(content: Any, auth: str = f"Bearer {GEHEIM}", **more: Any) -> Any:
    headers = {"Authorization": auth} if auth else {}
    return Client().post(ADRES, content, content_type="application/json", headers=headers, **more)


def call(url: str, auth: str, bericht: Any) -> int:
    """In place of the stub's own call over the network."""
    assert urlsplit(url).path == ADRES
    return int(post(bericht, auth).status_code)


def told() -> list[tuple[str, str]]:
    """What residents were told: the kind of message, and the address it goes to."""
    rows = Bericht.objects.order_by("created_at", "key")
    return [(bericht.sjabloon, bericht.adres) for bericht in rows]


def heard() -> list[str]:
    """What a subscriber above zaken got to hear."""
    rows = Opdracht.objects.filter(handler__startswith="tests.").order_by("handler", "key")
    return [f"{row.handler} {row.ids['id']}" for row in rows]


class Kees:
    """A behandelaar in the gemeente's own system."""

    def __init__(self, zgw: Zgw) -> None:
        self.zgw, self.klant = zgw, Klant(zgw)

    def zaak(self, nummer: str) -> Any:
        found = self.klant.get("/zaken/api/v1/zaken", identificatie=nummer).json["results"]
        return found[0]

    def set_status(self, nummer: str, volgnummer: int, moment: datetime = LATER) -> Any:
        self.zgw.klok.nu = max(self.zgw.klok.nu, moment + timedelta(minutes=1))
        self.klant = Klant(self.zgw)
        answer = self.klant.set_status(self.zaak(nummer), volgnummer, moment.isoformat())
        assert answer.status == 201, answer.data
        return answer.json

    def close(self, nummer: str, volgnummer: int, moment: datetime = LATER) -> None:
        zaak = self.zaak(nummer)
        types = self.klant.get("/catalogi/api/v1/resultaattypen", zaaktype=zaak["zaaktype"]).json["results"]
        body = {"zaak": zaak["url"], "resultaattype": types[0]["url"], "toelichting": ""}
        assert self.klant.post("/zaken/api/v1/resultaten", body).status == 201
        self.set_status(nummer, volgnummer, moment)

    def decide(self, nummer: str, **fields: Any) -> Any:
        zaak = self.zaak(nummer)
        types = self.klant.get("/catalogi/api/v1/besluittypen", zaaktypen=zaak["zaaktype"]).json["results"]
        body = {
            "verantwoordelijkeOrganisatie": "123456782",
            "besluittype": types[0]["url"],
            "zaak": zaak["url"],
            "datum": "2026-11-24",
            "ingangsdatum": "2026-11-24",
        }
        answer = self.klant.post("/besluiten/api/v1/besluiten", body | fields)
        assert answer.status == 201, answer.data
        return answer.json


def arrive(zgw: Zgw, *, now: datetime = LATER) -> None:
    """The register tells what it has to tell, and the worker looks it up."""
    deliver(zgw.register)
    run_due(now=now)
