"""A message of the register never came: eloket asks by itself, and not more than it said it would."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from eloket.demo.zgwregister import notificaties
from eloket.lib import klok
from eloket.lib.periodiek import REGISTER
from eloket.outbox.models import Opdracht
from eloket.outbox.register import SUBSCRIBERS
from eloket.outbox.services import run_due
from eloket.zaken.models import GevolgdeZaak, Nieuwsstand
from eloket.zaken.services import create_zaak, navragen
from eloket.zaken.services.abonnement import subscribe
from eloket.zaken.services.navragen import HEEL, NABIJ, NAMEN, poll_nieuws
from tests.zaken import faulty
from tests.zaken.factories import KAPVERGUNNING, NOW, new_zaak
from tests.zgw import melden
from tests.zgw.backend import make_setting
from tests.zgw.conftest import Zgw
from tests.zgw.melden import GEHEIM, LATER, Kees, arrive, heard, told

pytestmark = pytest.mark.django_db
NUMMER = "ELK-2026-0000042"
MAIL = "noor@example.org"
ZOEK = "POST /zaken/api/v1/zaken/_zoek"


@pytest.fixture(autouse=True)
def _silent(zgw: Zgw, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that keeps silent, unless a test lets it speak."""
    settings.ELOKET_ZAKEN = make_setting(zgw, NOTIFICATIES_GEHEIM=GEHEIM)
    monkeypatch.setattr(klok, "now", lambda: NOW)
    monkeypatch.setattr(notificaties, "_post", melden.call)
    for name in ("status_gezet", "besluit_bekend"):
        monkeypatch.setitem(SUBSCRIBERS, f"zaak.{name}", [f"tests.{name}"])


@pytest.fixture
def kees(zgw: Zgw) -> Kees:
    return Kees(zgw)


def open_zaken(number: int = 1, **changes: Any) -> None:
    for each in range(42, 42 + number):
        create_zaak(new_zaak(identificatie=f"ELK-2026-{each:07d}", email=MAIL, **changes), now=NOW)


def poll(zgw: Zgw, *, turns: int = 1, now: Any = LATER) -> None:
    """So many turns, five minutes apart, and what follows from them."""
    for turn in range(turns):
        moment = now + timedelta(minutes=5 * turn)
        zgw.klok.nu = max(zgw.klok.nu, moment)
        poll_nieuws(now=moment)
        run_due(now=moment)


def test_a_status_of_which_no_message_came_is_found(zgw: Zgw, kees: Kees) -> None:
    open_zaken()
    kees.set_status(NUMMER, 2)
    poll(zgw)
    assert told() == [("zaak_status", MAIL)]
    poll(zgw, turns=3)
    assert (len(told()), len(heard())) == (1, 1)


def test_messages_that_the_register_loses_are_found(zgw: Zgw, kees: Kees) -> None:
    subscribe()
    open_zaken()
    arrive(zgw, now=NOW + timedelta(minutes=1))
    zgw.register.storingen.notificaties_kwijt = True
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert told() == []
    poll(zgw)
    assert told() == [("zaak_status", MAIL)]


def test_a_message_that_comes_after_all_changes_nothing(zgw: Zgw, kees: Kees) -> None:
    subscribe()
    open_zaken()
    arrive(zgw, now=NOW + timedelta(minutes=1))
    kees.set_status(NUMMER, 2)
    poll(zgw)
    arrive(zgw, now=LATER + timedelta(days=2))
    assert (len(told()), len(heard())) == (1, 1)


def test_a_besluit_of_which_no_message_came_is_found(zgw: Zgw, kees: Kees) -> None:
    open_zaken(zaaktype=KAPVERGUNNING)
    poll(zgw)
    kees.decide(NUMMER, verzenddatum="2026-11-24")
    poll(zgw, now=LATER + timedelta(minutes=5))
    assert told() == [("zaak_besluit", MAIL)]


def test_what_kees_did_before_anybody_here_knew_the_zaak_is_no_news(zgw: Zgw, kees: Kees) -> None:
    """An old zaak of the other system: its past is not mailed to Noor at once."""
    kees.klant.make_zaak(bsn="999990019", identificatie="ZAAK-1")
    kees.set_status("ZAAK-1", 1, NOW - timedelta(days=90))
    kees.set_status("ZAAK-1", 2, NOW - timedelta(minutes=5))
    subscribe()
    [zaak] = zgw.register.list("zaken")
    status = {"url": zaak["status"]}
    notificaties.notify_zaak(zgw.register, zaak, "status", status["url"], "create")
    arrive(zgw)
    assert heard() == ["tests.status_gezet ZAAK-1"]


