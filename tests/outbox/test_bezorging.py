"""The page where a beheerder sees what waits and what failed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.outbox.models import Opdracht, Status, Werker
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.outbox.factories import make_opdracht

pytestmark = pytest.mark.django_db

LIJST = "/beheer/bezorging/"


@pytest.fixture
def beheerder(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Wim Beheer"))
    return client


def failed(**values: Any) -> Opdracht:
    return make_opdracht(status=Status.MENS_NODIG, reason="het zaaktype bestaat niet", attempts=3, **values)


def test_the_page_says_what_failed_why_and_since_when(beheerder: Client) -> None:
    failed(created_at=klok.now() - timedelta(hours=3, minutes=1), ids={"zaak": "ELK-2026-0000007"})
    page = beheerder.get(LIJST).content.decode()
    for words in ("proef.doe", "ELK-2026-0000007", "het zaaktype bestaat niet", "3\xa0uur", "mens nodig"):
        assert words in page
    assert "Er is geen worker aan het werk" in page


def test_what_is_planned_for_later_waits_for_nobody(beheerder: Client) -> None:
    """A reminder of next month is no work that lies there; one that is tried again is."""
    later = klok.now() + timedelta(days=30)
    make_opdracht(handler="proef.gepland", not_before=later)
    make_opdracht(handler="proef.opnieuw", not_before=later, attempts=1)
    page = beheerder.get(LIJST).content.decode()
    assert "proef.opnieuw" in page
    assert "proef.gepland" not in page


def test_the_page_shows_which_workers_live(beheerder: Client) -> None:
    now = klok.now()
    for name, seen in [("leeft:1", now), ("weg:2", now - timedelta(minutes=5))]:
        Werker.objects.create(naam=name, broker="database", started_at=now, seen_at=seen)
    page = beheerder.get(LIJST).content.decode()
    assert "niet gezien" in page.split("weg:2")[1].split("</tr>")[0]
    assert "werkt" in page.split("leeft:1")[1].split("</tr>")[0]
    assert "Er is geen worker aan het werk" not in page


def test_one_row_is_tried_again_and_that_is_logged(beheerder: Client) -> None:
    row = failed()
    answer = beheerder.post(reverse("outbox:opnieuw"), {"opdracht": row.pk}, follow=True)
    row.refresh_from_db()
    assert (row.status, row.attempts, row.reason) == (Status.WACHT, 0, "")
    assert "1 opdracht wordt opnieuw geprobeerd" in answer.content.decode()
    entry = ModelLogEntry.objects.get(action="outbox.opnieuw")
    assert entry.user is not None
    assert entry.data == {"handler": "proef.doe", "aantal": 1}


def test_all_of_a_kind_are_tried_again_and_nothing_else(beheerder: Client) -> None:
    mine = [failed(key=f"a{number}") for number in range(3)]
    other = failed(key="b", handler="proef.anders")
    waiting = make_opdracht(key="c", attempts=2)
    beheerder.post(reverse("outbox:opnieuw"), {"soort": "proef.doe"})
    assert set(Opdracht.objects.filter(status=Status.WACHT, attempts=0)) == set(mine)
    other.refresh_from_db()
    waiting.refresh_from_db()
    assert (other.status, waiting.attempts) == (Status.MENS_NODIG, 2)


def test_a_row_in_a_workers_hands_or_done_is_left_alone(beheerder: Client) -> None:
    for status in (Status.BEZIG, Status.KLAAR):
        row = make_opdracht(status=status)
        answer = beheerder.post(reverse("outbox:opnieuw"), {"opdracht": row.pk}, follow=True)
        assert "Er was niets meer" in answer.content.decode()
    assert not Opdracht.objects.filter(status=Status.WACHT).exists()


@pytest.mark.parametrize("nonsense", [{}, {"opdracht": "9" * 40}, {"opdracht": "²"}, {"soort": "x"}])
def test_nonsense_changes_nothing(beheerder: Client, nonsense: dict[str, str]) -> None:
    failed()
    assert beheerder.post(reverse("outbox:opnieuw"), nonsense).status_code == 302
    assert Opdracht.objects.get().status == Status.MENS_NODIG


def test_a_thousand_rows_cost_no_more_queries_than_one(
    beheerder: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(120):
        failed(key=f"rij:{number}")
    beheerder.get(LIJST)
    with django_assert_max_num_queries(20):
        page = beheerder.get(LIJST, {"p": "2"}).content.decode()
    assert page.count('name="opdracht"') == 50
    assert "Pagina 2 van 3" in page


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHANDELAAR, Rol.KCC])
def test_only_a_beheerder_sees_it(client: Client, rol: Rol) -> None:
    row = failed()
    login_medewerker(client, make_medewerker(rol))
    assert client.get(LIJST).status_code in (302, 403)
    assert client.post(reverse("outbox:opnieuw"), {"opdracht": row.pk}).status_code in (302, 403)
    assert LIJST not in client.get("/beheer/").content.decode()
    row.refresh_from_db()
    assert row.status == Status.MENS_NODIG


def test_the_work_of_one_form_alone(beheerder: Client) -> None:
    mine = failed(key="a", ids={"aanvraag": "1", "formulier": "klacht"})
    other = failed(key="b", ids={"aanvraag": "2", "formulier": "verhuizing"})
    failed(key="c", ids={"bericht": "3"})
    everything = beheerder.get(LIJST).content.decode()
    assert '<option value="klacht">' in everything
    page = beheerder.get(LIJST, {"formulier": "klacht"}).content.decode()
    assert "aanvraag 1" in page
    assert "aanvraag 2" not in page
    assert "bericht 3" not in page
    beheerder.post(reverse("outbox:opnieuw"), {"soort": "proef.doe", "formulier": "klacht"})
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.status, other.status) == (Status.WACHT, Status.MENS_NODIG)


@pytest.mark.parametrize("nonsense", ["bestaat-niet", "<b>", "' or 1=1", "\U0001f6b2"])
def test_a_form_that_has_nothing_shows_nothing(beheerder: Client, nonsense: str) -> None:
    failed(ids={"aanvraag": "1", "formulier": "klacht"})
    page = beheerder.get(LIJST, {"formulier": nonsense}).content.decode()
    assert "Er wacht niets" in page
    assert "<b>”" not in page
