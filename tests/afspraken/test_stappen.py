"""Noor books passports for a family of four, step by step, without an account and without a script."""

from typing import Any

import pytest
from django.core import signing
from pytest_django import Settings

from eloket.afspraken.models import Afspraak, Afspraaklocatie, Reservering, ReserveringStatus
from tests.accounts.helpers import login_burger
from tests.afspraken.factories import MAANDAG, make_plek, make_soort, make_uitzondering
from tests.afspraken.loper import Loper
from tests.afspraken.storing import BEIDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
PASPOORT: dict[str, Any] = {"soort": "paspoort", "personen": 4}


def test_the_whole_way(noor: Loper) -> None:
    noor.go("")
    assert "Voor mijzelf" in noor.text
    noor.go("waarvoor/", voor="inwoner")
    assert noor.kop == "Waarvoor komt u?"
    noor.go("waarvoor/", voor="inwoner", soort="paspoort", verder=1, **{"personen-paspoort": 4})
    assert noor.kop == "Waar wilt u de afspraak?"
    assert "Paspoort, 4 personen" in noor.text
    assert "Eerste mogelijkheid: vrijdag 25 september, 10.15 uur" in noor.text
    noor.go("tijd/", **PASPOORT, plaats="stadhuis")
    assert noor.kop == "Wanneer komt het u uit?"
    noor.choose()
    assert noor.kop == "Uw gegevens"
    assert "Wij houden deze tijd tot 10.15 uur voor u vast." in noor.text
    noor.fill()
    assert noor.kop == "Controleer uw afspraak"
    assert "Neem uw oude paspoort mee." in noor.text
    noor.confirm()
    afspraak = Afspraak.objects.get()
    assert noor.kop == "Uw afspraak staat vast"
    assert f"{afspraak.referentie[:4]}-{afspraak.referentie[4:]}" in noor.text
    assert afspraak.contact is not None
    assert (afspraak.contact["naam"], afspraak.aanmeldkanaal) == ("Noor de Wit", "online")
    assert [(regel.soort.code, regel.personen) for regel in afspraak.regels.all()] == [("paspoort", 4)]
    assert (afspraak.eind - afspraak.begin).seconds == 25 * 60
    assert Reservering.objects.get().status == ReserveringStatus.GEBOEKT


def test_no_step_before_the_time_sets_a_cookie(noor: Loper) -> None:
    steps = {"": {}, "waarvoor/": {}, "plaats/": PASPOORT, "tijd/": {**PASPOORT, "plaats": "stadhuis"}}
    for step, query in steps.items():
        page = noor.go(step, **query)
        assert page.status_code == 200
        assert not noor.client.cookies
        assert "Cookie" not in page.headers.get("Vary", "")


def test_what_is_free_is_never_kept_and_never_indexed(noor: Loper) -> None:
    page = noor.go("tijd/", **PASPOORT, plaats="stadhuis")
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]


# --- What for -----


def test_several_things_go_in_one_visit(noor: Loper) -> None:
    noor.go("waarvoor/", soort=["paspoort", "rijbewijs"], verder=1, **{"personen-paspoort": 2})
    assert "Paspoort, 2 personen; Rijbewijs" in noor.text
    noor.go("tijd/", soort=["paspoort", "rijbewijs"], personen=[2, 1], plaats="stadhuis")
    noor.choose()
    held = Reservering.objects.get()
    assert (held.eind - held.begin).seconds == (10 + 5 + 10) * 60


def test_who_chooses_nothing_is_asked_for_what(noor: Loper) -> None:
    noor.go("waarvoor/", verder=1)
    assert "Kies waarvoor u een afspraak wilt maken." in noor.text
    noor.go("tijd/", plaats="stadhuis")
    assert "Kies waarvoor u een afspraak wilt maken." in noor.text


@pytest.mark.parametrize("personen", [7, 99, 4000])
def test_more_persons_than_allowed_is_told_with_the_number(noor: Loper, personen: int) -> None:
    noor.go("plaats/", soort="paspoort", personen=personen)
    assert noor.kop == "Waarvoor komt u?"
    assert "met hoogstens 6 personen" in noor.text
    assert 'value="paspoort" id="id_soort_0" checked' in noor.html


def test_a_thing_that_is_not_there_is_told(noor: Loper) -> None:
    noor.go("plaats/", soort="maanreis")
    assert "kunt u hier niet (meer) maken" in noor.text


def test_things_that_happen_in_different_ways_do_not_go_together(noor: Loper) -> None:
    make_plek("telefoon", kanaal="telefoon")
    make_soort("advies", balie=False, telefoon=True)
    noor.go("waarvoor/", soort=["paspoort", "advies"], verder=1)
    assert "niet in één afspraak" in noor.text


def test_what_only_employees_make_cannot_be_chosen_online(noor: Loper) -> None:
    make_soort("huwelijk", online=False)
    noor.go("waarvoor/")
    assert "Huwelijk" not in noor.text
    noor.go("plaats/", soort="huwelijk")
    assert noor.kop == "Waarvoor komt u?"


