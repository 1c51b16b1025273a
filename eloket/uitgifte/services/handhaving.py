"""For handhaving: has this kenteken a right in this zone? Yes or no and until when, of nobody."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from eloket.lib.versleuteling import keyed_hash, keyed_hashes
from eloket.uitgifte.claims import clean_kenteken, clean_zone
from eloket.uitgifte.models import Handhavingssleutel, UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.gegevens import UitgifteError


@dataclass(frozen=True, slots=True)
class Parkeerrecht:
    """`tot`: the first moment that it no longer holds; None without an end, or without a right."""

    geldig: bool
    tot: datetime | None


def check_parkeerrecht(kenteken: str, zone: str, *, now: datetime) -> Parkeerrecht:
    """The right that lasts longest. One query. Errors: `ValueError` for what is no kenteken or zone."""
    keys = keyed_hashes(f"kenteken:{clean_kenteken(kenteken)}")
    ends = list(
        UitgegevenProduct.objects.filter(
            Q(geldig_tot=None) | Q(geldig_tot__gt=now),
            object_sleutel__in=keys,
            gebied=clean_zone(zone),
            status=Productstatus.UITGEGEVEN,
            geldig_vanaf__lte=now,
        ).values_list("geldig_tot", flat=True)
    )
    known = [end for end in ends if end is not None]
    return Parkeerrecht(bool(ends), max(known) if known and len(known) == len(ends) else None)


def make_sleutel(naam: str, *, now: datetime) -> str:
    """A new key for the system with this name; nobody can read it again. Errors: `UitgifteError`."""
    sleutel = secrets.token_urlsafe(32)
    try:
        with transaction.atomic():
            Handhavingssleutel.objects.create(naam=naam, sleutel=_hash(sleutel), gemaakt=now)
    except IntegrityError:
        raise UitgifteError(f"er is al een sleutel met de naam {naam!r}: kies een andere naam") from None
    return sleutel


def revoke_sleutel(naam: str, *, now: datetime) -> None:
    """It opens nothing any more. Errors: `UitgifteError` when there is none."""
    found = Handhavingssleutel.objects.filter(naam=naam)
    if not found.exists():
        raise UitgifteError(f"er is geen sleutel met de naam {naam!r}")
    found.filter(ingetrokken=None).update(ingetrokken=now)


def is_sleutel(sleutel: str) -> bool:
    """Does this key open the API? One query."""
    hashes = keyed_hashes(f"handhaving:{sleutel}")
    return Handhavingssleutel.objects.filter(sleutel__in=hashes, ingetrokken=None).exists()


def _hash(sleutel: str) -> str:
    return keyed_hash(f"handhaving:{sleutel}")
