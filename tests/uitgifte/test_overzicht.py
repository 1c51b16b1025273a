"""The list of one soort: what a filter finds, page by page."""

from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eloket.uitgifte.models import Document, Documentstatus, Productsoort, UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus, Stand
from eloket.uitgifte.services import (
    Productfilter,
    SoortNotFound,
    count_producten,
    get_product,
    iterate_producten,
    list_pagina,
    suspend_product,
    withdraw_product,
)
from tests.uitgifte.factories import KEES, NOW, issue

pytestmark = pytest.mark.django_db
PARKEER = Productfilter("parkeervergunning")


@pytest.fixture
def klein(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two and pieces of two."""
    monkeypatch.setattr("eloket.uitgifte.services.overzicht.PAGINA", 2)
    monkeypatch.setattr("eloket.uitgifte.services.overzicht.STUK", 2)


def issue_many(number: int, *, apart: int = 1) -> list[str]:
    """Ids, the oldest first; `apart` minutes from each other."""
    return [
        issue(verzoek=f"aanvraag:{each}", now=NOW + timedelta(minutes=apart * each)).id
        for each in range(number)
    ]


@pytest.mark.usefixtures("klein", "soort")
@pytest.mark.parametrize("apart", [1, 0])
def test_kees_turns_the_pages_there_and_back_and_sees_each_once(apart: int) -> None:
    ids = set(issue_many(5, apart=apart))
    pages, na = [], ""
    while True:
        page = list_pagina(PARKEER, na=na, now=NOW)
        pages.append([each.id for each in page.items])
        if not (na := page.eerder):
            break
    assert [len(each) for each in pages] == [2, 2, 1]
    assert {each for page in pages for each in page} == ids
    back = list_pagina(PARKEER, voor=pages[2][0], now=NOW)
    assert [each.id for each in back.items] == pages[1]
    first = list_pagina(PARKEER, voor=back.later, now=NOW)
    assert ([each.id for each in first.items], first.later, bool(first.eerder)) == (pages[0], "", True)
    assert [each.id for each in iterate_producten(PARKEER, now=NOW)] == list(chain(*pages))


@pytest.mark.usefixtures("soort")
@pytest.mark.parametrize("mark", ["x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_a_page_of_nobody_is_the_first_one(mark: str) -> None:
    (product,) = issue_many(1)
    for page in (list_pagina(PARKEER, na=mark, now=NOW), list_pagina(PARKEER, voor=mark, now=NOW)):
        assert [each.id for each in page.items] == [product]


@pytest.mark.usefixtures("soort")
def test_the_filters_narrow() -> None:
    geldig, geschorst, over, elders = issue_many(4, apart=24 * 60)
    suspend_product(geschorst, door=KEES, reden="", now=NOW)
    withdraw_product(over, door=KEES, reden="", now=NOW)
    UitgegevenProduct.objects.filter(pk=elders).update(gebied="B")
    Document.objects.filter(product=geldig).update(status=Documentstatus.KLAAR, bestand="x", sha256="x")

    def found(**wanted: Any) -> set[str]:
        wat = Productfilter("parkeervergunning", **wanted)
        assert count_producten(wat, now=NOW) == len(list_pagina(wat, now=NOW).items)
        return {each.id for each in list_pagina(wat, now=NOW).items}

    assert found(stand="geschorst") == {geschorst}
    assert found(stand="ingetrokken") == {over}
    assert found(stand="geldig", gebied="A") == {geldig}
    assert found(gebied="B") == {elders}
    assert found(zonder_document=True) == {geschorst, over, elders}
    assert found(vanaf=date(2026, 11, 25), tot_en_met=date(2026, 11, 26)) == {geschorst, over}
    assert found(stand="bestaat niet") == {geldig, geschorst, over, elders}


def test_a_soort_that_is_not_there_is_no_empty_list() -> None:
    with pytest.raises(SoortNotFound):
        list_pagina(Productfilter("bestaat-niet"), now=NOW)


@pytest.mark.usefixtures("soort")
def test_nobody_counts_without_end() -> None:
    issue_many(4)
    assert count_producten(PARKEER, now=NOW, maximum=2) == 3


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.sampled_from([each for each in Productstatus if each != Productstatus.CONCEPT]),
    begin=st.integers(-3, 3),
    length=st.none() | st.integers(1, 4),
)
def test_a_filter_by_stand_finds_what_a_product_says_of_itself(
    soort: Productsoort, status: Productstatus, begin: int, length: int | None
) -> None:
    vanaf = NOW + timedelta(days=begin)
    UitgegevenProduct.objects.all().delete()
    product = issue(geldig_vanaf=vanaf).id
    UitgegevenProduct.objects.filter(pk=product).update(
        status=status, geldig_tot=None if length is None else vanaf + timedelta(days=length)
    )
    stand = get_product(product, now=NOW).stand
    assert [each for each in Stand if UitgegevenProduct.objects.worth(each, now=NOW).exists()] == [stand]


@pytest.mark.usefixtures("soort")
def test_a_page_costs_the_same_however_many_there_are(django_assert_num_queries: Any) -> None:
    issue_many(3)
    with django_assert_num_queries(2):
        assert len(list_pagina(PARKEER, now=NOW).items) == 3
