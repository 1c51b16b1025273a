"""What keeps a soort from being handed over: told to the redacteur when it is saved, at the field itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from eloket.uitgifte.beslisregels import Feit
from eloket.uitgifte.claims import Vorm
from eloket.uitgifte.regels.bron import Bron

if TYPE_CHECKING:
    from eloket.uitgifte.models.soort import Productsoort

Fout = tuple[str, str]  # the field, and what to do
OVER_ADRES = frozenset({Feit.ZONE, Feit.AANTAL, Feit.WOONADRES})
MEER_KEREN = "antwoord_is"  # the one rule that may stand there more than once


def find_fouten(soort: "Productsoort") -> dict[str, list[str]]:
    """By field; nothing when the soort can be handed over."""
    found: dict[str, list[str]] = {}
    for check in (_check_direct, _check_regels, _check_adres, _check_vulling, _check_kenteken):
        for veld, words in check(soort):
            found.setdefault(veld, []).append(words)
    return found


def _check_direct(soort: "Productsoort") -> Iterator[Fout]:
    if not soort.is_direct:
        return
    if not soort.formulier:
        yield "formulier", _("Kies het formulier waarmee iemand dit aanvraagt.")
    if not soort.regels:
        yield "beslisregels", _("Kies minstens een regel. Zonder regels beslist altijd een medewerker.")


def _check_regels(soort: "Productsoort") -> Iterator[Fout]:
    names = [each.regel.naam for each in soort.regels if each.regel.naam != MEER_KEREN]
    for each in soort.regels:
        if names.count(each.regel.naam) > 1:
            words = _("“%(regel)s” staat er twee keer. Haal er een weg.")
            yield "beslisregels", words % {"regel": each.regel.label}
            return


def _check_adres(soort: "Productsoort") -> Iterator[Fout]:
    by_rule = any(each.regel.nodig & OVER_ADRES for each in soort.regels)
    by_claim = any(each.bron == Bron.ZONE for each in soort.bronnen)
    if (by_rule or by_claim) and not soort.adresvraag:
        yield (
            "adresvraag",
            _("Vul in welke vraag naar het adres vraagt. Een regel of de zone hangt ervan af."),
        )


def _check_vulling(soort: "Productsoort") -> Iterator[Fout]:
    velden = {veld.naam: veld for veld in soort.type.velden}
    filled = [each.claim for each in soort.bronnen]
    for naam in filled:
        if naam not in velden:
            words = _("“%(claim)s” staat niet op dit document. Haal het weg.")
            yield "vulling", words % {"claim": naam}
    if len(filled) != len(set(filled)):
        yield "vulling", _("Iets wordt twee keer ingevuld. Haal er een weg.")
    empty = [str(veld.label) for naam, veld in velden.items() if veld.verplicht and naam not in filled]
    if soort.formulier and empty:
        words = _("Dit moet op het document staan, maar niets vult het in: %(claims)s.")
        yield "vulling", words % {"claims": ", ".join(empty)}


def _check_kenteken(soort: "Productsoort") -> Iterator[Fout]:
    veld = soort.type.veld(Vorm.KENTEKEN)
    asks = any(Feit.KENTEKEN in each.regel.nodig for each in soort.regels)
    by_question = veld and any(each.claim == veld.naam and each.vragen for each in soort.bronnen)
    if asks and not by_question:
        yield "beslisregels", _("Geen vraag vult het kenteken in, dus daar kan geen regel naar kijken.")


def list_named(soort: "Productsoort", instelling: str) -> list[Any]:
    """What rules say under this name, such as their zones."""
    return [each.instellingen[instelling] for each in soort.regels if each.instellingen.get(instelling)]
