"""Who looked into whose zaak, and why (AVG art. 15, BIO): noted, and told to whose zaak it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from eloket.lib.partij import Identificerend, eigen_sleutels, zoeksleutel
from eloket.zaken.backends import NIEUW, list_bronnen
from eloket.zaken.backends.base import Herkennend, Zaak, Zaakfilter
from eloket.zaken.models import Raadpleging, Rol
from eloket.zaken.regels import Raadpleegdoel, RolOmschrijving
from eloket.zaken.services.lezen import list_handled_here

EEN_KEER_PER = timedelta(hours=1)
BEWAARTERMIJN = timedelta(days=3 * 365)
#: So many look-ups a person reads, the last ones.
GETOOND = 1000


@dataclass(frozen=True, slots=True)
class Inkijk:
    """What a resident may know of a look-up: never which employee it was."""

    zaak: Zaak
    op: datetime
    afdeling: str
    doel: str


def note_raadpleging(
    identificatie: str,
    *,
    door: str,
    afdeling: str,
    doel: str,
    reden: str = "",
    voor: Identificerend | None = None,
    now: datetime,
) -> None:
    """Note that an employee (a login name) looked into a zaak; again within the hour changes nothing.

    `doel`: a `Raadpleegdoel`; `reden`: their own words, which the resident does not read. `voor`: whose zaak
    it is, where the screen knows that; else the built-in register tells.
    """
    if has_looked(identificatie, door=door, now=now):
        return
    try:
        with transaction.atomic():
            Raadpleging.objects.create(
                identificatie=identificatie,
                sleutel=zoeksleutel(voor) if voor else _sleutel_of(identificatie),
                door=door[:150],
                afdeling=afdeling[:100],
                doel=Raadpleegdoel(doel),
                reden=reden[:200],
                op=now,
                uur=now.replace(minute=0, second=0, microsecond=0),
            )
    except IntegrityError:  # another window of theirs was first
        return


def has_looked(identificatie: str, *, door: str, now: datetime) -> bool:
    """Whether this employee looked into this zaak within the hour, and so told why."""
    rows = Raadpleging.objects.filter(identificatie=identificatie, door=door)
    return rows.filter(op__gt=now - EEN_KEER_PER, op__lte=now).exists()


def list_raadplegingen(voor: Identificerend, *, identificatie: str = "") -> tuple[Inkijk, ...]:
    """The look-ups into this person's zaken, or into one of them; the last first.

    Only of zaken that they may see themselves. Errors: those of the register.
    """
    rows = Raadpleging.objects.visible_to(eigen_sleutels(voor))
    if identificatie:
        rows = rows.filter(identificatie=identificatie)
    found = list(rows.order_by("-op", "-pk")[:GETOOND])
    zaken = _visible(voor, {row.identificatie for row in found})
    return tuple(
        Inkijk(zaken[row.identificatie], row.op, row.afdeling, str(Raadpleegdoel(row.doel).label))
        for row in found
        if row.identificatie in zaken
    )


def purge_raadplegingen(*, now: datetime) -> int:
    """Remove the notes that are past their term. The number removed."""
    return Raadpleging.objects.older_than(now - BEWAARTERMIJN).delete()[0]


def _visible(voor: Identificerend, identificaties: set[str]) -> dict[str, Zaak]:
    """Asks the register also when nothing was noted: that it is down is never "nobody looked"."""
    here = list_handled_here(identificaties)
    found: dict[str, Zaak] = {}
    for bron in list_bronnen():
        numbers = here if isinstance(bron.register, Herkennend) else frozenset(identificaties) - here
        if numbers or (bron.naam == NIEUW and not identificaties):
            wanted = Zaakfilter(identificaties=numbers)
            page = bron.register.list_zaken(voor=voor, page=1, page_size=max(1, len(numbers)), filter=wanted)
            found |= {zaak.identificatie: zaak for zaak in page.items}
    return found


def _sleutel_of(identificatie: str) -> str:
    rows = Rol.objects.filter(zaak__identificatie=identificatie, rol=RolOmschrijving.INITIATOR)
    return rows.values_list("zoeksleutel", flat=True).first() or ""
