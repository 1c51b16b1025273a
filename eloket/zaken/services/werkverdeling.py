"""Dividing the work: the worklists, who has a zaak, and handing over many at once.

Only where zaken are handled in eloket itself. What somebody may see comes as a `Bereik`
(`services.rollen`); whether they may do this is the screen's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from eloket.zaken.backends.base import (
    ALLES,
    WERK_MAXIMUM,
    Bereik,
    NieuweToewijzing,
    Pagina,
    Verdeling,
    Werkfilter,
    Werklast,
    Werkstuk,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.services.behandelen import handling
from eloket.zaken.services.lezen import PAGE_SIZE

#: So many zaken go to somebody else at once.
OVERDRACHT_MAXIMUM = 100
ALLE_WERK = Werkfilter()


@dataclass(frozen=True, slots=True)
class Overdracht:
    """What came of handing over: numbers, and of those that stayed the reason in Dutch.

    `over`: how many more there were than go at once.
    """

    gelukt: tuple[str, ...]
    mislukt: tuple[tuple[str, str], ...]
    over: int = 0


def list_werkvoorraad(
    filter: Werkfilter = ALLE_WERK, *, bereik: Bereik = ALLES, page: int = 1
) -> Pagina[Werkstuk]:
    """Zaken to work on, counted up to `WERK_MAXIMUM`."""
    return handling().list_werkvoorraad(filter=filter, bereik=bereik, page=page, page_size=PAGE_SIZE)


def count_werkvoorraad(filter: Werkfilter, *, bereik: Bereik, maximum: int = WERK_MAXIMUM) -> int:
    """How many there are, counted no further than `maximum`."""
    return handling().count_werkvoorraad(filter=filter, bereik=bereik, maximum=maximum)


def list_werklast(*, bereik: Bereik, vandaag: date) -> tuple[Werklast, ...]:
    """How much each behandelaar has; who has most comes first."""
    return handling().list_werklast(bereik=bereik, op=vandaag)


def get_verdeling(identificatie: str) -> Verdeling:
    """Who has this zaak, and what decides who may see it. Errors: `ZaakNotFound`."""
    return handling().get_verdeling(identificatie)


def assign_zaak(identificatie: str, nieuw: NieuweToewijzing, *, now: datetime) -> None:
    """Give the zaak to an employee, a team or nobody.

    Errors: `ZaakNotFound`, `BehandelaarChanged`, `ZaakRejected`.
    """
    handling().assign_zaak(identificatie, nieuw, now=now)


def hand_over(
    wanted: Mapping[str, str | None],
    nieuw: NieuweToewijzing,
    *,
    bereik: Bereik,
    ontvanger: Bereik,
    now: datetime,
) -> Overdracht:
    """Give these zaken to one employee, as far as it goes: one that cannot go holds up no other.

    `wanted`: by number who had it on the screen (None: whoever). `bereik`: what whoever gives may give;
    `ontvanger`: what whoever gets may handle.
    """
    done: list[str] = []
    left: list[tuple[str, str]] = []
    for identificatie, huidig in list(wanted.items())[:OVERDRACHT_MAXIMUM]:
        try:
            _check_reach(identificatie, bereik, ontvanger)
            assign_zaak(identificatie, replace(nieuw, huidig=huidig), now=now)
            done.append(identificatie)
        except ZaakNotFound:
            left.append((identificatie, "u mag deze zaak niet overdragen"))
        except ZaakRejected as error:
            left.append((identificatie, "; ".join(error.reasons)))
    return Overdracht(tuple(done), tuple(left), max(0, len(wanted) - OVERDRACHT_MAXIMUM))


def hand_over_all(
    van: str, nieuw: NieuweToewijzing, *, bereik: Bereik, ontvanger: Bereik, now: datetime
) -> Overdracht:
    """Give what this employee (a login name) has to another; what must be done first goes first."""
    found = handling().list_werkvoorraad(
        filter=Werkfilter(behandelaar=van), bereik=bereik, page=1, page_size=OVERDRACHT_MAXIMUM
    )
    theirs: dict[str, str | None] = {item.zaak.identificatie: van for item in found.items}
    outcome = hand_over(theirs, nieuw, bereik=bereik, ontvanger=ontvanger, now=now)
    return replace(outcome, over=found.total - len(theirs))


def _check_reach(identificatie: str, bereik: Bereik, ontvanger: Bereik) -> None:
    """Errors: `ZaakNotFound` beyond the reach of whoever gives; `ZaakRejected` beyond that of who gets."""
    verdeling = get_verdeling(identificatie)
    kind = verdeling.zaaktype, verdeling.vertrouwelijkheidaanduiding
    if not bereik.covers(*kind):
        raise ZaakNotFound(identificatie)
    if not ontvanger.covers(*kind):
        raise ZaakRejected("deze collega mag zaken van dit zaaktype niet behandelen")
