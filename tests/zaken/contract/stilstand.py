"""The clock: stopping it, letting it go on, and taking more time."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    NieuweOpschorting,
    NieuweStatus,
    NieuweVerlenging,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, new_zaak

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
ZAAK = "ELK-2026-0000042"


def ask(van: date = TOMORROW, **changes: Any) -> NieuweOpschorting:
    return NieuweOpschorting(van=van, reden="Wij missen een tekening", **changes)


def more(duur: str = "P6W", **changes: Any) -> NieuweVerlenging:
    return NieuweVerlenging(**{"duur": duur, "reden": "Advies duurt langer", "op": TODAY} | changes)


class OpschortendContract:
    """For a register whose zaken are handled in eloket."""

    @pytest.fixture(autouse=True)
    def kap(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
        return opened

    def test_the_clock_stops_and_noor_sees_until_when_she_can_answer(self, register: Any) -> None:
        last = TODAY + timedelta(days=14)
        zaak = register.suspend_zaak(ZAAK, ask(hersteltermijn=last), now=NOW)
        assert (zaak.is_opgeschort, zaak.hersteltermijn) == (True, last)
        seen = register.get_zaak(ZAAK, voor=NOOR)
        assert [(each.van, each.tot, each.reden) for each in seen.opschortingen] == [
            (TOMORROW, None, "Wij missen een tekening")
        ]

    def test_the_days_that_did_not_count_come_after(self, register: Any, kap: Zaak) -> None:
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        ten_days_later = NOW + timedelta(days=10)
        zaak = register.resume_zaak(ZAAK, tot=TODAY + timedelta(days=11), now=ten_days_later)
        assert (zaak.is_opgeschort, zaak.hersteltermijn) == (False, None)
        assert kap.uiterlijke_einddatum_afdoening is not None
        assert zaak.uiterlijke_einddatum_afdoening >= kap.uiterlijke_einddatum_afdoening + timedelta(days=10)

    def test_the_clock_can_stop_a_second_time_and_not_twice_at_once(self, register: Any) -> None:
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        with pytest.raises(ZaakRejected, match="al stil"):
            register.suspend_zaak(ZAAK, ask(), now=NOW)
        later = NOW + timedelta(days=5)
        register.resume_zaak(ZAAK, tot=later.date(), now=later)
        zaak = register.suspend_zaak(ZAAK, ask(later.date() + timedelta(days=1)), now=later)
        assert [each.tot is None for each in zaak.opschortingen] == [False, True]

    @pytest.mark.parametrize(("resumed", "counts"), [(5, 5), (14, 14), (15, 14), (40, 14)])
    def test_the_clock_goes_on_at_the_last_day_to_answer_also_when_somebody_says_so_later(
        self, register: Any, resumed: int, counts: int
    ) -> None:
        register.suspend_zaak(ZAAK, ask(hersteltermijn=TODAY + timedelta(days=14)), now=NOW)
        moment = NOW + timedelta(days=resumed)
        zaak = register.resume_zaak(ZAAK, tot=moment.date(), now=moment)
        assert [each.tot for each in zaak.opschortingen] == [TODAY + timedelta(days=counts)]

    def test_while_the_clock_stands_still_it_is_not_too_late_for_more_time(self, register: Any) -> None:
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        late = NOW + timedelta(days=100)
        zaak = register.extend_zaak(ZAAK, more(op=late.date()), now=late)
        assert len(zaak.verlengingen) == 1

    @pytest.mark.parametrize("days", [-1, 2])
    def test_a_clock_does_not_stop_before_the_zaak_or_after_tomorrow(self, register: Any, days: int) -> None:
        with pytest.raises(ZaakRejected, match="stilstaan"):
            register.suspend_zaak(ZAAK, ask(TODAY + timedelta(days=days)), now=NOW)

    def test_days_that_stood_still_do_not_count_twice(self, register: Any) -> None:
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        later = NOW + timedelta(days=5)
        register.resume_zaak(ZAAK, tot=later.date(), now=later)
        with pytest.raises(ZaakRejected, match="al stil"):
            register.suspend_zaak(ZAAK, ask(later.date() - timedelta(days=1)), now=later)

    @pytest.mark.parametrize("reden", ["", "   ", "x" * 201])
    def test_without_a_reason_or_with_a_book_it_is_refused(self, register: Any, reden: str) -> None:
        with pytest.raises(ZaakRejected, match="reden"):
            register.suspend_zaak(ZAAK, NieuweOpschorting(van=TOMORROW, reden=reden), now=NOW)
        with pytest.raises(ZaakRejected, match="reden"):
            register.extend_zaak(ZAAK, more(reden=reden), now=NOW)

    def test_a_last_day_before_the_clock_stops_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="laatste dag"):
            register.suspend_zaak(ZAAK, ask(hersteltermijn=TODAY), now=NOW)

    def test_what_does_not_stand_still_does_not_go_on(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="niet stil"):
            register.resume_zaak(ZAAK, tot=TOMORROW, now=NOW)
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        with pytest.raises(ZaakRejected, match="voor hij stilstond"):
            register.resume_zaak(ZAAK, tot=TODAY, now=NOW)
        with pytest.raises(ZaakRejected, match="morgen"):
            register.resume_zaak(ZAAK, tot=TODAY + timedelta(days=2), now=NOW)

    def test_a_zaaktype_can_forbid_both(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype="streng"), now=NOW)
        with pytest.raises(ZaakRejected, match="mag de termijn niet stilstaan"):
            register.suspend_zaak("ELK-2", ask(), now=NOW)
        with pytest.raises(ZaakRejected, match="mag de termijn niet langer"):
            register.extend_zaak("ELK-2", more(), now=NOW)

    def test_a_term_is_extended_once(self, register: Any, kap: Zaak) -> None:
        zaak = register.extend_zaak(ZAAK, more("P4W"), now=NOW)
        assert [(each.duur.dagen, each.reden, each.op) for each in zaak.verlengingen] == [
            (28, "Advies duurt langer", TODAY)
        ]
        assert kap.uiterlijke_einddatum_afdoening is not None
        assert zaak.uiterlijke_einddatum_afdoening >= kap.uiterlijke_einddatum_afdoening + timedelta(days=28)
        with pytest.raises(ZaakRejected, match="al een keer"):
            register.extend_zaak(ZAAK, more("P1W"), now=NOW)

    @pytest.mark.parametrize("duur", ["P7W", "P43D", "P2M", "P0D", "6 weken", "", "PT3H", "-P6W"])
    def test_a_term_that_is_too_long_or_none_is_refused(self, register: Any, duur: str) -> None:
        with pytest.raises(ZaakRejected):
            register.extend_zaak(ZAAK, more(duur), now=NOW)
        assert register.get_zaak(ZAAK, voor=NOOR).verlengingen == ()

    def test_when_the_term_is_over_it_cannot_be_extended(self, register: Any) -> None:
        late = NOW + timedelta(days=100)
        with pytest.raises(ZaakRejected, match="voorbij"):
            register.extend_zaak(ZAAK, more(op=late.date()), now=late)
        with pytest.raises(ZaakRejected, match="toekomst"):
            register.extend_zaak(ZAAK, more(op=TOMORROW), now=NOW)

    def test_a_closed_zaak_has_no_clock(self, register: Any) -> None:
        register.suspend_zaak(ZAAK, ask(TODAY), now=NOW)
        later = NOW + timedelta(days=3)
        closed = register.set_status(ZAAK, NieuweStatus(2, later, resultaat="Verleend"), now=later)
        assert closed.is_opgeschort is False
        for call in (
            lambda: register.suspend_zaak(ZAAK, ask(), now=later),
            lambda: register.resume_zaak(ZAAK, tot=later.date(), now=later),
            lambda: register.extend_zaak(ZAAK, more(), now=later),
        ):
            with pytest.raises(ZaakRejected, match="gesloten"):
                call()

    def test_no_zaak_no_clock(self, register: Any) -> None:
        with pytest.raises(ZaakNotFound):
            register.suspend_zaak("ELK-0", ask(), now=NOW)
