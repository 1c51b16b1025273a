"""Asking for what is missing, through the door: who hears of it, and what happens when nobody answers."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import override_settings

from eloket.berichten.models import Bericht
from eloket.lib.periodiek import REGISTER
from eloket.outbox.models import Opdracht
from eloket.outbox.register import SUBSCRIBERS
from eloket.zaken import services
from tests.zaken import faulty
from tests.zaken.contract.aanvullen import ID, LAST, TODAY, drawing, question
from tests.zaken.contract.beslissen import decide
from tests.zaken.contract.stilstand import ask, more
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, make_contract_zaaktypen, open_zaak

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def zaak() -> services.Zaak:
    make_contract_zaaktypen()
    return open_zaak(zaaktype=KAPVERGUNNING)


def answer(zaak: services.Zaak, *, days: int) -> services.Verzoek:
    given = drawing()
    return services.answer_aanvulling(
        zaak.identificatie, ID, given.tekst, given.documenten, voor=NOOR, now=NOW + days * DAG
    )


def test_each_step_is_told_once(zaak: services.Zaak, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["aanvulling_gevraagd", "opgeschort", "aanvulling_ontvangen", "hervat"]
    for name in names:
        monkeypatch.setitem(SUBSCRIBERS, f"zaak.{name}", [f"tests.{name}"])
    for _ in range(2):
        services.request_aanvulling(zaak.identificatie, question(), now=NOW)
    for _ in range(2):
        answer(zaak, days=3)
    told = Opdracht.objects.filter(handler__startswith="tests.").order_by("pk")
    assert [each.handler for each in told] == [f"tests.{name}" for name in names]
    assert {each.ids["id"] for each in told} == {zaak.identificatie}


def test_after_the_last_day_the_clock_goes_on_by_itself_and_the_page_says_why(zaak: services.Zaak) -> None:
    services.request_aanvulling(zaak.identificatie, question(), now=NOW)
    every_hour = REGISTER["zaken.hervat_verstreken"].run
    every_hour(now=NOW + 14 * DAG)  # the last day itself
    assert services.get_zaak(zaak.identificatie, voor=NOOR).is_opgeschort
    assert services.resume_verstreken(now=NOW + 16 * DAG) == 1
    assert services.resume_verstreken(now=NOW + 16 * DAG) == 0
    after = services.get_zaak(zaak.identificatie, voor=NOOR)
    assert [each.tot for each in after.opschortingen] == [LAST]
    uitleg = services.explain_zaak(after, vandaag=TODAY + 16 * DAG).uiterlijk
    assert uitleg is not None
    assert any("telt de tijd niet mee" in stap.woorden for stap in uitleg.stappen)
    assert "Wij vroegen om een aanvulling." in [str(stap.reden) for stap in uitleg.stappen]


@pytest.mark.parametrize(
    ("answered", "vandaag", "expected"),
    [
        (None, LAST, None),
        (None, LAST + DAG, date(2027, 1, 5)),  # four weeks after Tuesday 8 December
        (3, TODAY + 3 * DAG, date(2026, 12, 28)),  # ends on feestdagen and a Sunday: the next Monday
    ],
)
def test_how_long_the_gemeente_may_still_leave_it_untreated(
    zaak: services.Zaak, answered: int | None, vandaag: date, expected: date | None
) -> None:
    verzoek = services.request_aanvulling(zaak.identificatie, question(), now=NOW)
    if answered:
        verzoek = answer(zaak, days=answered)
    assert services.last_day_buiten_behandeling(verzoek, vandaag=vandaag) == expected


def test_an_outage_is_an_error_and_no_empty_list() -> None:
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        assert services.has_verzoeken()
        for call in (
            lambda: services.request_aanvulling("ELK-1", question(), now=NOW),
            lambda: services.answer_aanvulling("ELK-1", ID, "x", (), voor=NOOR, now=NOW),
            lambda: services.list_verzoeken("ELK-1", voor=NOOR),
            lambda: services.set_verzoek_gezien("ELK-1", ID, door="Kees", now=NOW),
            lambda: services.resume_verstreken(now=NOW),
        ):
            with pytest.raises(services.RegisterUnavailable):
                call()


def test_a_register_that_asks_nothing_says_so() -> None:
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        assert not services.has_verzoeken()
        assert services.resume_verstreken(now=NOW) == 0
        with pytest.raises(services.RegisterMisconfigured):
            services.list_verzoeken("ELK-1", voor=NOOR)


def test_noor_gets_a_mail_that_says_until_when_and_not_what() -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, email="noor@example.org")
    for _ in range(2):
        services.request_aanvulling(zaak.identificatie, question(), now=NOW)
    bericht = Bericht.objects.get(sjabloon="zaak_aanvulling")
    assert (bericht.uiterlijk, bericht.zaak) == (LAST, zaak.identificatie)
    assert "tekening" not in repr(bericht.gegevens)


@pytest.mark.parametrize(
    ("do", "sjabloon"),
    [
        (lambda number: services.suspend_zaak(number, ask(), now=NOW), "zaak_opgeschort"),
        (lambda number: services.extend_zaak(number, more(), now=NOW), "zaak_verlengd"),
        (lambda number: services.take_besluit(number, decide(verzenddatum=TODAY), now=NOW), "zaak_besluit"),
    ],
)
def test_noor_hears_of_every_step(do: Callable[[str], object], sjabloon: str) -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, email="noor@example.org")
    do(zaak.identificatie)
    assert [each.sjabloon for each in Bericht.objects.all()] == [sjabloon]


def test_a_besluit_that_stays_inside_is_told_to_nobody() -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, email="noor@example.org")
    services.take_besluit(zaak.identificatie, decide(), now=NOW)
    assert not Bericht.objects.exists()
