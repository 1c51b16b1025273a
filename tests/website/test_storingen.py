"""Wim (beheerder) tells an outage and confirms it; everybody reads it while it lasts and afterwards."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.outbox import register
from eloket.outbox.hartslag import WEB, beat
from eloket.outbox.models import Opdracht
from eloket.website.models import Storing, Wat
from eloket.website.services import list_storingen, next_moment
from eloket.website.storingen import ensure_banner, next_storing
from tests.accounts.helpers import login_medewerker, make_medewerker

pytestmark = pytest.mark.django_db

LIJST = "/beheer/snippets/website/storing/"


def make_storing(**values: Any) -> Storing:
    now = klok.now()
    given = {"wat": Wat.INLOGGEN, "van": now - timedelta(hours=1), "tekst_nl": "Inloggen lukt nu niet."}
    ensure_banner()
    return Storing.objects.create(**given | values)


@pytest.fixture
def wim(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Wim Beheer"))
    return client


def spell(moment: datetime) -> str:
    """As an employee types it: the time on the clock here."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def fields(*, van: datetime, tot: datetime | None, **values: str) -> dict[str, str]:
    spelled = {"van": spell(van), "tot": spell(tot) if tot else ""}
    return {"wat": Wat.LOKET.value, "tekst_nl": "Alles lag plat.", "tekst_en": "", **spelled, **values}


@pytest.mark.kern
def test_while_it_lasts_every_page_says_so_in_both_languages(client: Client) -> None:
    make_storing(tekst_en="Logging in does not work.")
    assert "Inloggen lukt nu niet." in client.get("/inloggen/medewerker/").text
    assert "Inloggen lukt nu niet." in client.get("/storingen/").text
    assert "Logging in does not work." in client.get("/en/storingen/").text


def test_what_has_no_english_is_read_out_as_dutch(client: Client) -> None:
    make_storing()
    assert '<span lang="nl">Inloggen lukt nu niet.</span>' in client.get("/en/storingen/").text


def test_planned_current_and_past_ones_stand_apart_and_set_no_cookie(client: Client) -> None:
    now = klok.now()
    make_storing(tekst_nl="Straks.", van=now + timedelta(days=1), tot=now + timedelta(days=2), gepland=True)
    make_storing(tekst_nl="Geweest.", tot=now - timedelta(minutes=1))
    answer = client.get("/storingen/")
    assert not answer.cookies
    assert "Wat er nu aan de hand is" not in answer.text
    planned, past = answer.text.index("Straks."), answer.text.index("Geweest.")
    assert answer.text.index("Gepland onderhoud") < planned < answer.text.index("voorbij zijn") < past
    assert "Straks." not in client.get("/inloggen/medewerker/").text  # no banner before it begins


def test_the_banner_comes_and_goes_by_itself(client: Client) -> None:
    now = klok.now()
    storing = make_storing(van=now + timedelta(hours=1), tot=now + timedelta(hours=3))
    assert next_storing(now) == storing.van
    assert next_storing(now + timedelta(hours=2)) == storing.tot
    assert next_storing(now + timedelta(hours=4)) is None
    moment = next_moment(now=now)
    assert moment is not None
    assert moment <= storing.van
    for hours, shown in ((0, False), (2, True), (4, False)):
        with time_machine.travel(now + timedelta(hours=hours)):
            assert ("Inloggen lukt nu niet." in client.get("/inloggen/medewerker/").text) is shown


def test_saving_one_makes_kept_pages_unreachable() -> None:
    def version() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT COALESCE(MAX(nummer), 0) FROM website_cacheversie")
            return int(cursor.fetchone()[0])

    before = version()
    make_storing()
    assert version() > before


@pytest.mark.parametrize(
    ("wat", "gevolg"), [(Wat.LOKET, True), (Wat.INDIENEN, True), (Wat.BERICHTEN, False), (Wat.ZAKEN, False)]
)
def test_wim_confirms_and_only_what_stopped_people_from_sending_gives_more_time(
    wim: Client, monkeypatch: pytest.MonkeyPatch, wat: Wat, gevolg: bool
) -> None:
    monkeypatch.setitem(register.SUBSCRIBERS, "storing.bevestigd", ["proef.hoor"])
    now = klok.now()
    data = fields(van=now - timedelta(days=1), tot=now - timedelta(hours=20), wat=wat.value, bevestigd="on")
    wim.post(f"{LIJST}add/", data)
    storing = Storing.objects.get()
    assert storing.bevestigd_door == "Wim Beheer"
    assert Opdracht.objects.filter(handler="proef.hoor", ids={"id": str(storing.pk)}).exists() is gevolg
    (told,) = list_storingen(now=now).geweest
    assert told.verlengt is gevolg
    assert ("tot en met de eerste werkdag erna" in wim.get("/storingen/").text) is gevolg


def test_what_lasts_cannot_be_confirmed_yet(wim: Client) -> None:
    now = klok.now()
    for tot in (None, now + timedelta(hours=1)):
        answer = wim.post(f"{LIJST}add/", fields(van=now - timedelta(hours=1), tot=tot, bevestigd="on"))
        assert "Bevestig pas als de storing voorbij is" in answer.text
    assert not Storing.objects.exists()


def test_an_end_before_the_beginning_is_told(wim: Client) -> None:
    now = klok.now()
    answer = wim.post(f"{LIJST}add/", fields(van=now, tot=now - timedelta(hours=1)))
    assert "Het einde ligt na het begin." in answer.text


def test_a_confirmed_one_keeps_its_days_and_stays(wim: Client) -> None:
    now = klok.now()
    van = (now - timedelta(days=2)).replace(second=0, microsecond=0)
    storing = make_storing(van=van, tot=now - timedelta(days=1), bevestigd_at=now)
    wim.post(f"{LIJST}edit/{storing.pk}/", fields(van=now - timedelta(days=9), tot=now, tekst_nl="Beter."))
    storing.refresh_from_db()
    assert (storing.van, storing.tekst_nl) == (van, "Beter.")
    wim.post(f"{LIJST}delete/{storing.pk}/")
    assert Storing.objects.exists()


def test_wim_sees_when_it_was_down_and_makes_an_outage_of_it(wim: Client) -> None:
    now = klok.now().replace(second=0, microsecond=0)
    for hours in (-10, -4, 0):
        beat(WEB, now=now + timedelta(hours=hours))
    page = wim.get("/beheer/stilstand/").text
    assert page.count("Maak er een storing van") == 2
    href = page.split(f"{LIJST}add/")[1].split('"')[0].replace("&amp;", "&")
    form = wim.get(f"{LIJST}add/{href}").text
    assert '<option value="loket" selected>' in form


@pytest.mark.parametrize("query", ["?van=gisteren&tot=%00", "?wat=" + "x" * 400, "?van=9999-99-99"])
def test_a_made_up_gap_is_an_empty_form(wim: Client, query: str) -> None:
    assert wim.get(f"{LIJST}add/{query}").status_code == 200


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.KCC, Rol.BEHANDELAAR])
def test_only_a_beheerder_tells_an_outage(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    now = klok.now()
    client.post(f"{LIJST}add/", fields(van=now - timedelta(hours=1), tot=None))
    assert not Storing.objects.exists()
