"""Withdrawing many products with two people: one proposes, another one decides, a worker does it.

What changed between proposing and doing is left out, and told: the colleague who approved saw something else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max, QuerySet

from eloket.outbox.services import enqueue
from eloket.uitgifte.models import (
    Hoedanigheid,
    Intrekvoorstel,
    Regeluitkomst,
    UitgegevenProduct,
    Voorstelregel,
    Voorstelstatus,
    Wijziging,
)
from eloket.uitgifte.regels.status import LEVEND
from eloket.uitgifte.services.gegevens import (
    Door,
    ProductChanged,
    ProductInfo,
    ProductNotFound,
    UitgifteError,
    to_info,
)
from eloket.uitgifte.services.lezen import read_id
from eloket.uitgifte.services.overzicht import Productfilter, find_soort, select_producten
from eloket.uitgifte.services.wijzigen import withdraw_product

MAXIMUM = 500
GETOOND = 100
UITVOEREN = "uitgifte.withdraw_voorstel"


class VoorstelNotFound(UitgifteError):
    """There is no such proposal."""


class VoorstelRefused(UitgifteError):
    """It cannot be done so; the text says why, for an employee."""


class SamePerson(VoorstelRefused):
    """Whoever proposes does not decide."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A proposal. `door` and `beslist_door`: login names. `aantallen`: how many products by outcome."""

    id: str
    soort: str
    soortnaam: str
    reden: str = field(repr=False)
    door: str
    op: datetime
    status: Voorstelstatus
    beslist_door: str
    beslist_op: datetime | None
    uitleg: str = field(repr=False)
    klaar: datetime | None
    aantallen: dict[Regeluitkomst, int]

    @property
    def aantal(self) -> int:
        return sum(self.aantallen.values())


@dataclass(frozen=True, slots=True)
class Voorstelproduct:
    """One product of a proposal, as it is now. `veranderd`: something was done with it meanwhile."""

    product: ProductInfo
    uitkomst: Regeluitkomst
    veranderd: bool


def propose_gekozen(soort: str, producten: Iterable[str], *, reden: str, door: str, now: datetime) -> str:
    """Propose to withdraw these products (ids) of one soort; the id of the proposal. Errors: as below."""
    ids = [read_id(each) for each in producten]
    rows = UitgegevenProduct.objects.filter(
        soort=find_soort(soort), pk__in=ids[: MAXIMUM + 1], status__in=LEVEND
    )
    return _propose(soort, rows, reden=reden, door=door, now=now)


def propose_alles(wat: Productfilter, *, reden: str, door: str, now: datetime) -> str:
    """Propose to withdraw all that this filter finds and that still runs.

    Errors: `SoortNotFound`; `VoorstelRefused` when there is nothing, or more than `MAXIMUM`.
    """
    rows = select_producten(wat, now=now)
    return _propose(wat.soort, rows, reden=reden, door=door, now=now)


def _propose(soort: str, rows: QuerySet[UitgegevenProduct], *, reden: str, door: str, now: datetime) -> str:
    kind = find_soort(soort)
    with transaction.atomic():
        running = rows.filter(status__in=LEVEND).order_by("-gemaakt", "-pk")
        found = list(running.values_list("pk", flat=True)[: MAXIMUM + 1])
        if not found:
            raise VoorstelRefused("er is niets om in te trekken: vink aan wat nog loopt")
        if len(found) > MAXIMUM:
            raise VoorstelRefused(f"dit zijn er meer dan {MAXIMUM}: kies een kleiner deel met het filter")
        last = _last_changes(found)
        voorstel = Intrekvoorstel.objects.create(soort=kind, reden=reden, door=door, op=now)
        Voorstelregel.objects.bulk_create(
            Voorstelregel(voorstel=voorstel, product_id=pk, wijziging=last[pk]) for pk in found
        )
    return str(voorstel.pk)


def _last_changes(producten: list[UUID]) -> dict[UUID, int]:
    """The last line of the history of each."""
    rows = Wijziging.objects.filter(product__in=producten).order_by().values_list("product")
    return dict(rows.annotate(last=Max("pk")))


def decide_voorstel(id: str, *, akkoord: bool, uitleg: str = "", door: str, now: datetime) -> None:
    """A colleague approves, after which a worker withdraws, or refuses.

    Errors: `VoorstelNotFound`, `SamePerson`, `VoorstelRefused` when it was decided already.
    """
    with transaction.atomic():
        row = _find(id)
        if row.door == door:
            raise SamePerson("een ander dan wie het voorstelde, beslist")
        status = Voorstelstatus.AKKOORD if akkoord else Voorstelstatus.AFGEWEZEN
        _close(row, status, door=door, uitleg=uitleg, now=now)
        if akkoord:
            enqueue(handler=UITVOEREN, ids={"voorstel": str(row.pk)}, key=f"{UITVOEREN}:{row.pk}", now=now)


