"""Step 4 for a business: who it is can be looked up, and drawings are added, without leaving the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from eloket.accounts.services import Identiteit, get_identiteit, get_medewerker, login_url
from eloket.afspraken.forms.gegevens import Gegevens, GegevensForm
from eloket.afspraken.forms.zakelijk import ZakelijkForm
from eloket.afspraken.services.bedrijven import Opgezocht, Uitkomst, has_bedrijvenbron, look_up_bedrijf
from eloket.afspraken.services.stukken import add_stukken, list_gekozen, list_ids, remove_stuk
from eloket.afspraken.services.zoeken import find_keuze
from eloket.afspraken.views.gegevens import GegevensStap
from eloket.afspraken.views.houvast import LANGER
from eloket.afspraken.views.stand import get_houder
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn
from eloket.lib.partij import Kvk, Rsin
from eloket.website.services import VERWIJDER, VOEG_TOE, Rij

ZOEK, MEER = "zoek", "meer_bezoekers"  # buttons; those of files are VOEG_TOE and VERWIJDER
STUKKEN = "stukken"  # the box for a file
PER_UUR = 20  # look-ups from one connection; after that people type it themselves
UPLOADS_PER_UUR = 100


class ZakelijkStap(GegevensStap):
    """Each button of the page is a POST of the whole step: what was typed stays."""

    form_class = ZakelijkForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        fouten = self.take_stukken(request)
        if {VOEG_TOE, VERWIJDER, MEER} & request.POST.keys() or fouten:
            return self.show_unjudged(fouten)
        if ZOEK in request.POST or self.lacks_name(request):
            return self.look_up()
        return super().post(request, *args, **kwargs)

    def lacks_name(self, request: HttpRequest) -> bool:
        """A number and no name: they count on us to know it."""
        typed = {name: request.POST.get(name, "").strip() for name in ("kvk", "bedrijfsnaam")}
        return bool(typed["kvk"] and not typed["bedrijfsnaam"]) and LANGER not in request.POST

    # Who it is

    @property
    def identiteit(self) -> Identiteit | None:
        """Who is logged in for a business; nobody at the desk."""
        found = None if self.loket.is_balie else get_identiteit(self.request)
        return found if found and isinstance(found.belanghebbende, Kvk | Rsin) else None

    def prefill(self) -> Gegevens:
        """What a login says stands fast in the form."""
        return {}

    def make_form(self, *, bound: bool = False, data: QueryDict | None = None) -> ZakelijkForm:
        own: dict[str, Any] = {
            "omgeving": self.omgeving,
            "initial": self.stand.gegevens or self.prefill(),
            "wie": self.identiteit,
            "gekozen": list_gekozen(self.houder) if self.asks_stukken else None,
            "more": MEER in self.request.POST,
        }
        return ZakelijkForm(data or self.request.POST, **own) if bound else ZakelijkForm(**own)

    def is_answered(self) -> bool:
        form = ZakelijkForm(omgeving=self.omgeving, wie=self.identiteit)
        return form.is_answered(self.stand.gegevens)

    def look_up(self) -> HttpResponse:
        """Name and address from the Handelsregister, into the boxes."""
        form = self.make_form(bound=True)
        form.is_valid()
        wrong = {name: form.errors[name] for name in ("kvk", "vestiging") if name in form.errors}
        form.errors.clear()
        form.errors.update(wrong)
        kvk = form.find_kvk()
        if wrong or kvk is None:
            if not wrong:
                form.add_error(
                    "kvk", _("Vul een KvK-nummer in met 8 cijfers. Dan zoeken wij de gegevens op.")
                )
            return self.show(form)
        return self.fill_in(form, kvk, self.ask(kvk))

    def can_look_up(self, form: GegevensForm) -> bool:
        """Not where the login told all that a page asks of the business."""
        asks = self.omgeving.is_bezoek or not form.fields["bedrijfsnaam"].disabled
        return asks and has_bedrijvenbron()

    def ask(self, kvk: Kvk) -> Opgezocht:
        medewerker = get_medewerker(self.request) if self.loket.is_balie else None
        who = client_address(self.request)
        if medewerker is None and not take_turn(
            "afspraak_kvk", who, maximum=PER_UUR, seconds=3600, now=self.now
        ):
            return Opgezocht(Uitkomst.STORING)
        door = medewerker.get_username() if medewerker else ""
        return look_up_bedrijf(kvk, voor=self.tell_waarvoor(), door=door, now=self.now)

    def fill_in(self, form: ZakelijkForm, kvk: Kvk, found: Opgezocht) -> HttpResponse:
        if found.uitkomst is Uitkomst.ONBEKEND:
            form.add_error(
                "kvk",
                _("Dit nummer staat niet in het Handelsregister. Kijk het na, of laat het leeg."),
            )
            return self.show(form)
        if found.uitkomst is Uitkomst.STORING:
            told = _("Wij kunnen de gegevens van uw bedrijf nu niet opzoeken. Vul ze zelf in.")
            return self.show(form, melding=told)
        data = self.request.POST.copy()
        data["bedrijfsnaam"] = found.naam
        if self.omgeving.is_bezoek:
            data.update(found.adresvakken)
        again = self.make_form(bound=True, data=data)
        again.errors.clear()
        return self.show(again, gevonden=found.tell())

    # What comes along

    @property
    def houder(self) -> str:
        return get_houder(self.request)

    @property
    def asks_stukken(self) -> bool:
        soorten = (find_keuze(regel.soort, self.loket.bereik) for regel in self.stand.keuze.regels)
        return any(soort.stukken_vooraf for soort in soorten if soort)

    def take_stukken(self, request: HttpRequest) -> list[str]:
        """Add and take away. What was not taken, in sentences."""
        if not self.asks_stukken:
            return []
        if VERWIJDER in request.POST:
            remove_stuk(self.houder, request.POST[VERWIJDER])
        uploads = request.FILES.getlist(STUKKEN)
        if uploads:
            who = client_address(request)
            if not take_turn("upload", who, maximum=UPLOADS_PER_UUR, seconds=3600, now=self.now):
                return [
                    _("Er kwamen veel bestanden vanaf deze verbinding. Probeer het over een uur opnieuw.")
                ]
            return add_stukken(self.houder, uploads, now=self.now)
        if VOEG_TOE in request.POST:
            return [_("Kies eerst een bestand. Druk daarna op “Voeg toe”.")]
        return []

    def show_unjudged(self, fouten: list[str]) -> HttpResponse:
        """The page as it was typed: nobody said that it was finished."""
        form = self.make_form(bound=True)
        form.errors.clear()
        for fout in fouten:
            form.add_error(STUKKEN, fout)
        return self.show(form)

    def list_rijen(self) -> list[Rij]:
        names = [gekozen.naam for gekozen in list_gekozen(self.houder)] if self.asks_stukken else []
        stukken = Rij(_("Tekeningen of andere stukken"), ", ".join(names), self.url("gegevens"))
        return [*super().list_rijen(), *([stukken] if names else [])]

    def to_nieuw(self) -> dict[str, Any]:
        return {**super().to_nieuw(), "bijlagen": list_ids(self.houder) if self.asks_stukken else ()}

    def tell_waarvoor(self) -> str:
        soorten = (find_keuze(regel.soort, self.loket.bereik) for regel in self.stand.keuze.regels)
        return ", ".join(soort.naam for soort in soorten if soort)

    def show(self, form: GegevensForm, *, melding: str = "", gevonden: str = "") -> HttpResponse:
        wie = self.identiteit
        login = login_url(next=self.url("gegevens"), middelen=("eherkenning",))
        context = {
            **self.houd_context(),
            "form": form,
            "melding": melding,
            "gevonden": gevonden,
            "kan_opzoeken": self.can_look_up(form),
            "login_url": "" if wie or self.loket.is_balie else login,
            "namens": wie.getoonde_naam if wie and wie.handelende else "",
        }
        return self.toon(form.template, context)
