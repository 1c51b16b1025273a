"""Rules in words: how a comparison reads, and how a rule is called when something is wrong with it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.formulieren.definitie import Actie, Operator, Regel
from eloket.formulieren.regels.plan import Plan

OPERATOREN = {
    Operator.IS: gettext_lazy("is"),
    Operator.IS_NIET: gettext_lazy("is niet"),
    Operator.EEN_VAN: gettext_lazy("is een van"),
    Operator.BEVAT: gettext_lazy("bevat"),
    Operator.BEVAT_NIET: gettext_lazy("bevat niet"),
    Operator.GEVULD: gettext_lazy("is ingevuld"),
    Operator.LEEG: gettext_lazy("is niet ingevuld"),
    Operator.GROTER: gettext_lazy("is groter dan"),
    Operator.KLEINER: gettext_lazy("is kleiner dan"),
    Operator.VOOR: gettext_lazy("is vóór"),
    Operator.NA: gettext_lazy("is na"),
}


@dataclass(frozen=True, slots=True)
class Fout:
    """Something that is wrong, in a sentence for the redacteur. `regel`: its number from 0; None for none."""

    regel: int | None
    tekst: str
    naam: str = ""

    def __str__(self) -> str:
        return f"{self.naam}: {self.tekst}" if self.naam else self.tekst


def noem_veld(plan: Plan, sleutel: str) -> str:
    """The words of a question; its key when it is not there."""
    veld = plan.velden.get(sleutel)
    return veld.label.nl if veld else sleutel


def noem_stap(plan: Plan, sleutel: str) -> str:
    nummer = plan.stappen.get(sleutel)
    return sleutel if nummer is None else plan.definitie.stappen[nummer].titel.nl


def noem_regel(plan: Plan, nummer: int) -> str:
    """ "Regel 2 (toon de vraag “Huisnummer”)": counted from 1, as in the editor."""
    doet = noem_actie(plan, plan.regels[nummer])
    return _("Regel %(nummer)d (%(doet)s)") % {"nummer": nummer + 1, "doet": doet}


def noem_actie(plan: Plan, regel: Regel) -> str:
    """What a rule does, in words."""
    if regel.actie == Actie.STOP:
        return _("stop met een uitleg")
    if regel.actie == Actie.PRODUCT:
        return _("verwijs naar een ander product")
    if regel.actie == Actie.TOON_STAP:
        return _("toon de stap “%(naam)s”") % {"naam": noem_stap(plan, regel.doel)}
    words = {
        Actie.TOON_VELD: _("toon de vraag “%(naam)s”"),
        Actie.VERPLICHT: _("maak de vraag “%(naam)s” verplicht"),
        Actie.WAARDE: _("vul de vraag “%(naam)s” in"),
    }
    return words[regel.actie] % {"naam": noem_veld(plan, regel.doel)}
