"""Noor moves out of zone A: her vergunning ends, and she hears why. What is not certain ends nothing."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.berichten.models import Bericht
from eloket.formulieren.services.verhuizingen import hear_status
from eloket.outbox.models import Opdracht
from eloket.outbox.services import NeedsPerson, TryLater, run_due
from eloket.personen.models import Raadpleging
from eloket.personen.services import (
    Adressoort,
    BronAbsent,
    BronMisconfigured,
    BronRefused,
    BronUnavailable,
    PersoonNotFound,
    Registeradres,
)
from eloket.uitgifte.models import Productsoort, UitgegevenProduct, Zone
from eloket.uitgifte.services import (
    ProductInfo,
    check_adres,
    get_product,
    hear_verhuizing,
    list_wijzigingen,
    plan_checks,
)
from eloket.uitgifte.services.feiten import hash_adres
from tests.uitgifte.factories import DIRECT, JORIS, NOOR, NOW, VREEMDE, issue, make_soort

pytestmark = pytest.mark.django_db
REGEL = [{"type": "adres_in_zone", "value": {"zones": "", "artikel": "Parkeerverordening, artikel 4"}}]
FORMULIER = "verhuizing-doorgeven"
MAAND = timedelta(days=31)
THUIS = hash_adres("1234AB:12:a")


def adres(
    postcode: str = "1234AB", huisnummer: int | None = 12, toevoeging: str = "A", **more: Any
) -> Registeradres:
    return Registeradres(
        Adressoort.BINNENLAND,
        ("Straat",),
        postcode=postcode,
        huisnummer=huisnummer,
        toevoeging=toevoeging,
        **more,
    )


@pytest.fixture(autouse=True)
def _zones(db: None) -> None:
    Zone.objects.create(code="A", naam="Centrum", adressen="1234 AB\n1234 AC")
    Zone.objects.create(code="B", naam="Station", adressen="1234 AE")
    make_soort(**DIRECT | {"beslisregels": REGEL, "verhuisformulier": FORMULIER})


@pytest.fixture
def vergunning(_zones: None) -> ProductInfo:
    return issue(adres_sleutel=THUIS)


@pytest.fixture
def woont(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Where the basisregistratie says that people live, or the error that it gives."""

    def set_answer(answer: Registeradres | Exception | None) -> None:
        def ask(wie: object, aanleiding: object, now: object) -> Registeradres | None:
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr("eloket.uitgifte.services.woonplek.ask_adres", ask)

    return set_answer


@pytest.mark.parametrize(
    "now_at",
    [
        adres("1234AE"),  # another zone
        adres("9999ZZ"),  # in none
        Registeradres(Adressoort.BUITENLAND, ("Rue 1", "Lille"), land="Frankrijk"),
    ],
)
def test_out_of_the_zone_it_ends_with_the_reason_and_the_article(
    vergunning: ProductInfo, woont: Any, now_at: Registeradres
) -> None:
    woont(now_at)
    check_adres(vergunning.id, now=NOW + MAAND)
    assert get_product(vergunning.id, now=NOW + MAAND).status == "ingetrokken"
    last = list_wijzigingen(vergunning.id)[-1]
    assert (last.als, last.door) == ("regel", "adres_in_zone")
    assert last.reden.startswith("U staat niet meer ingeschreven op een adres in zone A.")
    assert last.reden.endswith("(Parkeerverordening, artikel 4)")
    told = Bericht.objects.latest("created_at")
    assert (told.sjabloon, told.aard) == ("product_ingetrokken", "besluit")
    assert "Een computer nam dit besluit" in told.gegevens["letter"]
    check_adres(vergunning.id, now=NOW + MAAND)  # once more changes nothing
    assert Bericht.objects.filter(sjabloon="product_ingetrokken").count() == 1


@pytest.mark.parametrize(
    "now_at",
    [
        adres(),  # the same door
        adres("1234AC", 3, ""),  # another one in the same zone
        adres("1234AE", briefadres=True),
        adres("1234AE", None),
        adres(""),
        Registeradres(Adressoort.LOCATIE, ("naast de derde brug",)),
        None,  # secret, or under investigation
        BronRefused("geen doelbinding"),
        PersoonNotFound("onbekend"),
    ],
)
def test_what_is_not_certain_ends_nothing(vergunning: ProductInfo, woont: Any, now_at: Any) -> None:
    woont(now_at)
    check_adres(vergunning.id, now=NOW + MAAND)
    assert get_product(vergunning.id, now=NOW + MAAND).stand == "geldig"


