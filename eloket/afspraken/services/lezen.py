"""Afspraken that were made, for the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from eloket.afspraken.models import Afspraak, Afspraakregel, AfspraakStatus, Kanaal
from eloket.afspraken.services.gegevens import (
    Bedrijfsgegevens,
    Bezoeker,
    Contactgegevens,
    read_bedrijf,
    read_bezoekers,
    read_contact,
)
from eloket.afspraken.services.plaatsen import Plaats, plaats_of, read_language
from eloket.afspraken.services.referentie import read_referentie, show_referentie
from eloket.lib.partij import Identificerend
from eloket.lib.tekst import in_language


class AfspraakNotFound(Exception):
    """There is no such afspraak, or it is not for who asks."""


@dataclass(frozen=True, slots=True)
class RegelInfo:
    """One of the things somebody comes for. `soort` is its code."""

    soort: str
    naam: str
    personen: int
    meenemen: str
    let_op: str


@dataclass(frozen=True, slots=True)
class AfspraakInfo:
    """An afspraak, in the language of who reads. `begin` and `eind` in UTC; `locatie` is a code.

    `adresregels`: where to be; for a visit at home where we come; empty for the telephone. `contact`,
    `bedrijf` and `bezoekers` are personal: a page that anybody with the link can open shows none of them.
    """

    id: UUID
    referentie: str
    toonreferentie: str
    status: str
    begin: datetime
    eind: datetime
    locatie: str
    locatienaam: str
    adresregels: tuple[str, ...]
    uitleg: str
    kanaal: str
    agenda_naam: str
    regels: tuple[RegelInfo, ...]
    versie: int
    link_versie: int
    taal: str
    doelgroep: str
    aanmeldkanaal: str
    bevestiging: str
    medewerker: str
    zaak: str
    contact: Contactgegevens | None
    bedrijf: Bedrijfsgegevens | None
    bezoekers: tuple[Bezoeker, ...]

    @property
    def geannuleerd(self) -> bool:
        return self.status == AfspraakStatus.GEANNULEERD

    @property
    def onderwerp(self) -> str:
        """What it is for, in one line."""
        return ", ".join(str(regel.naam) for regel in self.regels)

    @property
    def meenemen(self) -> tuple[str, ...]:
        """What to bring, each thing once."""
        return tuple(dict.fromkeys(regel.meenemen for regel in self.regels if regel.meenemen))

    @property
    def let_op(self) -> tuple[str, ...]:
        """What to know beforehand, each thing once."""
        return tuple(dict.fromkeys(regel.let_op for regel in self.regels if regel.let_op))

    def is_ahead(self, now: datetime) -> bool:
        """Can who comes still change it?"""
        return self.status == AfspraakStatus.GEBOEKT and self.begin > now


def get_afspraak(id: UUID, *, taal: str | None = None) -> AfspraakInfo:
    """The afspraak in this language, by default the active one. Errors: `AfspraakNotFound`."""
    row = _rows().filter(pk=id).first()
    if row is None:
        raise AfspraakNotFound(str(id))
    return to_info(row, taal)


def find_afspraak(referentie: str, *, taal: str | None = None) -> AfspraakInfo | None:
    """By what somebody reads out or types, with or without a dash."""
    code = read_referentie(referentie)
    row = _rows().filter(referentie=code).first() if code else None
    return to_info(row, taal) if row else None


def list_afspraken_van(
    wie: Identificerend, *, vanaf: datetime, taal: str | None = None
) -> list[AfspraakInfo]:
    """What is of this person or vestiging, or was made by them for somebody else, and ends after `vanaf`.

    The first one first; without what was cancelled.
    """
    rows = _rows().filter(pk__in=Afspraak.objects.visible_to(wie).standing(), eind__gt=vanaf)
    return list_infos(rows.order_by("begin", "pk"), taal)


def get_own_afspraak(wie: Identificerend, id: UUID, *, taal: str | None = None) -> AfspraakInfo:
    """One that is of this person or vestiging. Errors: `AfspraakNotFound`, also for somebody else's."""
    row = _rows().filter(pk__in=Afspraak.objects.visible_to(wie).filter(pk=id)).first()
    if row is None:
        raise AfspraakNotFound(str(id))
    return to_info(row, taal)


def list_infos(rows: "QuerySet[Afspraak]", taal: str | None = None) -> list[AfspraakInfo]:
    """These afspraken in words; three queries at most, however many there are."""
    return [to_info(row, taal) for row in rows.prefetch_related("regels__soort")]


def to_info(row: Afspraak, taal: str | None = None) -> AfspraakInfo:
    """The row in words."""
    language = taal or read_language()
    plaats = plaats_of(row.locatie_id, language)
    contact = read_contact(row.contact)
    return AfspraakInfo(
        id=row.pk,
        referentie=row.referentie,
        toonreferentie=show_referentie(row.referentie),
        status=row.status,
        begin=row.begin,
        eind=row.eind,
        locatie=plaats.code,
        locatienaam=plaats.naam,
        adresregels=_where(row, plaats, contact),
        uitleg=plaats.uitleg,
        kanaal=row.kanaal,
        agenda_naam=row.agenda_naam,
        regels=tuple(_to_regel(regel, language) for regel in _in_order(row.regels.all())),
        versie=row.versie,
        link_versie=row.link_versie,
        taal=row.taal,
        doelgroep=row.doelgroep,
        aanmeldkanaal=row.aanmeldkanaal,
        bevestiging=row.bevestiging,
        medewerker=row.medewerker,
        zaak=row.zaak,
        contact=contact,
        bedrijf=read_bedrijf(row.bedrijf),
        bezoekers=read_bezoekers(row.bezoekers),
    )


def _rows() -> "QuerySet[Afspraak]":
    return Afspraak.objects.prefetch_related("regels__soort")


def _in_order(regels: "QuerySet[Afspraakregel]") -> Sequence[Afspraakregel]:
    return sorted(regels, key=lambda regel: regel.pk)


def _where(row: Afspraak, plaats: Plaats, contact: Contactgegevens | None) -> tuple[str, ...]:
    if row.kanaal == Kanaal.HUISBEZOEK:
        return contact.adres if contact else ()
    return plaats.adresregels


def _to_regel(regel: Afspraakregel, taal: str) -> RegelInfo:
    soort = regel.soort
    return RegelInfo(
        soort=soort.code,
        naam=in_language(soort.naam, soort.naam_en, taal),
        personen=regel.personen,
        meenemen=in_language(soort.meenemen, soort.meenemen_en, taal),
        let_op=in_language(soort.let_op, soort.let_op_en, taal),
    )
