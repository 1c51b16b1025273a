"""Kees decides about a zaak, and what it was about is handed over."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.services import NeedsPerson, TryLater, run_due
from eloket.uitgifte.models import UitgegevenProduct, Uitkomst
from eloket.uitgifte.services import besluit as besluit_module
from eloket.uitgifte.services import settle_zaak
from eloket.zaken.services import (
    NieuwBesluit,
    RegisterUnavailable,
    announce_besluit,
    set_status,
    take_besluit,
)
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.uitgifte.parkeren import VAN_BRAM, Aanvrager, make_parkeersoort

pytestmark = pytest.mark.django_db
NOOR = Bsn(NOOR_BSN)


@pytest.fixture
def noor(client: Client) -> Aanvrager:
    """Who asked for a car that is Bram's, so that Kees must look."""
    make_parkeersoort()
    login_burger(client)
    aanvrager = Aanvrager(client)
    aanvrager.ask(**{"v-kenteken": VAN_BRAM})
    return aanvrager


def decide(zaak: str, *, bekend: bool = True) -> None:
    """Kees takes the besluit, from tomorrow on for half a year."""
    now, today = klok.now(), klok.today()
    nieuw = NieuwBesluit(
        identificatie=f"{zaak}-K",
        besluittype="Besluit parkeervergunning",
        datum=today,
        ingangsdatum=today + timedelta(days=1),
        vervaldatum=today + timedelta(days=180),
        verzenddatum=today if bekend else None,
        door="kees",
    )
    take_besluit(zaak, nieuw, now=now)


def close(zaak: str, resultaat: str = "Verleend") -> None:
    set_status(
        zaak, statustype_volgnummer=3, toelichting="", resultaat=resultaat, door="kees", now=klok.now()
    )


def test_with_the_besluit_the_product_is_there(noor: Aanvrager) -> None:
    decide(noor.beslissing.zaak)
    close(noor.beslissing.zaak)
    run_due(now=klok.now())
    product = UitgegevenProduct.objects.get()
    assert product.partij == NOOR
    assert product.claims["kenteken"] == VAN_BRAM.replace("-", "")
    assert product.geldig_vanaf.date() <= klok.today() + timedelta(days=1)
    assert product.geldig_tot is not None
    assert (product.geldig_tot - product.geldig_vanaf).days in (179, 180)
    assert noor.beslissing.uitkomst == Uitkomst.BESLOTEN
    assert [line.als for line in product.wijzigingen.filter(naar="uitgegeven")] == ["medewerker"]
    assert "Uw aanvraag is goedgekeurd" in noor.get("ontvangst").text


def test_again_it_stays_one(noor: Aanvrager) -> None:
    decide(noor.beslissing.zaak)
    close(noor.beslissing.zaak)
    run_due(now=klok.now())
    settle_zaak(noor.beslissing.zaak, now=klok.now())
    assert UitgegevenProduct.objects.count() == 1


def test_a_besluit_that_nobody_knows_hands_nothing_over(noor: Aanvrager) -> None:
    zaak = noor.beslissing.zaak
    decide(zaak, bekend=False)
    close(zaak)
    run_due(now=klok.now())
    assert not UitgegevenProduct.objects.exists()
    announce_besluit(zaak, f"{zaak}-K", verzenddatum=klok.today(), now=klok.now())
    run_due(now=klok.now())
    assert UitgegevenProduct.objects.count() == 1


@pytest.mark.parametrize("resultaat", ["Geweigerd", "Ingetrokken"])
def test_another_resultaat_hands_nothing_over(noor: Aanvrager, resultaat: str) -> None:
    decide(noor.beslissing.zaak)
    close(noor.beslissing.zaak, resultaat)
    run_due(now=klok.now())
    assert not UitgegevenProduct.objects.exists()
    assert noor.beslissing.uitkomst == Uitkomst.GEEN


def test_an_open_zaak_hands_nothing_over(noor: Aanvrager) -> None:
    decide(noor.beslissing.zaak)
    run_due(now=klok.now())
    assert not UitgegevenProduct.objects.exists()
    assert noor.beslissing.uitkomst == Uitkomst.MEDEWERKER


def test_what_is_missing_is_told_to_a_person(noor: Aanvrager) -> None:
    row = noor.beslissing
    row.gegevens["antwoorden"]["kenteken"] = ["", ""]
    row.save()
    decide(row.zaak)
    close(row.zaak)
    with pytest.raises(NeedsPerson, match="kenteken"):
        settle_zaak(row.zaak, now=klok.now())
    assert noor.beslissing.mist == "kenteken"


def test_a_register_that_is_away_is_asked_later(noor: Aanvrager, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any, **kwargs: Any) -> None:
        raise RegisterUnavailable("time-out")

    monkeypatch.setattr(besluit_module, "get_zaak", away)
    with pytest.raises(TryLater):
        settle_zaak(noor.beslissing.zaak, now=klok.now())