def drop_voorstel(id: str, *, door: str, now: datetime) -> None:
    """Whoever proposed it takes it back. Errors: `VoorstelNotFound`, `VoorstelRefused`."""
    with transaction.atomic():
        row = _find(id)
        if row.door != door:
            raise VoorstelRefused("alleen wie het voorstelde, neemt het terug")
        _close(row, Voorstelstatus.VERVALLEN, door=door, uitleg="", now=now)


def _close(row: Intrekvoorstel, status: Voorstelstatus, *, door: str, uitleg: str, now: datetime) -> None:
    """Of two who decide at once one succeeds."""
    still_open = Intrekvoorstel.objects.filter(pk=row.pk, status=Voorstelstatus.OPEN)
    if not still_open.update(status=status, beslist_door=door, beslist_op=now, uitleg=uitleg):
        raise VoorstelRefused("over dit voorstel is al beslist")


def withdraw_voorstel(id: str, *, now: datetime) -> None:
    """Withdraw what was approved, one by one. Cut off anywhere and run again it goes on where it was."""
    row = _find(id)
    if row.status != Voorstelstatus.AKKOORD or row.klaar:
        return
    for pk in list(row.regels.filter(uitkomst=Regeluitkomst.WACHT).values_list("pk", flat=True)):
        _withdraw_one(pk, row, now=now)
    Intrekvoorstel.objects.filter(pk=row.pk, klaar=None).update(klaar=now)


def _withdraw_one(pk: int, voorstel: Intrekvoorstel, *, now: datetime) -> None:
    with transaction.atomic():
        regel = Voorstelregel.objects.select_for_update().get(pk=pk)
        if regel.uitkomst != Regeluitkomst.WACHT:
            return
        regel.uitkomst = Regeluitkomst.VERANDERD
        if _last_changes([regel.product_id])[regel.product_id] == regel.wijziging:
            regel.uitkomst = _try_withdraw(regel.product_id, voorstel, now=now)
        regel.save(update_fields=["uitkomst"])


def _try_withdraw(product: UUID, voorstel: Intrekvoorstel, *, now: datetime) -> Regeluitkomst:
    door = Door(Hoedanigheid.MEDEWERKER, voorstel.beslist_door)
    try:
        withdraw_product(str(product), door=door, reden=voorstel.reden, now=now)
    except (ProductChanged, ProductNotFound):
        return Regeluitkomst.VERANDERD
    return Regeluitkomst.INGETROKKEN


def get_voorstel(id: str) -> Voorstel:
    """Errors: `VoorstelNotFound`."""
    row = _find(id)
    counts = row.regels.order_by().values_list("uitkomst").annotate(aantal=Count("pk"))
    return _to_voorstel(row, {Regeluitkomst(each): number for each, number in counts})


def list_voorstellen(*, open_only: bool) -> list[Voorstel]:
    """Those that wait for a colleague, or the last hundred of all; the newest first. Two queries."""
    rows = Intrekvoorstel.objects.select_related("soort")
    rows = rows.filter(status=Voorstelstatus.OPEN) if open_only else rows
    found = list(rows[:GETOOND])
    counts: dict[UUID, dict[Regeluitkomst, int]] = {row.pk: {} for row in found}
    lines = Voorstelregel.objects.filter(voorstel__in=found).order_by().values_list("voorstel", "uitkomst")
    for voorstel, uitkomst, number in lines.annotate(aantal=Count("pk")):
        counts[voorstel][Regeluitkomst(uitkomst)] = number
    return [_to_voorstel(row, counts[row.pk]) for row in found]


def list_voorstelproducten(id: str, *, now: datetime) -> list[Voorstelproduct]:
    """All of it, at most `MAXIMUM`. Two queries."""
    rows = Voorstelregel.objects.filter(voorstel=read_id(id)).select_related(
        "product__soort", "product__document"
    )
    found = list(rows)
    last = _last_changes([row.product_id for row in found])
    return [
        Voorstelproduct(
            to_info(row.product, now=now),
            Regeluitkomst(row.uitkomst),
            veranderd=row.uitkomst == Regeluitkomst.WACHT and last[row.product_id] != row.wijziging,
        )
        for row in found
    ]


def _find(id: str) -> Intrekvoorstel:
    row = Intrekvoorstel.objects.select_related("soort").filter(pk=read_id(id)).first()
    if row is None:
        raise VoorstelNotFound("dit voorstel is er niet")
    return row


def _to_voorstel(row: Intrekvoorstel, aantallen: dict[Regeluitkomst, int]) -> Voorstel:
    return Voorstel(
        id=str(row.pk),
        soort=row.soort.code,
        soortnaam=row.soort.naam,
        reden=row.reden,
        door=row.door,
        op=row.op,
        status=Voorstelstatus(row.status),
        beslist_door=row.beslist_door,
        beslist_op=row.beslist_op,
        uitleg=row.uitleg,
        klaar=row.klaar,
        aantallen=aantallen,
    )
