"""Noor takes another time from her link; until she has it, the old one stands."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.models import (
    Afspraak,
    Afspraaklocatie,
    Afspraaksoort,
    AfspraakStatus,
    Claim,
    Reservering,
)
from eloket.afspraken.services.boeken import cancel_afspraak
from eloket.lib import klok
from tests.afspraken.afgesproken import NOOR, TIEN_UUR, book, make_gemeentehuis, page_of
from tests.afspraken.factories import (
    MAANDAG,
    NOW,
    make_agenda,
    make_plek,
    make_soort,
    make_uitzondering,
    visit,
    wall,
)

pytestmark = pytest.mark.django_db
ELF_UUR = wall(MAANDAG, 11)


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "now", lambda: NOW)


@pytest.fixture
def afspraak() -> Afspraak:
    make_gemeentehuis()
    return book(bezoek=visit(personen=4))


def times_on(html: str) -> Iterator[str]:
    """The moments that a page offers."""
    yield from map(unescape, re.findall(r'name="begin"[^>]*value="([^"]+)"', html))


def move(client: Client, afspraak: Afspraak, begin: datetime, **data: str) -> Any:
    answer = client.post(page_of(afspraak, "verzetten"), {"begin": begin.isoformat(), **data}, follow=True)
    afspraak.refresh_from_db()
    return answer


def fill(begin: datetime, *, places: int = 2) -> None:
    """Others take every desk at this time."""
    for number in range(places):
        contact = replace(NOOR, email=f"ander{number}@voorbeeld.nl", telefoon="")
        book(begin=begin, verzoek=f"{begin}-{number}", contact=contact)


@pytest.mark.kern
def test_noor_picks_another_day_and_keeps_her_number(client: Client, afspraak: Afspraak) -> None:
    page = client.get(page_of(afspraak, "verzetten"))
    assert "maandag 28 september 2026 om 10.00 uur" in page.text
    assert "Paspoort aanvragen" in page.text
    assert "Noor" not in page.text
    assert not page.cookies
    offered = list(times_on(page.text))
    assert ELF_UUR.isoformat() in offered
    answer = move(client, afspraak, ELF_UUR)
    assert answer.redirect_chain == [(f"{page_of(afspraak)}?verzet=1", 303)]
    assert "Uw afspraak is verzet" in answer.text
    assert "maandag 28 september 2026 om 11.00 uur" in answer.text
    assert (afspraak.begin, afspraak.versie) == (ELF_UUR, 1)
    assert Reservering.objects.count() == 1


@pytest.mark.kern
def test_who_loses_the_new_time_keeps_the_old_one(client: Client, afspraak: Afspraak) -> None:
    fill(ELF_UUR)
    answer = move(client, afspraak, ELF_UUR)
    assert answer.status_code == 200
    assert "Deze tijd is niet meer vrij" in answer.text
    assert "Uw afspraak van maandag 28 september 2026 om 10.00 uur staat nog." in answer.text
    assert (afspraak.begin, afspraak.versie) == (TIEN_UUR, 0)
    alternatieven = re.findall(r'name="alternatief" value="([^"]+)"', answer.text)
    assert alternatieven
    client.post(page_of(afspraak, "verzetten"), {"alternatief": unescape(alternatieven[0])})
    afspraak.refresh_from_db()
    assert afspraak.begin.isoformat() == unescape(alternatieven[0]).partition(" ")[2]


def test_another_counter_shows_its_first_moment_and_takes_the_afspraak(
    client: Client, afspraak: Afspraak
) -> None:
    make_plek("wijkloket", naam="Wijkloket")
    page = client.get(page_of(afspraak, "verzetten"))
    assert "Eerste mogelijkheid: " in page.text
    (elders,) = {unescape(found) for found in re.findall(r'href="([^"]*plaats=wijkloket)"', page.text)}
    there = client.get(elders)
    assert "Hier is uw afspraak nu." in there.text
    begin = datetime.fromisoformat(next(times_on(there.text)))
    move(client, afspraak, begin, plaats="wijkloket")
    assert (afspraak.locatie.code, afspraak.begin) == ("wijkloket", begin)
    assert set(Claim.objects.values_list("agenda__locatie__code", flat=True)) == {"wijkloket"}


def test_an_agenda_that_does_not_answer_is_said_to_be_out_of_order(
    client: Client, afspraak: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out(self: DatabaseBackend, *args: Any, **kwargs: Any) -> None:
        raise NietBereikbaar("storing")

    monkeypatch.setattr(DatabaseBackend, "list_dagen", out)
    page = client.get(page_of(afspraak, "verzetten"))
    assert page.status_code == 503
    assert "uw afspraak staat nog zoals hij stond" in page.text
    assert page["Cache-Control"] == "no-store"
    monkeypatch.setattr(DatabaseBackend, "reschedule", out)
    answer = client.post(page_of(afspraak, "verzetten"), {"begin": ELF_UUR.isoformat()})
    assert answer.status_code == 503
    assert Afspraak.objects.get().begin == TIEN_UUR


def test_a_full_agenda_says_so_and_the_afspraak_stays(client: Client, afspraak: Afspraak) -> None:
    soort = Afspraaksoort.objects.get()
    soort.vooruit_dagen = 1  # until tomorrow, Saturday
    soort.save()
    make_uitzondering(NOW.date())
    page = client.get(page_of(afspraak, "verzetten"))
    assert page.status_code == 200
    assert "Er is hier geen andere tijd vrij" in page.text


@pytest.mark.parametrize(
    "begin",
    [
        "",
        "morgen",
        "2026-09-28T11:00:00",  # without a zone
        wall(MAANDAG, 11, 5).isoformat(),  # not on the grid
        wall(MAANDAG, 20).isoformat(),  # closed
        wall(MAANDAG - timedelta(days=7), 11).isoformat(),  # past
        "9999-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00+14:00",
        "\x00" * 50,
    ],
)
def test_a_time_that_cannot_be_had_moves_nothing(client: Client, afspraak: Afspraak, begin: str) -> None:
    for data in ({"begin": begin}, {"alternatief": f"gemeentehuis {begin}"}):
        answer = client.post(page_of(afspraak, "verzetten"), data)
        assert answer.status_code == 200
        assert "Kies een" in answer.text
    afspraak.refresh_from_db()
    assert (afspraak.begin, afspraak.versie) == (TIEN_UUR, 0)


@pytest.mark.parametrize("plaats", ["bestaat-niet", "../x", "telefoon", "x" * 200])
def test_a_place_that_is_not_for_this_visit_is_their_own_place(
    client: Client, afspraak: Afspraak, plaats: str
) -> None:
    make_plek("telefoon", kanaal="telefoon")
    page = client.get(page_of(afspraak, "verzetten"), {"plaats": plaats, "van": "nooit", "weekdag": "9"})
    assert page.status_code == 200
    assert "Gemeentehuis" in page.text


def test_the_same_time_again_moves_nothing(client: Client, afspraak: Afspraak) -> None:
    assert move(client, afspraak, TIEN_UUR).status_code == 200
    assert afspraak.versie == 0


def test_what_was_cancelled_in_another_tab_is_not_moved(client: Client, afspraak: Afspraak) -> None:
    cancel_afspraak(afspraak.pk, door="", now=NOW)
    answer = move(client, afspraak, ELF_UUR)
    assert "Deze afspraak is geannuleerd" in answer.text
    assert afspraak.status == AfspraakStatus.GEANNULEERD


def test_cancelled_between_the_look_and_the_move(
    client: Client, afspraak: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eloket.afspraken.views import verzetten

    def cancel_first(*args: Any, **kwargs: Any) -> Any:
        cancel_afspraak(afspraak.pk, door="", now=NOW)
        return moved(*args, **kwargs)

    moved = verzetten.move_afspraak
    monkeypatch.setattr(verzetten, "move_afspraak", cancel_first)
    assert "Deze afspraak is geannuleerd" in move(client, afspraak, ELF_UUR).text


def test_a_visit_at_home_stays_in_its_area(client: Client) -> None:
    make_plek("thuis-noord", kanaal="huisbezoek")
    make_plek("thuis-zuid", kanaal="huisbezoek")
    make_soort("keukentafel", huisbezoek=True)
    afspraak = book(locatie="thuis-noord", bezoek=visit("keukentafel", kanaal="huisbezoek"))
    page = client.get(page_of(afspraak, "verzetten"), {"plaats": "thuis-zuid"})
    assert "Liever op een andere plek" not in page.text
    move(client, afspraak, ELF_UUR, plaats="thuis-zuid")
    assert (afspraak.locatie.code, afspraak.begin) == ("thuis-noord", ELF_UUR)


def test_who_chose_an_adviseur_stays_with_them(client: Client) -> None:
    plek = make_plek("ondernemersloket", desks=0)
    ada = make_agenda(plek, naam="Ada", naam_publiek="Ada Bakker")
    make_agenda(plek, naam="Bo", naam_publiek="Bo Smit")
    make_soort("vooroverleg")
    bezoek = visit("vooroverleg", agenda=str(ada.pk))
    afspraak = book(locatie="ondernemersloket", bezoek=bezoek)
    assert "Ada Bakker" in client.get(page_of(afspraak)).text
    move(client, afspraak, ELF_UUR)
    assert set(Claim.objects.values_list("agenda", flat=True)) == {ada.pk}


def test_a_place_that_closed_for_good_sends_people_to_the_telephone(
    client: Client, afspraak: Afspraak
) -> None:
    plek = Afspraaklocatie.objects.get()
    plek.actief = False
    plek.save()
    page = client.get(page_of(afspraak, "verzetten"))
    assert page.status_code == 409
    assert "Bel ons om deze afspraak te verzetten" in page.text
    assert client.get(page_of(afspraak)).status_code == 200


def test_links_of_the_page_stay_on_it(client: Client, afspraak: Afspraak) -> None:
    """Later days, the month and the filter: each is the same page, for the same afspraak."""
    page = client.get(page_of(afspraak, "verzetten"))
    main = page.text[page.text.index("<main") : page.text.index("</main")]
    links = {unescape(found).partition("?")[0] for found in re.findall(r'(?:href|action)="(/[^"]+)"', main)}
    assert links <= {page_of(afspraak, "verzetten"), page_of(afspraak), "/contact/"}
    assert client.get(page_of(afspraak, "verzetten"), {"dagdeel": "middag"}).status_code == 200
