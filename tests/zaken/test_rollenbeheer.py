"""The beheerder says who does what at a zaaktype, and who works together."""

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.zaken.models import Team, Zaaktype, Zaaktyperol
from eloket.zaken.regels import Zaakrol
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import KAPVERGUNNING, make_zaaktype

pytestmark = pytest.mark.django_db


@pytest.fixture
def kap() -> Zaaktype:
    return make_zaaktype(KAPVERGUNNING)


@pytest.fixture
def beheer(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Mo Yilmaz"))
    return client


@pytest.fixture
def kees() -> User:
    return make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker")


def rollen(zaaktype: Zaaktype) -> str:
    return f"/beheer/zaaktypen/rollen/{zaaktype.pk}/"


def fill(**changes: object) -> dict[str, object]:
    return {"team": "", "medewerker": "", "rol": "behandelaar", "maximum": "zaakvertrouwelijk"} | changes


def test_mo_gives_a_team_and_kees_a_rol_and_takes_one_away(beheer: Client, kap: Zaaktype, kees: User) -> None:
    assert "Iedereen die zaken mag behandelen" in beheer.get(rollen(kap)).text
    team = Team.objects.create(naam="Team Groen")
    beheer.post(rollen(kap), fill(team=team.pk))
    page = beheer.post(rollen(kap), fill(medewerker=kees.pk, rol="coordinator"), follow=True).text
    assert "Team Groen" in page
    assert "Kees Bakker" in page
    assert "geldt meteen" in page
    row = Zaaktyperol.objects.get(medewerker=kees)
    assert (row.zaaktype, row.rol) == (KAPVERGUNNING, "coordinator")
    beheer.post(rollen(kap), {"weg": str(row.pk)})
    assert list(Zaaktyperol.objects.values_list("team__naam", flat=True)) == ["Team Groen"]


@pytest.mark.parametrize("changes", [{}, {"rol": "baas"}, {"maximum": "x"}, {"medewerker": "999999"}])
def test_what_makes_no_sense_is_refused(beheer: Client, kap: Zaaktype, changes: dict[str, object]) -> None:
    assert beheer.post(rollen(kap), fill(**changes)).status_code == 422
    assert not Zaaktyperol.objects.exists()


def test_one_of_both_and_not_twice(beheer: Client, kap: Zaaktype, kees: User) -> None:
    team = Team.objects.create(naam="Team Groen")
    both = beheer.post(rollen(kap), fill(team=team.pk, medewerker=kees.pk))
    assert "niet allebei" in both.text
    beheer.post(rollen(kap), fill(medewerker=kees.pk))
    again = beheer.post(rollen(kap), fill(medewerker=kees.pk))
    assert "heeft deze rol al" in again.text


def test_a_zaaktype_that_nobody_can_see_says_so(beheer: Client, kap: Zaaktype, kees: User) -> None:
    page = beheer.post(rollen(kap), fill(medewerker=kees.pk, rol="beheerder"), follow=True).text
    assert "Niemand mag nu zaken van dit zaaktype zien" in page


def test_the_beheerder_of_one_zaaktype_divides_that_one(client: Client, kap: Zaaktype, kees: User) -> None:
    login_medewerker(client, kees)
    other = make_zaaktype("jeugdhulp")
    Zaaktyperol.objects.create(zaaktype=KAPVERGUNNING, rol=Zaakrol.BEHEERDER, medewerker=kees)
    assert client.get(rollen(kap)).status_code == 200
    assert client.get(rollen(other)).status_code == 302
    client.post(rollen(other), fill(medewerker=kees.pk))
    own = Zaaktyperol.objects.get()
    client.post(rollen(kap), {"weg": "x"})
    assert Zaaktyperol.objects.get() == own


def test_mo_makes_a_team_of_people_by_their_names(beheer: Client, kees: User) -> None:
    url = "/beheer/snippets/zaken/team/add/"
    assert "Kees Bakker" in beheer.get(url).text
    beheer.post(url, {"naam": "Team Groen", "leden": [str(kees.pk)]})
    assert list(Team.objects.get().leden.all()) == [kees]
