"""What a holder reads of what the gemeente did with their product: the reason, and how to object."""

from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext as _

from eloket.uitgifte.bezwaar import tell_how
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.wijzigen import find_row


@dataclass(frozen=True, slots=True)
class Bekendmaking:
    """What stands there in the language `taal`. `bezwaar`: "" where there is nothing to object to."""

    kop: str
    uitleg: str
    reden: str = field(repr=False)
    bezwaar: str
    taal: str


def preview_bekendmaking(id: str, naar: Productstatus, *, reden: str) -> Bekendmaking:
    """In the language of the product. Suspending and withdrawing are besluiten (Awb art. 1:3).

    Errors: `ProductNotFound`.
    """
    row = find_row(id)
    with translation.override(row.taal):
        kop, uitleg = _words(naar, str(row.soort.titel))
        clause = tell_how() if naar in (Productstatus.GESCHORST, Productstatus.INGETROKKEN) else ""
        return Bekendmaking(kop, uitleg, reden.strip(), clause, row.taal)


def _words(naar: Productstatus, naam: str) -> tuple[str, str]:
    if naar == Productstatus.INGETROKKEN:
        return _("Ingetrokken: %s") % naam, _("Wij hebben dit ingetrokken. Het geldt niet meer.")
    if naar == Productstatus.GESCHORST:
        return _("Tijdelijk stopgezet: %s") % naam, _(
            "Wij hebben dit voor een tijd stopgezet. Het geldt nu niet."
        )
    return _("Geldt weer: %s") % naam, _("Dit geldt weer, tot en met de dag die erop staat.")
