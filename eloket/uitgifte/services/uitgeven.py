"""Handing a product over: asked twice, also at the same moment or after a crash, it is one."""

from datetime import datetime

from django.db import transaction

from eloket.lib.partij import to_dict, zoeksleutel
from eloket.lib.versleuteling import keyed_hash
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm, clean_claims, naam_tekst
from eloket.uitgifte.models import Document, Productsoort, UitgegevenProduct
from eloket.uitgifte.regels.geldigheid import count_end
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.documentstand import enqueue_document
from eloket.uitgifte.services.gegevens import (
    Door,
    NieuwProduct,
    ProductChanged,
    ProductInfo,
    SoortNotFound,
    UitgifteError,
    to_info,
)
from eloket.uitgifte.services.stap import note, set_status
from eloket.uitgifte.services.wijzigen import find_row


def prepare_product(nieuw: NieuwProduct, *, door: Door, now: datetime) -> ProductInfo:
    """A concept, to be issued when there is a besluit. Errors: as `issue_product`."""
    with transaction.atomic():
        return to_info(_ensure(nieuw, door=door, now=now), now=now)


def issue_product(nieuw: NieuwProduct, *, door: Door, reden: str = "", now: datetime) -> ProductInfo:
    """Hand it over; its PDF follows by the outbox. The same `verzoek` again gives the same product.

    Errors: `SoortNotFound`, `InvalidClaims`, `UitgifteError` when it would end before it begins.
    """
    with transaction.atomic():
        row = _ensure(nieuw, door=door, now=now)
        _hand_over(row, door=door, reden=reden, now=now)
        return to_info(row, now=now)


def replace_product(id: str, nieuw: NieuwProduct, *, door: Door, reden: str, now: datetime) -> ProductInfo:
    """A new one in the place of this one, which ends at once.

    Errors: also `ProductNotFound`, `ProductChanged`. Of two replacements of one product at once one is made;
    the other is told.
    """
    with transaction.atomic():
        row = _ensure(nieuw, door=door, now=now)
        if row.status != Productstatus.CONCEPT:
            return to_info(row, now=now)
        old = find_row(id)
        set_status(old, Productstatus.VERVANGEN, door=door, reden=reden, now=now)
        row.vervangt, row.adres_sleutel = old, row.adres_sleutel or old.adres_sleutel
        row.save(update_fields=["vervangt", "adres_sleutel"])
        _hand_over(row, door=door, reden=reden, now=now)
        return to_info(row, now=now)


def _hand_over(row: UitgegevenProduct, *, door: Door, reden: str, now: datetime) -> None:
    if row.status != Productstatus.CONCEPT:
        return
    try:
        set_status(row, Productstatus.UITGEGEVEN, door=door, reden=reden, now=now)
    except ProductChanged:  # somebody was just before us, with the same verzoek
        row.refresh_from_db()
        return
    row.document = Document.objects.create(product=row)
    enqueue_document(row.pk, now=now)


def _ensure(nieuw: NieuwProduct, *, door: Door, now: datetime) -> UitgegevenProduct:
    """The row of this verzoek, made when there is none yet."""
    found = (
        UitgegevenProduct.objects.select_related("soort", "document").filter(verzoek=nieuw.verzoek).first()
    )
    if found is not None:
        return found
    soort = Productsoort.objects.filter(code=nieuw.soort, actief=True).first()
    if soort is None:
        raise SoortNotFound(f"de productsoort {nieuw.soort!r} is er niet of wordt niet uitgegeven")
    row, is_new = UitgegevenProduct.objects.select_related("soort", "document").get_or_create(
        verzoek=nieuw.verzoek, defaults=_values(nieuw, soort, now=now)
    )
    if is_new:
        note(row, van="", naar=Productstatus.CONCEPT, door=door, reden="", now=now)
    return row


def _values(nieuw: NieuwProduct, soort: Productsoort, *, now: datetime) -> dict[str, object]:
    claims = clean_claims(soort.claimtype, nieuw.claims)
    tot = nieuw.geldig_tot or count_end(
        nieuw.geldig_vanaf, aantal=soort.geldigheid_aantal, eenheid=soort.geldigheid_eenheid
    )
    if tot is not None and tot <= nieuw.geldig_vanaf:
        raise UitgifteError("het einde ligt niet na het begin")
    return {
        "soort": soort,
        "houder": to_dict(nieuw.houder),
        "houder_sleutel": zoeksleutel(nieuw.houder),
        "claimtype": soort.claimtype,
        "claims": claims,
        **_search_keys(soort.claimtype, claims),
        "geldig_vanaf": nieuw.geldig_vanaf,
        "geldig_tot": tot,
        "status_sinds": now,
        "gemaakt": now,
        "taal": nieuw.taal,
        "email": nieuw.email,
        "aanvraag": nieuw.aanvraag,
        "zaak": nieuw.zaak,
        "adres_sleutel": nieuw.adres_sleutel,
    }


def _search_keys(claimtype: str, claims: dict[str, str]) -> dict[str, str]:
    """What is searched by: the kenteken and the name under a keyed hash, and the zone."""
    plate, zone, name = (CLAIMTYPEN[claimtype].veld(vorm) for vorm in (Vorm.KENTEKEN, Vorm.ZONE, Vorm.NAAM))
    naam = claims.get(name.naam, "") if name else ""
    return {
        "object_sleutel": keyed_hash(f"kenteken:{claims[plate.naam]}") if plate else "",
        "naam_sleutel": keyed_hash(naam_tekst(naam)) if naam else "",
        "gebied": claims[zone.naam] if zone else "",
    }
