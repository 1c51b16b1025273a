"""Ilse runs the counter today: who comes, who is there, who did not come."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import Traveller

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.models import Afspraak, AfspraakStatus, Agenda, Kanaal, Voorval
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.afspraken.beheer.factories import (
    BEHEER,
    at,
    make_afspraak,
    make_agenda,
    make_plek,
    make_soort,
)

BORD = f"{BEHEER}bord/gemeentehuis/"


@pytest.fixture
def balie(db: None) -> Agenda:
    return make_agenda(make_plek(), "Balie 2")


@pytest.fixture
def noor(balie: Agenda) -> Afspraak:
    """Noor comes this morning at 10:00 with her family."""
    return make_afspraak(balie, make_soort(), at(1, "10:00"), personen=4, referentie="A7K3QX9M")


def mark(client: Client, row: Afspraak, naar: str, was: str, **data: str) -> Any:
    return client.post(f"{BEHEER}{row.pk}/status/", {"naar": naar, "was": was, **data}, follow=True)


def test_ilse_sees_who_comes_for_what_when_how_and_where(ilse: Client, noor: Afspraak) -> None:
    assert "Gemeentehuis" in ilse.get(BEHEER).text
    page = ilse.get(BORD).text
    for words in (
        "10:00 - 10:20",
        "Noor de Wit",
        "Paspoort aanvragen × 4",
        "aan de balie",
        "Balie 2",
        "A7K3-QX9M",
        "geboekt",
    ):
        assert words in page
    assert "0612345678" not in page


def test_samira_and_mo_see_everything_but_who(samira: Client, mo: Client, noor: Afspraak) -> None:
    for client in (samira, mo):
        page = client.get(BORD).text
        assert "Paspoort aanvragen × 4" in page
        assert "Noor" not in page
        assert "Meld iemand aan" not in page
        assert client.get(f"{BEHEER}{noor.pk}/").status_code == 302
        assert mark(client, noor, "aangekomen", "geboekt").status_code == 200
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.GEBOEKT


def test_the_week_and_another_day(ilse: Client, noor: Afspraak, balie: Agenda) -> None:
    soort = make_soort("rijbewijs", naam="Rijbewijs aanvragen")
    make_afspraak(balie, soort, at(4, "16:40"))
    make_afspraak(balie, soort, at(8, "09:00"), naam="Volgende Week")
    week = ilse.get(f"{BORD}?toon=week").text
    assert "dinsdag 1 december 2026" in week
    assert "vrijdag 4 december 2026" in week
    assert "Volgende Week" not in week
    assert "Volgende Week" in ilse.get(f"{BORD}?dag=2026-12-08").text
    assert "Er zijn geen afspraken" in ilse.get(f"{BORD}?dag=2026-12-09").text
    assert "Er zijn deze week geen afspraken" in ilse.get(f"{BORD}?dag=2027-01-20&toon=week").text


@pytest.mark.parametrize("dag", ["x", "2026-13-01", "9999-12-31", "0001-01-01", "2026-12-01T00:00", "\x00"])
def test_a_day_that_is_none_is_today(ilse: Client, noor: Afspraak, dag: str) -> None:
    page = ilse.get(BORD, {"dag": dag})
    assert page.status_code == 200
    assert "dinsdag 1 december 2026" in page.text


def test_an_afspraak_around_midnight_stands_on_its_local_day(ilse: Client, balie: Agenda) -> None:
    make_afspraak(balie, make_soort(), at(2, "00:10"), naam="Nachtwacht")
    assert "Nachtwacht" in ilse.get(f"{BORD}?dag=2026-12-02").text
    assert "Nachtwacht" not in ilse.get(f"{BORD}?dag=2026-12-01").text


def test_a_cancelled_afspraak_and_one_elsewhere_are_not_on_the_board(ilse: Client, noor: Afspraak) -> None:
    noor.status = AfspraakStatus.GEANNULEERD
    noor.save()
    elders = make_agenda(make_plek("wijkpunt", naam="Wijkpunt"))
    make_afspraak(elders, make_soort("rijbewijs"), at(1, "10:00"), naam="Elders")
    page = ilse.get(BORD).text
    assert "Noor" not in page
    assert "Elders" not in page


def test_an_outage_of_the_agenda_hides_nobody(
    ilse: Client, noor: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> Any:
        raise NietBereikbaar

    monkeypatch.setattr(type(get_backend()), "list_boekingen", fail)
    page = ilse.get(BORD).text
    assert "Noor de Wit" in page
    assert "geeft geen antwoord" in page


def test_a_board_with_many_asks_as_much(
    ilse: Client, noor: Afspraak, balie: Agenda, django_assert_max_num_queries: Any
) -> None:
    soort = make_soort("rijbewijs")
    for n in range(40):
        make_afspraak(balie, soort, at(1, "09:00") + timedelta(minutes=10 * n), naam=f"Bezoeker {n}")
    ilse.get(BORD)
    with django_assert_max_num_queries(17):
        page = ilse.get(BORD).text
    assert page.count("Bezoeker") >= 40


@pytest.mark.parametrize("nummer", ["A7K3-QX9M", "a7k3qx9m", " a7k3 - qx9m "])
def test_noor_is_checked_in_by_her_number(ilse: Client, noor: Afspraak, nummer: str) -> None:
    page = ilse.post(f"{BORD}aanmelden/", {"nummer": nummer}, follow=True).text
    assert "Noor de Wit is er: 10:00 uur, Paspoort aanvragen × 4." in page
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.AANGEKOMEN
    assert noor.aangekomen
    again = ilse.post(f"{BORD}aanmelden/", {"nummer": nummer}, follow=True).text
    assert "Noor de Wit is er" in again
    assert Voorval.objects.filter(wat="aangekomen").count() == 1


def test_a_wrong_number_says_what_is_wrong(ilse: Client, noor: Afspraak, balie: Agenda) -> None:
    elders = make_agenda(make_plek("wijkpunt", naam="Wijkpunt"))
    soort = make_soort("rijbewijs")
    make_afspraak(elders, soort, at(1, "10:00"), referentie="ANDERSXX")
    make_afspraak(balie, soort, at(8, "11:00"), referentie="VVGNDEWK")
    make_afspraak(balie, soort, at(1, "11:00"), referentie="WEGWEGWG", status=AfspraakStatus.GEANNULEERD)
    for nummer, told in (
        ("", "Wij kennen dit nummer niet"),
        ("ZZZZ-ZZZZ", "Wij kennen dit nummer niet"),
        ("\x00' OR 1=1" * 20, "Wij kennen dit nummer niet"),
        ("ANDE-RSXX", "Deze afspraak is bij Wijkpunt."),
        ("VVGN-DEWK", "Deze afspraak is op dinsdag 8 december, 11:00 uur."),
        ("WEGW-EGWG", "Deze afspraak is al geannuleerd."),
    ):
        assert told in ilse.post(f"{BORD}aanmelden/", {"nummer": nummer}, follow=True).text
    assert not Voorval.objects.exists()


def test_the_day_of_noor_and_back_again(ilse: Client, noor: Afspraak) -> None:
    steps = [
        ("aangekomen", "geboekt", "aangekomen"),
        ("geholpen", "aangekomen", "geholpen"),
        ("ongedaan", "geholpen", "aangekomen"),
        ("ongedaan", "aangekomen", "geboekt"),
        ("geholpen", "geboekt", "geholpen"),
        ("ongedaan", "geholpen", "geboekt"),
    ]
    for naar, was, becomes in steps:
        assert f"A7K3-QX9M is nu: {becomes}." in mark(ilse, noor, naar, was).text
        noor.refresh_from_db()
        assert noor.status == becomes
    assert (noor.aangekomen, noor.afgerond) == (None, None)
    told = list(Voorval.objects.filter(afspraak=noor).order_by("pk").values_list("wat", flat=True))
    assert told == [becomes for _naar, _was, becomes in steps]
    assert all(Voorval.objects.values_list("door", flat=True))


def test_who_did_not_come_can_still_come_late(ilse: Client, noor: Afspraak, dinsdag: Traveller) -> None:
    assert "nog geen tijd" in mark(ilse, noor, "niet_verschenen", "geboekt").text
    dinsdag.move_to(at(1, "10:30"))
    login_medewerker(ilse, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    assert "is nu: niet verschenen" in mark(ilse, noor, "niet_verschenen", "geboekt").text
    mark(ilse, noor, "ongedaan", "niet_verschenen")
    mark(ilse, noor, "aangekomen", "geboekt")
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.AANGEKOMEN


def test_two_colleagues_press_at_once_and_one_counts(ilse: Client, noor: Afspraak) -> None:
    mark(ilse, noor, "aangekomen", "geboekt")
    assert "Een collega was u voor" in mark(ilse, noor, "geholpen", "geboekt").text
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.AANGEKOMEN
    assert Voorval.objects.count() == 1


@pytest.mark.parametrize(
    ("naar", "was"),
    [
        ("geboekt", "geboekt"),
        ("geannuleerd", "geboekt"),
        ("ongedaan", "geboekt"),
        ("onzin", "geboekt"),
        ("", ""),
        ("aangekomen", "geannuleerd"),
    ],
)
def test_what_nobody_can_say_changes_nothing(ilse: Client, noor: Afspraak, naar: str, was: str) -> None:
    assert mark(ilse, noor, naar, was).status_code == 200
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.GEBOEKT
    assert not Voorval.objects.exists()


def test_nobody_arrives_on_the_telephone(kees: Client) -> None:
    desk = make_agenda(make_plek("telefoon", Kanaal.TELEFOON), "Kees")
    call = make_afspraak(desk, make_soort(telefoon=True), at(1, "08:30"))
    page = kees.get(f"{BEHEER}bord/telefoon/").text
    assert "Gesproken" in page
    assert "Nam niet op" in page
    assert 'value="aangekomen"' not in page
    assert "Hier komt niemand aan" in mark(kees, call, "aangekomen", "geboekt").text
    assert "is nu: geholpen" in mark(kees, call, "geholpen", "geboekt").text


def test_a_button_goes_back_to_its_own_board_and_nowhere_else(ilse: Client, noor: Afspraak) -> None:
    week = f"{BORD}?toon=week"
    answer = mark(ilse, noor, "aangekomen", "geboekt", terug=week)
    assert answer.redirect_chain[0][0] == week
    answer = mark(ilse, noor, "ongedaan", "aangekomen", terug="https://elders.example/")
    assert answer.redirect_chain[0][0] == BEHEER


def test_kees_reads_about_what_a_business_comes_and_with_whom(kees: Client, noor: Afspraak) -> None:
    noor.contact |= {"adres": ["Rietkade 4", "1234 AB Rietwaard"], "hulp": "tolk Pools"}
    noor.bedrijf = {"naam": "Joris Catering", "kvk": "90001354", "onderwerp": "Een terras"}
    noor.bezoekers = [{"naam": "Anne Mulder"}, {"naam": "Tom Post", "email": "tom@voorbeeld.example"}]
    noor.save()
    page = kees.get(f"{BEHEER}{noor.pk}/").text
    for words in (
        "Noor de Wit, Joris Catering",
        "Rietkade 4, 1234 AB Rietwaard",
        "tolk Pools",
        "Een terras",
        "Anne Mulder, Tom Post",
    ):
        assert words in page


def test_opening_who_comes_is_noted_once_an_hour(kees: Client, noor: Afspraak, dinsdag: Traveller) -> None:
    page = kees.get(f"{BEHEER}{noor.pk}/").text
    assert "0612345678" in page
    assert "noor@voorbeeld.example" in page
    kees.get(f"{BEHEER}{noor.pk}/")
    assert Voorval.objects.filter(wat="ingezien").count() == 1
    dinsdag.shift(timedelta(minutes=61))
    login_medewerker(kees, User.objects.get(first_name="Kees"))
    kees.get(f"{BEHEER}{noor.pk}/")
    assert Voorval.objects.filter(wat="ingezien").count() == 2
    assert "ingezien" not in kees.get(f"{BEHEER}{noor.pk}/").text


def test_what_was_emptied_says_so(kees: Client, noor: Afspraak) -> None:
    noor.contact, noor.gewist = None, at(1, "03:00")
    noor.save()
    assert "gegevens gewist" in kees.get(BORD).text
    assert "De gegevens zijn gewist op 1 december 2026" in kees.get(f"{BEHEER}{noor.pk}/").text


def test_a_status_is_posted_and_never_a_link(ilse: Client, noor: Afspraak) -> None:
    assert ilse.get(f"{BEHEER}{noor.pk}/status/").status_code == 405
    assert ilse.get(f"{BORD}aanmelden/").status_code == 405
