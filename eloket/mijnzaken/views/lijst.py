"""All zaken of one person."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Identiteit, Niveau, burger_required
from eloket.formulieren.services import list_concepten, list_zonder_zaak
from eloket.lib import klok
from eloket.lib.partij import Kvk
from eloket.mijnzaken.services import (
    Afspraken,
    Overzicht,
    Producten,
    get_overzicht,
    list_afspraken,
    list_mijn_producten,
)
from eloket.mijnzaken.views.wie import require_identiteit, screen_context
from eloket.mijnzaken.zoekvraag import Zoekvraag, read_zoekvraag
from eloket.website.services import Link
from eloket.zaken.services import Pagina, Zaak

FEW = 5  # who has no more zaken than this needs no search


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """What asks for action, and all zaken of this person.

    503 in plain words, never an empty list, when the register is silent.
    """
    identiteit = require_identiteit(request)
    vraag = read_zoekvraag(request.GET)
    voor, door, now = identiteit.belanghebbende, identiteit.handelende, klok.now()
    overzicht = get_overzicht(voor=voor, door=door, page=vraag.pagina, filter=vraag.filter)
    at_home = vraag.pagina == 1 and not overzicht.is_narrowed
    context = {
        **screen_context(request, identiteit, Link(_("Mijn zaken"), "")),
        "overzicht": overzicht,
        "concepten": list_concepten(identiteit, now=now) if at_home else [],
        "afspraken": list_afspraken(voor=voor, door=door, now=now) if at_home else Afspraken(),
        "producten": list_mijn_producten(voor=voor, door=door, now=now) if at_home else Producten(),
        "vraag": vraag,
        "zoekt": _searches(overzicht, vraag),
        "pagina": _paginator_page(overzicht.zaken),
        "vestiging": _vestiging(identiteit),
        "acties": list_zonder_zaak(),
    }
    whole = not overzicht.storing and not overzicht.stil
    return render(request, "mijnzaken/lijst.html", context, status=200 if whole else 503)


def _searches(overzicht: Overzicht, vraag: Zoekvraag) -> bool:
    """Whether the search stands above the list: for who has much, and for who searched already."""
    total = (overzicht.zaken.total if overzicht.zaken else 0) + len(overzicht.ontvangen)
    return total > FEW or overzicht.is_narrowed or bool(vraag.volgorde)


def _vestiging(identiteit: Identiteit) -> str:
    """ "een" for who logged in for one vestiging, "heel" for a whole business, "" for everybody else."""
    who = identiteit.belanghebbende
    if not isinstance(who, Kvk):
        return ""
    return "een" if who.vestiging else "heel"


def _paginator_page(zaken: Pagina[Zaak] | None) -> "Page[int] | None":
    """Only numbers, for the links to other pages; the register did the counting."""
    if zaken is None:
        return None
    return Paginator(range(zaken.total), zaken.page_size).page(zaken.page)
