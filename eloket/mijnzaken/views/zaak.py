"""One zaak, and why its dates are what they are."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from eloket.accounts.services import Identiteit, Niveau, burger_required
from eloket.berichten.services import note_gelezen
from eloket.lib import klok
from eloket.mijnzaken.services import (
    Afspraakpunt,
    Dossier,
    get_acties,
    get_waarom,
    list_afspraken,
    list_onderweg,
    make_inzender,
)
from eloket.mijnzaken.views.wie import (
    list_crumb,
    require_dossier,
    require_identiteit,
    screen_context,
    title_of,
)
from eloket.website.services import Link
from eloket.zaken.services import has_documenten, note_geopend

#: By what stands in the address after something was sent.
KLAAR = {
    "antwoord": gettext_lazy("Wij hebben uw antwoord ontvangen. Dank u wel."),
    "document": gettext_lazy("Wij hebben uw document ontvangen. Dank u wel."),
}


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One zaak; somebody else's is 404, like one that does not exist."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    if identiteit.handelende is None:
        note_gelezen(zaak=identificatie, voor=identiteit.belanghebbende, now=klok.now())
        if dossier.zaak is not None:
            note_geopend(identificatie, now=klok.now())
    context = {
        **screen_context(request, identiteit, list_crumb(), Link(title_of(dossier), "")),
        **_sending(request, identificatie, dossier, identiteit),
        "afspraken": _list_afspraken(identificatie, dossier, identiteit),
        "dossier": dossier,
        "acties": get_acties(dossier, today=klok.today()),
        "identificatie": identificatie,
    }
    return render(request, "mijnzaken/zaak.html", context, status=503 if dossier.storing else 200)


def _list_afspraken(identificatie: str, dossier: Dossier, identiteit: Identiteit) -> list[Afspraakpunt]:
    """Those that belong to this zaak. No query where its form asked for none."""
    if dossier.aanvraag is None or not dossier.aanvraag.vraagt_afspraak:
        return []
    voor, door = identiteit.belanghebbende, identiteit.handelende
    own = list_afspraken(voor=voor, door=door, now=klok.now())
    return [afspraak for afspraak in own.komend if afspraak.zaak == identificatie]


def _sending(
    request: HttpRequest, identificatie: str, dossier: Dossier, identiteit: Identiteit
) -> dict[str, Any]:
    """What was sent to this zaak and is on its way, and where more can be sent."""
    inzender = make_inzender(identiteit.belanghebbende, identiteit.handelende)
    onderweg = list_onderweg(inzender, zaak=identificatie)
    is_open = dossier.zaak is not None and dossier.zaak.is_open
    documents = is_open and has_documenten(identificatie)
    base = reverse("mijnzaken:zaak", args=[identificatie])
    return {
        "onderweg": onderweg,
        "verstuurd": [each.verzoek for each in onderweg if each.verzoek],
        "klaar": KLAAR.get(request.GET.get("verstuurd", ""), ""),
        "antwoord_url": f"{base}antwoord/" if is_open else "",
        "toevoegen_url": reverse("mijnzaken:toevoegen", args=[identificatie]) if documents else "",
    }


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def waarom(request: HttpRequest, identificatie: str) -> HttpResponse:
    """How the dates of one zaak came about; somebody else's is 404."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    uitleg = get_waarom(dossier, today=klok.today())
    here = Link(title_of(dossier), reverse("mijnzaken:zaak", args=[identificatie]))
    context = {
        **screen_context(request, identiteit, list_crumb(), here, Link(_("Waarom deze datum?"), "")),
        "zaak": dossier.zaak,
        "uitleg": uitleg,
        "identificatie": identificatie,
    }
    return render(request, "mijnzaken/waarom.html", context, status=503 if uitleg.storing else 200)
