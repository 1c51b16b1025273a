"""What councillors ask: how long is the wait, and how many do not come?"""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import NietBereikbaar, Plek
from eloket.afspraken.models import Agenda, EersteMogelijkheid, Kanaal
from eloket.afspraken.services.cijfers import Cijfer, Week, read_cijfers, week_of
from eloket.afspraken.services.momentopname import take_momentopname
from tests.afspraken.beheer.factories import (
    BEHEER,
    GEANNULEERD,
    at,
    make_afspraak,
    make_agenda,
    make_plek,
    make_regel,
    make_soort,
)

CIJFERS = f"{BEHEER}cijfers/"
DECEMBER = date(2026, 12, 1), date(2026, 12, 31)
NU = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def balie(db: None) -> Agenda:
    plek = make_plek()
    make_regel(plek)
    return make_agenda(plek)


def only(rows: list[Cijfer]) -> Cijfer:
    (row,) = rows
    return row


def test_a_week_in_figures(balie: Agenda) -> None:
    soort = make_soort()
    made = [at(day, "10:00", month=11) for day in (27, 28, 30)]
    make_afspraak(balie, soort, at(1, "10:00"), gemaakt=made[0])
    make_afspraak(balie, soort, at(2, "10:00"), gemaakt=made[1], status="niet_verschenen")
    late = {"status": GEANNULEERD, "geannuleerd": at(2, "10:01")}
    make_afspraak(balie, soort, at(3, "10:00"), gemaakt=made[2], **late)
    early = {"status": GEANNULEERD, "geannuleerd": at(3, "10:00")}
    make_afspraak(balie, soort, at(4, "10:00"), gemaakt=made[2], **early)
    row = only(read_cijfers(*DECEMBER))
    assert (row.week, row.locatie, row.soort, row.kanaal) == (
        Week(2026, 49),
        "Gemeentehuis",
        "Paspoort aanvragen",
        "aan de balie",
    )
    assert (row.geboekt, row.niet_verschenen, row.geannuleerd, row.laat) == (4, 1, 2, 1)
    assert row.doorlooptijd == 4.0
    assert row.eerste is None


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_a_week_is_that_of_its_thursday(day: date, week: str) -> None:
    assert str(week_of(day)) == week


def test_a_visit_for_two_things_counts_with_both_and_each_place_apart(balie: Agenda) -> None:
    soort, other = make_soort(), make_soort("rijbewijs", naam="Rijbewijs aanvragen")
    noor = make_afspraak(balie, soort, at(1, "10:00"))
    noor.regels.create(soort=other)
    elders = make_agenda(make_plek("telefoon", Kanaal.TELEFOON))
    make_afspraak(elders, soort, at(1, "10:00"))
    rows = read_cijfers(*DECEMBER)
    assert [(row.locatie, row.soort, row.geboekt) for row in rows] == [
        ("Gemeentehuis", "Paspoort aanvragen", 1),
        ("Gemeentehuis", "Rijbewijs aanvragen", 1),
        ("Telefoon", "Paspoort aanvragen", 1),
    ]
    assert len(read_cijfers(*DECEMBER, locatie="telefoon")) == 1


def test_both_ends_of_the_period_count_by_the_local_day(balie: Agenda) -> None:
    soort = make_soort()
    make_afspraak(balie, soort, at(1, "00:00"))
    make_afspraak(balie, soort, at(31, "23:55"))
    make_afspraak(balie, soort, at(1, "00:00") - timedelta(minutes=5))
    assert sum(row.geboekt for row in read_cijfers(*DECEMBER)) == 2


def test_the_night_notes_the_first_moment_once(balie: Agenda) -> None:
    soort = make_soort()
    make_soort("gesprek", naam="Gesprek", balie=False, telefoon=True)
    make_soort("intern", naam="Intern", online=False)
    assert take_momentopname(now=NU) == 1
    note = EersteMogelijkheid.objects.get()
    assert (note.dag, note.locatie, note.soort) == (date(2026, 12, 1), balie.locatie, soort)
    assert note.begin is not None
    assert take_momentopname(now=NU + timedelta(hours=1)) == 0
    assert take_momentopname(now=NU + timedelta(days=1)) == 1


def test_full_is_noted_and_an_outage_is_not(balie: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    make_soort()

    def down(*args: Any, **kwargs: Any) -> Any:
        raise NietBereikbaar

    monkeypatch.setattr(type(get_backend()), "list_plekken", down)
    assert take_momentopname(now=NU) == 0

    def full(*args: Any, **kwargs: Any) -> Any:
        return [Plek("gemeentehuis", None)]

    monkeypatch.setattr(type(get_backend()), "list_plekken", full)
    assert take_momentopname(now=NU) == 1
    assert EersteMogelijkheid.objects.get().begin is None


def test_the_wait_shows_also_where_nobody_booked(balie: Agenda) -> None:
    soort = make_soort()
    for dag, days in ((1, 1), (2, 3), (3, 2)):
        EersteMogelijkheid.objects.create(
            dag=date(2026, 12, dag), locatie=balie.locatie, soort=soort, begin=at(dag + days, "09:00")
        )
    row = only(read_cijfers(*DECEMBER))
    assert (row.geboekt, row.doorlooptijd, row.eerste) == (0, None, 2.0)


def test_samira_and_mo_read_the_figures_and_take_them_along(
    samira: Client, mo: Client, kees: Client, balie: Agenda
) -> None:
    make_afspraak(balie, make_soort(naam="=HYPERLINK(1)"), at(1, "10:00"))
    for client in (samira, mo):
        assert "2026-W49" in client.get(CIJFERS).text
    sheet = list(csv.reader(StringIO(samira.get(f"{CIJFERS}afspraken.csv").text)))
    assert sheet[0][:4] == ["Week", "Locatie", "Soort", "Kanaal"]
    assert sheet[1][:6] == ["2026-W49", "Gemeentehuis", "'=HYPERLINK(1)", "aan de balie", "1", "0"]
    assert kees.get(CIJFERS).status_code == 302


def test_a_period_that_cannot_be_says_so(samira: Client, balie: Agenda) -> None:
    for query, told in (
        ({"van": "2026-12-31", "tot": "2026-12-01"}, "Vul een latere dag in"),
        ({"van": "2020-01-01", "tot": "2026-12-01"}, "Kies hooguit twee jaar"),
        ({"van": "x"}, "datum"),
        ({"locatie": "bestaat-niet"}, "keuze"),
    ):
        page = samira.get(CIJFERS, query)
        assert page.status_code == 422
        assert told in page.text
    nothing = samira.get(CIJFERS, {"van": "2025-01-01", "tot": "2025-02-01", "locatie": "gemeentehuis"})
    assert "Er zijn geen afspraken in deze periode" in nothing.text


def test_figures_of_many_afspraken_ask_as_much(
    samira: Client, balie: Agenda, django_assert_max_num_queries: Any
) -> None:
    soorten = [make_soort(f"soort-{n}", naam=f"Soort {n}") for n in range(5)]
    for n in range(60):
        make_afspraak(balie, soorten[n % 5], at(1, "09:00") + timedelta(hours=2 * n))
    samira.get(CIJFERS)
    with django_assert_max_num_queries(18):
        assert "Soort 4" in samira.get(CIJFERS).text
