"""What is typed: a code by anybody, and the work of the back office."""

from eloket.uitgifte.forms.beheer import BesluitForm, LijstForm, RedenForm, VoorstelForm, ZoekForm
from eloket.uitgifte.forms.code import CodeForm

__all__ = ["BesluitForm", "CodeForm", "LijstForm", "RedenForm", "VoorstelForm", "ZoekForm"]
