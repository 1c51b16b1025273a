"""Noor has an afspraak for a passport on Monday at ten; the counter is in the gemeentehuis."""

from datetime import datetime
from typing import Any

from django.test import Client

from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.boeken import book_afspraak
from eloket.afspraken.services.gegevens import Contactgegevens, NieuweAfspraak
from eloket.afspraken.services.links import make_pad
from eloket.afspraken.services.vasthouden import hold_tijd
from eloket.website.models import Locatie
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, visit, wall

TIEN_UUR = wall(MAANDAG, 10)
NOOR = Contactgegevens(naam="Noor de Vries", email="noor@voorbeeld.nl", telefoon="+31612345678")


def make_gemeentehuis(**values: Any) -> None:
    """With an address, two desks, and passports."""
    adres = Locatie.objects.create(
        naam="Gemeentehuis", straat="Raadhuisplein", huisnummer="1", postcode="1234 AB", plaats="Rietwaard"
    )
    make_plek(desks=2, locatie=adres)
    make_soort(naam="Paspoort aanvragen", meenemen="Uw oude paspoort.", max_personen=4, **values)


def book(
    *,
    begin: datetime = TIEN_UUR,
    now: datetime = NOW,
    verzoek: str = "noor",
    locatie: str = "gemeentehuis",
    bezoek: Any = None,
    **values: Any,
) -> Afspraak:
    """The afspraak, made by the front door. `values`: fields of `NieuweAfspraak`."""
    houvast = hold_tijd(bezoek or visit(), locatie, begin, houder=verzoek, verzoek=verzoek, now=now)
    fields = {"contact": NOOR, **values}
    nieuw = NieuweAfspraak(houvast=houvast.sleutel, locatie=locatie, verzoek=f"{verzoek}-boek", **fields)
    return Afspraak.objects.get(pk=book_afspraak(nieuw, now=now).id)


def page_of(afspraak: Afspraak, naam: str = "beheren") -> str:
    """The path of a page behind the link."""
    return make_pad(naam, afspraak)


def headers(client: Client, path: str, **post: Any) -> tuple[int, dict[str, str]]:
    """What the answer says of itself."""
    answer = client.post(path, post["data"]) if "data" in post else client.get(path)
    names = ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")
    return answer.status_code, {name: answer.get(name, "") for name in names}
