"""What the verify page says of each stand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.regels.status import Stand

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Oordeel:
    """A heading, its tone (see components/alert.html), and what it means."""

    kop: "_StrPromise"
    toon: str
    uitleg: "_StrPromise"


OORDELEN: dict[Stand, Oordeel] = {
    Stand.GELDIG: Oordeel(_("Dit document is geldig"), "ok", _("Wij hebben dit uitgegeven en het geldt nu.")),
    Stand.STRAKS: Oordeel(
        _("Dit document is nog niet geldig"),
        "warning",
        _("Wij hebben dit uitgegeven, maar het geldt nog niet."),
    ),
    Stand.GESCHORST: Oordeel(
        _("Dit document is nu niet geldig"), "error", _("Wij hebben dit tijdelijk stopgezet.")
    ),
    Stand.VERLOPEN: Oordeel(
        _("Dit document is niet meer geldig"), "error", _("De termijn van dit document is voorbij.")
    ),
    Stand.INGETROKKEN: Oordeel(
        _("Dit document is niet meer geldig"), "error", _("Dit document is ingetrokken.")
    ),
    Stand.VERVANGEN: Oordeel(
        _("Dit document is niet meer geldig"), "error", _("Er is een nieuw document in de plaats gekomen.")
    ),
}
