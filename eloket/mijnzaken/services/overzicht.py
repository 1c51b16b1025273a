"""All zaken of one person: those of the register, and what was sent and is no zaak yet."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from eloket.formulieren.services import AanvraagInfo, list_aanvragen
from eloket.lib.partij import Identificerend
from eloket.mijnzaken.services.inzenden import list_zaken_onderweg
from eloket.mijnzaken.services.inzender import Inzender, make_inzender
from eloket.zaken.services import (
    ALLE_ZAKEN,
    Aandachtsoort,
    Aandachtspunt,
    RegisterError,
    Stilte,
    Volgorde,
    Zaak,
    Zaakfilter,
    Zakenpagina,
    list_aandachtspunten,
    list_answering,
    list_stil,
    list_zaken,
)


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`zaken` is None when the register gives no answer: that is not the same as having no zaken.

    Or when a gemachtigde looks (`door_gemachtigde`): then the register was not asked for zaken, and
    `ontvangen` holds all that they sent. `aandacht`: what asks something of who looks, on the first page of
    everything; empty also where the register cannot tell, and None when it gave no answer. `stil`: the
    registers that gave no answer, of which one may be missing while `zaken` has what the other one gave.
    """

    zaken: Zakenpagina | None
    ontvangen: tuple[AanvraagInfo, ...]
    door_gemachtigde: bool = False
    aandacht: tuple[Aandachtspunt, ...] | None = ()
    filter: Zaakfilter = ALLE_ZAKEN
    stil: tuple[Stilte, ...] = ()

    @property
    def storing(self) -> bool:
        return self.zaken is None and not self.door_gemachtigde

    @property
    def is_partly_silent(self) -> bool:
        """The zaken of one register are missing; those of the other one are here."""
        return self.zaken is not None and bool(self.stil)

    @property
    def is_narrowed(self) -> bool:
        """Whether somebody asked for some of the zaken only."""
        return bool(self.filter.zoek) or self.filter.open_zaken is not None

    @property
    def is_empty(self) -> bool:
        """They have no zaken: the register said so."""
        return self.zaken is not None and not (self.stil or self.is_narrowed or self._shown)

    @property
    def nothing_found(self) -> bool:
        """They may have zaken, and none is like what was asked."""
        return self.is_narrowed and not (self.storing or self.stil or self._shown)

    @property
    def lopend(self) -> list[Zaak]:
        return [zaak for zaak in self._items if zaak.is_open]

    @property
    def afgerond(self) -> list[Zaak]:
        return [zaak for zaak in self._items if not zaak.is_open]

    @property
    def is_mixed(self) -> bool:
        """Open and closed zaken run through each other, because they are sorted by date."""
        return self.filter.volgorde != Volgorde.OPEN_EERST and self.filter.open_zaken is None

    @property
    def _shown(self) -> bool:
        return bool(self._items or self.ontvangen)

    @property
    def _items(self) -> tuple[Zaak, ...]:
        return self.zaken.items if self.zaken else ()


def get_overzicht(
    *, voor: Identificerend, door: Identificerend | None = None, page: int, filter: Zaakfilter = ALLE_ZAKEN
) -> Overzicht:
    """The zaken of this person. On the first page also what was received and is no zaak yet.

    `door`: the gemachtigde who looks. They see what they sent for this person, never the rest of that
    person's zaken, for which nobody gave them a machtiging.
    """
    aanvragen, inzender = list_aanvragen(voor=voor, door=door), make_inzender(voor, door)
    if door is not None:
        aandacht = _list_aandacht(inzender, page, filter, of={each.identificatie for each in aanvragen})
        return Overzicht(None, tuple(_narrow(aanvragen, filter)), True, aandacht, filter)
    try:
        zaken = list_zaken(voor=voor, page=page, filter=filter)
    except RegisterError:
        return Overzicht(None, tuple(_narrow(aanvragen, filter)), filter=filter, stil=list_stil())
    ontvangen = _list_ontvangen(aanvragen, zaken, filter)
    aandacht = _list_aandacht(inzender, page, filter)
    return Overzicht(zaken, ontvangen, aandacht=aandacht, filter=filter, stil=zaken.stil)


def _list_aandacht(
    inzender: Inzender, page: int, filter: Zaakfilter, *, of: Set[str] | None = None
) -> tuple[Aandachtspunt, ...] | None:
    """What asks something, in the zaken `of` these numbers; only above everything, not above a choice."""
    if page > 1 or filter != ALLE_ZAKEN:
        return ()
    try:
        points = list_aandachtspunten(voor=inzender.voor)
    except RegisterError:
        return None
    answered = _list_answered(points, inzender)
    return tuple(
        point
        for point in points
        if (of is None or point.identificatie in of)
        and (point.soort != Aandachtsoort.AANVULLING or point.identificatie not in answered)
    )


def _list_answered(points: Iterable[Aandachtspunt], inzender: Inzender) -> Set[str]:
    """The zaken whose question they answered already, though the register does not know it yet."""
    asked = [point.identificatie for point in points if point.soort == Aandachtsoort.AANVULLING]
    return list_zaken_onderweg(inzender, zaken=asked) if asked else set()


def _list_ontvangen(
    aanvragen: list[AanvraagInfo], zaken: Zakenpagina, filter: Zaakfilter
) -> tuple[AanvraagInfo, ...]:
    """What is no zaak yet, on the first page; of a register that is silent also what is one already."""
    if zaken.page > 1 or filter.open_zaken is False:
        return ()
    known = {zaak.identificatie for zaak in zaken.items}
    asked = [each for each in _narrow(aanvragen, filter) if each.identificatie not in known]
    there = frozenset(each.identificatie for each in asked if each.geregistreerd)
    if zaken.stil and there:
        there = list_answering(there, stil=zaken.stil)
    return tuple(each for each in asked if each.identificatie not in there)


def _narrow(aanvragen: Iterable[AanvraagInfo], filter: Zaakfilter) -> list[AanvraagInfo]:
    """Those with the words that were sought in their name or number."""
    sought = filter.zoek.casefold()
    return [each for each in aanvragen if sought in f"{each.titel}\n{each.identificatie}".casefold()]
