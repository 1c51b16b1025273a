"""Messages: what we sent, where we send it, and what may come digitally."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.berichten.services import (
    AdresNodig,
    TooManyCodes,
    ask_adres,
    confirm_adres,
    export_csv,
    export_json,
    get_voorkeuren,
    list_berichten,
    remove_adres,
    save_keuzes,
)
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.mailcodeformulieren import CodeForm
from eloket.lib.partij import Identificerend
from eloket.mijnzaken.berichtformulieren import BerichtadresForm, KeuzeForm
from eloket.mijnzaken.views.wie import list_crumb, require_identiteit, screen_context
from eloket.website.services import Link

ADRES, CODE, WEG, KEUZES = "adres", "code", "weg", "keuzes"  # which form of the page was sent
KLAAR = {
    ADRES: _("Wij hebben u een code gestuurd. Typ die hieronder over."),
    CODE: _("Uw e-mailadres is bevestigd. Onze berichten gaan nu daarheen."),
    WEG: _("Uw e-mailadres is weg. Besluiten en vragen om meer informatie krijgt u nu per brief."),
    KEUZES: _("Uw keuze is bewaard."),
}
VORMEN = {"csv": (export_csv, "text/csv"), "json": (export_json, "application/json")}


@require_http_methods(["GET", "HEAD", "POST"])
@burger_required(niveau=Niveau.MIDDEN)
def berichten(request: HttpRequest) -> HttpResponse:
    """What we sent this person, and what they chose. One page; each of its forms comes back to it."""
    persoon = _require_persoon(request)
    bound: dict[str, forms.Form] = {}
    if request.method == "POST":
        actie = request.POST.get("actie", "")
        form = _handle(actie, request, persoon)
        if form is None:
            return redirect(f"{request.path}?klaar={actie}")
        bound = {actie: form}
    return render(request, "mijnzaken/berichten.html", _context(request, persoon, bound))


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def meenemen(request: HttpRequest, vorm: str) -> HttpResponse:
    """All that we sent this person, as a file."""
    persoon = _require_persoon(request)
    if vorm not in VORMEN:
        raise Http404
    export, mimetype = VORMEN[vorm]
    body = export(voor=persoon).encode("utf-8-sig" if vorm == "csv" else "utf-8")
    headers = {"Content-Disposition": f'attachment; filename="berichten.{vorm}"'}
    return HttpResponse(body, content_type=f"{mimetype}; charset=utf-8", headers=headers)


def _require_persoon(request: HttpRequest) -> Identificerend:
    """Somebody for themselves: a machtiging for a zaak is none for somebody's address and consent."""
    identiteit = require_identiteit(request)
    if identiteit.handelende is not None:
        raise Http404
    return identiteit.belanghebbende


def _handle(actie: str, request: HttpRequest, persoon: Identificerend) -> forms.Form | None:
    """Do what was asked; the form to show again when it could not be done. Errors: `Http404`."""
    if actie == WEG:
        remove_adres(persoon, now=klok.now())
        return None
    handle = {ADRES: _ask, CODE: _confirm, KEUZES: _choose}.get(actie)
    if handle is None:
        raise Http404
    return handle(request, persoon)


def _ask(request: HttpRequest, persoon: Identificerend) -> forms.Form | None:
    form = BerichtadresForm(request.POST)
    if not form.is_valid():
        return form
    try:
        ask_adres(
            persoon,
            email=form.cleaned_data["email"],
            taal=get_language() or "nl",
            herkomst=client_address(request),
            now=klok.now(),
        )
    except TooManyCodes:
        form.add_error(
            "email",
            _(
                "Wij stuurden al een paar codes naar dit adres of vanaf deze verbinding. Wacht een kwartier "
                "en probeer het dan opnieuw."
            ),
        )
        return form
    return None


def _confirm(request: HttpRequest, persoon: Identificerend) -> forms.Form | None:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return form
    if not confirm_adres(persoon, code=form.cleaned_data["code"], now=klok.now()):
        form.add_error(
            "code",
            _("Deze code klopt niet of is te oud. Kijk nog eens in uw e-mail, of vraag een nieuwe code."),
        )
        return form
    return None


def _choose(request: HttpRequest, persoon: Identificerend) -> forms.Form | None:
    now = klok.now()
    form = KeuzeForm(request.POST, voorkeuren=get_voorkeuren(persoon, now=now))
    if not form.is_valid():
        return form
    try:
        save_keuzes(persoon, nieuws=form.cleaned_data["nieuws"], toestemmingen=form.toestemmingen, now=now)
    except AdresNodig:
        text = _("Geef eerst uw e-mailadres op en bevestig het. Daarna kunt u dit kiezen.")
        form.add_error(next(naam for naam, wil in form.toestemmingen.items() if wil), text)
        return form
    return None


def _context(request: HttpRequest, persoon: Identificerend, bound: dict[str, forms.Form]) -> dict[str, Any]:
    voorkeuren = get_voorkeuren(persoon, now=klok.now())
    lijst = list_berichten(voor=persoon, page=_page_number(request))
    return {
        **screen_context(request, require_identiteit(request), list_crumb(), Link(gettext("Berichten"), "")),
        "voorkeuren": voorkeuren,
        "adresform": bound.get(ADRES) or BerichtadresForm(),
        "codeform": bound.get(CODE) or CodeForm(),
        "keuzeform": bound.get(KEUZES) or KeuzeForm(voorkeuren=voorkeuren),
        "fout": next(iter(bound.values()), None),
        "klaar": KLAAR.get(request.GET.get("klaar", ""), ""),
        "lijst": lijst,
        "pagina": Paginator(range(lijst.total), lijst.page_size).page(lijst.page),
    }


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("pagina", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
