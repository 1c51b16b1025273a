"""Noor stops, and goes on later: on another device with a mailed link and a code, or from Mijn zaken."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag, Concept, Mailverzoek, Opvang
from eloket.formulieren.services import mailverzoeken
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.periodiek import run_periodiek
from eloket.outbox.services import run_due
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import WANNEER, WIE, Invuller, publish
from tests.zaken.factories import VREEMDE

pytestmark = pytest.mark.django_db
NOOR = "noor@voorbeeld.nl"


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    cache.clear()  # the limits of one connection
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def deliver() -> str:
    """Let the worker send what waits; the text of the last mail."""
    run_due(now=klok.now())
    return str(mail.outbox[-1].body)


def code_of(text: str) -> str:
    found = re.search(r"^(\d{6})$", text, re.M)
    assert found
    return found[1]


def save(noor: Invuller, email: str = NOOR) -> Any:
    return noor.post("later", email=email)


@pytest.fixture
def noor(client: Client) -> Invuller:
    publish()
    noor = Invuller(client)
    noor.begin()
    return noor


def hervatten(noor: Invuller) -> str:
    return f"{noor.concept}hervatten/"


@pytest.mark.kern
def test_noor_stops_on_her_phone_and_goes_on_at_her_computer(noor: Invuller) -> None:
    answer = noor.post("wanneer", **{"v-vanaf_dag": "3", "later": "1"})
    assert answer["Location"] == f"{noor.concept}later/"
    page = noor.client.get(save(noor)["Location"])
    assert NOOR in page.text
    link = deliver()
    assert f"http://localhost:8000{hervatten(noor)}" in link
    assert "Noor de Wit" not in link

    computer = Client()
    shown = computer.get(hervatten(noor))
    assert "Plek in de fietsenstalling" in shown.text
    assert NOOR not in shown.text
    assert "Noor de Wit" not in shown.text
    computer.post(hervatten(noor))
    code = code_of(deliver())
    on = computer.post(hervatten(noor), {"code": f"{code[:3]} {code[3:]}"}, follow=True)
    assert on.redirect_chain[-1][0] == f"{noor.concept}wanneer/"
    assert 'value="3"' in on.text

    elsewhere = Invuller(computer)
    elsewhere.concept = noor.concept
    elsewhere.post("wanneer", **WANNEER)
    assert elsewhere.send().status_code == 302
    assert Aanvraag.objects.get().antwoorden["naam"] == "Noor de Wit"


def test_the_first_step_too_can_be_left_halfway(client: Client) -> None:
    publish()
    answer = client.post("/formulieren/fietsenstalling/beginnen/", {"v-naam": "", "later": "1"})
    assert answer["Location"].endswith("/later/")
    assert client.get(answer["Location"]).status_code == 200


def test_the_link_alone_opens_nothing_for_who_finds_it(noor: Invuller) -> None:
    save(noor)
    stranger = Client()
    for step in ("", "wie/", "controleren/", "later/", "weg/"):
        assert stranger.get(f"{noor.concept}{step}")["Location"] == hervatten(noor)
    for _guess in range(mailverzoeken.POGINGEN):
        assert "klopt niet" in stranger.post(hervatten(noor), {"code": "000000"}).text
    assert Concept.objects.count() == 1


def test_a_code_is_worth_nothing_after_five_guesses(noor: Invuller) -> None:
    save(noor)
    stranger = Client()
    stranger.post(hervatten(noor))
    code = code_of(deliver())
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _guess in range(5):
        stranger.post(hervatten(noor), {"code": wrong})
    assert stranger.post(hervatten(noor), {"code": code}).status_code == 200
    assert stranger.get(f"{noor.concept}wie/")["Location"] == hervatten(noor)


def test_a_code_is_worth_nothing_after_a_quarter_of_an_hour_or_a_second_time(noor: Invuller) -> None:
    save(noor)
    with time_machine.travel(klok.now(), tick=False) as clock:
        Client().post(hervatten(noor))
        code = code_of(deliver())
        clock.shift(timedelta(minutes=15))
        assert "klopt niet" in Client().post(hervatten(noor), {"code": code}).text
        Client().post(hervatten(noor))
        code = code_of(deliver())
        assert Client().post(hervatten(noor), {"code": code}).status_code == 302
        assert "klopt niet" in Client().post(hervatten(noor), {"code": code}).text


def test_the_phone_asks_for_a_code_too_once_the_computer_has_the_draft(noor: Invuller) -> None:
    save(noor)
    Client().post(hervatten(noor))
    Client().post(hervatten(noor), {"code": code_of(deliver())})
    assert noor.get("wie")["Location"] == hervatten(noor)


def test_in_the_same_browser_the_link_opens_at_once(noor: Invuller) -> None:
    save(noor)
    assert noor.client.get(hervatten(noor))["Location"] == noor.concept


def test_a_link_that_was_never_given_or_is_too_old_says_so_kindly(noor: Invuller) -> None:
    assert Client().get(hervatten(noor)).status_code == 410
    save(noor)
    Concept.objects.update(expires_at=klok.now())
    page = Client().get(hervatten(noor))
    assert page.status_code == 410
    assert "Begin opnieuw" in page.text
    assert Client().post(hervatten(noor), {"code": "123456"}).status_code == 410


def test_a_mistake_in_the_address_is_told_and_sends_nothing(noor: Invuller) -> None:
    assert "zoals naam@voorbeeld.nl" in save(noor, "noor@").text
    assert Mailverzoek.objects.count() == 0


def test_nobody_can_be_flooded(noor: Invuller) -> None:
    statuses = [save(noor, email).status_code for email in (NOOR, "NOOR@voorbeeld.nl", NOOR, NOOR)]
    assert statuses == [302, 302, 302, 429]
    page = save(noor)
    assert "Wacht een kwartier" in page.text
    run_due(now=klok.now())
    assert len(mail.outbox) == 3
    other = Invuller(Client())
    other.begin()
    assert save(other).status_code == 429  # whoever asks: it is about who gets them
    assert save(other, "joris@voorbeeld.nl").status_code == 302
    assert Client().post(hervatten(noor)).status_code == 429


def test_one_connection_cannot_send_mails_to_all_the_world(noor: Invuller) -> None:
    maximum = mailverzoeken.PER_HERKOMST[0]
    for number in range(maximum):
        Mailverzoek.objects.all().delete()
        assert save(noor, f"n{number}@voorbeeld.nl").status_code == 302
    assert save(noor, "nog-een@voorbeeld.nl").status_code == 429


def test_what_was_sent_is_forgotten_after_two_days_with_no_address_in_clear(noor: Invuller) -> None:
    save(noor)
    assert "noor" not in str(Mailverzoek.objects.values())
    run_periodiek(now=klok.now() + timedelta(days=2, minutes=1))
    assert Mailverzoek.objects.count() == 0


def test_noor_throws_her_draft_away(noor: Invuller) -> None:
    assert "niet terughalen" in noor.get("weg").text
    assert Concept.objects.count() == 1
    assert noor.post("weg")["Location"] == "/formulieren/fietsenstalling/"
    assert Concept.objects.count() == 0


# --- After a login -----


@pytest.fixture
def logged_in(client: Client) -> Invuller:
    publish(niveau=20)
    login_burger(client)
    noor = Invuller(client)
    noor.begin()
    return noor


def test_a_draft_after_a_login_waits_in_mijn_zaken(logged_in: Invuller) -> None:
    answer = logged_in.post("wanneer", later="1")
    assert "Mijn zaken" in logged_in.client.get(answer["Location"]).text
    assert save(logged_in).status_code == 200  # no link by mail: only a login opens it
    assert Mailverzoek.objects.count() == 0

    elsewhere = Client()
    login_burger(elsewhere)
    page = elsewhere.get("/mijn-zaken/").text
    assert "Nog niet verstuurd" in page
    assert f'href="{logged_in.concept}"' in page
    assert "Noor de Wit" in elsewhere.get(f"{logged_in.concept}wie/").text
    assert elsewhere.post(f"{logged_in.concept}weg/")["Location"] == "/mijn-zaken/"
    assert "Nog niet verstuurd" not in elsewhere.get("/mijn-zaken/").text


def test_nobody_else_sees_or_opens_it(logged_in: Invuller) -> None:
    stranger = Client()
    login_burger(stranger, Bsn(VREEMDE.nummer))
    assert "Nog niet verstuurd" not in stranger.get("/mijn-zaken/").text
    for step in ("", "later/", "weg/"):
        assert stranger.get(f"{logged_in.concept}{step}").status_code == 404
    assert stranger.post(f"{logged_in.concept}weg/").status_code == 404
    gemachtigde = Client()
    login_burger(gemachtigde, handelende=Bsn(VREEMDE.nummer))
    assert "Nog niet verstuurd" not in gemachtigde.get("/mijn-zaken/").text


def test_a_lower_login_does_not_open_it(client: Client) -> None:
    publish(niveau=20)
    login_burger(client, niveau=Niveau.SUBSTANTIEEL)
    noor = Invuller(client)
    noor.begin()
    lower = Client()
    login_burger(lower)
    assert "Nog niet verstuurd" not in lower.get("/mijn-zaken/").text
    assert "/inloggen/" in lower.get(f"{noor.concept}wie/")["Location"]


# --- The session ends while somebody fills in -----


def login_link(page: str) -> str:
    """Where the login on this page comes back to."""
    found = re.search(r"/inloggen/\?next=([^&\"]+)", page)
    assert found
    return unquote(found[1])


def test_a_step_sent_after_the_session_ended_is_there_again_after_the_login(logged_in: Invuller) -> None:
    logged_in.client.cookies.clear()
    page = logged_in.post("wanneer", **{**WANNEER, "v-vanaf_dag": "17"})
    assert page.status_code == 403
    assert "ga verder waar u was" in page.text
    back = login_link(page.text)

    assert 'value="17"' not in Client().get(back, follow=True).text  # whoever finds the address sees a login
    stranger = Client()
    login_burger(stranger, Bsn(VREEMDE.nummer))
    assert stranger.get(back).status_code == 404
    login_burger(logged_in.client)
    shown = logged_in.client.get(back)
    assert 'value="17"' in shown.text
    assert logged_in.client.post(back, {**WANNEER, "v-vanaf_dag": "17"}).status_code == 302
    assert "17 februari 2027" in logged_in.get("controleren").text


def test_what_nobody_comes_back_for_goes_after_an_hour(logged_in: Invuller) -> None:
    logged_in.client.cookies.clear()
    back = login_link(logged_in.post("wanneer", **WANNEER).text)
    run_periodiek(now=klok.now() + timedelta(hours=2))
    assert Opvang.objects.count() == 0
    login_burger(logged_in.client)
    assert logged_in.client.get(back).status_code == 200
    assert logged_in.client.get(f"{logged_in.concept}wanneer/?opgevangen=onzin").status_code == 200


def test_a_session_that_ended_at_send_loses_nothing(logged_in: Invuller) -> None:
    logged_in.post("wanneer", **WANNEER)
    proof = logged_in.bewijs()
    logged_in.client.cookies.clear()
    page = logged_in.post("controleren", bewijs=proof, verklaring="on")
    assert "ga verder waar u was" in page.text
    assert Aanvraag.objects.count() == 0
    login_burger(logged_in.client)
    assert "Noor de Wit" in logged_in.client.get(login_link(page.text)).text
    assert logged_in.send().status_code == 302
    assert Aanvraag.objects.count() == 1


def test_two_tabs_on_one_draft_do_not_lose_what_a_third_saved_for_later(logged_in: Invuller) -> None:
    logged_in.post("wanneer", **WANNEER)
    logged_in.post("wie", **{**WIE, "later": "1"})
    logged_in.post("wanneer", **{**WANNEER, "v-vanaf_dag": "9"})
    assert "9 februari 2027" in logged_in.get("controleren").text
