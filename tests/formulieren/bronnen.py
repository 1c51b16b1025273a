"""Forms whose answers are known already, and sources that are counted or out of order."""

from collections.abc import Collection
from typing import Any

from django.test import Client

from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag
from eloket.lib.partij import Bsn, Identificerend, Kvk
from eloket.personen.backends.base import Bedrijf, BronUnavailable, Gegeven, Persoon
from eloket.personen.backends.demo import DemoBedrijven, DemoPersonen
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish

ASKED: list[str] = []  # who was asked about, in this test
BROKEN: list[bool] = []  # not empty: the sources are out of order


class TelPersonen(DemoPersonen):
    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> Persoon:
        ASKED.append(bsn.nummer)
        if BROKEN:
            raise BronUnavailable("geen antwoord")
        return super().get_persoon(bsn, gegevens=gegevens)


class TelBedrijven(DemoBedrijven):
    def get_bedrijf(self, kvk: Kvk) -> Bedrijf:
        ASKED.append(kvk.nummer)
        if BROKEN:
            raise BronUnavailable("geen antwoord")
        return super().get_bedrijf(kvk)


SETTING = {
    "brp": {"BACKEND": "tests.formulieren.bronnen.TelPersonen", "OPTIONS": {}},
    "kvk": {"BACKEND": "tests.formulieren.bronnen.TelBedrijven", "OPTIONS": {}},
}


def veld(soort: str, sleutel: str, bron: str = "", *, vast: bool = False, **more: Any) -> dict[str, Any]:
    """A question that a source answers."""
    instellingen = {**({"bron": bron} if bron else {}), **({"bron_wijzigen": "nee"} if vast else {})}
    return {
        "soort": soort,
        "sleutel": sleutel,
        "label": {"nl": sleutel.capitalize()},
        "instellingen": instellingen,
        **more,
    }


def stap(sleutel: str, *velden: dict[str, Any]) -> dict[str, Any]:
    return {"sleutel": sleutel, "titel": {"nl": sleutel.capitalize()}, "velden": list(velden)}


NOOR, BRAM, FATIMA, WIM = Bsn(NOOR_BSN), Bsn("999990020"), Bsn("999990032"), Bsn("999990044")
DAG = veld("tekst", "wens")
NAAM = veld("tekst", "naam", "persoon.naam")
VASTE_NAAM = veld("tekst", "naam", "persoon.naam", vast=True)
GEBOREN = veld("datum", "geboren", "persoon.geboortedatum")
VAST_GEBOREN = veld("datum", "geboren", "persoon.geboortedatum", vast=True)
ADRES = veld("adres", "adres", "persoon.adres")
VAST_ADRES = veld("adres", "adres", "persoon.adres", vast=True)
GEZIN = veld("personen", "gezin", verplicht=False)
BIRTHDAY = {"v-geboren_dag": "14", "v-geboren_maand": "3", "v-geboren_jaar": "1987"}
STREET = {
    "v-adres_postcode": "1234 AB", "v-adres_huisnummer": "12", "v-adres_toevoeging": "A",
    "v-adres_straat": "Rietkade", "v-adres_woonplaats": "Rietwaard",
}  # fmt: skip


def open_form(client: Client, *velden: dict[str, Any], wie: Identificerend = NOOR, **login: Any) -> Invuller:
    """A form of two steps that asks a login: these questions, and then one more."""
    publish(niveau=int(Niveau.MIDDEN), stappen=[stap("wie", *velden), stap("rest", DAG)])
    login_burger(client, wie, **login)
    return Invuller(client)


def first_page(invuller: Invuller) -> str:
    return str(invuller.client.get(f"{invuller.start}beginnen/").content.decode())


def finish(invuller: Invuller) -> dict[str, Any]:
    """The rest of the form; what was sent."""
    assert invuller.post("rest", **{"v-wens": "graag"}).status_code == 302
    assert invuller.send().status_code == 302
    return dict(Aanvraag.objects.get().antwoorden)
