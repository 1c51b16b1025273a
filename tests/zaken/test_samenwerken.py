"""Working on zaken together: taking one, handing many over, seeing each other, and notes for colleagues."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.zaken.models import Aanwezigheid, Team, Toewijzing, Zaaktyperol
from eloket.zaken.models import Zaak as Rij
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import (
    NieuweNotitie,
    NieuweToewijzing,
    Zaak,
    add_notitie,
    assign_zaak,
    forget_aanwezigen,
)
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db
LIJST = "/beheer/zaken/"


@pytest.fixture
def zaak() -> Zaak:
    make_zaaktype(KAPVERGUNNING)
    return open_zaak(zaaktype=KAPVERGUNNING)


def colleague(naam: str, rol: Zaakrol) -> tuple[Client, User]:
    """Somebody with this rol for kapvergunningen, at their own screen."""
    client = Client()
    user = login_medewerker(client, make_medewerker(Rol.KCC, naam=naam))
    Zaaktyperol.objects.create(zaaktype=KAPVERGUNNING, rol=rol, medewerker=user)
    return client, user


def whose(zaak: Zaak) -> str:
    return Rij.objects.get(identificatie=zaak.identificatie).behandelaar


def give(client: Client, zaak: Zaak, naar: str, huidig: str = "", **more: str) -> str:
    data = {"naar": naar, "huidig": huidig, "team": "", "reden": ""} | more
    return client.post(f"{LIJST}{zaak.identificatie}/toewijzen/", data, follow=True).text


@pytest.mark.kern
def test_kees_takes_a_zaak_and_els_who_was_second_is_told(zaak: Zaak) -> None:
    kees, kees_user = colleague("Kees Bakker", Zaakrol.BEHANDELAAR)
    els, els_user = colleague("Els Vos", Zaakrol.COORDINATOR)
    page = kees.get(f"{LIJST}{zaak.identificatie}/").text
    assert "Niemand behandelt deze zaak nog" in page
    assert "De zaak staat nu op uw naam" in give(kees, zaak, kees_user.username)
    told = give(els, zaak, els_user.username)
    assert "Een collega was u voor" in told
    assert "Kees Bakker behandelt deze zaak" in told
    assert whose(zaak) == kees_user.username


def test_kees_takes_no_zaak_from_a_colleague_but_the_coordinator_does(zaak: Zaak) -> None:
    kees, kees_user = colleague("Kees Bakker", Zaakrol.BEHANDELAAR)
    _els, els_user = colleague("Els Vos", Zaakrol.BEHANDELAAR)
    petra, _user = colleague("Petra Blok", Zaakrol.COORDINATOR)
    give(petra, zaak, els_user.username)
    url = f"{LIJST}{zaak.identificatie}/toewijzen/"
    data = {"naar": kees_user.username, "huidig": els_user.username}
    assert kees.post(url, data).status_code == 403
    page = give(petra, zaak, kees_user.username, els_user.username, reden="Els is ziek")
    assert "Van Els Vos naar Kees Bakker" in page
    assert "Els is ziek" in page
    assert whose(zaak) == kees_user.username


def test_nobody_without_a_rol_gets_it(zaak: Zaak) -> None:
    petra, _user = colleague("Petra Blok", Zaakrol.COORDINATOR)
    _ilse, ilse_user = colleague("Ilse Smit", Zaakrol.RAADPLEGER)
    for naar in (ilse_user.username, make_medewerker(Rol.BEHANDELAAR).username, "x" * 200):
        assert "Kies een collega" in give(petra, zaak, naar)
    assert whose(zaak) == ""


def test_a_zaak_is_given_to_a_team(zaak: Zaak) -> None:
    petra, _user = colleague("Petra Blok", Zaakrol.COORDINATOR)
    team = Team.objects.create(naam="Team Groen")
    Team.objects.create(naam="Team Grijs")
    Zaaktyperol.objects.create(zaaktype=KAPVERGUNNING, rol=Zaakrol.BEHANDELAAR, team=team)
    kees = Client()
    team.leden.add(login_medewerker(kees, make_medewerker(Rol.KCC, naam="Kees Bakker")))
    assert "Team: Team Groen" in give(petra, zaak, "", team="Team Groen")
    give(petra, zaak, "", team="Team Grijs")  # handles no kapvergunningen
    assert Rij.objects.get(identificatie=zaak.identificatie).team == team
    page = kees.get(LIJST, {"lijst": "team"}).text
    assert zaak.identificatie in page


class TestManyAtOnce:
    """Petra divides the work of a colleague who is ill."""

    @pytest.fixture
    def petra(self, zaak: Zaak) -> Client:
        return colleague("Petra Blok", Zaakrol.COORDINATOR)[0]

    @pytest.fixture
    def kees(self, zaak: Zaak) -> User:
        return colleague("Kees Bakker", Zaakrol.BEHANDELAAR)[1]

    def test_the_ticked_zaken_go_and_what_cannot_is_told(self, petra: Client, kees: User, zaak: Zaak) -> None:
        taken = open_zaak(zaaktype=KAPVERGUNNING)
        assign_zaak(taken.identificatie, NieuweToewijzing("els"), now=NOW)
        other = open_zaak()  # of a zaaktype of which nobody said anything; not for Petra
        page = petra.post(
            f"{LIJST}overdragen/",
            {
                "zaak": [
                    f"{zaak.identificatie}:",
                    f"{taken.identificatie}:",
                    f"{other.identificatie}:",
                    "x",
                ],
                "naar": kees.username,
                "reden": "Drukte",
            },
        )
        assert "1 zaak is overgedragen" in page.text
        assert f"{taken.identificatie}: iemand anders heeft de zaak intussen" in page.text
        assert f"{other.identificatie}: u mag deze zaak niet overdragen" in page.text
        assert (whose(zaak), whose(taken), whose(other)) == (kees.username, "els", "")
        row = Toewijzing.objects.latest("pk")
        assert (row.reden, row.door) == ("Drukte", "Petra Blok")

    def test_all_of_a_colleague_go_up_to_a_limit(
        self, petra: Client, kees: User, zaak: Zaak, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("eloket.zaken.services.werkverdeling.OVERDRACHT_MAXIMUM", 2)
        zaken = [zaak, open_zaak(zaaktype=KAPVERGUNNING), open_zaak(zaaktype=KAPVERGUNNING)]
        for each in zaken:
            assign_zaak(each.identificatie, NieuweToewijzing("els"), now=NOW)
        assert "els" in petra.get(f"{LIJST}verdeling/").text
        data = {"van": "els", "naar": kees.username, "reden": "Els is ziek"}
        page = petra.post(f"{LIJST}overdragen/", data)
        assert "2 zaken zijn overgedragen" in page.text
        assert "Er is nog 1 zaak over" in page.text
        assert sorted(whose(each) for each in zaken) == ["els", kees.username, kees.username]

    def test_without_a_reason_nothing_goes_and_the_choice_stays(
        self, petra: Client, kees: User, zaak: Zaak
    ) -> None:
        data = {"zaak": f"{zaak.identificatie}:", "naar": kees.username, "reden": " "}
        page = petra.post(f"{LIJST}overdragen/", data)
        assert page.status_code == 422
        assert "Vul in waarom" in page.text
        assert f'value="{zaak.identificatie}:"' in page.text
        assert whose(zaak) == ""

    def test_without_a_choice_petra_reads_what_to_do(self, petra: Client, kees: User) -> None:
        data = {"naar": kees.username, "reden": "Drukte"}
        assert "Vink eerst zaken aan" in petra.post(f"{LIJST}overdragen/", data, follow=True).text

    def test_to_somebody_without_a_rol_for_it_nothing_goes(self, petra: Client, zaak: Zaak) -> None:
        other = make_medewerker(Rol.BEHANDELAAR)
        data = {"zaak": f"{zaak.identificatie}:", "naar": other.username, "reden": "Drukte"}
        page = petra.post(f"{LIJST}overdragen/", data)
        assert "mag zaken van dit zaaktype niet behandelen" in page.text
        assert whose(zaak) == ""


class TestPresence:
    """Kees and Els open the same zaak."""

    def test_they_see_each_other_and_not_themselves(self, zaak: Zaak) -> None:
        kees, _kees_user = colleague("Kees Bakker", Zaakrol.BEHANDELAAR)
        els, _els_user = colleague("Els Vos", Zaakrol.BEHANDELAAR)
        url = f"{LIJST}{zaak.identificatie}/"
        with time_machine.travel(NOW, tick=False):
            assert "nu ook open" not in els.get(url).text
            assert "Els Vos heeft deze zaak nu ook open, sinds 10:30" in kees.get(url).text
        with time_machine.travel(NOW + timedelta(seconds=30), tick=False):
            assert "Kees Bakker heeft deze zaak nu ook open, sinds 10:30" in els.post(f"{url}aanwezig/").text
            assert "Els Vos" in kees.post(f"{url}aanwezig/").text
        with time_machine.travel(NOW + timedelta(minutes=4), tick=False):
            assert "Kees" not in els.post(f"{url}aanwezig/").text
        with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
            assert "sinds 10:34" in kees.post(f"{url}aanwezig/").text  # Els was away, and came back

    def test_who_is_away_is_forgotten(self, zaak: Zaak) -> None:
        kees, _user = colleague("Kees Bakker", Zaakrol.BEHANDELAAR)
        with time_machine.travel(NOW, tick=False):
            kees.get(f"{LIJST}{zaak.identificatie}/")
        assert forget_aanwezigen(now=NOW + timedelta(minutes=1)) == 0
        assert forget_aanwezigen(now=NOW + timedelta(minutes=3)) == 1
        assert not Aanwezigheid.objects.exists()


class TestNotes:
    """What colleagues write about Noor's zaak."""

    MARKER = "xq-geheim-briefje"

    def test_kees_writes_a_note_and_els_reads_it(self, zaak: Zaak) -> None:
        kees, _kees_user = colleague("Kees Bakker", Zaakrol.BEHANDELAAR)
        els, _els_user = colleague("Els Vos", Zaakrol.BEHANDELAAR)
        url = f"{LIJST}{zaak.identificatie}/notitie/"
        assert "Schrijf eerst uw notitie" in kees.post(url, {"tekst": " "}, follow=True).text
        kees.post(url, {"tekst": "Belt u <b>Noor</b> terug?"})
        page = els.get(f"{LIJST}{zaak.identificatie}/").text
        assert "Belt u &lt;b&gt;Noor&lt;/b&gt; terug?" in page
        assert "Kees Bakker" in page

    @pytest.mark.parametrize(
        "url", ["", "{zaak}/", "{zaak}/waarom/", "{zaak}/inzage/", "inzage/", "berichten/"]
    )
    def test_noor_finds_it_nowhere(self, client: Client, url: str) -> None:
        zaak = open_zaak(email="noor@example.org")
        add_notitie(zaak.identificatie, NieuweNotitie(self.MARKER, "Kees"), now=NOW)
        login_burger(client, NOOR)
        page = client.get(f"/mijn-zaken/{url.format(zaak=zaak.identificatie)}")
        assert page.status_code == 200
        assert self.MARKER not in page.text
        for file in ("berichten.csv", "berichten.json"):
            assert self.MARKER not in client.get(f"/mijn-zaken/berichten/{file}").text
        assert self.MARKER not in client.get("/api/v1/openapi.json").text
        assert not any(self.MARKER in str(brief.body) for brief in mail.outbox)
        assert not Client().get(f"/mijn-zaken/{zaak.identificatie}/").content
