"""Noor gets a parkeervergunning; Kees suspends, withdraws and replaces it; it ends by itself."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import translation

from eloket.uitgifte.models import Document, UitgegevenProduct, Wijziging
from eloket.uitgifte.services import (
    REGEL,
    Door,
    Hoedanigheid,
    InvalidClaims,
    ProductChanged,
    ProductNotFound,
    SoortNotFound,
    Stand,
    UitgifteError,
    expire_due,
    get_product,
    issue_product,
    list_producten,
    list_wijzigingen,
    prepare_product,
    replace_product,
    resume_product,
    suspend_product,
    withdraw_product,
)
from tests.uitgifte.factories import CLAIMS, JORIS, KEES, NOOR, NOW, PARKEREN, VREEMDE, issue, new_product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("soort")]
LATER = NOW + timedelta(hours=1)
YEAR = timedelta(days=400)


def test_noor_has_what_was_handed_over_and_nobody_else_does() -> None:
    product = issue()
    assert [each.id for each in list_producten(NOOR, now=NOW)] == [product.id]
    assert list_producten(VREEMDE, now=NOW) == []
    assert get_product(product.id, now=NOW, van=NOOR).claims["kenteken"] == "GT123X"
    with pytest.raises(ProductNotFound):
        get_product(product.id, now=NOW, van=VREEMDE)
    assert (product.stand, product.zaak, product.aanvraag) == (Stand.GELDIG, "ELK-2026-0000042", "1")
    with translation.override("en"):
        assert get_product(product.id, now=NOW).naam == "Parkeervergunning (EN)"


def test_a_business_has_its_own() -> None:
    product = issue(houder=JORIS)
    assert [each.houder for each in list_producten(JORIS, now=NOW)] == [JORIS]
    assert get_product(product.id, now=NOW, van=JORIS).id == product.id


def test_nobody_is_readable_in_the_database() -> None:
    issue()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM uitgifte_uitgegevenproduct")
        row = str(cursor.fetchall())
    for secret in (NOOR.nummer, "GT123X", "Noor", "Rietkade"):
        assert secret not in row


def test_the_same_aanvraag_again_is_the_same_product() -> None:
    first = issue()
    again = issue(now=LATER, claims=CLAIMS[PARKEREN] | {"kenteken": "ANDER1"})
    assert (again.id, again.claims) == (first.id, first.claims)
    assert UitgegevenProduct.objects.count() == Document.objects.count() == 1
    assert [each.naar for each in list_wijzigingen(first.id)] == ["concept", "uitgegeven"]


def test_a_concept_is_nobodys_until_kees_decides() -> None:
    concept = prepare_product(new_product(), door=REGEL, now=NOW)
    assert list_producten(NOOR, now=NOW) == []
    with pytest.raises(ProductNotFound):
        withdraw_product(concept.id, door=KEES, reden="toch niet", now=NOW)
    product = issue_product(new_product(), door=KEES, reden="besluit genomen", now=LATER)
    assert (product.id, product.stand) == (concept.id, Stand.GELDIG)
    last = list_wijzigingen(product.id)[-1]
    assert (last.als, last.door, last.reden) == (Hoedanigheid.MEDEWERKER, "kees", "besluit genomen")


def test_suspended_it_does_not_hold_and_then_it_does_again() -> None:
    product = issue()
    assert suspend_product(product.id, door=KEES, reden="onderzoek", now=LATER).stand == Stand.GESCHORST
    with pytest.raises(ProductChanged, match="geschorst"):
        suspend_product(product.id, door=KEES, reden="nog eens", now=LATER)
    again = resume_product(product.id, door=KEES, reden="klopt toch", now=LATER)
    assert (again.stand, again.geldig_tot) == (Stand.GELDIG, product.geldig_tot)


def test_withdrawn_is_for_good_and_says_since_when_by_whom_and_why() -> None:
    product = issue()
    over = withdraw_product(product.id, door=Door(Hoedanigheid.HOUDER), reden="auto verkocht", now=LATER)
    assert (over.stand, over.sinds) == (Stand.INGETROKKEN, LATER)
    for change in (resume_product, suspend_product, withdraw_product):
        with pytest.raises(ProductChanged):
            change(product.id, door=KEES, reden="", now=LATER)
    assert [(each.naar, each.als) for each in list_wijzigingen(product.id)][-1] == ("ingetrokken", "houder")
    assert "auto verkocht" not in str(Wijziging.objects.extra(select={"raw": "reden"}).values_list("raw"))


def test_another_kenteken_replaces_it() -> None:
    old = issue()
    nieuw = new_product(verzoek="wijziging:1", claims=CLAIMS[PARKEREN] | {"kenteken": "NW-456-Z"})
    new = replace_product(old.id, nieuw, door=KEES, reden="andere auto", now=LATER)
    assert get_product(old.id, now=LATER).stand == Stand.VERVANGEN
    assert (new.stand, new.claims["kenteken"]) == (Stand.GELDIG, "NW456Z")
    assert UitgegevenProduct.objects.get(pk=new.id).vervangt_id == UitgegevenProduct.objects.get(pk=old.id).pk
    assert replace_product(old.id, nieuw, door=KEES, reden="", now=LATER).id == new.id
    with pytest.raises(ProductChanged, match="vervangen"):
        replace_product(old.id, new_product(verzoek="wijziging:2"), door=KEES, reden="", now=LATER)
    assert UitgegevenProduct.objects.count() == 2  # the second attempt left nothing behind


def test_it_ends_by_the_clock_also_before_anybody_wrote_that_down() -> None:
    product = issue()
    assert product.geldig_tot is not None
    assert get_product(product.id, now=product.geldig_tot - timedelta(seconds=1)).stand == Stand.GELDIG
    over = get_product(product.id, now=product.geldig_tot)
    assert (over.stand, over.status, over.sinds) == (Stand.VERLOPEN, "uitgegeven", product.geldig_tot)
    assert expire_due(now=NOW) == 0
    assert expire_due(now=NOW + YEAR) == 1
    assert expire_due(now=NOW + YEAR) == 0
    assert get_product(product.id, now=NOW + YEAR).status == "verlopen"
    assert list_wijzigingen(product.id)[-1].als == Hoedanigheid.REGEL


def test_what_is_over_is_written_down_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.uitgifte.services.verlopen.RONDE", 2)
    for number in range(5):
        issue(verzoek=f"aanvraag:{number}")
    assert expire_due(now=NOW + YEAR) == 5
    assert not UitgegevenProduct.objects.exclude(status="verlopen").exists()


def test_it_can_begin_later() -> None:
    product = issue(geldig_vanaf=NOW + timedelta(days=7))
    assert product.stand == Stand.STRAKS
    assert get_product(product.id, now=NOW + timedelta(days=7)).stand == Stand.GELDIG


@pytest.mark.parametrize(
    ("changes", "fout"),
    [
        ({"soort": "bestaat-niet"}, SoortNotFound),
        ({"claims": {}}, InvalidClaims),
        ({"geldig_tot": NOW}, UitgifteError),
    ],
)
def test_what_cannot_be_handed_over_leaves_nothing(changes: dict[str, Any], fout: type[Exception]) -> None:
    with pytest.raises(fout):
        issue(**changes)
    assert not UitgegevenProduct.objects.exists()


@pytest.mark.parametrize("id", ["", "x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_what_is_no_id_is_not_found(id: str) -> None:
    with pytest.raises(ProductNotFound):
        get_product(id, now=NOW)
    assert list_wijzigingen(id) == []
