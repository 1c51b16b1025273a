"""The entry for Noor's own calendar: read back by a parser, whatever stands in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from eloket.afspraken.services.agendabestand import write_agendabestand
from eloket.afspraken.services.agendapunt import Agendapunt

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
BEGIN = datetime(2026, 12, 29, 8, 15, tzinfo=UTC)
PUNT = Agendapunt(
    referentie="A7K3QX9M",
    nummer="A7K3-QX9M",
    begin=BEGIN,
    eind=BEGIN + timedelta(minutes=20),
    volgnummer=0,
    geannuleerd=False,
    gemeente="Rietwaard",
    plaats="Stadhuis, Raadhuisplein 1, 1234 AB Rietwaard",
    meenemen="Uw oude paspoort; en een pasfoto.",
    url="https://loket.example/afspraken/beheren/abc/",
)
# What a redacteur can save: no control characters but the end of a line.
TEKST = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=200)


@pytest.fixture(autouse=True)
def _basis(settings: Any) -> None:
    settings.ELOKET_BASIS_URL = "https://loket.rietwaard.example:8443"
    settings.DEFAULT_FROM_EMAIL = "Rietwaard <loket@rietwaard.example>"


def read(punt: Agendapunt) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(write_agendabestand(punt, now=NOW))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_noor_sees_when_and_where_and_is_warned_a_day_before() -> None:
    calendar, event = read(PUNT)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert (event["UID"], event["SEQUENCE"]) == ("A7K3QX9M@loket.rietwaard.example", 0)
    assert (event["STATUS"], event["CLASS"]) == ("CONFIRMED", "PRIVATE")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (PUNT.begin, PUNT.eind)
    assert event["LOCATION"] == PUNT.plaats
    assert event["URL"] == PUNT.url
    assert "Uw oude paspoort; en een pasfoto." in event["DESCRIPTION"]
    assert event["ORGANIZER"] == "mailto:loket@rietwaard.example"
    (alarm,) = calendar.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=-24)


def test_times_are_utc_so_that_no_time_zone_has_to_be_explained() -> None:
    """In summer and in winter, and in the hour that comes twice."""
    for moment in (BEGIN, datetime(2027, 7, 1, 7, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)):
        text = write_agendabestand(replace(PUNT, begin=moment, eind=moment + timedelta(minutes=5)), now=NOW)
        assert f"DTSTART:{moment:%Y%m%dT%H%M%SZ}" in text
        assert "VTIMEZONE" not in text
        assert "TZID" not in text


def test_a_moved_and_a_cancelled_afspraak_are_the_same_entry_with_a_higher_number() -> None:
    _calendar, first = read(PUNT)
    _calendar, moved = read(replace(PUNT, begin=BEGIN + timedelta(days=1), volgnummer=1))
    cancelled, last = read(replace(PUNT, geannuleerd=True, volgnummer=2))
    assert first["UID"] == moved["UID"] == last["UID"]
    assert [event["SEQUENCE"] for event in (first, moved, last)] == [0, 1, 2]
    assert (cancelled["METHOD"], last["STATUS"]) == ("CANCEL", "CANCELLED")
    assert not cancelled.walk("VALARM")


def test_who_may_only_come_finds_no_link() -> None:
    _calendar, event = read(replace(PUNT, url=""))
    assert "URL" not in event
    assert "http" not in event["DESCRIPTION"]


def test_it_speaks_the_language_of_the_afspraak() -> None:
    dutch, english = (read(replace(PUNT, taal=taal))[1]["SUMMARY"] for taal in ("nl", "en"))
    assert dutch == "Afspraak bij Rietwaard"
    assert "Rietwaard" in english


def test_lines_are_folded_at_75_bytes_and_never_inside_a_sign() -> None:
    text = write_agendabestand(replace(PUNT, plaats="Ĳ" * 200), now=NOW)
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()


@given(gemeente=TEKST, plaats=TEKST, meenemen=TEKST)
def test_whatever_a_redacteur_writes_comes_back_as_it_was(gemeente: str, plaats: str, meenemen: str) -> None:
    """Commas, semicolons, backslashes, colons, quotes and ends of lines say nothing to a calendar."""
    punt = replace(PUNT, gemeente=gemeente, plaats=plaats, meenemen=meenemen)
    calendar, event = read(punt)
    assert str(event["LOCATION"]) == plaats
    assert str(event["SUMMARY"]) == f"Afspraak bij {gemeente}"
    assert str(event["DESCRIPTION"]).startswith("Afspraaknummer: A7K3-QX9M")
    assert event.decoded("DTSTART") == BEGIN
    assert len(calendar.subcomponents) == 1  # nothing broke out of its line


@pytest.mark.parametrize("rest", ["\x00", "\x1b[31m", "a\rb", "\ud800"])
def test_signs_that_a_calendar_may_not_hold_are_left_out(rest: str) -> None:
    _calendar, event = read(replace(PUNT, plaats=f"Balie{rest}"))
    assert str(event["LOCATION"]).startswith("Balie")
