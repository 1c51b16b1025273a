"""Tom Bakker keeps the tarieventabel; Samira may look."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from time_machine import Traveller
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.producten.services import ProductInvoer, republish
from eloket.website.models import CacheVersie
from tests.betalingen.factories import LIST, NIEUWJAAR, VORIG_JAAR, make_tarief
from tests.producten.factories import Catalogus, make_product


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def form_data(
    tarief: Tarief, *new: dict[str, Any], drop: tuple[int, ...] = (), **changes: Any
) -> dict[str, Any]:
    """What the edit screen posts: the amounts that are there, and new ones."""
    words = {"naam": "", "naam_en": "", "artikel": ""}
    kept = [
        {
            **words,
            "id": each.pk,
            "bedrag": each.bedrag,
            "vanaf": each.vanaf,
            "DELETE": "on" * (each.pk in drop),
        }
        for each in tarief.bedragen.order_by("vanaf")
    ]
    rows = [*kept, *({**words, **each} for each in new)]
    values = {"code": tarief.code, "naam": tarief.naam, "naam_en": "", "artikel": "", "vervallen_per": ""}
    return nested_form_data({**values, "bedragen": inline_formset(rows, initial=len(kept)), **changes})


def test_tom_enters_the_amount_of_next_year(tom: Client, november: Traveller) -> None:
    tarief = make_tarief()
    posted = form_data(tarief, {"bedrag": "18.85", "vanaf": "2027-01-01"})
    assert tom.post(f"{LIST}edit/{tarief.pk}/", posted).status_code == 302
    assert dict(tarief.bedragen.values_list("vanaf", "bedrag")) == {
        VORIG_JAAR: Decimal("18.30"),
        NIEUWJAAR: Decimal("18.85"),
    }


@pytest.mark.parametrize(
    ("new", "changes", "told"),
    [
        ({"bedrag": "20", "vanaf": "2026-01-01"}, {}, "Er staan twee bedragen vanaf 1 januari 2026"),
        ({"bedrag": "-1", "vanaf": "2027-01-01"}, {}, "Haal het minteken weg"),
        (
            {"bedrag": "20", "vanaf": "2027-01-01"},
            {"vervallen_per": "2027-01-01"},
            "Er begint nog een bedrag",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    tom: Client, november: Traveller, new: dict[str, Any], changes: dict[str, Any], told: str
) -> None:
    tarief = make_tarief()
    response = tom.post(f"{LIST}edit/{tarief.pk}/", form_data(tarief, new, **changes))
    assert told in response.content.decode()
    assert TariefBedrag.objects.count() == 1


def test_the_list_shows_today_and_what_comes(
    tom: Client, november: Traveller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_tarief(amounts={VORIG_JAAR: "18.30", NIEUWJAAR: "1018.85"})
    make_tarief("nieuw", amounts={NIEUWJAAR: "5.00"})
    make_tarief("oud", vervallen_per=NIEUWJAAR)
    listed = html(tom, LIST)
    for text in (
        "€ 18,30",
        "1 januari 2026",
        "€ 1.018,85 vanaf 1 januari 2027",
        "nog niet bekend",
        "nergens",
    ):
        assert text in listed
    assert "vervalt op 1 januari 2027" in listed
    with django_assert_max_num_queries(25) as few:
        html(tom, LIST)
    for number in range(15):
        make_tarief(f"t{number}", amounts={VORIG_JAAR: "1.00", NIEUWJAAR: "2.00"})
    with django_assert_max_num_queries(len(few)):
        html(tom, LIST)


@pytest.mark.parametrize(
    ("staat", "codes"),
    [
        ("straks", {"beide", "nieuw"}),
        ("vast", {"vast"}),
        ("leeg", {"nieuw"}),
        ("ongebruikt", {"beide", "nieuw", "einde"}),
        ("einde", {"einde"}),
    ],
)
def test_tom_finds_the_rows_that_still_need_work(
    tom: Client, november: Traveller, catalogus: Catalogus, staat: str, codes: set[str]
) -> None:
    make_tarief("beide", amounts={VORIG_JAAR: "1.00", NIEUWJAAR: "2.00"})
    make_tarief("nieuw", amounts={NIEUWJAAR: "2.00"})
    make_tarief("vast")
    make_tarief("einde", vervallen_per=NIEUWJAAR)
    make_product(catalogus, "paspoort", invoer=ProductInvoer(tarieven=["vast"]))
    response = tom.get(f"{LIST}?staat={staat}")
    assert {row.code for row in response.context["object_list"]} == codes


def test_samira_sees_where_a_price_stands_and_changes_nothing(samira: Client, catalogus: Catalogus) -> None:
    tarief = make_tarief()
    make_product(catalogus, "paspoort", invoer=ProductInvoer(tarieven=[tarief.code]))
    assert "op 1 plek" in html(samira, LIST)
    assert "Paspoort" in html(samira, f"{LIST}usage/{tarief.pk}/")
    for action in (f"edit/{tarief.pk}/", f"delete/{tarief.pk}/", "add/"):
        assert samira.post(f"{LIST}{action}", form_data(tarief, naam="Anders")).status_code == 302
    tarief.refresh_from_db()
    assert tarief.naam == "Uittreksel-brp"


def test_a_price_of_a_product_stays_until_the_product_lets_go(tom: Client, catalogus: Catalogus) -> None:
    tarief = make_tarief(naam="Paspoort, 18 jaar of ouder")
    page = make_product(catalogus, "paspoort", invoer=ProductInvoer(tarieven=[tarief.code]))
    bulk = f"/beheer/bulk/betalingen/tarief/delete/?id={tarief.pk}&next={LIST}"
    for url in (f"{LIST}delete/{tarief.pk}/", bulk):
        told = tom.post(url, follow=True).content.decode()
        assert "U kunt ‘Paspoort, 18 jaar of ouder’ niet verwijderen. Het staat nog op: ‘Paspoort’." in told
    page.tarieven = []
    republish(page)
    assert tom.post(f"{LIST}delete/{tarief.pk}/").status_code == 302
    assert not Tarief.objects.exists()


def test_every_way_a_row_changes_makes_kept_pages_old(tom: Client, november: Traveller) -> None:
    tarief = make_tarief(amounts={VORIG_JAAR: "18.30", NIEUWJAAR: "18.85", date(2028, 1, 1): "19.00"})
    first, second, third = tarief.bedragen.order_by("vanaf")

    def changes(action: Any) -> bool:
        before = CacheVersie.current()
        action()
        return CacheVersie.current() != before

    edit = f"{LIST}edit/{tarief.pk}/"
    assert changes(lambda: tom.post(edit, form_data(tarief, drop=(third.pk,))))
    assert not TariefBedrag.objects.filter(pk=third.pk).exists()
    assert changes(lambda: second.delete())
    assert changes(lambda: first.save())
    assert changes(lambda: TariefBedrag.objects.filter(pk=first.pk).delete())
    assert changes(lambda: tarief.save())
    assert changes(lambda: Tarief.objects.filter(pk=tarief.pk).delete())
