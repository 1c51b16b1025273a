"""In Rietwaard one can come at two counters, at home, by telephone and at the ondernemersloket."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.afspraken.models import Agenda
from eloket.afspraken.services import Bezoek, Regel, list_adviseurs, list_plekken
from eloket.lib import klok
from tests.accounts.helpers import login_medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rietwaard")]


@pytest.fixture
def now() -> datetime:
    return klok.now()


@pytest.mark.parametrize(
    ("soort", "kanaal", "plekken"),
    [
        ("paspoort", "balie", ["gemeentehuis", "wijkpunt"]),
        ("wmo-gesprek", "huisbezoek", ["thuis"]),
        ("wmo-gesprek", "telefoon", ["telefoon"]),
        ("vooroverleg-vergunning", "huisbezoek", ["bij-uw-bedrijf"]),
        ("evenementenoverleg", "balie", ["ondernemersloket"]),
        ("bedrijfsbezoek", "huisbezoek", ["bij-uw-bedrijf"]),
    ],
)
def test_everything_can_be_had_somewhere(now: datetime, soort: str, kanaal: str, plekken: list[str]) -> None:
    found = list_plekken(Bezoek((Regel(soort),), kanaal=kanaal), now=now)
    assert [plek.code for plek in found] == plekken
    assert all(plek.eerste for plek in found)


def test_a_family_of_four_and_a_caterer_with_three_find_a_time(now: datetime) -> None:
    family = Bezoek((Regel("paspoort", 4),))
    caterer = Bezoek((Regel("vooroverleg-vergunning", 3),), kanaal="huisbezoek")
    assert all(plek.eerste for bezoek in (family, caterer) for plek in list_plekken(bezoek, now=now))


def test_the_ondernemersloket_has_two_adviseurs_to_choose(now: datetime) -> None:
    names = [each.naam for each in list_adviseurs(Bezoek((Regel("ondernemersloket"),)), "ondernemersloket")]
    assert [name.partition(",")[0] for name in names] == ["Kees Jansen", "Mirjam de Boer"]


def test_kees_sees_who_comes_to_him(client: Client) -> None:
    login_medewerker(client, User.objects.get(first_name="Kees", groups__name="behandelaar"))
    board = "/beheer/afspraken/bord/ondernemersloket/?toon=week&dag="
    assert any("Fietsenmaker Demir" in client.get(f"{board}{day}").text for day in days())


def days() -> list[str]:
    """A day of each of the next weeks."""
    return [(klok.today() + timedelta(weeks=n)).isoformat() for n in range(6)]


def test_what_is_sent_to_an_adviseur_beforehand_is_for_a_team_to_open() -> None:
    agendas = Agenda.objects.filter(vaardigheden__code="ondernemers").select_related("team")
    assert agendas
    assert all(agenda.team and agenda.team.leden.exists() for agenda in agendas)
