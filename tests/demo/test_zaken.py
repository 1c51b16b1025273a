"""The demo's zaaktypen, and the zaken of Bram."""

import json
from datetime import UTC, date, datetime

import pytest

from eloket.demo.bron import form_names, read
from eloket.demo.zaaktypen import load_zaaktypen
from eloket.demo.zaken import BRAM, load_zaken
from eloket.lib import klok
from eloket.zaken.models import Zaak, Zaaktype
from eloket.zaken.services import (
    explain_zaak,
    find_missing,
    get_zaak,
    list_besluiten,
    list_verzoeken,
    list_zaken,
    may_ingebreke,
)

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def zaaktypen(db: None) -> None:
    load_zaaktypen()


def test_bram_has_open_and_closed_zaken_and_loading_twice_adds_nothing() -> None:
    for _ in range(2):
        load_zaaktypen()
        load_zaken(NOVEMBER)
    assert [zaak.is_open for zaak in list_zaken(voor=BRAM).items] == [True, True, True, False, False]
    assert (Zaak.objects.count(), Zaaktype.objects.count()) == (5, 13)
    assert [zaak.statussen.count() for zaak in Zaak.objects.order_by("identificatie")] == [2, 3, 2, 2, 2]


def test_a_zaak_of_the_demo_begins_on_the_day_of_its_first_status() -> None:
    """Late in the evening it is tomorrow in Rietwaard."""
    load_zaken(datetime(2026, 11, 25, 23, 30, tzinfo=UTC))
    assert get_zaak("ELK-DEMO-1", voor=BRAM).startdatum == date(2026, 11, 24)


def test_a_drawing_that_was_asked_of_bram_stops_the_clock_and_explains_itself() -> None:
    load_zaken(klok.now())
    (verzoek,) = list_verzoeken("ELK-DEMO-3", voor=BRAM)
    assert verzoek.informatieobjecttype == "Plattegrond"
    uitleg = explain_zaak(get_zaak("ELK-DEMO-3", voor=BRAM), vandaag=klok.today()).uiterlijk
    assert uitleg is not None
    assert uitleg.staat_stil


def test_a_term_that_ends_on_hemelvaart_ends_on_monday_and_says_why() -> None:
    """14 May 2026 is Hemelvaart, and the Friday after it is on a par."""
    load_zaken(NOVEMBER)
    uitleg = explain_zaak(get_zaak("ELK-DEMO-4", voor=BRAM), vandaag=NOVEMBER.date()).uiterlijk
    assert uitleg is not None
    assert uitleg.einddatum == date(2026, 5, 18)
    assert "Hemelvaartsdag" in " ".join(stap.woorden for stap in uitleg.stappen)
    (besluit,) = list_besluiten("ELK-DEMO-4", voor=BRAM)
    assert besluit.verzenddatum == date(2026, 4, 9)


@pytest.mark.parametrize("day", [NOVEMBER, datetime(2027, 7, 16, 12, tzinfo=UTC)])
def test_the_gemeente_is_late_with_one_zaak_of_bram(day: datetime) -> None:
    """Also when the last days before that fall on Hemelvaart and Pinksteren."""
    load_zaken(day)
    assert may_ingebreke(get_zaak("ELK-DEMO-5", voor=BRAM), (), vandaag=day.date())


@pytest.mark.parametrize(
    ("today", "begun", "is_open"),
    [
        (date(2027, 3, 10), date(2026, 3, 19), False),  # the day before the term over Hemelvaart begins
        (date(2027, 3, 20), date(2027, 3, 11), True),
        (date(2027, 4, 5), date(2027, 3, 11), False),
        (date(2031, 1, 1), date(2028, 3, 30), False),
    ],
)
def test_whenever_the_demo_begins_there_is_such_a_term(today: date, begun: date, is_open: bool) -> None:
    load_zaken(datetime(today.year, today.month, today.day, 12, tzinfo=UTC))
    zaak = Zaak.objects.get(identificatie="ELK-DEMO-4")
    assert (zaak.startdatum, zaak.einddatum is None) == (begun, is_open)


def test_the_register_lacks_nothing_that_the_demos_forms_name() -> None:
    for definitie in (read(f"formulieren/{name}") for name in form_names()):
        text = json.dumps(definitie)
        named = {part.split('"')[0] for part in text.split('"eigenschap": "')[1:]} - {""}
        assert not find_missing(
            zaaktype=definitie["zaaktype"], eigenschappen=sorted(named), informatieobjecttypen=[]
        )
