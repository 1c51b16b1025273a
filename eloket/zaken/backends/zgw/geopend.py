"""`laatstGeopend` of Open Zaak: the resident read it here, so that other portals know."""

from datetime import UTC, datetime

from eloket.zaken.backends.base import RegisterMisconfigured
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.verbinding import Verbinding

VELD = "laatstGeopend"


class Leesbevestiging:
    """The standard has no such field. Whether this register has it shows in the first zaak that we see."""

    def __init__(self, verbinding: Verbinding, lezer: Lezer) -> None:
        self._verbinding, self._lezer = verbinding, lezer
        self.kept = True

    def note(self, identificatie: str, *, moment: datetime) -> None:
        """Changing a closed zaak asks for a right that eloket does not need: then nothing is said."""
        row = self._lezer.find(identificatie)
        if row is None or row.get("einddatum"):
            return
        if VELD not in row:
            self.kept = False
            return
        try:
            self._verbinding.patch(row["url"], {VELD: moment.astimezone(UTC).isoformat()})
        except (Afgekeurd, RegisterMisconfigured):
            self.kept = False  # shown, but not for us to write
