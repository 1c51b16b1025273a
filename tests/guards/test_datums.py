"""A date reads the same everywhere: the day first, the month as a word, in both languages."""

from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, get_format, time_format


@pytest.mark.parametrize(("taal", "words"), [("nl", "4 maart 2027"), ("en", "4 March 2027")])
def test_a_date_is_written_in_words(taal: str, words: str) -> None:
    with translation.override(taal):
        assert date_format(date(2027, 3, 4)) == words


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_time_has_24_hours(taal: str) -> None:
    with translation.override(taal):
        assert time_format(datetime(2027, 3, 4, 14, 5)) == "14:05"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_nobody_types_the_month_first(taal: str) -> None:
    with translation.override(taal):
        assert not [each for each in get_format("DATE_INPUT_FORMATS") if each.startswith(("%m", "%b", "%B"))]
