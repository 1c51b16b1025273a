"""Joris the caterer books a talk for his business: without eHerkenning, and then with it."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from eloket.accounts.services import Rol
from eloket.afspraken.models import Afspraak, Afspraakbijlage, Agenda
from eloket.afspraken.views import zakelijk
from eloket.lib.partij import Bsn, Kvk
from eloket.personen.backends.base import BronUnavailable
from eloket.personen.backends.demo import DemoBedrijven
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.afspraken.factories import make_agenda, make_plek, make_soort
from tests.afspraken.loper import EIGEN, Loper
from tests.bestanden.monsters import SVG, photo, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag", "bestanden", "not_reread")]
BAKKERIJ, RUBEN = Kvk("90001354"), Kvk("90007645")
GESPREK = {"voor": "ondernemer", "soort": "vooroverleg", "personen": 3}
JORIS = {
    "kvk": "90001354",
    "vestiging": "",
    "bedrijfsnaam": "Bakkerij De Rietkraag",
    "naam": "Joris Vermeulen",
    "email": "joris@voorbeeld.example",
    "telefoon": "",
    "onderwerp": "Een oven op het plein",
    "hulp": "",
}
LANGS = {"postcode": "1234 BB", "huisnummer": "5", "straat": "Bakkersgang", "plaats": "Rietwaard"}


@pytest.fixture
def joris(client: Client) -> Loper:
    """Before an ondernemersloket with two adviseurs, who also come by."""
    for code, kanaal in (("ondernemersloket", "balie"), ("langs", "huisbezoek")):
        plek = make_plek(code, desks=0, kanaal=kanaal, postcodes="")
        make_agenda(plek, naam="Adviseur 1", naam_publiek="Sanne Kok")
        make_agenda(plek, naam="Adviseur 2", naam_publiek="Karim Aziz")
    make_soort(
        "vooroverleg",
        doelgroep="ondernemer",
        minuten=60,
        max_personen=6,
        huisbezoek=True,
        stukken_vooraf=True,
    )
    return Loper(client)


def hold(joris: Loper, **query: Any) -> None:
    """Until the details."""
    joris.go("tijd/", **{**GESPREK, "plaats": "ondernemersloket", **query})
    joris.choose()
    assert joris.kop == "Uw gegevens"


def press(joris: Loper, **answers: Any) -> None:
    """Post the details with one of the buttons of the page."""
    data = {"houvast": joris.held(), "bezoekers_aantal": "1", **JORIS, **answers}
    joris.page = joris.client.post("/afspraken/gegevens/", data, headers=EIGEN, follow=True)


def typed(joris: Loper, name: str) -> str:
    return str(joris.page.context["form"][name].value() or "")


def test_joris_books_a_visit_for_three_with_drawings_and_no_login(joris: Loper) -> None:
    hold(joris, kanaal="huisbezoek", plaats="langs")
    press(joris, bedrijfsnaam="", zoek="1")
    assert "Bakkerij De Rietkraag, Bakkersgang 5, 1234 BB Rietwaard" in joris.text
    assert typed(joris, "bedrijfsnaam") == "Bakkerij De Rietkraag"
    assert {name: typed(joris, name) for name in LANGS} == LANGS
    assert typed(joris, "onderwerp") == "Een oven op het plein"

    press(joris, **LANGS, voeg_toe="stukken", stukken=upload(photo(), "plattegrond.jpg"))
    assert "plattegrond.jpg" in joris.text
    press(joris, **LANGS, bezoeker_1_naam="Lies", meer_bezoekers="1")
    assert "Bezoeker 2" in joris.text
    press(
        joris,
        **LANGS,
        bezoekers_aantal="2",
        bezoeker_1_naam="Lies",
        bezoeker_2_naam="Tim",
        bezoeker_2_email="t@v.nl",
    )
    assert joris.kop == "Controleer uw afspraak"
    for told in ("Lies, Tim", "plattegrond.jpg", "Bakkersgang 5", "Een oven op het plein"):
        assert told in joris.text
    assert "straks ook in Mijn zaken" not in joris.text

    joris.confirm()
    assert joris.kop == "Uw afspraak staat vast"
    made = Afspraak.objects.get()
    assert (made.doelgroep, made.kanaal, made.belanghebbende) == ("ondernemer", "huisbezoek", None)
    assert made.bedrijf is not None
    assert (made.bedrijf["naam"], made.bedrijf["kvk"], made.bedrijf["namens"]) == (
        "Bakkerij De Rietkraag",
        "90001354",
        "",
    )
    assert made.bezoekers == [{"naam": "Lies", "email": ""}, {"naam": "Tim", "email": "t@v.nl"}]
    assert made.contact is not None
    assert made.contact["adres"] == ["Bakkersgang 5", "1234 BB Rietwaard"]
    assert made.regels.get().personen == 3
    assert Afspraakbijlage.objects.get().afspraak == made


def test_he_chooses_with_whom(joris: Loper) -> None:
    joris.go("tijd/", **GESPREK, plaats="ondernemersloket")
    assert "Met wie wilt u praten? Maakt niet uit Sanne Kok Karim Aziz" in joris.text.replace("  ", " ")
    sanne = Agenda.objects.get(naam_publiek="Sanne Kok", locatie__code="ondernemersloket")
    hold(joris, agenda=str(sanne.pk))
    press(joris)
    joris.confirm()
    assert Afspraak.objects.get().agenda_naam == "Sanne Kok"


def test_who_begins_a_business_needs_no_number(joris: Loper) -> None:
    hold(joris)
    press(joris, kvk="", bedrijfsnaam="Mijn plan")
    joris.confirm()
    made = Afspraak.objects.get()
    assert made.bedrijf is not None
    assert made.bedrijf["naam"] == "Mijn plan"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"kvk": "99999999"}, "Dit nummer staat niet in het Handelsregister"),
        ({"kvk": "123"}, "8 cijfers"),
        ({"kvk": ""}, "Dan zoeken wij de gegevens op"),
    ],
)
def test_a_number_that_gives_nothing_says_so_and_loses_nothing(
    joris: Loper, answers: dict[str, str], told: str
) -> None:
    hold(joris)
    press(joris, zoek="1", **answers)
    assert told in joris.text
    assert list(joris.page.context["form"].errors) == ["kvk"]
    assert typed(joris, "onderwerp") == "Een oven op het plein"


def test_without_a_name_the_number_is_looked_up_by_itself(joris: Loper) -> None:
    hold(joris)
    press(joris, bedrijfsnaam="")
    assert joris.kop == "Uw gegevens"
    assert typed(joris, "bedrijfsnaam") == "Bakkerij De Rietkraag"


def test_a_handelsregister_that_is_down_leaves_him_to_type(
    joris: Loper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*args: Any) -> None:
        raise BronUnavailable("down")

    monkeypatch.setattr(DemoBedrijven, "get_bedrijf", silent)
    hold(joris)
    press(joris, bedrijfsnaam="", zoek="1")
    assert "Vul ze zelf in" in joris.text
    assert typed(joris, "naam") == "Joris Vermeulen"
    press(joris)
    joris.confirm()
    assert Afspraak.objects.count() == 1


def test_where_there_is_no_handelsregister_nothing_is_offered(joris: Loper, settings: Settings) -> None:
    geen = {"BACKEND": "eloket.personen.backends.geen.GeenBedrijven", "OPTIONS": {}}
    settings.ELOKET_PERSONEN = {**settings.ELOKET_PERSONEN, "kvk": geen}
    hold(joris)
    assert "Zoek naam en adres op" not in joris.text


def test_one_connection_does_not_read_the_whole_register(
    joris: Loper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zakelijk, "PER_UUR", 1)
    hold(joris)
    press(joris, bedrijfsnaam="", zoek="1")
    press(joris, kvk="90004590", bedrijfsnaam="", zoek="1")
    assert typed(joris, "bedrijfsnaam") == ""
    assert "Vul ze zelf in" in joris.text


def test_what_is_no_drawing_is_told_at_its_place(joris: Loper) -> None:
    hold(joris)
    press(joris, stukken=upload(SVG, "plattegrond.svg"))
    assert "plattegrond.svg" in joris.text
    assert list(joris.page.context["form"].errors) == ["stukken"]
    press(joris, voeg_toe="stukken")
    assert "Kies eerst een bestand" in joris.text


def test_a_drawing_is_taken_away_again_and_another_time_keeps_the_rest(joris: Loper) -> None:
    hold(joris)
    for number in range(2):
        press(joris, voeg_toe="stukken", stukken=upload(photo(size=(20 + number, 20)), f"blad-{number}.jpg"))
    first = re.findall(r'name="verwijder" value="(\d+)"', joris.html)[0]
    press(joris, verwijder=first)
    hold(joris)
    assert "blad-0.jpg" not in joris.text
    assert "blad-1.jpg" in joris.text


def test_a_talk_without_papers_takes_no_files(joris: Loper) -> None:
    make_soort("ondernemersvraag", doelgroep="ondernemer", minuten=30)
    hold(joris, soort="ondernemersvraag", personen=1)
    press(joris, voeg_toe="stukken", stukken=upload(photo(), "plattegrond.jpg"))
    assert not Afspraakbijlage.objects.exists()


# --- With eHerkenning -----


def test_logged_in_the_business_stands_fast_and_the_afspraak_is_its_own(joris: Loper) -> None:
    login_burger(joris.client, BAKKERIJ, naam="Bakkerij De Rietkraag")
    hold(joris)
    assert "Dit weten wij van uw login." in joris.text
    assert "Log in met eHerkenning" not in joris.text
    assert "Zoek naam en adres op" not in joris.text
    press(joris, kvk="90004590", bedrijfsnaam="Fietsen & Co")
    assert "De afspraak staat straks ook in Mijn zaken" in joris.text
    joris.confirm()
    made = Afspraak.objects.visible_to(BAKKERIJ).get()
    assert made.bedrijf is not None
    assert (made.bedrijf["naam"], made.bedrijf["kvk"]) == ("Bakkerij De Rietkraag", "90001354")


def test_ruben_books_for_a_client_and_both_names_are_shown(joris: Loper) -> None:
    login_burger(
        joris.client,
        BAKKERIJ,
        naam="Bakkerij De Rietkraag",
        handelende=RUBEN,
        hoedanigheid="intermediair",
        handelende_naam="Mulder Administraties",
    )
    hold(joris)
    assert "Mulder Administraties, voor Bakkerij De Rietkraag" in joris.text
    press(joris, naam="Ruben Mulder")
    for told in ("Bakkerij De Rietkraag", "Geregeld door Mulder Administraties"):
        assert told in joris.text
    joris.confirm()
    made = Afspraak.objects.get()
    assert made.bedrijf is not None
    assert (made.bedrijf["naam"], made.bedrijf["namens"]) == (
        "Mulder Administraties",
        "Bakkerij De Rietkraag",
    )
    for wie in (BAKKERIJ, RUBEN):
        assert Afspraak.objects.visible_to(wie).exists()


def test_what_noor_does_for_a_business_is_not_in_her_own_mijn_zaken(joris: Loper) -> None:
    login_burger(joris.client)
    hold(joris)
    press(joris)
    joris.confirm()
    assert Afspraak.objects.get().belanghebbende is None
    assert not Afspraak.objects.visible_to(Bsn("999990019")).exists()


def test_who_logs_in_as_another_business_is_asked_again(joris: Loper) -> None:
    hold(joris)
    press(joris, kvk="90004590", bedrijfsnaam="Fietsen & Co")
    assert joris.kop == "Controleer uw afspraak"
    stand = joris.client.session["afspraken_stand"]
    geheim = joris.client.session["afspraken_geheim"]
    login_burger(joris.client, BAKKERIJ, naam="Bakkerij De Rietkraag")
    session = joris.client.session
    session["afspraken_stand"], session["afspraken_geheim"] = stand, geheim
    session.save()
    joris.go("controleren/")
    assert joris.kop == "Uw gegevens"


def test_ilse_books_for_joris_who_calls_and_wants_a_letter(joris: Loper) -> None:
    ilse = login_medewerker(joris.client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    joris.root = "/balie/afspraken/"
    joris.go("tijd/", **GESPREK, plaats="ondernemersloket")
    joris.choose()
    assert joris.kop == "Wie komt er?"
    data = {"houvast": joris.held(), "bezoekers_aantal": "1", **JORIS, **LANGS}
    joris.post("gegevens/", {**data, "aanmeldkanaal": "telefoon", "bevestiging": "brief", "email": ""})
    assert joris.kop == "Controleer de afspraak"
    joris.confirm()
    made = Afspraak.objects.get()
    assert (made.aanmeldkanaal, made.bevestiging, made.medewerker) == (
        "telefoon",
        "brief",
        ilse.get_username(),
    )
    assert made.bedrijf is not None
    assert made.bedrijf["naam"] == "Bakkerij De Rietkraag"