@pytest.mark.parametrize(
    ("error", "then"),
    [
        (BronUnavailable("stil"), TryLater),
        (BronAbsent("geen"), TryLater),
        (BronMisconfigured("?"), NeedsPerson),
    ],
)
def test_an_outage_waits(
    vergunning: ProductInfo, woont: Any, error: Exception, then: type[Exception]
) -> None:
    woont(error)
    with pytest.raises(then):
        check_adres(vergunning.id, now=NOW + MAAND)
    assert get_product(vergunning.id, now=NOW + MAAND).stand == "geldig"


def test_a_border_that_a_redacteur_moves_moves_nobody(vergunning: ProductInfo, woont: Any) -> None:
    zone = Zone.objects.get(code="A")
    zone.adressen = "1234 AC"
    zone.save()
    woont(adres())
    check_adres(vergunning.id, now=NOW + MAAND)
    assert get_product(vergunning.id, now=NOW + MAAND).stand == "geldig"


def test_without_zones_or_a_door_that_we_know_nobody_moved(woont: Any) -> None:
    woont(adres("9999ZZ"))
    doorless = issue(verzoek="a:2")
    check_adres(doorless.id, now=NOW)
    assert get_product(doorless.id, now=NOW).stand == "geldig"
    known = issue(verzoek="a:3", adres_sleutel=THUIS)
    Zone.objects.all().delete()
    check_adres(known.id, now=NOW)
    assert get_product(known.id, now=NOW).stand == "geldig"


def test_a_soort_without_a_rule_about_the_address_is_left_alone(vergunning: ProductInfo, woont: Any) -> None:
    Productsoort.objects.update(beslisregels=[])
    woont(adres("9999ZZ"))
    check_adres(vergunning.id, now=NOW)
    assert get_product(vergunning.id, now=NOW).stand == "geldig"


def test_once_a_month_each_holder_is_looked_at_and_the_look_is_noted(vergunning: ProductInfo) -> None:
    assert plan_checks(now=NOW + timedelta(days=29)) == 0
    assert plan_checks(now=NOW + MAAND) == 1
    assert plan_checks(now=NOW + MAAND) == 0
    run_due(now=NOW + MAAND)
    assert get_product(vergunning.id, now=NOW + MAAND).stand == "geldig"  # the demo source knows Noor there
    assert Raadpleging.objects.get().doel == "Nakijken of uw Parkeervergunning nog geldt"
    assert plan_checks(now=NOW + 2 * MAAND) == 1


def test_many_are_looked_at_in_pieces(vergunning: ProductInfo) -> None:
    for number in range(4):
        issue(verzoek=f"a:{number + 10}", adres_sleutel=THUIS)
    assert [plan_checks(now=NOW + MAAND, maximum=2) for _ in range(3)] == [2, 2, 1]


def test_nothing_of_whose_it_is_stands_in_the_queue(vergunning: ProductInfo) -> None:
    plan_checks(now=NOW + MAAND)
    row = str(list(Opdracht.objects.values()))
    assert NOOR.nummer not in row
    assert "1234AB" not in row


def test_her_verhuizing_that_was_handled_is_looked_at_at_once(vergunning: ProductInfo) -> None:
    others = issue(verzoek="a:2", houder=VREEMDE, adres_sleutel=THUIS)
    assert hear_verhuizing("", wie=NOOR, now=NOW) == hear_verhuizing("kapvergunning", wie=NOOR, now=NOW) == 0
    assert hear_verhuizing(FORMULIER, wie=JORIS, now=NOW) == 0
    assert hear_verhuizing(FORMULIER, wie=NOOR, now=NOW) == 1
    assert UitgegevenProduct.objects.get(pk=others.id).adres_gezien is None


def test_a_status_of_any_other_zaak_costs_one_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        hear_status("ELK-2026-0000001", now=NOW)
