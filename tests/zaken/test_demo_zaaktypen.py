"""The demo's zaaktypen."""

import json
from datetime import UTC, date, datetime

import pytest

from eloket.demo.bron import form_names, read
from eloket.demo.zaaktypen import BRAM, load_zaaktypen
from eloket.lib import klok
from eloket.zaken.models import Zaak, Zaaktype
from eloket.zaken.services import explain_zaak, find_missing, get_zaak, list_zaken

pytestmark = pytest.mark.django_db


def test_bram_has_open_and_closed_zaken_and_loading_twice_adds_nothing() -> None:
    for _ in range(2):
        load_zaaktypen(klok.now())
    assert [zaak.is_open for zaak in list_zaken(voor=BRAM).items] == [True, True, False]
    assert (Zaak.objects.count(), Zaaktype.objects.count()) == (3, 8)
    assert [zaak.statussen.count() for zaak in Zaak.objects.order_by("pk")] == [2, 3, 2]


def test_a_zaak_of_the_demo_begins_on_the_day_of_its_first_status() -> None:
    """Late in the evening it is tomorrow in Rietwaard."""
    load_zaaktypen(datetime(2026, 11, 25, 23, 30, tzinfo=UTC))
    assert get_zaak("ELK-DEMO-1", voor=BRAM).startdatum == date(2026, 11, 24)


def test_a_drawing_that_was_asked_of_bram_stops_the_clock_and_explains_itself() -> None:
    load_zaaktypen(klok.now())
    zaak = get_zaak("ELK-DEMO-3", voor=BRAM)
    uitleg = explain_zaak(zaak, vandaag=klok.today()).uiterlijk
    assert uitleg is not None
    assert uitleg.staat_stil
    assert "op uw plattegrond ontbreken de nooduitgangen" in [str(stap.reden) for stap in uitleg.stappen]


def test_the_register_lacks_nothing_that_the_demos_forms_name() -> None:
    load_zaaktypen(klok.now())
    for definitie in (read(f"formulieren/{name}") for name in form_names()):
        text = json.dumps(definitie)
        named = {part.split('"')[0] for part in text.split('"eigenschap": "')[1:]} - {""}
        assert not find_missing(
            zaaktype=definitie["zaaktype"], eigenschappen=sorted(named), informatieobjecttypen=[]
        )
