"""Noor renews her vergunning, changes its kenteken, gives it up: each once, however often it is sent."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from eloket.lib.partij import Bsn
from eloket.personen.services import Adressoort, BronUnavailable, Registeradres
from eloket.uitgifte.models import Productsoort, UitgegevenProduct, Wijziging
from eloket.uitgifte.services import (
    ProductInfo,
    check_code,
    check_parkeerrecht,
    get_product,
    suspend_product,
    withdraw_product,
)
from eloket.uitgifte.services.feiten import hash_adres
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.uitgifte.factories import BEWONER, CLAIMS, DIRECT, KEES, NOW, UITTREKSEL, issue, make_soort
from tests.zaken.factories import VREEMDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vandaag")]
VERHUISD = Registeradres(Adressoort.BINNENLAND, ("Dorpsstraat 1",), postcode="9999ZZ", huisnummer=1)
NOOR, PIET = Bsn(NOOR_BSN), Bsn("999990020")
BIJNA = NOW + timedelta(days=330)  # the end is 24 November 2027, the window of sixty days is open


@pytest.fixture
def vandaag() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(BIJNA, tick=False) as clock:
        yield clock


@pytest.fixture
def vergunning(db: None) -> ProductInfo:
    looked_up = [{"type": naam, "value": {}} for naam in ("woont_op_adres", "kenteken_van_aanvrager")]
    make_soort(verlengen_dagen=60, **DIRECT | {"beslisregels": [BEWONER, *looked_up]})
    return issue(houder=NOOR, email="noor@voorbeeld.example", adres_sleutel=hash_adres("1234AB:12:a"))


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client, NOOR)
    return client


def path(product: ProductInfo, doen: str = "") -> str:
    return f"/mijn-zaken/producten/{product.code}/{doen}"


def newest() -> UitgegevenProduct:
    return UitgegevenProduct.objects.latest("uitgegeven")


def test_one_confirmation_renews_it_without_a_gap_and_without_losing_days(
    vergunning: ProductInfo, noor: Client
) -> None:
    assert "Verlengen" in noor.get(path(vergunning)).text
    page = noor.get(path(vergunning, "verlengen/")).text
    assert "GT123X" in page
    assert "23 november 2028" in page
    answer = noor.post(path(vergunning, "verlengen/"), follow=True)
    assert "Uw document is verlengd" in answer.text
    new = newest()
    assert (new.claims, new.geldig_vanaf) == (vergunning.claims, BIJNA)
    assert (new.zaak, new.aanvraag, new.email) == (vergunning.zaak, "1", "noor@voorbeeld.example")
    assert check_code(vergunning.code, now=BIJNA).stand == "vervangen"
    assert check_code(new.code, now=BIJNA).stand == "geldig"
    assert check_parkeerrecht("GT-123-X", "A", now=BIJNA).tot == new.geldig_tot
    old = noor.get(path(vergunning)).text
    assert path(get_product(str(new.pk), now=BIJNA)) in old
    assert "Vervangen door een nieuw document" in old


def test_sent_twice_it_is_one_and_both_times_she_stands_before_the_new_one(
    vergunning: ProductInfo, noor: Client
) -> None:
    answers = [noor.post(path(vergunning, "verlengen/"))["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert newest().code in answers[0]
    assert UitgegevenProduct.objects.count() == 2


@pytest.mark.parametrize("days", [0, 269, 400])
def test_before_the_window_and_after_the_end_it_cannot_be_renewed(
    vergunning: ProductInfo, client: Client, vandaag: Any, days: int
) -> None:
    vandaag.move_to(NOW + timedelta(days=days))
    login_burger(client, NOOR)
    for answer in (client.get(path(vergunning, "verlengen/")), client.post(path(vergunning, "verlengen/"))):
        assert answer["Location"] == f"{path(vergunning)}?klaar=niet"
    page = client.get(path(vergunning)).text
    assert ("Verlengen kan vanaf 25 september 2027." in page) is (days < 300)
    assert UitgegevenProduct.objects.count() == 1


@pytest.mark.parametrize("change", [suspend_product, withdraw_product])
def test_what_was_stopped_or_withdrawn_is_not_renewed_or_changed(
    vergunning: ProductInfo, noor: Client, change: Any
) -> None:
    change(vergunning.id, door=KEES, reden="Uitzoeken.", now=BIJNA)
    noor.post(path(vergunning, "verlengen/"))
    noor.post(path(vergunning, "kenteken/"), {"kenteken": "KL-456-Z"})
    assert UitgegevenProduct.objects.count() == 1


def test_what_is_not_handed_over_any_more_is_not_renewed(vergunning: ProductInfo, noor: Client) -> None:
    Productsoort.objects.update(actief=False)
    answer = noor.post(path(vergunning, "verlengen/"), follow=True)
    assert "Dit kan nu niet" in answer.text
    assert "Dit document is geldig" in answer.text


def test_another_car_until_the_same_day(vergunning: ProductInfo, noor: Client) -> None:
    answer = noor.post(path(vergunning, "kenteken/"), {"kenteken": "kl-456-z"}, follow=True)
    assert "Het kenteken is gewijzigd" in answer.text
    new = newest()
    assert (new.claims["kenteken"], new.geldig_tot) == ("KL456Z", vergunning.geldig_tot)
    assert not check_parkeerrecht("GT-123-X", "A", now=BIJNA).geldig
    assert check_parkeerrecht("KL-456-Z", "A", now=BIJNA).geldig
    assert check_code(vergunning.code, now=BIJNA).stand == "vervangen"


def test_the_same_car_sent_twice_is_one_and_a_third_car_goes_on_from_the_second(
    vergunning: ProductInfo, noor: Client
) -> None:
    twice = [noor.post(path(vergunning, "kenteken/"), {"kenteken": "KL456Z"})["Location"] for _ in range(2)]
    assert twice[0] == twice[1]
    late = noor.post(path(vergunning, "kenteken/"), {"kenteken": "AB12CD"})["Location"]
    assert late == f"{path(vergunning)}?klaar=niet"  # from a tab that was left open
    assert UitgegevenProduct.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Vul het kenteken in van de auto die u nu gebruikt."),
        ("§§", "Dit is geen kenteken."),
        ("A" * 21, "Dit is te lang voor een kenteken."),
        ("GT-123-X", "Dit kenteken staat al op uw document."),
        ("\x00", "Vul het kenteken in van de auto die u nu gebruikt."),
    ],
)
def test_what_was_typed_wrong_is_said_and_stays_in_the_box(
    vergunning: ProductInfo, noor: Client, typed: str, told: str
) -> None:
    answer = noor.post(path(vergunning, "kenteken/"), {"kenteken": typed})
    assert answer.status_code == 422
    assert told in answer.text
    assert UitgegevenProduct.objects.count() == 1


def test_she_gives_it_up_and_that_is_for_good(vergunning: ProductInfo, noor: Client) -> None:
    assert "U kunt dit niet terugdraaien" in noor.get(path(vergunning, "beeindigen/")).text
    answer = noor.post(path(vergunning, "beeindigen/"), follow=True)
    assert "U hebt dit document beëindigd" in answer.text
    assert "Dit kunt u doen" not in answer.text
    assert check_code(vergunning.code, now=BIJNA).stand == "ingetrokken"
    again = noor.post(path(vergunning, "beeindigen/"))
    assert again["Location"] == f"{path(vergunning)}?klaar=niet"
    assert Wijziging.objects.get(naar="ingetrokken").als == "houder"


def test_an_uittreksel_has_nothing_to_give_up(noor: Client) -> None:
    make_soort("uittreksel", UITTREKSEL, sjabloon="uittreksel")
    product = issue(houder=NOOR, soort="uittreksel", claims=CLAIMS[UITTREKSEL])
    page = noor.get(path(product)).text
    assert "Dit kunt u doen" not in page
    noor.post(path(product, "beeindigen/"))
    noor.post(path(product, "kenteken/"), {"kenteken": "KL456Z"})
    assert UitgegevenProduct.objects.get().status == "uitgegeven"


@pytest.mark.parametrize("doen", ["verlengen/", "kenteken/", "beeindigen/"])
def test_a_stranger_does_nothing_to_it(vergunning: ProductInfo, client: Client, doen: str) -> None:
    login_burger(client, Bsn(VREEMDE.nummer))
    assert client.get(path(vergunning, doen)).status_code == 404
    assert client.post(path(vergunning, doen), {"kenteken": "KL456Z"}).status_code == 404
    assert get_product(vergunning.id, now=BIJNA).status == "uitgegeven"


def test_what_her_father_does_for_her_stands_as_that(
    vergunning: ProductInfo, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    login_burger(client, NOOR, handelende=PIET)
    assert client.post(path(vergunning, "beeindigen/")).status_code == 404  # he sent nothing for her
    for module in ("services.producten", "views.productdoen"):
        monkeypatch.setattr(f"eloket.mijnzaken.{module}.list_zaken_van", lambda voor, door: {vergunning.zaak})
    page = client.post(path(vergunning, "beeindigen/"), follow=True).text
    assert "Beëindigd door iemand die voor de houder mag handelen" in page


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (BronUnavailable("stil"), "Wij konden niet zien op welk adres u nu staat ingeschreven."),
        (VERHUISD, "U staat niet meer ingeschreven op het adres waarvoor u dit kreeg."),
    ],
)
def test_what_may_have_changed_an_employee_looks_at_and_the_old_one_still_holds(
    vergunning: ProductInfo, noor: Client, monkeypatch: pytest.MonkeyPatch, source: Any, told: str
) -> None:
    def ask(wie: object, aanleiding: object, now: object) -> Any:
        if isinstance(source, Exception):
            raise source
        return source

    monkeypatch.setattr("eloket.uitgifte.services.woonplek.ask_adres", ask)
    page = noor.post(path(vergunning, "verlengen/")).text
    assert told in page
    assert "/formulieren/parkeervergunning/" in page
    assert get_product(vergunning.id, now=BIJNA).stand == "geldig"
    assert UitgegevenProduct.objects.count() == 1


def test_a_car_of_somebody_else_is_for_an_employee_and_not_refused(
    vergunning: ProductInfo, noor: Client
) -> None:
    page = noor.post(path(vergunning, "kenteken/"), {"kenteken": "HB-789-N"}).text
    assert "Het kenteken staat niet op uw naam." in page
    assert "uw document geldt nog zoals het was" in page
    assert UitgegevenProduct.objects.count() == 1


def test_what_a_person_decided_only_a_person_decides_again(vergunning: ProductInfo, noor: Client) -> None:
    Productsoort.objects.update(levering="besluit", formulier="")
    page = noor.post(path(vergunning, "verlengen/")).text
    assert "Een medewerker beslist hierover." in page
    assert "Bel ons. Dan kijkt een medewerker ernaar." in page
    assert UitgegevenProduct.objects.count() == 1
