"""Whether every rule looks back: at answers that were given before what it decides on."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from eloket.formulieren.definitie import Actie
from eloket.formulieren.regels.plan import Plan
from eloket.formulieren.regels.woorden import Fout, noem_regel, noem_veld

EINDEN = (Actie.STOP, Actie.PRODUCT)


def find_volgordefouten(plan: Plan) -> Iterator[Fout]:
    """Rules that wait for a later answer; those that wait for each other are named together."""
    wacht = _wachtend(plan)
    for nummer, regel in enumerate(plan.regels):
        plek = plan.plek_van(regel)
        later = [
            each.veld
            for each in regel.voorwaarden
            if plek is not None and each.veld in plan.plekken and plan.plekken[each.veld] >= plek
        ]
        if later:
            yield Fout(nummer, _tell(plan, nummer, later[0], _find_kring(wacht, nummer)))


def _tell(plan: Plan, nummer: int, veld: str, kring: list[int]) -> str:
    regel = plan.regels[nummer]
    vraag = noem_veld(plan, veld)
    if veld == regel.doel and regel.actie != Actie.TOON_STAP:
        return _("De vraag “%(vraag)s” wacht op haar eigen antwoord. Kies een eerdere vraag.") % {
            "vraag": vraag
        }
    others = [noem_regel(plan, other) for other in kring if other != nummer]
    if others:
        return _("Deze regel wacht in een kring op %(regels)s. Haal een van de voorwaarden weg.") % {
            "regels": ", ".join(others)
        }
    return _(
        "De vraag “%(vraag)s” komt pas na wat deze regel bepaalt. Kies een eerdere vraag, of zet die eerder."
    ) % {"vraag": vraag}


def _wachtend(plan: Plan) -> dict[int, list[int]]:
    """From each rule to those that decide on an answer that it waits for."""
    beslist: dict[str, list[int]] = {}
    for nummer, regel in enumerate(plan.regels):
        if regel.actie not in EINDEN:
            for veld in _decides(plan, nummer):
                beslist.setdefault(veld, []).append(nummer)
    return {
        nummer: [other for each in regel.voorwaarden for other in beslist.get(each.veld, [])]
        for nummer, regel in enumerate(plan.regels)
    }


def _decides(plan: Plan, nummer: int) -> list[str]:
    """The questions that come and go with this rule."""
    regel = plan.regels[nummer]
    if regel.actie != Actie.TOON_STAP:
        return [regel.doel]
    stap = plan.stappen.get(regel.doel)
    return [] if stap is None else [veld.sleutel for veld in plan.definitie.stappen[stap].velden]


def _find_kring(wacht: dict[int, list[int]], begin: int) -> list[int]:
    """The rules on the shortest way back to this one; none when there is no way back."""
    came: dict[int, int] = {}
    queue = [begin]
    for current in queue:
        for following in wacht[current]:
            if following == begin:
                return _trace(came, begin, current)
            if following not in came:
                came[following] = current
                queue.append(following)
    return []


def _trace(came: dict[int, int], begin: int, last: int) -> list[int]:
    path = [last]
    while path[-1] != begin:
        path.append(came[path[-1]])
    return path[::-1]
