"""Why a file was not taken, in words that say what to do now."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

__all__ = ["Reden", "UploadRefused"]


class Reden(StrEnum):
    LEEG = "leeg"
    TE_GROOT = "te_groot"
    SOORT = "soort"
    BESCHADIGD = "beschadigd"
    WACHTWOORD = "wachtwoord"
    MAP = "map"
    TE_VEEL_BEELD = "te_veel_beeld"
    TE_ZWAAR = "te_zwaar"
    VIRUS = "virus"
    OPSLAG = "opslag"


MELDINGEN: Mapping[Reden, Any] = {
    Reden.LEEG: _("“%(naam)s” is leeg. Kies een ander bestand."),
    Reden.TE_GROOT: _("“%(naam)s” is te groot. Kies een bestand van hooguit %(max_mb)d MB."),
    Reden.SOORT: _(
        "“%(naam)s” kunnen wij niet aannemen. Dit kan wel: %(soorten)s. Bewaar het bestand zo en kies het "
        "opnieuw."
    ),
    Reden.BESCHADIGD: _(
        "“%(naam)s” kunnen wij niet lezen. Open het bestand op uw apparaat, bewaar het opnieuw en kies het "
        "nog eens."
    ),
    Reden.WACHTWOORD: _(
        "Op “%(naam)s” staat een wachtwoord. Bewaar het zonder wachtwoord en kies het opnieuw."
    ),
    Reden.MAP: _("In “%(naam)s” zitten andere bestanden. Stuur die bestanden los."),
    Reden.TE_VEEL_BEELD: _(
        "De foto “%(naam)s” heeft te veel beeldpunten. Maak de foto kleiner en kies hem opnieuw."
    ),
    Reden.TE_ZWAAR: _(
        "“%(naam)s” is te ingewikkeld voor ons. Bewaar het bestand opnieuw, met minder pagina's of kleinere "
        "foto's, en kies het nog eens."
    ),
    Reden.VIRUS: _(
        "In “%(naam)s” zit misschien een virus. Wij hebben het niet bewaard. Laat uw apparaat controleren, "
        "of kies een ander bestand."
    ),
    Reden.OPSLAG: _("“%(naam)s” konden wij nu niet bewaren. Probeer het over een paar minuten opnieuw."),
}


class UploadRefused(Exception):
    """This file is not taken. `reden` tells the code; `melding` says it to the person who chose it."""

    def __init__(self, reden: Reden, **params: Any) -> None:
        super().__init__(reden.value)
        self.reden = reden
        self.params = params

    @property
    def melding(self) -> str:
        """The sentence, in the active language."""
        return str(MELDINGEN[self.reden]) % self.params
