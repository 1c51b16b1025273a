"""What this server does wrong when somebody asks it to."""

import re
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(slots=True)
class Storing:
    """`soort`: "html", "dicht_voor" or "dicht_na" (the connection breaks before or after the work is done),
    or a status and perhaps a code: "500", "412", "403 jwt-expired".

    `bij`: a pattern on "POST /zaken/api/v1/zaken"; `keer`: so many times, None for always.
    """

    soort: str
    bij: str = ""
    keer: int | None = None

    def takes(self, call: str) -> bool:
        if self.keer == 0 or not re.search(self.bij, call):
            return False
        if self.keer is not None:
            self.keer -= 1
        return True


@dataclass(slots=True)
class Storingen:
    """`traag`: seconds that each call takes. The names of the others say what they do."""

    traag: float = 0.0
    storingen: list[Storing] = field(default_factory=list)
    notificaties_dubbel: bool = False
    notificaties_kwijt: bool = False
    oude_etag: bool = False
    schud_statustypen: bool = False
    negeer_filters: bool = False  # as one product does: a list gives everything
    klok_verschil: timedelta = timedelta()

    def add(self, soort: str, *, bij: str = "", keer: int | None = None) -> None:
        self.storingen.append(Storing(soort, bij, keer))

    def find(self, call: str) -> str:
        """What goes wrong at this call; "" when nothing."""
        return next((each.soort for each in self.storingen if each.takes(call)), "")
