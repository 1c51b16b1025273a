"""The forms of the demo: the register has what they ask, rules lead somewhere, all is in English."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from eloket.demo.bron import form_names, read
from eloket.formulieren.definitie import Waarvoor
from eloket.formulieren.models import Formulier
from eloket.formulieren.services.aanbod import find_voor
from eloket.formulieren.services.publicatie import check_regels, find_gebreken
from eloket.lib import klok
from eloket.producten.services import ProductPage

TEKSTEN = {"titel", "inleiding", "nodig", "vervolg", "verklaring", "uitleg", "label", "hulp", "tekst"}


def test_every_form_fits_the_register_and_its_own_rules(rietwaard: None, db: None) -> None:
    for formulier in Formulier.objects.all():
        assert formulier.live, formulier.slug
        assert find_gebreken(formulier.compose_definitie()) == [], formulier.slug
        assert check_regels(formulier, vandaag=klok.today()) == [], formulier.slug
    offered = ProductPage.objects.filter(locale__language_code="nl", formulieren__isnull=False)
    on_products = {
        each.formulier.slug for page in offered for each in page.formulieren.all() if each.formulier
    }
    with_a_zaak = set(find_voor())  # these are offered at the zaak itself
    without = Formulier.objects.exclude(slug__in=on_products)
    assert {each.waarvoor for each in without} <= with_a_zaak - {Waarvoor.BEZWAAR, Waarvoor.KLACHT}
    assert with_a_zaak == set(Waarvoor) - {Waarvoor.AANVRAAG}


def test_every_start_page_says_what_it_costs(rietwaard: None, db: None, client: Client) -> None:
    told = {name: client.get(f"/formulieren/{name}/").content.decode() for name in form_names()}
    computed = {"evenementenvergunning", "parkeervergunning", "uittreksel-brp"}
    assert {name for name, page in told.items() if "rekent voor u uit wat u betaalt" in page} == computed
    assert {name for name, page in told.items() if "Dit is gratis." in page} == told.keys() - computed
    assert "tot 500 bezoekers: € 72,50" in told["evenementenvergunning"]


@pytest.mark.parametrize("name", form_names())
def test_every_form_is_there_in_english(name: str) -> None:
    missing = [nl for nl, en in texts(read(f"formulieren/{name}")) if nl and not en]
    assert missing == []


def texts(data: Any) -> Iterator[tuple[str, str]]:
    """Every text of a form, in both languages."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in TEKSTEN and isinstance(value, dict):
                yield value.get("nl", ""), value.get("en", "")
            elif key.endswith("_nl"):
                yield value, data.get(f"{key.removesuffix('_nl')}_en", "")
            else:
                yield from texts(value)
    elif isinstance(data, list):
        for each in data:
            yield from texts(each)
