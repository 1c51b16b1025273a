"""When the sources are asked, and where the answer stays: in the session, then with the draft.

Once for each draft and day, at the first step that needs it. A source that was out of order is asked again at
the next look; `lib.zekering` sees to it that nobody waits for it.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest

from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import Concept, FormulierVersie
from eloket.formulieren.route import Route
from eloket.formulieren.services.concepten import keep_voorinvulling
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.services.voorinvullen import Navraag, fetch_voorinvulling, navraag_of, needs_source
from eloket.formulieren.stapformulier import Raw, StapForm
from eloket.formulieren.views.scherm import make_form
from eloket.formulieren.vooraf import fill_raw
from eloket.formulieren.voorinvulling import NIETS, Voorinvulling, from_dict, to_dict

SESSIE = "formulieren_vooraf"
GELDIG = timedelta(days=1)  # who goes on with a draft next week gets what is true next week


def for_begin(
    request: HttpRequest, versie: FormulierVersie, eigenaar: Eigenaar, *, now: datetime
) -> Voorinvulling:
    """What the first step gets while there is no draft. The session is encrypted and ends with the login."""
    stap = versie.definitie.stappen[0]
    navraag = navraag_of(eigenaar)
    if navraag is None or not needs_source(stap):
        return NIETS
    mine = {"versie": versie.pk, "eigenaar": eigenaar.sleutel}
    kept = request.session.get(SESSIE)
    if kept and {name: kept[name] for name in mine} == mine:
        return from_dict(kept["data"])
    found = fetch_voorinvulling(versie.definitie, navraag, now=now)
    if found.is_final:
        request.session[SESSIE] = {**mine, "data": to_dict(found)}
    return found


def move_to_concept(
    request: HttpRequest, concept: Concept, voorinvulling: Voorinvulling, *, now: datetime
) -> None:
    """From the session to the draft, when it begins."""
    if request.session.pop(SESSIE, None) is not None:
        keep_voorinvulling(concept, to_dict(voorinvulling), now=now)


def for_concept(
    concept: Concept, stap: Stap, navraag: Navraag | None, *, ask: bool, now: datetime
) -> Voorinvulling:
    """What this step of a draft gets. Asks the sources when nobody did today and `ask` says so.

    Without `navraag` nobody is asked: who helps with a draft sees what its owner sees, and no more.
    """
    if not needs_source(stap):
        return NIETS
    kept = concept.voorinvulling
    known = from_dict(kept["data"]) if kept else None
    if navraag is None or not ask or (kept and now - datetime.fromisoformat(kept["op"]) < GELDIG):
        return known or NIETS
    found = fetch_voorinvulling(concept.versie.definitie, navraag, now=now)
    if found.is_final:
        keep_voorinvulling(concept, to_dict(found), now=now)
        return found
    return known or found


def make_first_form(route: Route, voorinvulling: Voorinvulling, raw: Raw | None = None) -> StapForm:
    """The first step: as posted, or with what the sources know and without complaints about the rest."""
    stap = route.vorm.definitie.stappen[0]
    typed = (fill_raw(stap, voorinvulling) or None) if raw is None else raw
    here = route if typed is None else route.met(stap.sleutel, typed)
    form = make_form(here, stap.sleutel, typed, voorinvulling)
    if raw is None:
        form.forget_errors()
    return form
