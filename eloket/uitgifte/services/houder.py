"""What the holder of a product can do with it: give it up, renew it, put another kenteken on it."""

from dataclasses import dataclass
from datetime import datetime

from eloket.uitgifte.claims import CLAIMTYPEN, Vorm
from eloket.uitgifte.models import Sjabloon, UitgegevenProduct
from eloket.uitgifte.regels.geldigheid import renewable_from
from eloket.uitgifte.regels.status import VOORBIJ, Stand, read_stand
from eloket.uitgifte.services.gegevens import Door, NieuwProduct, ProductInfo, UitgifteError
from eloket.uitgifte.services.lezen import get_product
from eloket.uitgifte.services.wijzigen import withdraw_product


class NietMogelijk(UitgifteError):
    """This cannot be done with it, or not now."""


@dataclass(frozen=True, slots=True)
class Mogelijk:
    """What can be done now."""

    verlengen: bool
    kenteken: bool
    beeindigen: bool


def read_mogelijk(row: UitgegevenProduct, *, now: datetime) -> Mogelijk:
    """What its holder can do with this product."""
    stand = read_stand(row.status, vanaf=row.geldig_vanaf, tot=row.geldig_tot, now=now)
    vanaf = renewable_from(row.geldig_tot, dagen=row.soort.verlengen_dagen)
    holds = stand == Stand.GELDIG and row.soort.actief
    return Mogelijk(
        verlengen=holds and vanaf is not None and now >= vanaf,
        kenteken=holds and CLAIMTYPEN[row.claimtype].veld(Vorm.KENTEKEN) is not None,
        # An uittreksel says what was so on a day: there is nothing to give up.
        beeindigen=stand not in VOORBIJ and row.soort.sjabloon == Sjabloon.VERGUNNING,
    )


def end_product(row: UitgegevenProduct, *, door: Door, now: datetime) -> ProductInfo:
    """Its holder gives it up. Errors: `NietMogelijk`, `ProductChanged` when it is over already."""
    if not read_mogelijk(row, now=now).beeindigen:
        raise NietMogelijk("dit product is niet te beëindigen")
    return withdraw_product(str(row.pk), door=door, reden="", now=now)


def make_opvolger(
    row: UitgegevenProduct,
    *,
    claims: dict[str, str],
    geldig_tot: datetime | None,
    verzoek: str,
    now: datetime,
) -> NieuwProduct:
    """What comes in the place of `row`: of the same holder and the same aanvraag, from now on."""
    return NieuwProduct(
        soort=row.soort.code,
        houder=row.partij,
        claims=claims,
        geldig_vanaf=now,
        geldig_tot=geldig_tot,
        verzoek=verzoek,
        aanvraag=row.aanvraag,
        zaak=row.zaak,
        taal=row.taal,
        email=row.email,
        adres_sleutel=row.adres_sleutel,
    )


def find_done(verzoek: str, *, now: datetime) -> ProductInfo | None:
    """What was made for this verzoek already."""
    pk = UitgegevenProduct.objects.filter(verzoek=verzoek).values_list("pk", flat=True).first()
    return get_product(str(pk), now=now) if pk else None
