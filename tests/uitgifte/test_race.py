"""Many at once: one aanvraag gives one product, and one of two changes wins. The control shows the race."""

from datetime import timedelta
from itertools import pairwise
from threading import Barrier

import pytest

from eloket.berichten.models import Bericht
from eloket.uitgifte.models import Document, UitgegevenProduct, Wijziging
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services import (
    NietMogelijk,
    ProductChanged,
    Zelf,
    change_own_kenteken,
    renew_own,
    replace_product,
    suspend_product,
    withdraw_product,
)
from tests.uitgifte.factories import DIRECT, KEES, NOOR, NOW, issue, make_soort, new_product
from tests.zaken.test_race import PEOPLE, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _soort() -> None:
    make_soort(verlengen_dagen=60, **DIRECT)


def test_one_aanvraag_handed_over_many_times_at_once_is_one_product() -> None:
    assert len(set(at_once(lambda number: issue().id))) == 1
    assert UitgegevenProduct.objects.count() == Document.objects.count() == 1
    assert sorted(Wijziging.objects.values_list("naar", flat=True)) == ["concept", "uitgegeven"]


def test_of_many_who_replace_one_product_one_succeeds() -> None:
    old = issue()

    def replace(number: int) -> str:
        nieuw = new_product(verzoek=f"wijziging:{number}")
        try:
            return replace_product(old.id, nieuw, door=KEES, reden="", now=NOW).id
        except ProductChanged:
            return "told"

    assert at_once(replace).count("told") == PEOPLE - 1
    assert UitgegevenProduct.objects.count() == 2


def test_of_suspending_and_withdrawing_at_once_the_end_is_told_of_both() -> None:
    product = issue()

    def change(number: int) -> str:
        act = withdraw_product if number == 0 else suspend_product
        try:
            act(product.id, door=KEES, reden="", now=NOW)
        except ProductChanged:
            return "told"
        return "done"

    done = at_once(change).count("done")
    lines = list(Wijziging.objects.order_by("pk").values_list("van", "naar")[2:])
    assert len(lines) == done
    assert lines[-1][1] == UitgegevenProduct.objects.get().status
    assert all(one[1] == other[0] for one, other in pairwise(lines))


def test_control_without_compare_and_set_both_would_have_done_it() -> None:
    product = issue()
    everybody_read = Barrier(PEOPLE)

    def naive(number: int) -> str:
        row = UitgegevenProduct.objects.get(pk=product.id)
        everybody_read.wait(timeout=10)
        if row.status == Productstatus.UITGEGEVEN:
            UitgegevenProduct.objects.filter(pk=row.pk).update(status=Productstatus.GESCHORST)
            return "done"
        return "told"

    assert at_once(naive).count("done") == PEOPLE


def test_two_renewals_at_once_are_one_and_both_get_it() -> None:
    product = issue(geldig_tot=NOW + timedelta(days=5))
    wie = Zelf(NOOR)
    assert len(set(at_once(lambda number: renew_own(product.code, wie=wie, now=NOW).id))) == 1
    assert UitgegevenProduct.objects.count() == Document.objects.count() == 2
    assert Bericht.objects.filter(sjabloon="product_verlengd").count() == 1


def test_of_two_kentekens_at_once_one_is_on_it_and_the_other_is_told() -> None:
    product = issue()

    def change(number: int) -> str:
        try:
            return change_own_kenteken(product.code, f"NW45{number}Z", wie=Zelf(NOOR), now=NOW).id
        except (ProductChanged, NietMogelijk):
            return "told"

    assert at_once(change).count("told") == PEOPLE - 1
    assert UitgegevenProduct.objects.filter(status=Productstatus.UITGEGEVEN).count() == 1


def test_renewing_and_withdrawing_at_once_never_leaves_one_that_holds_unseen() -> None:
    """Whoever comes last of the two is told; what was renewed is a product of its own, that Kees sees."""
    product = issue(geldig_tot=NOW + timedelta(days=5))

    def act(number: int) -> str:
        try:
            if number == 0:
                return withdraw_product(product.id, door=KEES, reden="", now=NOW).id
            return renew_own(product.code, wie=Zelf(NOOR), now=NOW).id
        except (ProductChanged, NietMogelijk):
            return "told"

    at_once(act)
    old = UitgegevenProduct.objects.get(pk=product.id).status
    assert UitgegevenProduct.objects.count() == (2 if old == Productstatus.VERVANGEN else 1)
