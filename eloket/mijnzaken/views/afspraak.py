"""One afspraak of a person or vestiging: whoever may see it may move and cancel it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.afspraken.services import AfspraakInfo, AfspraakNotFound, get_mijn, is_certain, tell_afspraak
from eloket.lib import klok
from eloket.lib.telefoon import show_telefoon
from eloket.mijnzaken.views.wie import list_crumb, require_identiteit, screen_context
from eloket.website.services import Link, Rij


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def afspraak(request: HttpRequest, id: UUID) -> HttpResponse:
    """All of it; somebody else's is 404, like one that does not exist."""
    identiteit = require_identiteit(request)
    try:
        eigen = get_mijn(id, voor=identiteit.belanghebbende, door=identiteit.handelende)
    except AfspraakNotFound:
        raise Http404("Deze afspraak is er niet, of is niet van u.") from None
    context = {
        **screen_context(request, identiteit, list_crumb(), Link(_("Uw afspraak"), "")),
        "eigen": eigen,
        "rijen": _list_rijen(eigen.info),
        "wijzigbaar": eigen.info.is_ahead(klok.now()),
        "zeker": is_certain([eigen.info]),
    }
    return render(request, "mijnzaken/afspraak.html", context)


def _list_rijen(info: AfspraakInfo) -> list[Rij]:
    waar = ", ".join([info.locatienaam, *info.adresregels])
    rows = [
        (_("Waarvoor"), info.onderwerp),
        (_("Wanneer"), tell_afspraak(info.begin)),
        (_("Waar"), waar),
        (_("Met wie"), info.agenda_naam),
        *_list_wie(info),
        (_("Nummer van de afspraak"), info.toonreferentie),
        (_("Hoort bij uw aanvraag"), info.zaak),
    ]
    return [Rij(label, value) for label, value in rows if value]


def _list_wie(info: AfspraakInfo) -> list[tuple[str, str]]:
    """Who comes, and for which business."""
    rows: list[tuple[str, str]] = []
    if info.bedrijf:
        rows += [
            (_("Bedrijf of organisatie"), info.bedrijf.namens or info.bedrijf.naam),
            (_("Geregeld door"), info.bedrijf.naam if info.bedrijf.namens else ""),
            (_("Onderwerp"), info.bedrijf.onderwerp),
        ]
    if info.contact:
        rows += [
            (_("Contactpersoon"), info.contact.naam),
            (_("E-mailadres"), info.contact.email),
            (_("Telefoonnummer"), show_telefoon(info.contact.telefoon)),
        ]
    return [*rows, (_("Wie komen er nog meer"), ", ".join(each.naam for each in info.bezoekers))]
