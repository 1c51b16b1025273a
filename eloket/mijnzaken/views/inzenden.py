"""Answering a question of the gemeente, and adding documents: one page, its buttons are POSTs of the whole.

What was typed or chosen is in the database before anything else is asked, so that no outage, second press of
a button or wrong file takes it away.
"""

import uuid as uuid_module
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from eloket.accounts.services import Niveau, burger_required, get_identiteit, login_url
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn
from eloket.mijnzaken.forms import BESTANDEN, AntwoordForm, InzendForm, clean_tekst
from eloket.mijnzaken.models import Inzending
from eloket.mijnzaken.services import Dossier
from eloket.mijnzaken.services.inzenden import (
    AlreadySent,
    add_bijlagen,
    find_concept,
    is_sent,
    list_bijlagen,
    open_concept,
    remove_bijlage,
    save_tekst,
    submit,
)
from eloket.mijnzaken.services.inzender import Inzender, make_inzender, make_merk, read_merk
from eloket.mijnzaken.services.opvangen import catch_tekst, find_caught
from eloket.mijnzaken.views.wie import (
    list_crumb,
    require_dossier,
    require_identiteit,
    screen_context,
    title_of,
    zaak_crumb,
)
from eloket.website.services import VERWIJDER, VOEG_TOE, Link
from eloket.zaken.services import Verzoek, has_documenten

PER_UUR = 200
OPVANG = "opgevangen"  # in the address, after the login


@dataclass(slots=True)
class Pagina:
    """One page of one request: whose it is, and which question of which zaak it answers ("" for none)."""

    request: HttpRequest
    zaak: str
    verzoek: str
    inzender: Inzender

    @property
    def key(self) -> dict[str, str]:
        return {"zaak": self.zaak, "verzoek": self.verzoek}

    @property
    def zaak_url(self) -> str:
        return reverse("mijnzaken:zaak", args=[self.zaak])

    def make_form(self, inzending: Inzending | None, tekst: str, *, posted: bool) -> InzendForm:
        kind = AntwoordForm if self.verzoek else InzendForm
        bijlagen = list_bijlagen(inzending)
        if posted:
            return kind({"tekst": tekst}, bijlagen=bijlagen)
        return kind(initial={"tekst": tekst}, bijlagen=bijlagen)


@require_http_methods(["GET", "HEAD", "POST"])
def inzenden(request: HttpRequest, identificatie: str, verzoek: str = "") -> HttpResponseBase:
    """The page of a question, or without one that of documents. What came without a session is caught."""
    if request.method == "POST" and not _is_logged_in(request):
        return _catch(request, identificatie, verzoek)
    return _inzenden(request, identificatie, verzoek)


@burger_required(niveau=Niveau.MIDDEN)
def _inzenden(request: HttpRequest, identificatie: str, verzoek: str) -> HttpResponse:
    identiteit = require_identiteit(request)
    inzender = make_inzender(identiteit.belanghebbende, identiteit.handelende)
    pagina = Pagina(request, identificatie, verzoek, inzender)
    if request.method == "POST":
        return _post(pagina)
    caught = request.GET.get(OPVANG, "")
    concept = find_concept(inzender, **pagina.key)
    tekst = find_caught(caught, **pagina.key, now=klok.now()) if caught else ""
    return _show(pagina, concept, tekst or (concept.tekst if concept else ""), was_caught=bool(tekst))


def _post(pagina: Pagina) -> HttpResponse:
    request, now = pagina.request, klok.now()
    tekst = clean_tekst(request.POST.get("tekst", ""))
    uuid = read_merk(request.POST.get("merk", ""), **pagina.key, inzender=pagina.inzender)
    if uuid is None:  # not a page of ours, or one of long ago: show it, which asks whose zaak it is
        return _show(pagina, find_concept(pagina.inzender, **pagina.key), tekst, again=True)
    try:
        inzending = open_concept(pagina.inzender, uuid, **pagina.key, now=now)
        save_tekst(inzending, tekst, now=now)
        return _press(pagina, inzending, tekst)
    except AlreadySent:
        return _done(pagina)


def _press(pagina: Pagina, inzending: Inzending, tekst: str) -> HttpResponse:
    """What the button asks. Errors: `AlreadySent`."""
    request, now = pagina.request, klok.now()
    if "bewaar" in request.POST:  # frontend/js/formulier.js, just before the session ends
        return HttpResponse(status=204)
    if VERWIJDER in request.POST:
        remove_bijlage(inzending, request.POST[VERWIJDER])
        return _back_to_files(request)
    fouten = _take_files(request, inzending)
    if VOEG_TOE in request.POST and not fouten:
        return _back_to_files(request)
    form = pagina.make_form(inzending, tekst, posted=True)
    if VOEG_TOE in request.POST:
        form.full_clean()
        form.errors.clear()  # nobody said that the rest was finished
    if fouten or not form.is_valid():
        form.errors.pop(BESTANDEN, None) if fouten else None
        for fout in fouten:
            form.add_error(BESTANDEN, fout)
        return _show(pagina, inzending, tekst, form=form)
    submit(inzending, now=now)
    return _done(pagina)


