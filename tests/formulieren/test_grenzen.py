"""Robots at a form without login, and people who look like one: a clear word, and nothing lost."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.views.grenzen import BEGONNEN, sign_begin
from eloket.lib import klok
from eloket.website.services import save_instellingen
from eloket.website.siteinfo import default_site
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import WANNEER, WIE, Invuller, publish

pytestmark = pytest.mark.django_db
BEGIN = "/formulieren/fietsenstalling/beginnen/"


@pytest.fixture(autouse=True)
def limits(settings: Any) -> Iterator[None]:
    cache.clear()
    settings.ELOKET_FORMULIER_PER_UUR = 3
    settings.ELOKET_FORMULIER_PER_EMAIL = 2
    settings.ELOKET_FORMULIER_SECONDEN = 3
    yield
    cache.clear()


def send_one(email: str = "") -> Any:
    """A new visitor who takes their time; the answer to the last POST."""
    noor = Invuller(Client())
    with time_machine.travel(klok.now(), tick=False) as clock:
        assert noor.begin().status_code == 302
        noor.post("wanneer", **{**WANNEER, "v-email": email})
        clock.shift(timedelta(seconds=30))
        return noor.send()


def test_one_connection_begins_a_few_forms_an_hour_and_reads_why_no_more(client: Client) -> None:
    publish()
    site = default_site()
    assert site
    save_instellingen(site, telefoon="14 0123")
    assert [Invuller(Client()).begin().status_code for _ in range(4)] == [302, 302, 302, 429]
    page = client.post(BEGIN, WIE)
    assert "Wacht een uur" in page.text
    assert "14 0123" in page.text
    assert 'value="Noor de Wit"' in page.text
    assert Concept.objects.count() == 3
    with time_machine.travel(klok.now() + timedelta(hours=1)):
        assert Invuller(Client()).begin().status_code == 302


def test_the_address_is_the_one_that_our_own_proxy_saw(settings: Any) -> None:
    publish()
    settings.ELOKET_ACHTER_PROXY = True
    for number in range(6):
        header = {"headers": {"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.1"}}
        last = Client(**header).post(BEGIN, WIE)
    assert last.status_code == 429
    assert Client(headers={"X-Forwarded-For": "192.0.2.1, 192.0.2.2"}).post(BEGIN, WIE).status_code == 302


def test_sending_has_a_limit_too_and_the_draft_stays() -> None:
    publish()
    for _ in range(3):
        assert send_one().status_code == 302
        cache_but_sends()
    page = send_one()
    assert page.status_code == 200
    assert "Wacht een uur" in page.text
    assert Concept.objects.count() == 1
    assert Aanvraag.objects.count() == 3


def cache_but_sends() -> None:
    """Let this connection begin again."""
    for key in [key for key in cache._cache if "formulier_begin" in key]:
        del cache._cache[key]


def test_one_address_sends_a_few_a_day() -> None:
    publish()
    assert [send_one("noor@voorbeeld.nl").status_code for _ in range(2)] == [302, 302]
    page = send_one("Noor@Voorbeeld.nl")
    assert "vandaag al vaak" in page.text
    assert Aanvraag.objects.count() == 2
    cache.clear()
    assert send_one("joris@voorbeeld.nl").status_code == 302


def test_who_is_faster_than_a_person_is_asked_to_look_again(client: Client) -> None:
    publish()
    with time_machine.travel(klok.now(), tick=False) as clock:
        noor = Invuller(client)
        noor.fill()
        page = noor.send()
        assert "Dat ging erg snel" in page.text
        assert Aanvraag.objects.count() == 0
        clock.shift(timedelta(seconds=3))
        assert noor.send().status_code == 302


def test_the_time_counts_from_the_first_page_and_cannot_be_made_up(client: Client) -> None:
    publish()
    now = klok.now()
    with time_machine.travel(now, tick=False) as clock:
        page = client.get(BEGIN).text
        merk = page.split(f'name="{BEGONNEN}" value="')[1].split('"')[0]
        clock.shift(timedelta(seconds=20))
        noor = Invuller(client)
        noor.begin(**WIE, **{BEGONNEN: merk})
        concept = Concept.objects.get()
        assert concept.begonnen_at
        assert abs(concept.begonnen_at - now) < timedelta(seconds=1)
        for made_up in ("", "onzin", merk.replace("fiets", "auto"), merk[:-2], sign_begin("klacht", now=now)):
            Concept.objects.all().delete()
            cache.clear()
            noor.begin(**WIE, **{BEGONNEN: made_up})
            assert Concept.objects.get().begonnen_at == klok.now()


@given(merk=st.text(max_size=60))
def test_whatever_stands_in_the_mark_breaks_nothing(merk: str) -> None:
    from django.http import HttpRequest, QueryDict

    from eloket.formulieren.views.grenzen import read_begin

    request, now = HttpRequest(), klok.now()
    request.POST = QueryDict(mutable=True)
    request.POST[BEGONNEN] = merk
    assert read_begin(request, "klacht", now=now) == now


def test_a_robot_fills_in_every_box_and_gets_no_draft(client: Client) -> None:
    publish()
    assert 'name="uw_website"' in client.get(BEGIN).text
    page = client.post(BEGIN, {**WIE, "uw_website": "https://koop.example"})
    assert page.status_code == 429
    assert "Laat het vak" in page.text
    assert Concept.objects.count() == 0
    assert client.post(BEGIN, WIE).status_code == 302


def test_whoever_logged_in_has_no_limits_and_no_box(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    assert "uw_website" not in client.get(BEGIN).text
    for _ in range(5):
        noor = Invuller(client)
        noor.fill()
        assert noor.send().status_code == 302
    assert Aanvraag.objects.count() == 5


def test_each_language_has_the_same_limit() -> None:
    publish()
    for _ in range(2):
        Invuller(Client()).begin()
    assert Client().post(f"/en{BEGIN}", WIE).status_code == 302
    assert Client().post(f"/en{BEGIN}", WIE).status_code == 429
