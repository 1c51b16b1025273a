"""Another kenteken: another product in the place of this one, until the same day."""

from datetime import datetime

from eloket.lib.versleuteling import keyed_hash
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm, clean_kenteken
from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.services.gegevens import Door, ProductInfo
from eloket.uitgifte.services.houder import NietMogelijk, find_done, make_opvolger, read_mogelijk
from eloket.uitgifte.services.keuren import require_kenteken
from eloket.uitgifte.services.uitgeven import replace_product


class SameKenteken(NietMogelijk):
    """This kenteken is on it already."""


def change_kenteken(row: UitgegevenProduct, kenteken: str, *, door: Door, now: datetime) -> ProductInfo:
    """The product with this kenteken. Sent twice it is one; of two kentekens at once the second is told.

    Asks other systems, so hold no transaction. Errors: `ValueError` for what is no kenteken, `SameKenteken`,
    `NietMogelijk`, `MedewerkerNodig`, `ProductChanged`.
    """
    wanted = clean_kenteken(kenteken)
    verzoek = f"kenteken:{row.pk}:{keyed_hash(f'kenteken:{wanted}')}"
    if done := find_done(verzoek, now=now):
        return done
    claims = _change_claims(row, wanted, now=now)
    require_kenteken(row, claims)
    nieuw = make_opvolger(row, claims=claims, geldig_tot=row.geldig_tot, verzoek=verzoek, now=now)
    return replace_product(str(row.pk), nieuw, door=door, reden="", now=now)


def _change_claims(row: UitgegevenProduct, kenteken: str, *, now: datetime) -> dict[str, str]:
    veld = CLAIMTYPEN[row.claimtype].veld(Vorm.KENTEKEN)
    if veld is None or not read_mogelijk(row, now=now).kenteken:
        raise NietMogelijk("het kenteken van dit product is nu niet te wijzigen")
    if row.claims[veld.naam] == kenteken:
        raise SameKenteken("dit kenteken staat er al op")
    return row.claims | {veld.naam: kenteken}
