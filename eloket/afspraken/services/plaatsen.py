"""Places in words: names and addresses, in the language of who reads."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from eloket.afspraken.models import Afspraaklocatie
from eloket.lib.tekst import in_language
from eloket.website.services import list_locaties, per_versie


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place in use. `adresregels` is empty for the telephone and for visits at home."""

    id: int
    code: str
    naam: str
    kanaal: str
    adresregels: tuple[str, ...]
    uitleg: str
    postcodes: str
    systeem: str


def read_language() -> str:
    """The active language, or that of the site."""
    return get_language() or settings.LANGUAGE_CODE


def list_plaatsen(taal: str | None = None) -> tuple[Plaats, ...]:
    """The places in use, in the order of the redacteur. Kept until one changes."""
    return tuple(plaats for plaats, actief in _read_plaatsen(taal or read_language()) if actief)


def find_plaats(code: str) -> Plaats | None:
    """The place in use with this code, in the active language."""
    return next((plaats for plaats in list_plaatsen() if plaats.code == code), None)


def plaats_of(locatie_id: int, taal: str | None = None) -> Plaats:
    """The place of an afspraak, also when it is not in use any more."""
    found = {plaats.id: plaats for plaats, _actief in _read_plaatsen(taal or read_language())}
    return found[locatie_id]


def by_systeem(plaatsen: Iterable[Plaats]) -> dict[str, list[Plaats]]:
    """The places by the system that keeps their agendas."""
    groups: dict[str, list[Plaats]] = {}
    for plaats in plaatsen:
        groups.setdefault(plaats.systeem, []).append(plaats)
    return groups


@per_versie
def _read_plaatsen(taal: str) -> tuple[tuple[Plaats, bool], ...]:
    addresses = {
        each.id: (f"{each.straat} {each.huisnummer}", f"{each.postcode} {each.plaats}")
        for each in list_locaties(taal=taal)
    }
    rows = Afspraaklocatie.objects.all()
    return tuple((_to_plaats(row, addresses.get(row.locatie_id or 0, ()), taal), row.actief) for row in rows)


def _to_plaats(row: Afspraaklocatie, adresregels: tuple[str, ...], taal: str) -> Plaats:
    return Plaats(
        id=row.pk,
        code=row.code,
        naam=in_language(row.naam, row.naam_en, taal),
        kanaal=row.kanaal,
        adresregels=adresregels,
        uitleg=in_language(row.uitleg, row.uitleg_en, taal),
        postcodes=row.postcodes,
        systeem=row.systeem,
    )
