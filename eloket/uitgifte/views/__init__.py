"""The pages for everybody who holds a document."""

from eloket.uitgifte.views.bestand import bestand
from eloket.uitgifte.views.controleer import controleer
from eloket.uitgifte.views.start import start

__all__ = ["bestand", "controleer", "start"]