def _take_files(request: HttpRequest, inzending: Inzending) -> list[str]:
    uploads = request.FILES.getlist(BESTANDEN)
    if not uploads:
        pressed = VOEG_TOE in request.POST
        return [gettext("Kies eerst een bestand. Druk daarna op “Voeg toe”.")] if pressed else []
    if not take_turn("upload", client_address(request), maximum=PER_UUR, seconds=3600, now=klok.now()):
        return [gettext("Er kwamen veel bestanden vanaf deze verbinding. Probeer het over een uur opnieuw.")]
    return add_bijlagen(inzending, uploads, now=klok.now())


def _show(
    pagina: Pagina,
    concept: Inzending | None,
    tekst: str,
    *,
    form: InzendForm | None = None,
    was_caught: bool = False,
    again: bool = False,
) -> HttpResponse:
    """The page. Who comes from a page of ours (`form`) sees it also when the register is silent.

    Errors: `Http404` for another's zaak and for a question that is not there.
    """
    identiteit = require_identiteit(pagina.request)
    dossier = require_dossier(pagina.zaak, identiteit)
    verzoek = _find_verzoek(dossier, pagina.verzoek)
    if form is None:
        refused = _refuse(pagina, dossier, verzoek)
        if refused is not None:
            return refused
    uuid = concept.pk if concept else uuid_module.uuid4()
    titel = gettext("Geef antwoord") if pagina.verzoek else gettext("Voeg een document toe")
    crumbs = (list_crumb(), zaak_crumb(pagina.zaak, title_of(dossier)), Link(titel, ""))
    context = {
        **screen_context(pagina.request, identiteit, *crumbs),
        "titel": titel,
        "zaak_naam": title_of(dossier),
        "zaak_url": pagina.zaak_url,
        "verzoek": verzoek,
        "form": form or pagina.make_form(concept, tekst, posted=False),
        "merk": make_merk(uuid, **pagina.key, inzender=pagina.inzender),
        "opgevangen": was_caught,
        "nog_een_keer": again,
        "bewaard": concept is not None and form is None and not was_caught,
    }
    return render(pagina.request, "mijnzaken/inzenden.html", context)


def _refuse(pagina: Pagina, dossier: Dossier, verzoek: Verzoek | None) -> HttpResponse | None:
    """Why there is nothing to fill in now; None when there is. Errors: `Http404`."""
    answered = verzoek is not None and verzoek.is_beantwoord
    if is_sent(**pagina.key) or answered or (dossier.zaak is not None and not dossier.zaak.is_open):
        return redirect(pagina.zaak_url)
    if dossier.is_silent or (pagina.verzoek and dossier.verzoeken is None):
        return _silent(pagina)
    if dossier.zaak is None or (pagina.verzoek and verzoek is None) or not can_send(pagina.verzoek):
        raise Http404("Deze vraag is er niet, of is niet voor u.")
    return None


def can_send(verzoek: str) -> bool:
    """Whether this register takes documents; who could be asked a question can always answer it."""
    return bool(verzoek) or has_documenten()


def _find_verzoek(dossier: Dossier, id: str) -> Verzoek | None:
    return next((verzoek for verzoek in dossier.verzoeken or () if verzoek.id == id), None)


def _silent(pagina: Pagina) -> HttpResponse:
    identiteit = require_identiteit(pagina.request)
    crumbs = (list_crumb(), zaak_crumb(pagina.zaak))
    context = {**screen_context(pagina.request, identiteit, *crumbs), "zaak_url": pagina.zaak_url}
    return render(pagina.request, "mijnzaken/inzenden_storing.html", context, status=503)


def _done(pagina: Pagina) -> HttpResponse:
    return redirect(f"{pagina.zaak_url}?verstuurd={'antwoord' if pagina.verzoek else 'document'}")


def _back_to_files(request: HttpRequest) -> HttpResponse:
    return redirect(f"{request.path}#id_{BESTANDEN}")


# --- The session ended while somebody was typing -----


def _is_logged_in(request: HttpRequest) -> bool:
    identiteit = get_identiteit(request)
    return identiteit is not None and identiteit.niveau >= Niveau.MIDDEN


def _catch(request: HttpRequest, identificatie: str, verzoek: str) -> HttpResponse:
    """Keep the words for an hour and ask for the login, which comes back to them."""
    tekst, caught = clean_tekst(request.POST.get("tekst", "")), ""
    if tekst and take_turn("opvang", client_address(request), maximum=30, seconds=3600, now=klok.now()):
        caught = catch_tekst(zaak=identificatie, verzoek=verzoek, tekst=tekst, now=klok.now())
    back = f"{request.path}?{OPVANG}={caught}" if caught else request.path
    context: dict[str, Any] = {
        "login_url": login_url(next=back, niveau=Niveau.MIDDEN, middelen=("digid", "eherkenning", "eidas")),
        "bewaard": bool(caught),
        "bestanden": bool(request.FILES),
    }
    response = render(request, "mijnzaken/verlopen.html", context, status=403)
    response["Cache-Control"] = "private, no-store"
    return response
