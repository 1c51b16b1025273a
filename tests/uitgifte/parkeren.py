"""Noor asks a parkeervergunning: the form, the zone and the soort that lead to it."""

from copy import deepcopy
from typing import Any

from django.http import HttpResponse
from django.test import Client

from eloket.demo.zaaktypen import load_zaaktypen
from eloket.formulieren.services import import_formulier
from eloket.lib import klok
from eloket.uitgifte.models import Beslissing, Productsoort, Zone
from tests.formulieren.factories import Invuller
from tests.uitgifte.factories import make_soort

VAN_NOOR, GELEAST, VAN_BRAM, ONBEKEND = "GT-123-X", "KL-456-Z", "HB-789-N", "ZZ-999-Z"
RIETKADE = {
    "v-adres_postcode": "1234 AB",
    "v-adres_huisnummer": "12",
    "v-adres_toevoeging": "A",
    "v-adres_straat": "Rietkade",
    "v-adres_woonplaats": "Rietwaard",
}
ANTWOORDEN = {**RIETKADE, "v-voor-wie": "bewoner", "v-zone": "a", "v-kenteken": VAN_NOOR}
FORMULIER: dict[str, Any] = {
    "schema": 2,
    "slug": "parkeervergunning",
    "titel": {"nl": "Parkeervergunning aanvragen", "en": "Apply for a parking permit"},
    "niveau": 20,
    "regels": [],
    "zaaktype": "parkeervergunning",
    "stappen": [
        {
            "sleutel": "auto",
            "titel": {"nl": "Uw auto"},
            "velden": [
                {
                    "soort": "keuze",
                    "sleutel": "voor-wie",
                    "label": {"nl": "Voor wie?"},
                    "opties": [
                        {"waarde": "bewoner", "label": {"nl": "Voor mij"}},
                        {"waarde": "bedrijf", "label": {"nl": "Voor een bedrijf"}},
                    ],
                },
                {"soort": "adres", "sleutel": "adres", "label": {"nl": "Waar woont u?"}},
                {
                    "soort": "keuze",
                    "sleutel": "zone",
                    "label": {"nl": "Welke zone?"},
                    "opties": [
                        {"waarde": "a", "label": {"nl": "Zone A"}},
                        {"waarde": "b", "label": {"nl": "Zone B"}},
                    ],
                },
                {"soort": "kenteken", "sleutel": "kenteken", "label": {"nl": "Kenteken"}},
            ],
        }
    ],
}
VERORDENING = "Parkeerverordening, artikel"
REGELS: list[dict[str, Any]] = [
    {
        "type": "antwoord_is",
        "value": {
            "vraag": "voor-wie",
            "antwoorden": "bewoner",
            "uitleg_nl": "De vergunning is voor een bewoner.",
            "uitleg_en": "The permit is for a resident.",
            "artikel": f"{VERORDENING} 2",
        },
    },
    {"type": "woont_op_adres", "value": {"artikel": f"{VERORDENING} 3"}},
    {"type": "adres_in_zone", "value": {"zones": "A, B", "artikel": f"{VERORDENING} 4"}},
    {"type": "aantal_per_adres", "value": {"maximum": 1, "artikel": f"{VERORDENING} 5"}},
    {"type": "kenteken_van_aanvrager", "value": {"artikel": f"{VERORDENING} 6"}},
]
VULLING = [
    {"type": "vraag", "value": {"claim": "kenteken", "vraag": "kenteken"}},
    {"type": "vraag", "value": {"claim": "zone", "vraag": "zone"}},
    {"type": "naam", "value": {"claim": "naam"}},
    {"type": "vraag", "value": {"claim": "adres", "vraag": "adres"}},
]


def make_parkeersoort(**fields: Any) -> Productsoort:
    """Decided at once, with every rule that there is; zaaktype, zones and form are there too."""
    load_zaaktypen()
    for code, adressen in (("A", "1234 AB"), ("B", "1234 AE")):
        if not Zone.objects.filter(code=code).exists():
            Zone.objects.create(code=code, naam=f"Zone {code}", adressen=adressen)
    import_formulier(deepcopy(FORMULIER), now=klok.now())
    given: dict[str, Any] = {
        "formulier": "parkeervergunning",
        "zaaktype": "parkeervergunning",
        "levering": "direct",
        "besluittype": "Besluit parkeervergunning",
        "resultaat": "Verleend",
        "adresvraag": "adres",
        "beslisregels": deepcopy(REGELS),
        "vulling": deepcopy(VULLING),
    }
    return make_soort(**given | fields)


class Aanvrager(Invuller):
    """Somebody who asks a parkeervergunning."""

    def __init__(self, client: Client) -> None:
        super().__init__(client, "parkeervergunning")

    def fill_auto(self, **changes: str) -> None:
        """Up to the check page."""
        answered = self.begin(**ANTWOORDEN | changes)
        assert answered.status_code == 302, answered.context["form"].errors

    def ask(self, *, mens: bool = False, **changes: str) -> HttpResponse:
        """Fill in, send, and read the receipt."""
        self.fill_auto(**changes)
        sent = self.send(**({"mens": "on"} if mens else {}))
        assert sent.status_code == 302
        return self.client.get(sent["Location"])

    @property
    def beslissing(self) -> Beslissing:
        return Beslissing.objects.get(aanvraag=self.concept.rstrip("/").rsplit("/", 1)[1])
