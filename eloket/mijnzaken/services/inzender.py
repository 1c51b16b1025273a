"""Who sends something to a zaak, and the mark by which their page is known again."""

import json
import uuid as uuid_module
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from eloket.lib import partij
from eloket.lib.partij import Identificerend
from eloket.lib.versleuteling import keyed_hashes

ZOUT = "mijnzaken.inzending"
GELDIG = timedelta(days=30)  # as long as a draft


@dataclass(frozen=True, slots=True)
class Inzender:
    """`voor`: whose zaak it is; `sleutels`: what opens what this login sends, newest key first."""

    voor: Identificerend
    sleutels: tuple[str, ...]


def make_inzender(voor: Identificerend, door: Identificerend | None) -> Inzender:
    """Who acts for somebody else has things of their own, apart from those of that person."""
    text = json.dumps([partij.to_dict(voor), partij.to_dict(door) if door else None], sort_keys=True)
    return Inzender(voor, tuple(keyed_hashes(f"inzender:{text}")))


def make_merk(uuid: uuid_module.UUID, *, zaak: str, verzoek: str, inzender: Inzender) -> str:
    """For the form: says that this person was shown this question of their own zaak.

    So an answer can be taken while the register is silent, and one page sends one thing.
    """
    return signing.dumps([str(uuid), zaak, verzoek, inzender.sleutels[0]], salt=ZOUT)


def read_merk(merk: str, *, zaak: str, verzoek: str, inzender: Inzender) -> uuid_module.UUID | None:
    """The uuid in a mark of ours for this question and this person; None for every other text."""
    try:
        uuid, *what, sleutel = signing.loads(merk, salt=ZOUT, max_age=GELDIG)
    except signing.BadSignature:
        return None
    if what != [zaak, verzoek] or sleutel not in inzender.sleutels:
        return None
    return uuid_module.UUID(uuid)
