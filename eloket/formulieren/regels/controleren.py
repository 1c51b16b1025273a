"""What is wrong with the rules of a form, before anybody fills it in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from eloket.formulieren.definitie import Actie, Definitie, Regel
from eloket.formulieren.regels.bereik import find_bereikfouten
from eloket.formulieren.regels.passen import check_ingevuld, check_voorwaarde
from eloket.formulieren.regels.plan import Plan, Soort
from eloket.formulieren.regels.volgorde import find_volgordefouten
from eloket.formulieren.regels.woorden import Fout, noem_regel


def find_regelfouten(definitie: Definitie, soorten: Mapping[str, Soort], *, vandaag: date) -> list[Fout]:
    """Everything that keeps a form with these rules from being published, rule by rule.

    `soorten`: the types of field by name. `vandaag`: the day from which "vandaag+28" is tried.
    """
    if not definitie.regels:
        return []
    plan = Plan(definitie, soorten)
    found = list(_check_regels(plan, soorten))
    wrong = {fout.regel for fout in found}
    found += [fout for fout in find_volgordefouten(plan) if fout.regel not in wrong]
    if not found:
        found = list(find_bereikfouten(plan, soorten, vandaag=vandaag))
    named = [
        fout if fout.regel is None else replace(fout, naam=noem_regel(plan, fout.regel)) for fout in found
    ]
    return sorted(named, key=lambda fout: (fout.regel is None, fout.regel))


def _check_regels(plan: Plan, soorten: Mapping[str, Soort]) -> Iterator[Fout]:
    for nummer, regel in enumerate(plan.regels):
        for tekst in (*_check_voorwaarden(plan, regel, soorten), *_check_actie(plan, regel, soorten)):
            yield Fout(nummer, tekst)


def _check_voorwaarden(plan: Plan, regel: Regel, soorten: Mapping[str, Soort]) -> Iterator[str]:
    if not regel.voorwaarden:
        yield _("Deze regel heeft geen voorwaarde. Zet er een bij.")
    for voorwaarde in regel.voorwaarden:
        veld = plan.velden.get(voorwaarde.veld)
        if veld is None:
            yield _("De vraag “%(sleutel)s” bestaat niet meer. Kies een andere vraag.") % {
                "sleutel": voorwaarde.veld
            }
        else:
            yield from check_voorwaarde(voorwaarde, veld, soorten[veld.soort])


def _check_actie(plan: Plan, regel: Regel, soorten: Mapping[str, Soort]) -> Iterator[str]:
    if regel.actie in (Actie.STOP, Actie.PRODUCT):
        yield from _check_einde(regel)
    elif regel.actie == Actie.TOON_STAP:
        yield from _check_stap(plan, regel)
    elif regel.doel not in plan.velden:
        yield _("De vraag “%(sleutel)s” bestaat niet meer. Kies een andere vraag.") % {"sleutel": regel.doel}
    elif regel.actie == Actie.WAARDE:
        veld = plan.velden[regel.doel]
        yield from check_ingevuld(regel.waarde, veld, soorten[veld.soort])
        yield from _check_eerdere_stap(plan, regel)


def _check_einde(regel: Regel) -> Iterator[str]:
    if not regel.titel or not regel.tekst:
        yield _("Schrijf een kop en een uitleg: wie hier stopt, moet weten waarom.")
    if regel.actie == Actie.PRODUCT and not regel.product:
        yield _("Kies de pagina van het andere product.")


def _check_stap(plan: Plan, regel: Regel) -> Iterator[str]:
    if regel.doel not in plan.stappen:
        yield _("De stap “%(sleutel)s” bestaat niet meer. Kies een andere stap.") % {"sleutel": regel.doel}
    elif plan.stappen[regel.doel] == 0:
        yield _("De eerste stap is er altijd: daar begint iedereen. Kies een andere stap.")


def _check_eerdere_stap(plan: Plan, regel: Regel) -> Iterator[str]:
    """An answer that is given for somebody must be there when they see the question."""
    stap = plan.plekken[regel.doel][0]
    same = [each.veld for each in regel.voorwaarden if plan.plekken.get(each.veld, (-1,))[0] == stap]
    if same:
        yield _(
            "Deze regel vult een vraag in op dezelfde stap als de voorwaarde. Zet die vraag een stap later."
        )
