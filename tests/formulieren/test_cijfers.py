"""How it goes with a form, counted; and that the counts are of nobody."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from eloket.accounts.services import Rol
from eloket.formulieren.cijfers import Cijfers, describe
from eloket.formulieren.models import Concept, Soort, Telling
from eloket.formulieren.services.bewaren import tidy
from eloket.lib import klok
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import WANNEER, WIE, Invuller, get_formulier, publish

pytestmark = pytest.mark.django_db
RAPPORT = "/beheer/formuliercijfers/"
PHONE = {"headers": {"User-Agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Mobile Safari/537.36"}}


def figures() -> Cijfers:
    (row,) = describe(Telling.objects.per_formulier(), Telling.objects.all())
    return row


@pytest.mark.kern
def test_each_thing_that_is_posted_is_counted_once(client: Client) -> None:
    publish()
    noor = Invuller(client)
    client.get(f"{noor.start}beginnen/")
    assert Telling.objects.count() == 0  # looking counts for nothing
    noor.fill()
    noor.post("wanneer", **WANNEER)  # changed a moment later
    proof = noor.bewijs()
    noor.post("controleren", bewijs=proof, verklaring="on")
    noor.post("controleren", bewijs=proof, verklaring="on")  # twice
    found = figures()
    assert (found.begonnen, found.verzonden, found.gestopt) == (1, 1, 0)
    assert found.afgemaakt == "100%"
    assert [(stap.titel, stap.ingevuld) for stap in found.stappen] == [
        ("Wie bent u?", 1),
        ("Wanneer?", 1),
        ("Controleren en versturen", 0),
    ]
    assert found.duur == "de helft binnen 2 minuten"


def test_where_people_stop_is_counted_when_the_draft_goes() -> None:
    publish()
    for name in ("Noor", "Joris", "Samira"):
        Invuller(Client()).begin(**{"v-naam": name})
    done = Invuller(Client())
    done.fill()
    done.post("weg")
    tidy(now=Concept.objects.order_by("-expires_at")[0].expires_at)
    found = figures()
    assert (found.begonnen, found.gestopt, found.verzonden) == (4, 4, 0)
    assert {stap.titel: stap.gestopt for stap in found.stappen} == {
        "Wie bent u?": 0,
        "Wanneer?": 3,
        "Controleren en versturen": 1,
    }


def test_a_phone_is_told_from_a_computer_by_hint_or_by_name() -> None:
    publish()
    hint = {"headers": {"Sec-CH-UA-Mobile": "?1", "User-Agent": "X"}}
    desk = {"headers": {"Sec-CH-UA-Mobile": "?0", "User-Agent": "Mobi"}}
    for client in (Client(**PHONE), Client(**hint), Client(**desk), Client()):
        noor = Invuller(client)
        noor.fill()
        noor.send()
    assert figures().apparaten == "computer of tablet (2), telefoon (2)"
    assert figures().kanalen == "website (4)"


def test_how_long_it_took_counts_from_the_first_page(client: Client) -> None:
    publish()
    with time_machine.travel(klok.now(), tick=False) as clock:
        page = client.get("/formulieren/fietsenstalling/beginnen/").text
        merk = page.split('name="begonnen" value="')[1].split('"')[0]
        clock.shift(timedelta(minutes=8))
        noor = Invuller(client)
        noor.begin(**WIE, begonnen=merk)
        noor.post("wanneer", **WANNEER)
        clock.shift(timedelta(minutes=4))
        noor.send()
    assert Telling.objects.get(soort=Soort.DUUR).stap == "15"


def test_a_step_that_is_gone_and_a_form_that_took_days_are_still_told() -> None:
    publish()
    common: dict[str, Any] = {
        "formulier": get_formulier(),
        "op": klok.today(),
        "kanaal": "website",
        "apparaat": "computer",
    }
    Telling.objects.create(**common, soort=Soort.STAP, stap="oude-stap", aantal=3)
    Telling.objects.create(**common, soort=Soort.DUUR, stap="", aantal=5)
    found = figures()
    assert found.stappen[-1].titel == "oude-stap"
    assert found.duur == "de helft langer dan een uur"
    assert found.afgemaakt == ""


# --- The report -----


@pytest.fixture
def samira(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    return client


def test_samira_reads_the_figures_of_a_period(samira: Client) -> None:
    assert "begon niemand" in samira.get(RAPPORT).text
    publish()
    noor = Invuller(Client())
    noor.fill()
    noor.send()
    page = samira.get(RAPPORT).text
    assert "Plek in de fietsenstalling" in page
    assert "1 (100%)" in page
    later = klok.today() + timedelta(days=1)
    for filters in ({"op_from": later.isoformat()}, {"kanaal": "post"}, {"apparaat": "telefoon"}):
        assert "Plek in de fietsenstalling" not in samira.get(RAPPORT, filters).text


def test_the_sheet_holds_no_formula(samira: Client) -> None:
    publish(titel={"nl": "=1+1"})
    Invuller(Client()).begin()
    answer = samira.get(RAPPORT, {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "'=1+1" in text
    assert "Begonnen" in text
    assert samira.get(RAPPORT, {"export": "xlsx"}).status_code == 200


def test_kees_does_not_read_them(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    assert client.get(RAPPORT).status_code == 302


def test_no_count_holds_anything_of_a_person() -> None:
    names = {field.name for field in Telling._meta.get_fields()}
    assert names == {"id", "formulier", "op", "soort", "stap", "kanaal", "apparaat", "aantal"}


def test_counting_keeps_a_step_within_ten_queries(client: Client, django_assert_max_num_queries) -> None:
    publish()
    noor = Invuller(client)
    with django_assert_max_num_queries(14):  # a new session, and the first page of the form
        noor.begin()
    with django_assert_max_num_queries(10):
        noor.post("wanneer", **WANNEER)
    other = Invuller(Client())
    with django_assert_max_num_queries(10):
        other.begin()