def test_hundreds_of_zaken_are_one_call_and_a_few_more(zgw: Zgw) -> None:
    open_zaken(30)
    for each in zgw.register.list("zaken"):
        GevolgdeZaak.objects.filter(identificatie=each["identificatie"]).update(register_id=each["uuid"])
    zgw.register.forget_calls()
    poll(zgw)
    searches = [vraag for vraag in zgw.register.gevraagd if "uuid__in" in str(vraag.body)]
    assert len(searches[0].json()["uuid__in"]) == 30
    # The first turn sees each for the first time, and looks them up through the outbox.
    assert not Opdracht.objects.unfinished().exists()
    zgw.register.forget_calls()
    poll(zgw, now=LATER + timedelta(minutes=5))
    assert sum(zgw.register.geteld.values()) == 1 + 3 * HEEL


def test_a_turn_never_asks_more_than_it_said(zgw: Zgw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navragen, "STANDEN_MAXIMUM", 4)
    open_zaken(25)
    zgw.register.forget_calls()
    poll_nieuws(now=LATER)
    assert sum(zgw.register.geteld.values()) <= 1 + NAMEN + 3 * HEEL
    poll(zgw, turns=8)
    assert not GevolgdeZaak.objects.filter(bekeken_at=None).exists()  # everybody had a turn
    zgw.register.forget_calls()
    poll_nieuws(now=LATER + timedelta(hours=2))
    asked = next(each.json()["uuid__in"] for each in zgw.register.gevraagd if "uuid__in" in str(each.body))
    assert len(asked) == 4


def test_a_zaak_that_goes_wrong_each_time_keeps_no_other_waiting(zgw: Zgw, kees: Kees) -> None:
    open_zaken(2)
    poll(zgw)
    broken = GevolgdeZaak.objects.get(identificatie=NUMMER)
    for row in zgw.register.list("statussen"):
        if row["zaak"].endswith(broken.register_id):
            row["zaak"] = "https://elders.example/x"
            zgw.register.dingen["zaken"][broken.register_id]["zaaktype"] = "https://elders.example/zaaktype"
    zgw.gezien.wrong.clear()
    kees.set_status("ELK-2026-0000043", 2)
    poll(zgw, turns=2, now=LATER + timedelta(minutes=5))
    assert told() == [("zaak_status", MAIL)]


def test_a_register_that_is_out_is_left_alone_until_the_next_turn(zgw: Zgw, kees: Kees) -> None:
    open_zaken()
    poll(zgw)
    kees.set_status(NUMMER, 2)
    zgw.register.storingen.add("500")
    zgw.register.forget_calls()
    poll_nieuws(now=LATER + timedelta(minutes=5))
    assert sum(zgw.register.geteld.values()) == 1
    zgw.register.storingen.storingen.clear()
    poll(zgw, now=LATER + timedelta(minutes=10))
    assert told() == [("zaak_status", MAIL)]


def test_a_register_that_is_slow_is_left_alone_too(zgw: Zgw, monkeypatch: pytest.MonkeyPatch) -> None:
    open_zaken(3)
    monkeypatch.setattr(navragen, "SECONDEN", -1)
    zgw.register.forget_calls()
    poll_nieuws(now=LATER)
    assert not zgw.register.geteld
    assert not Nieuwsstand.objects.exists()


def test_a_closed_zaak_is_followed_until_no_besluit_comes_any_more(zgw: Zgw, kees: Kees) -> None:
    open_zaken()
    kees.close(NUMMER, 3)
    poll(zgw)
    assert told() == [("zaak_gesloten", MAIL)]
    zgw.register.forget_calls()
    poll(zgw, now=LATER + timedelta(minutes=5))
    assert zgw.register.geteld[ZOEK] == 1  # looked at in full; its status is not asked any more
    poll(zgw, now=LATER + NABIJ + timedelta(days=2))
    assert not GevolgdeZaak.objects.exists()


def test_a_zaak_that_is_gone_in_the_register_is_no_news_and_no_error(zgw: Zgw) -> None:
    open_zaken()
    poll(zgw)
    zgw.register.dingen["zaken"].clear()
    poll(zgw, now=LATER + timedelta(minutes=5))
    assert not Opdracht.objects.unfinished().exists()


def test_with_a_register_of_our_own_nothing_is_asked_or_followed(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend"}}
    open_zaken()
    poll_nieuws(now=LATER)
    assert not GevolgdeZaak.objects.exists()
    settings.ELOKET_ZAKEN = faulty.SETTING
    poll_nieuws(now=LATER)
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "nergens"}}
    poll_nieuws(now=LATER)  # a wrong setting is told elsewhere; other work of the worker goes on


def test_it_comes_back_by_itself(zgw: Zgw, kees: Kees) -> None:
    open_zaken()
    kees.set_status(NUMMER, 2)
    REGISTER["zaken.poll_nieuws"].run(now=LATER)
    run_due(now=LATER)
    assert told() == [("zaak_status", MAIL)]
    assert REGISTER["zaken.poll_nieuws"].interval == timedelta(minutes=5)
