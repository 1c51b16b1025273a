"""What was done with a product, in the words of its holder."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.models import Hoedanigheid, Wijziging
from eloket.uitgifte.regels.status import Productstatus

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

VAN_HOUDER = (Hoedanigheid.HOUDER, Hoedanigheid.GEMACHTIGDE)
GEWOON: dict[str, "_StrPromise"] = {
    Productstatus.UITGEGEVEN: _("Uitgegeven"),
    Productstatus.GESCHORST: _("Tijdelijk stopgezet"),
    Productstatus.VERLOPEN: _("Verlopen"),
    Productstatus.VERVANGEN: _("Vervangen door een nieuw document"),
}
INGETROKKEN: dict[str, "_StrPromise"] = {
    Hoedanigheid.HOUDER: _("Beëindigd door de houder"),
    Hoedanigheid.GEMACHTIGDE: _("Beëindigd door iemand die voor de houder mag handelen"),
    Hoedanigheid.MEDEWERKER: _("Ingetrokken door de gemeente"),
    Hoedanigheid.REGEL: _("Beëindigd door een vaste regel"),
}


def tell_step(line: Wijziging) -> str:
    """What happened; "" for what was before it was handed over. Names no employee."""
    if line.naar == Productstatus.INGETROKKEN:
        return str(INGETROKKEN[line.als])
    if line.van == Productstatus.GESCHORST and line.naar == Productstatus.UITGEGEVEN:
        return str(_("Geldt weer"))
    return str(GEWOON.get(line.naar, ""))


def is_besluit(line: Wijziging) -> bool:
    """Did the gemeente decide this against its holder, so that they can object?"""
    against = line.naar in (Productstatus.INGETROKKEN, Productstatus.GESCHORST)
    return against and line.als not in VAN_HOUDER
