"""What goes in and out of uitgifte, and what can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from eloket.lib.partij import Partij
from eloket.lib.tekst import Tekst
from eloket.uitgifte.models import Documentstatus, Hoedanigheid, UitgegevenProduct
from eloket.uitgifte.regels.code import show_code
from eloket.uitgifte.regels.geldigheid import renewable_from
from eloket.uitgifte.regels.status import VOORBIJ, Productstatus, Stand, read_stand


class UitgifteError(Exception):
    """It was not done; the text says why, for an employee."""


class SoortNotFound(UitgifteError):
    """There is no such kind of product, or it is not handed over any more."""


class ProductNotFound(UitgifteError):
    """There is no such product, or it is somebody else's."""


class ProductChanged(UitgifteError):
    """It is not what it was, so that this can no longer be done with it. `status`: what it is now."""

    def __init__(self, status: Productstatus) -> None:
        super().__init__(f"dit product is al {status.label}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Door:
    """Who does it. `naam`: an employee's login name or the name of a rule; "" for the holder."""

    als: Hoedanigheid
    naam: str = ""


REGEL = Door(Hoedanigheid.REGEL)


@dataclass(frozen=True, slots=True)
class NieuwProduct:
    """What is to be handed over.

    `soort`: its code. `geldig_tot`: the first moment that it no longer holds; None: as the soort says,
    counted from `geldig_vanaf`. `verzoek`: one for each thing that is asked, such as the id of an aanvraag.
    `email`: the address that was given with it, "" for none. `aanvraag`, `zaak`: their numbers.
    `adres_sleutel`: keyed hash of the address at which it counts; a replacement takes over the old one.
    """

    soort: str
    houder: Partij
    claims: Mapping[str, object] = field(repr=False)
    geldig_vanaf: datetime
    verzoek: str
    geldig_tot: datetime | None = None
    aanvraag: str = ""
    zaak: str = ""
    taal: str = "nl"
    email: str = field(default="", repr=False)
    adres_sleutel: str = ""


@dataclass(frozen=True, slots=True)
class ProductInfo:
    """A product as screens show it. `stand` is what it was worth when it was read.

    `bestand`: the id in bestanden of its sealed PDF, "" while that is made. `verlengen_vanaf`: from when its
    holder may renew it; None when never.
    """

    id: str
    code: str
    soort: str
    naam: Tekst
    claimtype: str
    claims: Mapping[str, str] = field(repr=False)
    houder: Partij
    geldig_vanaf: datetime
    geldig_tot: datetime | None
    status: Productstatus
    stand: Stand
    sinds: datetime
    aanvraag: str
    zaak: str
    document: Documentstatus
    bestand: str
    proef: bool
    verlengen_vanaf: datetime | None

    @property
    def tooncode(self) -> str:
        return show_code(self.code)

    @property
    def voorbij(self) -> bool:
        """Is it over, for good?"""
        return self.stand in VOORBIJ


@dataclass(frozen=True, slots=True)
class WijzigingInfo:
    """One thing that was done with a product."""

    op: datetime
    naar: Productstatus
    als: Hoedanigheid
    door: str
    reden: str = field(repr=False)


def to_info(row: UitgegevenProduct, *, now: datetime) -> ProductInfo:
    """`row` with its soort and, where there is one, its document."""
    document = getattr(row, "document", None)
    stand = read_stand(row.status, vanaf=row.geldig_vanaf, tot=row.geldig_tot, now=now)
    return ProductInfo(
        id=str(row.pk),
        code=row.code,
        soort=row.soort.code,
        naam=row.soort.titel,
        claimtype=row.claimtype,
        claims=row.claims,
        houder=row.partij,
        geldig_vanaf=row.geldig_vanaf,
        geldig_tot=row.geldig_tot,
        status=Productstatus(row.status),
        stand=stand,
        sinds=tell_since(row, stand),
        aanvraag=row.aanvraag,
        zaak=row.zaak,
        document=Documentstatus(document.status) if document else Documentstatus.WACHT,
        bestand=document.bestand if document else "",
        proef=bool(document and document.proef),
        verlengen_vanaf=renewable_from(row.geldig_tot, dagen=row.soort.verlengen_dagen),
    )


def tell_since(row: UitgegevenProduct, stand: Stand) -> datetime:
    """Since when it is worth what it is worth: a term begins and ends by the clock."""
    if stand == Stand.VERLOPEN and row.geldig_tot is not None:
        return row.geldig_tot
    if stand == Stand.GELDIG:
        return max(row.geldig_vanaf, row.status_sinds)
    return row.status_sinds
