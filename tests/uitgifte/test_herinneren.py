"""Noor hears once, and in time, that her vergunning ends; not of what she cannot renew."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.berichten.models import Bericht
from eloket.berichten.opstellen import write_out
from eloket.uitgifte.models import Productsoort, UitgegevenProduct
from eloket.uitgifte.services import remind_due, suspend_product, withdraw_product
from tests.uitgifte.factories import CLAIMS, EVENEMENT, KEES, NOW, issue, make_soort
from tests.zaken.test_race import at_once

pytestmark = pytest.mark.django_db
MAIL = "noor@voorbeeld.example"
#: Its end is midnight at the beginning of 24 November 2027; sixty days before is 25 September.
OPEN = NOW + timedelta(days=305)


@pytest.fixture(autouse=True)
def _soort(db: None) -> None:
    make_soort(verlengen_dagen=60)


def reminders() -> int:
    return Bericht.objects.filter(sjabloon="product_herinnering").count()


def test_from_the_day_on_which_it_can_be_renewed_she_is_reminded_once() -> None:
    product = issue(email=MAIL)
    assert remind_due(now=NOW + timedelta(days=304)) == 0
    assert remind_due(now=OPEN) == 1
    assert remind_due(now=OPEN) == remind_due(now=OPEN + timedelta(days=30)) == 0
    mail = write_out(Bericht.objects.get(sjabloon="product_herinnering"))
    assert "geldt nog tot en met 23 november 2027" in mail.tekst
    assert product.code in mail.tekst
    assert "GT123X" not in mail.tekst


@pytest.mark.parametrize("change", [suspend_product, withdraw_product])
def test_not_of_what_does_not_hold(change: Any) -> None:
    product = issue()
    change(product.id, door=KEES, reden="Uitzoeken.", now=NOW)
    assert remind_due(now=OPEN) == reminders() == 0


def test_not_of_what_is_over_or_has_not_begun_or_cannot_be_renewed() -> None:
    make_soort("evenementenvergunning", EVENEMENT)
    issue(soort="evenementenvergunning", claims=CLAIMS[EVENEMENT], verzoek="a:2")
    issue(verzoek="a:3", geldig_vanaf=OPEN + timedelta(days=1), geldig_tot=OPEN + timedelta(days=5))
    issue(verzoek="a:4")
    assert remind_due(now=NOW + timedelta(days=400)) == 0
    Productsoort.objects.update(actief=False)
    assert remind_due(now=OPEN) == 0


def test_one_that_holds_shorter_than_the_window_is_reminded_of_too() -> None:
    issue(geldig_tot=NOW + timedelta(days=10))
    assert remind_due(now=NOW + timedelta(hours=1)) == 1


def test_many_come_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.uitgifte.services.herinneren.RONDE", 2)
    for number in range(5):
        issue(verzoek=f"a:{number}")
    assert remind_due(now=OPEN, maximum=3) == 3
    assert remind_due(now=OPEN, maximum=3) == 2
    assert reminders() == 5


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_remind_once() -> None:
    issue()
    assert sum(at_once(lambda number: remind_due(now=OPEN))) == 1
    assert reminders() == 1
    assert UitgegevenProduct.objects.get().herinnerd == OPEN
