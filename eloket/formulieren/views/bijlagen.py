"""Files on the page of a step: added and taken away by buttons of that page, and given back to their owner.

Without JavaScript each button is a POST of the whole step: what was typed in the other boxes is kept.
"""

import uuid as uuid_module
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext

from eloket.bestanden.services import BestandNotFound, serve_bestand
from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services.bijlagen import (
    add_bijlagen,
    describe_bijlagen,
    find_bestand,
    list_bestandsvelden,
    remove_bijlage,
)
from eloket.formulieren.services.concepten import ConceptNotFound, LevelTooLow, check_eigenaar, get_concept
from eloket.formulieren.stapformulier import PREFIX, Raw, StapForm
from eloket.formulieren.views.ontvangst import find_own
from eloket.formulieren.views.wie import ask_login, counted_as, get_eigenaar
from eloket.lib import klok
from eloket.lib.limiet import take_turn
from eloket.website.services import VERWIJDER, VOEG_TOE, BestandenWidget

PER_UUR = 200


@dataclass(slots=True)
class Bestandspost:
    """What a POST did to the files of its step. `raw`: what the draft keeps of them now."""

    raw: Raw = field(default_factory=dict)
    fouten: dict[str, list[str]] = field(default_factory=dict)  # by the key of the question
    button: str = ""  # the key of the question whose own button was pressed
    changed: bool = False

    @property
    def stays(self) -> bool:
        """The visitor is not done with this page."""
        return bool(self.button or self.fouten)


def has_files(request: HttpRequest, stap: Stap) -> bool:
    """Does this POST bring files, or press a button beside them?"""
    names = [f"{PREFIX}-{veld.sleutel}" for veld in list_bestandsvelden(stap)]
    pressed = VOEG_TOE in request.POST or VERWIJDER in request.POST
    return bool(names) and (pressed or any(name in request.FILES for name in names))


def take_files(request: HttpRequest, concept: Concept, stap: Stap) -> Bestandspost:
    """Add what came along, take away what was asked. Errors: `bijlagen.ConceptGone`."""
    velden = list_bestandsvelden(stap)
    post = Bestandspost()
    if not velden:
        return post
    if VERWIJDER in request.POST:
        post.button = remove_bijlage(concept, request.POST[VERWIJDER]) or velden[0].sleutel
        post.changed = True
    for veld in velden:
        name = f"{PREFIX}-{veld.sleutel}"
        if request.POST.get(VOEG_TOE) == name:
            post.button = veld.sleutel
        if uploads := request.FILES.getlist(name):
            post.changed = True
            fouten = _refuse_flood(request) or add_bijlagen(concept, veld, uploads, now=klok.now())
            post.fouten |= {veld.sleutel: fouten} if fouten else {}
        elif post.button == veld.sleutel and VOEG_TOE in request.POST:
            post.fouten[veld.sleutel] = [gettext("Kies eerst een bestand. Druk daarna op “Voeg toe”.")]
    post.raw = describe_bijlagen(concept, stap)
    return post


def _refuse_flood(request: HttpRequest) -> list[str]:
    if take_turn("upload", counted_as(request), maximum=PER_UUR, seconds=3600, now=klok.now()):
        return []
    return [gettext("Er kwamen veel bestanden vanaf deze verbinding. Probeer het over een uur opnieuw.")]


def show_files(request: HttpRequest, post: Bestandspost, form: StapForm) -> HttpResponse | None:
    """Back to the page at the place of the files; None to show the form with what is wrong."""
    if not post.fouten and post.button:
        return redirect(f"{request.get_full_path()}#id_{PREFIX}-{post.button}")
    if post.button:
        form.forget_errors()  # nobody said that the rest was finished
    asked = {sleutel: meldingen for sleutel, meldingen in post.fouten.items() if sleutel in form.fields}
    for sleutel, meldingen in asked.items():
        form.errors.pop(sleutel, None)
        for melding in meldingen:
            form.add_error(sleutel, melding)
    return None


def link_files(form: StapForm, concept_url: str) -> None:
    """Let the lists of files on this page link to the files, below the address of the draft."""
    widgets = [each.widget for each in form.fields.values() if isinstance(each.widget, BestandenWidget)]
    for widget in widgets:
        widget.basis_url = f"{concept_url}bijlage/"


def bijlage(
    request: HttpRequest, slug: str, uuid: uuid_module.UUID, bijlage: uuid_module.UUID
) -> HttpResponseBase:
    """A file, for who sent it. Errors: `Http404`, also for somebody else's and for one that is held."""
    found = _find_owned(request, slug, uuid)
    if isinstance(found, HttpResponse):
        return found
    try:
        return serve_bestand(find_bestand(bijlage, of=found))
    except BestandNotFound:
        raise Http404(str(bijlage)) from None


def _find_owned(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> Concept | Aanvraag | HttpResponse:
    """The draft or the aanvraag with this uuid, or the way to the login. Errors: `Http404`."""
    try:
        concept = get_concept(uuid, slug=slug, now=klok.now())
    except ConceptNotFound:
        return find_own(request, slug, uuid)
    eigenaar = get_eigenaar(request, niveau=concept.niveau)
    if eigenaar is None:
        return ask_login(request, niveau=concept.niveau)
    try:
        check_eigenaar(concept, eigenaar)
    except LevelTooLow as error:
        return ask_login(request, niveau=error.niveau)
    except ConceptNotFound:
        raise Http404(str(uuid)) from None
    return concept
