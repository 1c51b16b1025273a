"""The KvK number of a vereniging, looked up when its step is posted, where there is a source to ask."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from eloket.accounts.services import get_medewerker
from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.definitie.bewijs import find_bewijs
from eloket.formulieren.models import Concept
from eloket.formulieren.services.aanvragers import find_kvk
from eloket.formulieren.services.handelsregister import Gevonden, look_up
from eloket.formulieren.stapformulier import StapForm
from eloket.formulieren.views.wie import counted_as
from eloket.lib import klok
from eloket.lib.limiet import take_turn

PER_UUR = 20  # look-ups from one connection; after that only the employee looks
ONBEKEND = _("Dit nummer staat niet in het Handelsregister. Kijk het na op uw uittreksel van de KvK.")


def asks_kvk(definitie: Definitie, stap: Stap) -> bool:
    """Whether this step holds the number that a vereniging is known by."""
    return find_bewijs(definitie.stappen, definitie.niveau).get("kvk") in stap.velden


def settle_kvk(request: HttpRequest, concept: Concept, form: StapForm) -> bool:
    """May this step go on? Not with a number that the Handelsregister does not know; the form then says so.

    Without an answer it may: an employee checks it in any case.
    """
    definitie = concept.versie.definitie
    veld = find_bewijs(definitie.stappen, definitie.niveau).get("kvk")
    if veld is None or veld not in form.stap.velden or not form.is_valid():
        return True
    kvk = find_kvk(definitie, {veld.sleutel: form.cleaned_data.get(veld.sleutel)})
    known = concept.handelsregister or {}
    if known.get("kvk") == kvk:
        return True
    if not take_turn("kvk", counted_as(request), maximum=PER_UUR, seconds=3600, now=klok.now()):
        return True
    medewerker = get_medewerker(request)
    door = medewerker.get_username() if medewerker else ""
    if look_up(concept, kvk, door=door, now=klok.now()) == Gevonden.NEE:
        form.add_error(veld.sleutel, ONBEKEND)
        return False
    return True
