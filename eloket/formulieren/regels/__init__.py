"""Rules: what somebody sees, must answer and need not answer. Knows dataclasses only, no tables."""

from eloket.formulieren.regels.beslissen import Besluit, Einde, beslis
from eloket.formulieren.regels.controleren import find_regelfouten
from eloket.formulieren.regels.plan import Plan
from eloket.formulieren.regels.woorden import OPERATOREN, Fout

__all__ = ["OPERATOREN", "Besluit", "Einde", "Fout", "Plan", "beslis", "find_regelfouten"]
