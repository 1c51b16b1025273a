"""Forms for the tests, and the hands that fill them in."""

from copy import deepcopy
from typing import Any

from django.http import HttpResponse
from django.test import Client

from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.services import import_formulier
from eloket.lib import klok

VELD = {"soort": "tekst", "sleutel": "naam", "label": {"nl": "Wat is uw naam?", "en": "What is your name?"}}
KLEIN: dict[str, Any] = {
    "schema": 1,
    "slug": "fietsenstalling",
    "titel": {"nl": "Plek in de fietsenstalling", "en": "Place in the bicycle shed"},
    "verklaring": {"nl": "Ik heb alles naar waarheid ingevuld."},
    "vervolg": {"nl": "Wij bekijken of er plek is."},
    "niveau": 0,
    "zaaktype": "",
    "stappen": [
        {"sleutel": "wie", "titel": {"nl": "Wie bent u?", "en": "Who are you?"}, "velden": [VELD]},
        {
            "sleutel": "wanneer",
            "titel": {"nl": "Wanneer?", "en": "When?"},
            "velden": [
                {"soort": "datum", "sleutel": "vanaf", "label": {"nl": "Vanaf welke dag?"}},
                {"soort": "email", "sleutel": "email", "label": {"nl": "E-mailadres"}, "verplicht": False},
            ],
        },
    ],
}
WIE = {"v-naam": "Noor de Wit"}
WANNEER = {"v-vanaf_dag": "1", "v-vanaf_maand": "2", "v-vanaf_jaar": "2027", "v-email": ""}


def definitie(**changes: Any) -> dict[str, Any]:
    """The small form with no login: two steps, three questions."""
    return {**deepcopy(KLEIN), **changes}


def publish(**changes: Any) -> FormulierVersie:
    """The small form, published as a redacteur would; gives its newest version."""
    content = definitie(**changes)
    import_formulier(content, now=klok.now())
    versie = FormulierVersie.objects.current(content["slug"])
    assert versie is not None
    return versie


def get_formulier(slug: str = "fietsenstalling") -> Formulier:
    return Formulier.objects.get(slug=slug)


class Invuller:
    """Somebody at a browser who fills in the small form."""

    def __init__(self, client: Client, slug: str = "fietsenstalling") -> None:
        self.client = client
        self.start = f"/formulieren/{slug}/"
        self.concept = ""

    def begin(self, **answers: str) -> HttpResponse:
        """Post the first step; from then on the draft has an address."""
        response = self.client.post(f"{self.start}beginnen/", answers or WIE)
        if response.status_code == 302:
            step = response["Location"]  # the next one, or the page to stop for now
            self.concept = step[: step.rstrip("/").rindex("/") + 1]
        return response

    def post(self, step: str, **answers: str) -> HttpResponse:
        return self.client.post(f"{self.concept}{step}/", answers)

    def get(self, step: str) -> HttpResponse:
        return self.client.get(f"{self.concept}{step}/")

    def fill(self) -> None:
        """All steps, up to the summary."""
        assert self.begin().status_code == 302
        assert self.post("wanneer", **WANNEER).status_code == 302

    def bewijs(self) -> str:
        """What the summary carries now."""
        return str(self.get("controleren").context["form"]["bewijs"].value())

    def send(self, **extra: str) -> HttpResponse:
        form = self.get("controleren").context["form"]
        shown = {name: str(form[name].value() or "") for name in ("bewijs", "bedragen", "stand")}
        return self.post("controleren", **{**shown, "verklaring": "on", **extra})
