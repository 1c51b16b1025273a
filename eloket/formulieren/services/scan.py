"""The letter or paper form that an employee filled a form in from: scanned, kept with the draft, sent along.

It answers no question of the form. It stands in the draft as a step of its own that no form has, so that a
change of it changes what a summary may send.
"""

from collections.abc import Sequence
from dataclasses import asdict

from django.utils.translation import gettext as _

from eloket.bestanden.services import Staat
from eloket.formulieren.definitie import Stap, Tekst, Veld
from eloket.formulieren.models import SCAN, Concept
from eloket.formulieren.stapformulier import PREFIX
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.velden.bestand import Antwoord, read_antwoord

MAX_AANTAL = 10  # a letter of some pages, scanned one by one, with its enclosures


def make_scan_stap() -> Stap:
    """The one question of the page for the scan, in the active language."""
    titel = Tekst(_("Scan van de brief"), _("Scan van de brief"))
    veld = Veld(
        soort="bestand",
        sleutel=SCAN,
        label=titel,
        verplicht=False,
        instellingen={"max_aantal": MAX_AANTAL},
    )
    return Stap(SCAN, titel, Tekst(), (veld,))


def list_scans(concept: Concept) -> Sequence[Antwoord]:
    """What was scanned for this draft; asks no query."""
    stappen = concept.antwoorden["stappen"]
    return [read_antwoord(text) for text in stappen.get(SCAN, {}).get(f"{PREFIX}-{SCAN}", ())]


def show_scans(concept: Concept) -> str:
    """The same in words for a summary; "" for none."""
    veld = make_scan_stap().velden[0]
    return get_veldtype(veld.soort).show([asdict(scan) for scan in list_scans(concept)], veld)


def is_refused(concept: Concept) -> bool:
    """Whether the virus scanner refused a scan afterwards: it must be taken away before anything is sent."""
    return any(scan.staat == Staat.GEWEIGERD for scan in list_scans(concept))
