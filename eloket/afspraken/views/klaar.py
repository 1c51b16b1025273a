"""Done: booked is booked, and this page says so with the number. The mail is a copy of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.afspraken.models import Bevestiging
from eloket.afspraken.services.gemaakt import find_gemaakt
from eloket.afspraken.services.lezen import AfspraakInfo, RegelInfo, get_afspraak
from eloket.afspraken.services.links import make_pad
from eloket.afspraken.views.scherm import Stap
from eloket.afspraken.views.stand import read_klaar, read_stand
from eloket.afspraken.woorden import tell_afspraak
from eloket.website.services import Rij


class Klaar(Stap):
    """What this browser made last. Loading it again shows it again, and makes nothing."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pk = self.find()
        if pk is None:
            return HttpResponseRedirect(self.url("start"))
        info = get_afspraak(pk)
        context = {
            "info": info,
            "rijen": list_rijen(info),
            "meenemen": [(regel.naam, regel.meenemen) for regel in info.regels if regel.meenemen],
            "let_op": info.let_op,
            "bevestiging": tell_bevestiging(info),
            "wanneer": tell_afspraak(info.begin),
            "begin_url": self.url("start"),
            "agenda_url": "" if self.loket.is_balie else make_pad("agendabestand", info),
            "beheer_url": "" if self.loket.is_balie else make_pad("beheren", info),
        }
        return self.toon("afspraken/klaar.html", context)

    def find(self) -> UUID | None:
        """Also when the answer to the last POST never came: the time that was held is booked by then."""
        known = read_klaar(self.request).get("afspraak")
        if known:
            return UUID(known)
        stand = read_stand(self.request)
        return find_gemaakt(stand.verzoek) if stand else None


def list_rijen(info: AfspraakInfo) -> list[Rij]:
    """For what, when and where."""
    waar = ", ".join([info.locatienaam, *info.adresregels])
    return [
        Rij(_("Waarvoor"), "; ".join(_tell(regel) for regel in info.regels)),
        Rij(_("Wanneer"), tell_afspraak(info.begin)),
        Rij(_("Waar"), waar),
    ]


def tell_bevestiging(info: AfspraakInfo) -> str:
    """How its confirmation comes; the screen itself is one already."""
    ways = {
        Bevestiging.EMAIL.value: _("U krijgt ook een e-mail. Komt die niet? Uw afspraak staat toch vast."),
        Bevestiging.BRIEF.value: _("Wij sturen de bevestiging per brief."),
    }
    return ways.get(info.bevestiging, "")


def _tell(regel: RegelInfo) -> str:
    if regel.personen == 1:
        return regel.naam
    words = ngettext("%(naam)s, %(aantal)d persoon", "%(naam)s, %(aantal)d personen", regel.personen)
    return words % {"naam": regel.naam, "aantal": regel.personen}
