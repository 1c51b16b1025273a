"""formtools' storage on an encrypted draft. It has no current step: the address says where somebody is."""

from typing import Any

from formtools.wizard.storage.base import BaseStorage

from eloket.formulieren.models import Concept
from eloket.formulieren.stapformulier import Raw


class ConceptStorage(BaseStorage):
    """What was accepted per step, and what was saved halfway."""

    def __init__(self, concept: Concept, step: str) -> None:
        super().__init__(prefix=str(concept.pk))
        self.step = step
        self.init_data()
        self.data[self.step_data_key] = concept.antwoorden["stappen"]
        self.half: dict[str, Raw] = concept.antwoorden["half"]

    def _get_current_step(self) -> str:
        return self.step

    def _set_current_step(self, step: str) -> None:
        """Nothing: two tabs may be at two steps."""

    current_step: Any = property(_get_current_step, _set_current_step)
