"""What lies there to be done."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eloket.lib import klok
from eloket.zaken.backoffice.lijsten import Lijst, choose, list_lijsten
from eloket.zaken.backoffice.toegang import behandelaar_required, get_own_rechten, get_user
from eloket.zaken.forms import OverdrachtForm, WerkvoorraadForm
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import (
    WERK_MAXIMUM,
    Bereik,
    Pagina,
    Werkfilter,
    Werkstuk,
    Werkvolgorde,
    Zaak,
    list_alle_collegas,
    list_statusnamen,
    list_werkvoorraad,
    list_zaaktypenamen,
    names_of,
)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the list. `behandelaar`: a name; `keuze`: the number and the login name of who has it."""

    zaak: Zaak
    behandelaar: str
    team: str
    keuze: str


@require_safe
@behandelaar_required
def lijst(request: HttpRequest) -> HttpResponse:
    """The worklists as tabs; each by zaaktype and status, what must be done first in front."""
    user, vandaag, rechten = get_user(request), klok.today(), get_own_rechten(request)
    bereik = rechten.bereik()
    form = _read_form(request, bereik)
    lijsten = list_lijsten(user, bereik=bereik, vandaag=vandaag)
    current = choose(lijsten, request.GET.get("lijst", ""))
    zaken = list_werkvoorraad(_narrow(current, form), bereik=bereik, page=_page_number(request))
    context = {
        "form": form,
        "lijsten": lijsten,
        "huidig": current,
        "zoekt": bool(form.cleaned_data.get("zoek")),
        "zaken": zaken,
        "regels": _lines(zaken),
        "overdracht": _handover_form(rechten.bereik(Zaakrol.COORDINATOR)),
        "open_voor_iedereen": bereik.overige,
        **_paging(request, zaken, current),
    }
    return render(request, "zaken/werkvoorraad.html", context)


def _read_form(request: HttpRequest, bereik: Bereik) -> WerkvoorraadForm:
    """What makes no sense is left out of the filter."""
    form = WerkvoorraadForm(
        request.GET,
        statusnamen=list_statusnamen(bereik=bereik),
        zaaktypen=list_zaaktypenamen(bereik=bereik),
    )
    form.is_valid()
    return form


def _narrow(lijst: Lijst, form: WerkvoorraadForm) -> Werkfilter:
    """Within the list that is open. A number is sought in all zaken, whoever has them."""
    wanted = form.cleaned_data
    base, number = lijst.filter, wanted.get("zoek", "").strip()
    if number:
        base = Werkfilter(zoek=number, open_zaken=None)
    if wanted.get("gesloten"):
        base = replace(base, open_zaken=False, vanaf=None, voor=None, ongezien=None)
    order = Werkvolgorde.GESLOTEN if wanted.get("gesloten") else wanted.get("volgorde")
    return replace(
        base,
        zaaktype=wanted.get("zaaktype", ""),
        status=wanted.get("status", ""),
        volgorde=Werkvolgorde(order or Werkvolgorde.UITERLIJK),
    )


def _lines(zaken: Pagina[Werkstuk]) -> list[Regel]:
    names = names_of(item.behandelaar for item in zaken.items)
    return [
        Regel(
            item.zaak,
            names.get(item.behandelaar, ""),
            item.team,
            f"{item.zaak.identificatie}:{item.behandelaar}",
        )
        for item in zaken.items
    ]


def _handover_form(bereik: Bereik) -> OverdrachtForm | None:
    """Below the list, for whoever divides the work of some zaaktype."""
    if not bereik.overige and not bereik.zaaktypen:
        return None
    return OverdrachtForm(collegas=list_alle_collegas())


def _paging(request: HttpRequest, zaken: Pagina[Werkstuk], current: Lijst) -> dict[str, Any]:
    page = Paginator(range(zaken.total), zaken.page_size).page(zaken.page)
    query = request.GET.copy()
    query.pop("p", None)
    query["lijst"] = current.sleutel
    return {"page": page, "query": query.urlencode(), "veel": zaken.total >= WERK_MAXIMUM}


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("p", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