def test_what_is_for_businesses_stands_behind_the_other_door(noor: Loper) -> None:
    make_soort("vooroverleg", doelgroep="ondernemer")
    noor.go("waarvoor/", voor="inwoner")
    assert "Vooroverleg" not in noor.text
    noor.go("waarvoor/", voor="ondernemer")
    assert "Vooroverleg" in noor.text


# --- Where -----


def test_the_soonest_place_stands_first_and_a_full_one_is_not_a_link(noor: Loper) -> None:
    make_uitzondering(MAANDAG.replace(day=25), locatie=Afspraaklocatie.objects.get(code="stadhuis"))
    Afspraaklocatie.objects.get(code="stadhuis")
    make_plek("dicht", desks=0)
    noor.go("plaats/", **PASPOORT)
    assert noor.text.index("Wijkpunt") < noor.text.index("Stadhuis")
    assert "Eerste mogelijkheid: maandag 28 september, 9.00 uur" in noor.text


def test_full_and_out_of_order_are_told_in_different_words(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAKEN = BEIDE
    make_plek("elders", systeem="stuk")
    vol = make_plek("vol")
    make_uitzondering(MAANDAG.replace(day=1), laatste_dag=MAANDAG.replace(year=2028), locatie=vol)
    noor.go("plaats/", **PASPOORT)
    elders = noor.text.partition("Elders")[2]
    assert elders.startswith(" Storing. Wij kunnen deze agenda nu niet zien.")
    assert "Vol Vol. Hier is nu geen tijd vrij." in noor.text
    assert "plaats=elders" not in noor.html
    assert "plaats=vol" not in noor.html


def test_a_place_that_is_not_there_any_more_is_told(noor: Loper) -> None:
    Afspraaklocatie.objects.filter(code="stadhuis").update(actief=False)
    for place in ("stadhuis", "nergens", "../etc"):
        noor.go("tijd/", **PASPOORT, plaats=place)
        assert noor.kop == "Waar wilt u de afspraak?"
    noor.go("tijd/", **PASPOORT, plaats="nergens")
    assert "Deze plek kunt u niet (meer) kiezen." in noor.text


# --- When -----


def test_five_days_with_room_and_the_way_to_later_and_earlier_ones(noor: Loper) -> None:
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    days = ["Vrijdag 25 september", "Maandag 28 september", "Donderdag 1 oktober"]
    assert all(day in noor.text for day in days)
    assert "Vrijdag 2 oktober" not in noor.text
    assert "Eerdere dagen" not in noor.text
    noor.go("tijd/", soort="paspoort", plaats="stadhuis", van="2026-10-02")
    assert "Vrijdag 2 oktober" in noor.text
    assert "van=2026-09-25" in noor.html


def test_the_month_is_a_table_of_links_with_how_many_times(noor: Loper) -> None:
    make_uitzondering(MAANDAG)
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    assert "29 september, 12 tijden vrij" in noor.text
    assert "28 september, geen tijd vrij" in noor.text
    assert "van=2026-09-29" in noor.html
    assert "van=2026-09-28" not in noor.html


def test_only_wednesday_afternoons(noor: Loper) -> None:
    noor.go("tijd/", soort="paspoort", plaats="stadhuis", weekdag=3)
    assert "Woensdag 30 september" in noor.text
    assert "Dinsdag 29 september" not in noor.text.partition("Kies een andere dag")[0]
    noor.go("tijd/", soort="paspoort", plaats="stadhuis", weekdag=3, dagdeel="middag")
    assert "Zo’n tijd is er op deze dagen niet." in noor.text
    assert not noor.list_tijden()


def test_no_room_at_all_is_told_until_when(noor: Loper) -> None:
    make_uitzondering(MAANDAG.replace(day=1), laatste_dag=MAANDAG.replace(year=2028))
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    assert "Er is hier geen tijd vrij tot en met 24 december 2026." in noor.text


@pytest.mark.parametrize(
    "van", ["2099-01-01", "1999-01-01", "morgen", "2026-13-45", "0001-01-01", "9999-12-31"]
)
def test_a_day_far_away_is_no_server_error(noor: Loper, van: str) -> None:
    noor.go("tijd/", soort="paspoort", plaats="stadhuis", van=van)
    assert noor.page.status_code == 200


# --- Whose -----


def test_who_logged_in_finds_it_in_mijn_zaken(noor: Loper) -> None:
    identiteit = login_burger(noor.client)
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    noor.choose()
    assert 'value="Noor de Wit"' in noor.html
    noor.fill()
    assert "staat straks ook in Mijn zaken" in noor.text
    noor.confirm()
    assert Afspraak.objects.visible_to(identiteit.belanghebbende).count() == 1


def test_without_a_login_it_is_nobodys(noor: Loper) -> None:
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    noor.choose()
    noor.fill()
    noor.confirm()
    assert Afspraak.objects.get().belanghebbende is None


def test_what_she_fills_in_stands_in_no_address_and_no_cookie(noor: Loper) -> None:
    noor.go("tijd/", soort="paspoort", plaats="stadhuis")
    noor.choose()
    noor.fill(naam="Noor Zeldzaam")
    assert "Zeldzaam" not in str(noor.page.redirect_chain)
    assert all("Zeldzaam" not in signing.dumps(cookie.value) for cookie in noor.client.cookies.values())
