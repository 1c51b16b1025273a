"""The way of one draft through its form: which steps and questions there are for these answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.regels import Besluit, Plan, beslis
from eloket.formulieren.stapformulier import GETOOND, PREFIX, Raw, StapForm
from eloket.formulieren.velden import get_veldtype

CONTROLE = "controleren"
EINDE = "einde"


@dataclass(frozen=True, slots=True)
class Vorm:
    """A version of a form in one language, ready to be filled in: the same for everybody."""

    definitie: Definitie
    plan: Plan
    forms: Mapping[str, type[StapForm]]


class Route:
    """What rules make of the steps that somebody finished. `stappen`: what was typed there, by step."""

    def __init__(self, vorm: Vorm, stappen: Mapping[str, Raw], *, vandaag: date) -> None:
        self.vorm, self.af, self.vandaag = vorm, stappen, vandaag

    def met(self, step: str, raw: Raw) -> "Route":
        """As if this had been typed in that step."""
        return Route(self.vorm, {**self.af, step: raw}, vandaag=self.vandaag)

    @cached_property
    def besluit(self) -> Besluit:
        return beslis(self.vorm.plan, self.read_antwoord, vandaag=self.vandaag)

    def read_antwoord(self, sleutel: str) -> Any:
        """One stored answer, as an aanvraag would store it; None when it is missing or wrong."""
        plan = self.vorm.plan
        step = plan.definitie.stappen[plan.plekken[sleutel][0]].sleutel
        raw = self.af.get(step)
        if raw is None:
            return None
        form, kind = self.vorm.forms[step], get_veldtype(plan.velden[sleutel].soort)
        field, data = form.base_fields[sleutel], MultiValueDict(raw)
        if kind.has_velden:  # only a whole form can read the questions inside
            typed = form(data=data, prefix=PREFIX)[sleutel].data
        else:
            typed = field.widget.value_from_datadict(data, MultiValueDict(), f"{PREFIX}-{sleutel}")
        try:
            return kind.to_json(field.clean(typed))
        except ValidationError:
            return None

    def lees(self, sleutel: str) -> Any:
        """The answer that counts: a rule's own, none where a rule hides the question, else what was typed."""
        if sleutel in self.besluit.waarden:
            return self.besluit.waarden[sleutel]
        known = sleutel in self.vorm.plan.plekken and sleutel not in self.besluit.verborgen_velden
        return self.read_antwoord(sleutel) if known else None

    @cached_property
    def stappen(self) -> list[Stap]:
        """The steps that there are, in order."""
        return [stap for stap in self.vorm.definitie.stappen if self.besluit.toont_stap(stap)]

    def list_nieuw(self, stap: Stap, getoond: list[str]) -> list[str]:
        """The questions of this step that came by a rule, and that were not on the page yet."""
        hidden = self.besluit.verborgen_velden
        come = self.vorm.plan.wisselend.get(stap.sleutel, ())
        return [each for each in come if each not in hidden and each not in getoond]

    def is_af(self, stap: Stap) -> bool:
        """Finished, and nothing was added to it since."""
        raw = self.af.get(stap.sleutel)
        return raw is not None and not self.list_nieuw(stap, raw.get(GETOOND, []))

    @cached_property
    def verder(self) -> str:
        """Where to go on: a step, the explained end, or the summary."""
        for stap in self.stappen:
            if self.is_voorbij(stap):
                return EINDE
            if not self.is_af(stap):
                return stap.sleutel
        return EINDE if self.besluit.einde else CONTROLE

    def is_voorbij(self, stap: Stap) -> bool:
        """Whether the form ends before this step."""
        einde = self.besluit.einde
        return einde is not None and self.vorm.plan.stappen[stap.sleutel] > einde.na

    def is_open(self, step: str) -> bool:
        """Whether this step is there, and all before it are finished."""
        for stap in self.stappen:
            if stap.sleutel == step:
                return not self.is_voorbij(stap)
            if not self.is_af(stap):
                return False
        return False

    @property
    def laatste(self) -> str:
        """The last step before the end or the summary."""
        return [stap for stap in self.stappen if not self.is_voorbij(stap)][-1].sleutel
