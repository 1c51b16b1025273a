"""What asks something of a resident, for a register that can tell it at once."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    Aandachtsoort,
    Aandachtspunt,
    NieuweOpschorting,
    NieuweStatus,
    Tekst,
    Zaak,
)
from tests.zaken.contract.beslissen import ZAAK, decide
from tests.zaken.factories import GEHEIM, KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak

TODAY = NOW.date()
DAG = timedelta(days=1)


def ask(register: Any, zaak: str = ZAAK, *, days: int = 14) -> None:
    nieuw = NieuweOpschorting(TODAY + DAG, "er mist een tekening", hersteltermijn=TODAY + days * DAG)
    register.suspend_zaak(zaak, nieuw, now=NOW)


def kinds(register: Any, *, voor: Any = NOOR, op: Any = TODAY) -> list[tuple[str, str]]:
    found = register.list_aandachtspunten(voor=voor, op=op)
    return [(point.soort.value, point.identificatie) for point in found]


class AttenderendContract:
    @pytest.fixture(autouse=True)
    def kap(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(
            new_zaak(zaaktype=KAPVERGUNNING, omschrijving="Boom kappen"), now=NOW
        )
        return opened

    def test_a_zaak_that_runs_asks_nothing(self, register: Any) -> None:
        assert register.list_aandachtspunten(voor=NOOR, op=TODAY) == ()

    def test_what_was_asked_waits_until_its_last_day(self, register: Any) -> None:
        ask(register)
        (point,) = register.list_aandachtspunten(voor=NOOR, op=TODAY)
        last = TODAY + 14 * DAG
        assert point == Aandachtspunt(Aandachtsoort.AANVULLING, ZAAK, Tekst("Boom kappen"), last)
        assert kinds(register, op=last) == [("aanvulling", ZAAK)]
        assert kinds(register, op=last + DAG) == []

    def test_once_the_clock_goes_on_nothing_waits(self, register: Any) -> None:
        ask(register)
        register.resume_zaak(ZAAK, tot=TODAY + DAG, now=NOW)
        assert kinds(register) == []

    def test_a_besluit_waits_from_the_bekendmaking_to_its_last_day(self, register: Any) -> None:
        register.take_besluit(ZAAK, decide(), now=NOW)
        assert kinds(register) == []
        known = register.announce_besluit(ZAAK, decide().identificatie, verzenddatum=TODAY, now=NOW)
        (point,) = register.list_aandachtspunten(voor=NOOR, op=TODAY)
        assert (point.soort, point.uiterlijk) == (Aandachtsoort.BEZWAAR, known.uiterlijke_reactiedatum)
        assert point.besluit == Tekst("Besluit op aanvraag")
        assert kinds(register, op=known.uiterlijke_reactiedatum) == [("bezwaar", ZAAK)]
        assert kinds(register, op=known.uiterlijke_reactiedatum + DAG) == []

    def test_a_besluit_can_be_objected_to_after_the_zaak_was_closed(self, register: Any) -> None:
        register.take_besluit(ZAAK, decide(verzenddatum=TODAY), now=NOW)
        register.set_status(ZAAK, NieuweStatus(2, NOW + DAG, resultaat="Verleend"), now=NOW + DAG)
        assert kinds(register) == [("bezwaar", ZAAK)]

    def test_the_first_last_day_stands_first(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2026-0000043"), now=NOW)
        ask(register, days=20)
        ask(register, "ELK-2026-0000043", days=5)
        assert [number for _soort, number in kinds(register)] == ["ELK-2026-0000043", ZAAK]

    def test_nothing_of_anothers_and_nothing_too_confidential(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2026-0000043", zaaktype=GEHEIM), now=NOW)
        ask(register, "ELK-2026-0000043")
        ask(register)
        assert kinds(register, voor=VREEMDE) == []
        assert kinds(register) == [("aanvulling", ZAAK)]
