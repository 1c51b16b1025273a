"""What goes wrong between choosing a time and having an afspraak: told clearly, nothing lost or doubled."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from eloket.afspraken.models import Afspraak, Afspraaklocatie, Afspraaksoort, Reservering, ReserveringStatus
from tests.afspraken.factories import MAANDAG, NOW, make_soort, make_uitzondering, wall
from tests.afspraken.loper import Loper
from tests.afspraken.storing import BEIDE, STUK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
PASPOORT: dict[str, Any] = {"soort": "paspoort", "plaats": "wijkpunt"}  # one desk
NO_TIMES = [
    "",
    "morgen",
    "2026-09-28T09:00:00",
    "1;drop table",
    "\0",
    "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59+00:00",
]
EERSTE = wall(MAANDAG, 9).isoformat()


def at_tijd(loper: Loper, **query: Any) -> Loper:
    loper.go("tijd/", **PASPOORT | {"van": "2026-09-28"} | query)
    return loper


def at_gegevens(loper: Loper, begin: str = EERSTE) -> Loper:
    at_tijd(loper).choose(begin)
    assert loper.kop == "Uw gegevens"
    return loper


def at_controle(loper: Loper, begin: str = EERSTE) -> Loper:
    at_gegevens(loper, begin).fill()
    assert loper.kop == "Controleer uw afspraak"
    return loper


def live() -> int:
    return Reservering.objects.filter(status=ReserveringStatus.VASTGEHOUDEN).count()


def else_somebody(begin: str = EERSTE) -> Loper:
    """Another resident takes the time, in a browser of their own."""
    return at_controle(Loper(Client()), begin)


# --- Choosing a time -----


def test_who_ticks_nothing_is_asked_for_a_time(noor: Loper) -> None:
    at_tijd(noor)
    noor.post("vasthouden/", noor.hidden(action="/afspraken/vasthouden/"))
    assert noor.kop == "Wanneer komt het u uit?"
    assert "Kies een tijd." in noor.text
    assert 'href="#t1"' in noor.html


@pytest.mark.parametrize(
    "begin",
    [
        wall(MAANDAG - timedelta(days=7), 9).isoformat(),  # past
        wall(MAANDAG, 23).isoformat(),  # closed
        wall(MAANDAG, 9, 5).isoformat(),  # not on the grid
        wall(MAANDAG + timedelta(days=400), 9).isoformat(),
        wall(MAANDAG, 11, 55).isoformat(),  # would last past closing
    ],
)
def test_a_time_that_is_not_on_offer_is_not_free(noor: Loper, begin: str) -> None:
    at_tijd(noor).choose(begin)
    assert "Deze tijd is niet meer vrij" in noor.text
    assert noor.page.status_code == 200
    assert not Reservering.objects.exists()


@pytest.mark.parametrize("begin", NO_TIMES)
def test_what_is_no_time_is_asked_again(noor: Loper, begin: str) -> None:
    at_tijd(noor)
    noor.post("vasthouden/", noor.hidden(action="/afspraken/vasthouden/") | {"begin": begin})
    assert "Kies een tijd." in noor.text


def test_the_form_of_another_site_holds_nothing(noor: Loper) -> None:
    at_tijd(noor)
    data = noor.hidden(action="/afspraken/vasthouden/") | {"begin": EERSTE}
    page = noor.client.post("/afspraken/vasthouden/", data, headers={"origin": "https://elders.example"})
    assert page.status_code == 403
    assert "Wij konden uw keuze niet vasthouden" in page.text
    assert not Reservering.objects.exists()


def test_holding_is_no_get(noor: Loper) -> None:
    noor.go("vasthouden/", **PASPOORT, begin=EERSTE)
    assert noor.kop == "Een afspraak maken"
    assert not Reservering.objects.exists()


def test_pressing_twice_holds_once(noor: Loper) -> None:
    at_tijd(noor)
    data = noor.hidden(action="/afspraken/vasthouden/") | {"begin": EERSTE}
    noor.post("vasthouden/", data)
    first = noor.held()
    noor.post("vasthouden/", data)
    assert noor.held() == first
    assert Reservering.objects.count() == 1


def test_going_back_for_another_time_gives_the_first_one_up(noor: Loper) -> None:
    at_tijd(noor)
    data = noor.hidden(action="/afspraken/vasthouden/")
    noor.post("vasthouden/", data | {"begin": EERSTE})
    noor.post("vasthouden/", data | {"begin": wall(MAANDAG, 10).isoformat()})
    assert "om 10.00 uur" in noor.text
    assert live() == 1
    noor.post("vasthouden/", data | {"begin": EERSTE})
    assert "om 9.00 uur" in noor.text
    assert live() == 1


def test_her_own_time_stays_visible_to_her_and_to_nobody_else(noor: Loper) -> None:
    at_gegevens(noor)
    at_tijd(noor)
    assert "9.00 uur (uw keuze)" in noor.text
    other = at_tijd(Loper(Client()))
    assert EERSTE not in other.list_tijden()


def test_who_is_too_late_hears_so_and_is_offered_the_nearest_times(noor: Loper) -> None:
    at_tijd(noor)
    else_somebody()
    noor.choose(EERSTE)
    assert "Deze tijd is niet meer vrij" in noor.text
    assert "Stadhuis" in noor.text.partition("het dichtst bij")[2]
    noor.take_other(noor.list_others()[0])
    assert noor.kop == "Uw gegevens"
    assert live() == 2


def test_too_many_times_from_one_connection_are_stopped(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAAK_PER_HALFUUR = 2
    for _number in range(2):
        at_gegevens(noor)
    at_tijd(noor).choose(EERSTE)
    assert noor.page.status_code == 429
    assert "Wacht een halfuur" in noor.text


# --- Details -----


def test_a_mistake_keeps_what_was_typed(noor: Loper) -> None:
    at_gegevens(noor).fill(email="noor@", hulp="Ik hoor slecht")
    assert noor.kop == "Uw gegevens"
    assert "Er is 1 ding dat u nog moet aanpassen" in noor.text
    assert "Ik hoor slecht" in noor.html


def test_without_a_held_time_there_are_no_details(noor: Loper) -> None:
    for step in ("gegevens/", "controleren/"):
        noor.go(step)
        assert noor.kop == "Wij houden geen tijd voor u vast"
    noor.post("controleren/", {"merk": "x", "verzoek": "y"})
    assert noor.kop == "Wij houden geen tijd voor u vast"


def test_more_time_keeps_what_was_typed_and_asks_nothing_yet(
    noor: Loper, vrijdag: time_machine.Traveller
) -> None:
    at_gegevens(noor)
    vrijdag.move_to(NOW + timedelta(minutes=14))
    noor.fill(langer="1", naam="", hulp="Ik zoek mijn bril")
    assert "tot 10.29 uur" in noor.text
    assert "aanpassen" not in noor.text
    assert "Ik zoek mijn bril" in noor.html


def test_stopping_frees_the_time_at_once(noor: Loper) -> None:
    at_gegevens(noor).fill(stop="1")
    assert live() == 0
    assert EERSTE in at_tijd(Loper(Client())).list_tijden()


def test_details_before_the_check(noor: Loper) -> None:
    at_gegevens(noor)
    noor.go("controleren/")
    assert noor.kop == "Uw gegevens"


def test_another_window_with_another_time_is_noticed(noor: Loper) -> None:
    at_gegevens(noor)
    old = noor.held()
    at_gegevens(noor, wall(MAANDAG, 10).isoformat())
    noor.fill(houvast=old)
    assert "In een ander venster koos u een andere tijd." in noor.text
    assert "om 10.00 uur" in noor.text
    noor.fill()
    assert noor.kop == "Controleer uw afspraak"


# --- Check and confirm -----


def test_pressing_confirm_twice_makes_one_afspraak(noor: Loper) -> None:
    at_controle(noor)
    shown = noor.page
    noor.confirm()
    noor.page = shown
    noor.confirm()
    assert noor.kop == "Uw afspraak staat vast"
    assert Afspraak.objects.count() == 1


def test_going_back_after_it_is_made_says_that_it_is_made(noor: Loper) -> None:
    at_controle(noor).confirm()
    for step in ("gegevens/", "controleren/"):
        noor.go(step)
        assert noor.kop == "Uw afspraak is al gemaakt"
    noor.go("klaar/")
    assert Afspraak.objects.get().referentie in noor.text.replace("-", "")


def test_done_without_anything_done_goes_to_the_start(noor: Loper) -> None:
    noor.go("klaar/")
    assert noor.kop == "Een afspraak maken"


def test_what_is_confirmed_was_seen(noor: Loper) -> None:
    """Another window changed the time; the page of the first still shows the old one."""
    at_controle(noor)
    shown = noor.page
    at_tijd(noor).choose(wall(MAANDAG, 10).isoformat())
    noor.page = shown
    noor.confirm()
    assert "In een ander venster veranderde u iets." in noor.text
    assert not Afspraak.objects.exists()
    noor.confirm()
    assert Afspraak.objects.get().begin == wall(MAANDAG, 10)


def test_the_way_back_to_the_times_leads_to_her_own(noor: Loper) -> None:
    """Also when it is far behind the first page."""
    at_controle(noor, wall(MAANDAG + timedelta(days=28), 9).isoformat())
    found = re.search(r'href="([^"]+)">Wijzig <span class="eloket-verborgen">Wanneer', noor.html)
    assert found is not None
    noor.go(unescape(found[1]))
    assert "9.00 uur (uw keuze)" in noor.text


def test_another_time_keeps_the_details(noor: Loper) -> None:
    at_controle(noor)
    at_tijd(noor).choose(wall(MAANDAG, 10).isoformat())
    assert noor.kop == "Controleer uw afspraak"
    assert "noor@voorbeeld.example" in noor.text


def test_who_is_slow_still_confirms_while_nobody_needs_the_time(
    noor: Loper, vrijdag: time_machine.Traveller
) -> None:
    at_controle(noor)
    vrijdag.move_to(NOW + timedelta(hours=2))
    noor.go("controleren/")
    assert "Niemand anders koos hem: u kunt gewoon verder." in noor.text
    noor.confirm()
    assert noor.kop == "Uw afspraak staat vast"


def test_who_is_slow_and_too_late_loses_the_time_and_nothing_else(
    noor: Loper, vrijdag: time_machine.Traveller
) -> None:
    at_controle(noor)
    vrijdag.move_to(NOW + timedelta(hours=2))
    else_somebody().confirm()
    noor.confirm()
    assert noor.kop == "Uw tijd is niet meer vrij"
    assert Afspraak.objects.count() == 1
    noor.take_other(noor.list_others()[0])
    assert noor.kop == "Controleer uw afspraak"
    assert "noor@voorbeeld.example" in noor.text
    noor.confirm()
    assert Afspraak.objects.count() == 2


@pytest.mark.parametrize("step", ["gegevens/", "controleren/"])
def test_a_lost_time_is_told_at_every_step(noor: Loper, vrijdag: time_machine.Traveller, step: str) -> None:
    at_controle(noor)
    vrijdag.move_to(NOW + timedelta(hours=2))
    else_somebody()
    noor.go(step)
    assert noor.kop == "Uw tijd is niet meer vrij"


def test_a_place_that_closes_in_between_gives_no_afspraak(noor: Loper) -> None:
    at_controle(noor)
    make_uitzondering(MAANDAG)
    noor.confirm()
    assert noor.kop == "Uw tijd is niet meer vrij"
    assert not Afspraak.objects.exists()
    assert all("2026-09-28" not in other for other in noor.list_others())


def test_a_place_that_goes_away_in_between_gives_no_afspraak(noor: Loper) -> None:
    at_controle(noor)
    plek = Afspraaklocatie.objects.get(code="wijkpunt")
    plek.actief = False
    plek.save()
    noor.confirm()
    assert noor.kop == "Uw tijd is niet meer vrij"
    assert "Stadhuis" in noor.text
    assert not Afspraak.objects.exists()


def test_a_soort_that_goes_away_in_between_is_no_server_error(noor: Loper) -> None:
    at_controle(noor)
    soort = Afspraaksoort.objects.get(code="paspoort")
    soort.online = False
    soort.save()
    noor.go("controleren/")
    assert noor.page.status_code == 200


def test_the_browser_that_never_heard_our_answer_finds_its_afspraak(noor: Loper) -> None:
    """The web process was killed after the afspraak was made and before the session was written."""
    at_controle(noor)
    session = noor.client.session
    kept = dict(session.items())
    noor.confirm()
    session = noor.client.session
    for name in list(session.keys()):
        del session[name]
    session.update(kept)
    session.save()
    for step in ("gegevens/", "controleren/", "klaar/"):
        noor.go(step)
        assert noor.kop == "Uw afspraak staat vast"
    assert Afspraak.objects.count() == 1


def test_one_address_has_no_more_than_the_redacteur_allows(noor: Loper) -> None:
    make_soort("schaars", max_per_contact=1)
    for number, hour in enumerate((9, 10)):
        noor.go("tijd/", soort="schaars", plaats="wijkpunt", van="2026-09-28")
        noor.choose(wall(MAANDAG, hour).isoformat())
        noor.fill()
        noor.confirm()
        assert Afspraak.objects.count() == 1, number
    assert "is er al een afspraak hiervoor" in noor.text
    assert "noor@voorbeeld.example" in noor.text


# --- Out of order -----


def test_an_agenda_that_does_not_answer_is_not_called_full(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAKEN = STUK
    noor.go("tijd/", **PASPOORT)
    assert noor.page.status_code == 503
    assert noor.kop == "Storing: wij kunnen de agenda nu niet zien"
    assert "plaats=wijkpunt" in noor.html


def test_an_agenda_that_stops_in_between_loses_nothing(noor: Loper, settings: Settings) -> None:
    at_controle(noor)
    working = settings.ELOKET_AFSPRAKEN
    settings.ELOKET_AFSPRAKEN = STUK
    shown = noor.page
    noor.confirm()
    assert noor.page.status_code == 503
    assert 'href="/afspraken/controleren/"' in noor.html
    settings.ELOKET_AFSPRAKEN = working
    noor.page = shown
    noor.confirm()
    assert noor.kop == "Uw afspraak staat vast"


def test_holding_at_an_agenda_that_does_not_answer_keeps_the_choice(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAKEN = BEIDE
    plek = Afspraaklocatie.objects.get(code="wijkpunt")
    at_tijd(noor)
    plek.systeem = "stuk"
    plek.save()
    noor.choose(EERSTE)
    assert noor.page.status_code == 503
    assert "plaats=wijkpunt" in noor.html
