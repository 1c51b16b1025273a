"""Is this ours, and what is it worth now? For anybody, without saying whose it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from eloket.lib.tekst import Tekst
from eloket.uitgifte.claims import CLAIMTYPEN, Claimveld
from eloket.uitgifte.models import Documentstatus, UitgegevenProduct
from eloket.uitgifte.regels.code import LENGTE, TEKENS, show_code
from eloket.uitgifte.regels.status import Productstatus, Stand, read_stand
from eloket.uitgifte.services.gegevens import ProductNotFound, tell_since


@dataclass(frozen=True, slots=True)
class Controle:
    """All that anybody may know of a product. `claims` holds the fields of `velden` and no others.

    `sha256` of its PDF; "" while that is not there.
    """

    code: str
    naam: Tekst
    stand: Stand
    sinds: datetime
    geldig_vanaf: datetime
    geldig_tot: datetime | None
    velden: tuple[Claimveld, ...]
    claims: Mapping[str, str]
    proef: bool
    sha256: str

    @property
    def tooncode(self) -> str:
        return show_code(self.code)


def clean_code(typed: str) -> str:
    """A code without the spaces and dashes that people type. Errors: `ProductNotFound` for what is none."""
    code = re.sub(r"[\s-]", "", typed).upper()
    if len(code) != LENGTE or not set(code) <= set(TEKENS):
        raise ProductNotFound("dit is geen code van ons")
    return code


def check_code(code: str, *, now: datetime) -> Controle:
    """What a code stands for `now`, never from a cache. Errors: `ProductNotFound`. One query."""
    return _find(now=now, code=clean_code(code))


def check_sha256(sha256: str, *, now: datetime) -> Controle:
    """The product whose PDF has this fingerprint, to the last byte. Errors: `ProductNotFound`. One query."""
    return _find(now=now, document__sha256=sha256, document__status=Documentstatus.KLAAR)


def _find(*, now: datetime, **what: str) -> Controle:
    rows = UitgegevenProduct.objects.exclude(status=Productstatus.CONCEPT)
    row = rows.filter(**what).select_related("soort", "document").first()
    if row is None:
        raise ProductNotFound("dit is niet van ons")
    stand = read_stand(row.status, vanaf=row.geldig_vanaf, tot=row.geldig_tot, now=now)
    shown = tuple(veld for veld in CLAIMTYPEN[row.claimtype].toonbaar if veld.naam in row.soort.toont)
    return Controle(
        code=row.code,
        naam=row.soort.titel,
        stand=stand,
        sinds=tell_since(row, stand),
        geldig_vanaf=row.geldig_vanaf,
        geldig_tot=row.geldig_tot,
        velden=shown,
        claims={veld.naam: row.claims[veld.naam] for veld in shown if veld.naam in row.claims},
        proef=row.document.proef,
        sha256=row.document.sha256,
    )
