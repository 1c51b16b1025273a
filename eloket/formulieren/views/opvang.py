"""A step that arrives after the session has ended: kept for an hour, apart from the draft."""

from datetime import timedelta

from django.http import HttpRequest

from eloket.formulieren.models import Concept
from eloket.formulieren.services.hervatten import catch_stap
from eloket.formulieren.stapformulier import pick_raw
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn

OPVANG = "opgevangen"  # in the address of the step, after the login
BEWAARD = timedelta(hours=1)
PER_UUR = 30


def catch_posted(request: HttpRequest, concept: Concept, step: str) -> str:
    """The id of what was kept of this POST; "" for a GET, another step, or too many from one connection."""
    stap = concept.versie.definitie.get_stap(step)
    if request.method != "POST" or stap is None:
        return ""
    now = klok.now()
    if not take_turn("opvang", client_address(request), maximum=PER_UUR, seconds=3600, now=now):
        return ""
    return catch_stap(concept, stap=step, raw=pick_raw(stap, request.POST), until=now + BEWAARD)
