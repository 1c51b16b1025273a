"""The demo's zaaktypen."""

import json

import pytest

from eloket.demo.bron import form_names, read
from eloket.demo.zaaktypen import BRAM, load_zaaktypen
from eloket.lib import klok
from eloket.zaken.models import Zaak, Zaaktype
from eloket.zaken.services import find_missing, list_zaken

pytestmark = pytest.mark.django_db


def test_bram_has_an_open_and_a_closed_zaak_and_loading_twice_adds_nothing() -> None:
    for _ in range(2):
        load_zaaktypen(klok.now())
    assert [zaak.is_open for zaak in list_zaken(voor=BRAM).items] == [True, False]
    assert (Zaak.objects.count(), Zaaktype.objects.count()) == (2, 8)
    assert [zaak.statussen.count() for zaak in Zaak.objects.order_by("pk")] == [2, 3]


def test_the_register_lacks_nothing_that_the_demos_forms_name() -> None:
    load_zaaktypen(klok.now())
    for definitie in (read(f"formulieren/{name}") for name in form_names()):
        text = json.dumps(definitie)
        named = {part.split('"')[0] for part in text.split('"eigenschap": "')[1:]} - {""}
        assert not find_missing(
            zaaktype=definitie["zaaktype"], eigenschappen=sorted(named), informatieobjecttypen=[]
        )
