"""An installation hears in time that the next besluit on feestdagen is due."""

from datetime import date

import pytest

from eloket.zaken.checks import check_feestdagen
from eloket.zaken.termijnen import LAATSTE_BEKENDE_JAAR


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(LAATSTE_BEKENDE_JAAR - 1, 12, 31), []),
        (date(LAATSTE_BEKENDE_JAAR, 1, 1), ["zaken.W001"]),
        (date(LAATSTE_BEKENDE_JAAR + 3, 6, 1), ["zaken.W001"]),
    ],
)
def test_from_the_last_known_year_on_it_warns(
    monkeypatch: pytest.MonkeyPatch, today: date, found: list[str]
) -> None:
    monkeypatch.setattr("eloket.lib.klok.today", lambda: today)
    assert [message.id for message in check_feestdagen()] == found
