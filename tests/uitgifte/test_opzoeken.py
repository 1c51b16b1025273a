"""Ilse finds a product by what somebody says on the telephone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eloket.uitgifte.models import Productsoort
from eloket.uitgifte.services import ProductInfo, find_producten
from tests.uitgifte.factories import CLAIMS, JORIS, NOOR, NOW, PARKEREN, VREEMDE, issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(soort: Productsoort) -> ProductInfo:
    claims = CLAIMS[PARKEREN] | {"kenteken": "zz-999-z", "naam": "Zoë Çelik"}
    issue(verzoek="2", claims=claims, houder=JORIS, zaak="ELK-2026-0000043")
    return issue()


@pytest.mark.parametrize(
    "typed",
    [
        "gt-123-x",
        "GT123X",
        " gt 123 x ",
        "ELK-2026-0000042",
        "elk-2026-0000042",
        "Noor de Wit",
        "noor  de WIT",
        NOOR.nummer,
    ],
)
def test_by_kenteken_zaak_whole_name_and_number(product: ProductInfo, typed: str) -> None:
    assert [each.id for each in find_producten(typed, now=NOW)] == [product.id]


def test_by_its_code_as_it_stands_on_paper(product: ProductInfo) -> None:
    for typed in (product.code, product.tooncode, product.tooncode.lower()):
        assert [each.id for each in find_producten(typed, now=NOW)] == [product.id]


def test_a_business_by_its_kvk_number_and_a_name_without_its_accents(product: ProductInfo) -> None:
    for typed in (JORIS.nummer, "zoe celik", "ZOË ÇELIK"):
        (found,) = find_producten(typed, now=NOW)
        assert found.houder == JORIS


@pytest.mark.parametrize(
    "typed", ["", "   ", "Noor", "de Wit", VREEMDE.nummer, "123456789", "x" * 5000, "\x00"]
)
def test_what_is_nobodys_finds_nothing(product: ProductInfo, typed: str) -> None:
    assert find_producten(typed, now=NOW) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=120))
def test_whatever_is_typed_is_an_answer(soort: Productsoort, typed: str) -> None:
    assert find_producten(typed, now=NOW) == []


def test_the_newest_first_and_not_without_end(soort: Productsoort, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.uitgifte.services.opzoeken.GEVONDEN", 2)
    ids = [issue(verzoek=str(number), now=NOW.replace(minute=number)).id for number in range(3)]
    assert [each.id for each in find_producten("GT123X", now=NOW)] == ids[:0:-1]
