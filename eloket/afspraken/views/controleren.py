"""Step 5: look it over, see what to bring, and confirm. The POST makes the afspraak, once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from eloket.accounts.services import get_medewerker
from eloket.afspraken.models import Aanmeldkanaal, Bevestiging
from eloket.afspraken.services.boeken import book_afspraak
from eloket.afspraken.services.gegevens import NieuweAfspraak
from eloket.afspraken.services.grens import TeVeelAfspraken
from eloket.afspraken.services.zoeken import SoortKeuze, list_keuzes
from eloket.afspraken.views.doelgroep import GEGEVENS
from eloket.afspraken.views.gegevens import GegevensStap
from eloket.afspraken.views.houvast import LANGER, WEG, HoudStap
from eloket.afspraken.views.scherm import see_other, tell_regel
from eloket.afspraken.views.stand import finish_stand, read_klaar
from eloket.afspraken.woorden import tell_afspraak
from eloket.website.services import Rij


class Controleren(HoudStap):
    nummer = 5

    def open(self, request: HttpRequest) -> HttpResponse | None:
        posted = request.POST.get("verzoek", "")
        if posted and read_klaar(request).get("verzoek") == posted:  # pressed twice
            return see_other(self.url("klaar"))
        refused = super().open(request)
        if refused is None and request.method != "POST":
            refused = self.look()
        return refused if refused is not None else self.ask_first()

    def ask_first(self) -> HttpResponse | None:
        """Back to the details when they are not there, or do not do for this time and place."""
        self.stap = GEGEVENS[self.stand.keuze.voor](loket=self.loket)
        self.stap.setup(self.request)
        self.stap.now, self.stap.stand, self.stap.plek = self.now, self.stand, self.plek
        return None if self.stap.is_answered() else see_other(self.url("gegevens"))

    stap: GegevensStap

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = self.handle_buttons(request)
        if answer is not None:
            return answer
        if LANGER in request.POST:
            return see_other(self.url("controleren"))
        if request.POST.get("merk") != self.stand.merk:
            return self.show(
                melding=_("In een ander venster veranderde u iets. Kijk alles na en bevestig dan.")
            )
        try:
            made = book_afspraak(self.make_nieuw(), now=self.now)
        except WEG:
            return self.tell_lost()
        except TeVeelAfspraken:
            return self.show(fout=self.tell_too_many())
        finish_stand(request.session, afspraak=str(made.id), verzoek=self.stand.verzoek)
        return see_other(self.url("klaar"))

    def make_nieuw(self) -> NieuweAfspraak:
        gegevens, keuze = self.stand.gegevens or {}, self.stand.keuze
        medewerker = get_medewerker(self.request) if self.loket.is_balie else None
        fields: dict[str, Any] = {
            "houvast": self.stand.houvast,
            "locatie": keuze.plaats,
            "doelgroep": keuze.voor,
            "taal": get_language() or "nl",
            "verzoek": self.stand.verzoek,
            "aanmeldkanaal": gegevens.get("aanmeldkanaal") or Aanmeldkanaal.ONLINE.value,
            "bevestiging": self.pick_bevestiging(),
            "medewerker": medewerker.get_username() if medewerker else "",
        }
        return NieuweAfspraak(**fields | self.stap.to_nieuw())

    def pick_bevestiging(self) -> str:
        """What the employee chose; online a mail to who gave an address."""
        gegevens = self.stand.gegevens or {}
        by_default = Bevestiging.EMAIL if gegevens.get("email") else Bevestiging.GEEN
        return str(gegevens.get("bevestiging") or by_default.value)

    def show(self, *, melding: str = "", fout: str = "") -> HttpResponse:
        gekozen = self.list_gekozen()
        context = {
            **self.houd_context(),
            "afspraak": self.list_afspraak(gekozen),
            "gegevens": self.stap.list_rijen(),
            "meenemen": [(soort.naam, soort.meenemen) for soort, _personen in gekozen if soort.meenemen],
            "let_op": [soort.let_op for soort, _personen in gekozen if soort.let_op],
            "mijn_zaken": "belanghebbende" in self.stap.partijen(),
            "merk": self.stand.merk,
            "verzoek": self.stand.verzoek,
            "melding": melding,
            "fout": fout,
        }
        return self.toon("afspraken/controleren.html", context)

    def list_gekozen(self) -> list[tuple[SoortKeuze, int]]:
        """What it is for, with how many; what is no longer on offer is left out."""
        keuze = self.stand.keuze
        known = {each.code: each for each in list_keuzes(keuze.voor, self.loket.bereik)}
        return [(known[regel.soort], regel.personen) for regel in keuze.regels if regel.soort in known]

    def list_afspraak(self, gekozen: list[tuple[SoortKeuze, int]]) -> list[Rij]:
        keuze = self.stand.keuze
        waarvoor = "; ".join(tell_regel(soort, personen) for soort, personen in gekozen)
        return [
            Rij(_("Waarvoor"), waarvoor, self.url("waarvoor", keuze)),
            Rij(_("Waar"), self.plek.naam if self.plek else "", self.url("plaats", keuze)),
            Rij(_("Wanneer"), tell_afspraak(self.stand.begin), self.tijd_url),
        ]

    def tell_too_many(self) -> str:
        return _(
            "Met dit e-mailadres of telefoonnummer is er al een afspraak hiervoor. Verzet of annuleer die "
            "eerst, of bel ons."
        )
