"""Products in words, for employees."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from eloket.lib.partij import Bsn, Kvk, Partij, Vereniging
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm
from eloket.uitgifte.services import ProductInfo, Stand
from eloket.uitgifte.tonen import show_claims, show_last

TONEN = {Stand.GELDIG: "w-status--primary"}


@dataclass(frozen=True, slots=True)
class Regel:
    """A product in a list. `waarvoor`: what it is about, never of whom."""

    id: str
    code: str
    soort: str
    waarvoor: str
    stand: str
    tot: str
    document: str
    zaak: str
    loopt: bool


def show_regel(product: ProductInfo) -> Regel:
    return Regel(
        id=product.id,
        code=product.tooncode,
        soort=str(product.naam),
        waarvoor=show_waarvoor(product),
        stand=str(product.stand.label),
        tot=show_last(product.geldig_tot) if product.geldig_tot else _("onbeperkt"),
        document="" if product.stand == Stand.CONCEPT else str(product.document.label),
        zaak=product.zaak,
        loopt=product.stand in (Stand.GELDIG, Stand.STRAKS, Stand.GESCHORST),
    )


def show_waarvoor(product: ProductInfo) -> str:
    """The kenteken, the zone, the place: what tells one from the other, without a name or address."""
    velden = [
        veld for veld in CLAIMTYPEN[product.claimtype].velden if veld.toonbaar or veld.vorm == Vorm.KENTEKEN
    ]
    return ", ".join(rij.value for rij in show_claims(velden, product.claims))


def show_houder(partij: Partij) -> str:
    """What kind of holder it is; a number of a person never."""
    if isinstance(partij, Bsn):
        return _("een inwoner")
    if isinstance(partij, Kvk):
        place = _(", vestiging %s") % partij.vestiging if partij.vestiging else ""
        return _("een bedrijf, KvK-nummer %s") % partij.nummer + place
    if isinstance(partij, Vereniging):
        return _("een vereniging, KvK-nummer %s") % partij.kvk
    return _("iemand anders")
