"""An outage on the last day: more time to answer, and for bezwaar. F-27."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import NieuwAntwoord, Uitstel, Zaak
from tests.zaken.contract.aanvullen import ID, LAST, ZAAK, question
from tests.zaken.contract.beslissen import decide
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, new_zaak

TODAY = NOW.date()
AFTER = LAST + timedelta(days=1)  # Wednesday 9 December 2026


class UitstellendContract:
    """For a register whose last days move with an outage."""

    @pytest.fixture(autouse=True)
    def kap(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
        return opened

    def test_the_last_day_to_answer_moves_once_and_says_why(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        assert register.extend_for_storing(eerste=LAST - timedelta(days=1), laatste=LAST) == 1
        assert register.extend_for_storing(eerste=LAST - timedelta(days=1), laatste=LAST) == 0
        (verzoek,) = register.list_verzoeken(ZAAK, voor=NOOR)
        assert verzoek.hersteltermijn == AFTER
        assert verzoek.uitstel == (Uitstel(LAST, LAST - timedelta(days=1), LAST),)
        assert register.get_zaak(ZAAK, voor=NOOR).hersteltermijn == AFTER  # the clock waits as long

    def test_a_second_outage_moves_the_moved_day(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        for dag in (LAST, AFTER):
            register.extend_for_storing(eerste=dag, laatste=dag)
        (verzoek,) = register.list_verzoeken(ZAAK, voor=NOOR)
        assert verzoek.hersteltermijn == AFTER + timedelta(days=1)
        assert [each.van for each in verzoek.uitstel] == [LAST, AFTER]

    @pytest.mark.parametrize("days", [(-3, -1), (1, 3)])
    def test_an_outage_beside_the_last_day_moves_nothing(self, register: Any, days: tuple[int, int]) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        eerste, laatste = (LAST + timedelta(days=each) for each in days)
        assert register.extend_for_storing(eerste=eerste, laatste=laatste) == 0

    def test_what_was_answered_needs_no_more_time(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        register.answer_aanvulling(ZAAK, ID, NieuwAntwoord("Hier is hij"), voor=NOOR, now=NOW)
        assert register.extend_for_storing(eerste=LAST, laatste=LAST) == 0

    def test_the_last_day_for_bezwaar_moves_over_a_weekend(self, register: Any) -> None:
        besluit = register.take_besluit(ZAAK, decide(verzenddatum=TODAY), now=NOW)
        last: date = besluit.uiterlijke_reactiedatum
        assert register.extend_for_storing(eerste=last, laatste=last + timedelta(days=3)) == 1
        (moved,) = register.list_besluiten(ZAAK, voor=NOOR, op=last)
        assert moved.uiterlijke_reactiedatum >= last + timedelta(days=4)
        assert moved.uiterlijke_reactiedatum.weekday() < 5
        assert [each.van for each in moved.uitstel] == [last]
