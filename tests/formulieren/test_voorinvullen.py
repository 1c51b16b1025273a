"""What the BRP and the Handelsregister know already: filled in, shown, and never taken from the visitor."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from structlog.testing import capture_logs

from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services.publicatie import find_gebreken
from eloket.lib import klok
from eloket.lib.partij import Bsn, Eidas, Identificerend, Kvk, Rsin
from eloket.outbox.models import Opdracht
from eloket.personen.backends.demo import BESTAND
from eloket.personen.instellingen import BACKENDS
from eloket.personen.models import Raadpleging
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.bronnen import ASKED, BROKEN, SETTING, stap, veld
from tests.formulieren.factories import Invuller, publish

pytestmark = pytest.mark.django_db

NOOR, BRAM, FATIMA, WIM = Bsn(NOOR_BSN), Bsn("999990020"), Bsn("999990032"), Bsn("999990044")
DAG = veld("tekst", "wens")
NAAM = veld("tekst", "naam", "persoon.naam")
VASTE_NAAM = veld("tekst", "naam", "persoon.naam", vast=True)
GEBOREN = veld("datum", "geboren", "persoon.geboortedatum")
VAST_GEBOREN = veld("datum", "geboren", "persoon.geboortedatum", vast=True)
ADRES = veld("adres", "adres", "persoon.adres")
VAST_ADRES = veld("adres", "adres", "persoon.adres", vast=True)
GEZIN = veld("personen", "gezin", verplicht=False)


@pytest.fixture(autouse=True)
def _sources(settings: Any) -> Iterator[None]:
    settings.ELOKET_PERSONEN = SETTING
    yield
    ASKED.clear()
    BROKEN.clear()


def open_form(client: Client, *velden: dict[str, Any], wie: Identificerend = NOOR, **login: Any) -> Invuller:
    """A form of two steps that asks a login: these questions, and then one more."""
    publish(niveau=int(Niveau.MIDDEN), stappen=[stap("wie", *velden), stap("rest", DAG)])
    login_burger(client, wie, **login)
    return Invuller(client)


def first_page(invuller: Invuller) -> str:
    return str(invuller.client.get(f"{invuller.start}beginnen/").content.decode())


def finish(invuller: Invuller) -> dict[str, Any]:
    """The rest of the form; what was sent."""
    assert invuller.post("rest", **{"v-wens": "graag"}).status_code == 302
    assert invuller.send().status_code == 302
    return dict(Aanvraag.objects.get().antwoorden)


# --- Filled in -----


def test_noor_finds_her_name_birthday_and_address_filled_in(client: Client) -> None:
    noor = open_form(client, NAAM, GEBOREN, ADRES)
    page = first_page(noor)
    assert 'value="Noor de Wit"' in page
    assert 'value="1987"' in page
    assert 'value="Rietkade"' in page
    assert "Ingevuld uit: Basisregistratie Personen. U kunt het veranderen." in page
    assert "er is 1 ding" not in page.lower()  # nobody complains about what she did not do yet


def test_she_may_change_what_is_not_fixed(client: Client) -> None:
    noor = open_form(client, NAAM)
    first_page(noor)
    assert noor.begin(**{"v-naam": "Noor Mulder"}).status_code == 302
    assert "Noor Mulder" in noor.get("wie").content.decode()
    assert finish(noor)["naam"] == "Noor Mulder"


def test_the_brp_is_asked_once_for_the_whole_form(client: Client) -> None:
    noor = open_form(client, NAAM, GEBOREN, ADRES, GEZIN)
    first_page(noor)
    first_page(noor)
    noor.begin(**{"v-naam": "", **BIRTHDAY, **STREET})  # wrong: no draft yet
    noor.begin(**{"v-naam": "Noor", **BIRTHDAY, **STREET})
    noor.get("wie")
    finish(noor)
    assert ASKED == [NOOR_BSN]
    assert Raadpleging.objects.count() == 1


BIRTHDAY = {"v-geboren_dag": "14", "v-geboren_maand": "3", "v-geboren_jaar": "1987"}
STREET = {
    "v-adres_postcode": "1234 AB", "v-adres_huisnummer": "12", "v-adres_toevoeging": "A",
    "v-adres_straat": "Rietkade", "v-adres_woonplaats": "Rietwaard",
}  # fmt: skip


def test_only_what_this_form_needs_is_asked_and_noted(client: Client) -> None:
    first_page(open_form(client, GEBOREN))
    note = Raadpleging.objects.get()
    assert note.gegevens == "geboorte"
    assert note.doel == "Formulier: Plek in de fietsenstalling"
    assert note.door == ""


def test_a_form_that_needs_nothing_asks_nothing(client: Client) -> None:
    noor = open_form(client, veld("tekst", "naam"), veld("bsn", "nummer", "persoon.bsn"))
    assert f'value="{NOOR_BSN}"' in first_page(noor)  # that was in the login
    assert not ASKED


def test_a_later_step_asks_when_somebody_comes_there(client: Client) -> None:
    publish(niveau=20, stappen=[stap("eerst", DAG), stap("wie", NAAM)])
    login_burger(client, NOOR)
    noor = Invuller(client)
    first_page(noor)
    noor.begin(**{"v-wens": "graag"})
    assert not ASKED
    assert 'value="Noor de Wit"' in noor.get("wie").content.decode()
    noor.get("wie")
    noor.post("wie", **{"v-naam": "Noor"})
    assert noor.send().status_code == 302
    assert len(ASKED) == 1


def test_a_form_without_login_asks_nobody(client: Client) -> None:
    publish(stappen=[stap("wie", NAAM), stap("rest", DAG)])
    login_burger(client, NOOR)
    noor = Invuller(client)
    assert "Noor" not in first_page(noor).split("<main")[1]
    assert not ASKED


def test_what_the_brp_said_is_encrypted_beside_the_draft(client: Client) -> None:
    noor = open_form(client, NAAM, ADRES)
    first_page(noor)
    noor.begin(**{"v-naam": "Noor", **STREET})
    with connection.cursor() as cursor:
        cursor.execute("SELECT voorinvulling FROM formulieren_concept")
        [(stored,)] = cursor.fetchall()
        cursor.execute("SELECT session_data FROM accounts_sessie")
        sessions = str(cursor.fetchall())
    assert "Rietkade" not in stored + sessions
    assert Concept.objects.get().voorinvulling["data"]["waarden"]["persoon.adres"]["straat"] == "Rietkade"


def test_who_logs_in_next_in_this_browser_never_sees_it(client: Client) -> None:
    noor = open_form(client, NAAM)
    first_page(noor)
    login_burger(client, BRAM, naam="Bram Willemsen")
    page = first_page(noor)
    assert "Noor" not in page
    assert 'value="Bram Willemsen"' in page


def test_a_step_with_all_this_stays_within_ten_queries(client: Client) -> None:
    publish(niveau=20, stappen=[stap("eerst", DAG), stap("wie", VASTE_NAAM, VAST_ADRES, GEZIN)])
    login_burger(client, NOOR)
    noor = Invuller(client)
    noor.begin(**{"v-wens": "graag"})
    client.get("/")  # texts and settings of the site
    for ask in (lambda: noor.get("wie"), lambda: noor.post("wie", **{"v-gezin": "kind-1"})):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask()
        assert len(queries) <= 10, [query["sql"][:90] for query in queries.captured_queries]


def test_who_goes_on_next_week_gets_what_is_true_then(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, VAST_ADRES)
    first_page(noor)
    noor.begin(**{"v-naam": ""})
    concept = Concept.objects.get()
    concept.voorinvulling["data"]["waarden"]["persoon.naam"] = "Noor Oudenaam"
    concept.voorinvulling["op"] = (klok.now() - timedelta(hours=23)).isoformat()
    concept.save()
    assert "Oudenaam" in noor.get("wie").content.decode()
    concept.voorinvulling["op"] = (klok.now() - timedelta(hours=25)).isoformat()
    concept.save()
    assert "Oudenaam" not in noor.get("wie").content.decode()
    assert finish(noor)["naam"] == "Noor de Wit"
    assert len(ASKED) == 2


def test_what_was_known_yesterday_serves_during_an_outage(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM)
    first_page(noor)
    noor.begin()
    BROKEN.append(True)
    concept = Concept.objects.get()
    concept.voorinvulling["op"] = (klok.now() - timedelta(days=2)).isoformat()
    concept.save()
    assert "Noor de Wit" in noor.get("wie").content.decode()


def test_after_the_journey_no_number_stands_in_log_queue_address_or_cache(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys: list[str] = []
    real = LocMemCache.make_key
    monkeypatch.setattr(
        LocMemCache, "make_key", lambda self, key, version=None: keys.append(key) or real(self, key, version)
    )
    with capture_logs() as lines:
        noor = open_form(client, VASTE_NAAM, VAST_ADRES, GEZIN)
        first_page(noor)
        noor.begin(**{"v-gezin": "kind-1"})
        finish(noor)
    rows = [*Opdracht.objects.values(), *Raadpleging.objects.values()]
    traces = f"{lines} {keys} {noor.concept} {rows}"
    assert any(key.startswith("zekering:personen-brp") for key in keys)  # the trap is set
    assert Opdracht.objects.exists()
    assert [word for word in (NOOR_BSN, "Rietkade", "Sem") if word in traces] == []


def test_who_died_according_to_the_brp_gives_nothing_away(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    data = json.loads(BESTAND.read_text())
    data["personen"][NOOR_BSN]["overleden"] = True
    (tmp_path / "brp.json").write_text(json.dumps(data))
    options = {"BESTAND": tmp_path / "brp.json"}
    settings.ELOKET_PERSONEN = {**SETTING, "brp": {**SETTING["brp"], "OPTIONS": options}}
    page = first_page(open_form(client, VASTE_NAAM, VAST_ADRES, GEZIN))
    assert "Wij vonden uw gegevens niet." in page
    assert "Rietkade" not in page


def test_a_redacteur_hears_that_a_form_without_login_knows_nobody() -> None:
    assert find_gebreken(publish(niveau=0, stappen=[stap("wie", NAAM)]).definitie) == [
        "Dit formulier vraagt geen login. Deze vragen worden dus nooit vooraf ingevuld: Naam."
    ]
    assert find_gebreken(publish(niveau=20, stappen=[stap("wie", NAAM)]).definitie) == []


# --- Fixed -----


def test_the_summary_offers_no_change_of_what_is_fixed(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, GEBOREN)
    first_page(noor)
    noor.begin(**BIRTHDAY)
    noor.post("rest", **{"v-wens": "graag"})
    [naam, geboren] = noor.get("controleren").context["delen"][0]["rijen"]
    assert (naam.value, naam.change_url) == ("Noor de Wit", "")
    assert geboren.change_url


def test_what_is_fixed_is_text_and_has_no_box(client: Client) -> None:
    page = first_page(open_form(client, VASTE_NAAM, VAST_GEBOREN, VAST_ADRES, DAG | {"sleutel": "iets"}))
    assert "Noor de Wit" in page
    assert "14 maart 1987" in page
    assert "Rietkade 12A<br>1234 AB Rietwaard" in page
    assert "Uit: Basisregistratie Personen. Klopt dit niet? Neem dan contact met ons op." in page
    assert 'name="v-naam"' not in page
    assert 'name="v-geboren' not in page
    assert 'name="v-adres' not in page


def test_what_is_fixed_is_not_taken_from_the_visitor(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, VAST_GEBOREN, VAST_ADRES)
    first_page(noor)
    forged = {
        "v-naam": "Koning Willem", "v-geboren_dag": "1", "v-geboren_maand": "1", "v-geboren_jaar": "2000",
        "v-adres_postcode": "9999 ZZ", "v-adres_straat": "Paleisstraat", "v-adres_huisnummer": "1",
        "v-adres_woonplaats": "Elders", "v-adres": "x",
    }  # fmt: skip
    assert noor.begin(**forged).status_code == 302
    assert noor.post("wie", **forged).status_code == 302
    assert "Koning" not in noor.get("wie").content.decode() + noor.get("controleren").content.decode()
    answers = finish(noor)
    assert answers["naam"] == "Noor de Wit"
    assert answers["geboren"] == "1987-03-14"
    assert answers["adres"]["straat"] == "Rietkade"


def test_forged_answers_saved_halfway_do_not_stay_either(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, DAG | {"sleutel": "iets"})
    first_page(noor)
    noor.begin(**{"v-naam": "Koning Willem", "v-iets": "", "bewaar": "1"})
    assert "Koning" not in str(Concept.objects.get().antwoorden)
    assert "Noor de Wit" in first_page_of_draft(noor)


def first_page_of_draft(invuller: Invuller) -> str:
    return str(invuller.client.get(f"{invuller.start}beginnen/", follow=True).content.decode())


def test_fatima_types_her_birthday_because_the_brp_knows_half_of_it(client: Client) -> None:
    fatima = open_form(client, VASTE_NAAM, VAST_GEBOREN, wie=FATIMA)
    page = first_page(fatima)
    assert 'name="v-geboren_dag"' in page
    assert 'name="v-naam"' not in page
    assert fatima.begin(**BIRTHDAY).status_code == 302
    assert finish(fatima)["geboren"] == "1987-03-14"


def test_wims_address_is_doubted_and_not_filled_in(client: Client) -> None:
    page = first_page(open_form(client, VAST_ADRES, wie=WIM))
    assert "Molendijk" not in page
    assert 'name="v-adres_straat"' in page


def test_an_answer_that_does_not_fit_can_be_typed(client: Client) -> None:
    short = VASTE_NAAM | {"instellingen": {**VASTE_NAAM["instellingen"], "max_tekens": 4}}
    assert 'name="v-naam"' in first_page(open_form(client, short))


# --- Secret -----


@pytest.mark.parametrize("adres", [ADRES, VAST_ADRES], ids=["mag", "mag niet"])
def test_brams_address_is_never_shown_and_he_goes_on_all_the_same(
    client: Client, adres: dict[str, Any]
) -> None:
    bram = open_form(client, NAAM, adres, wie=BRAM)
    page = first_page(bram)
    assert "Dit adres is geheim." in page
    assert 'name="v-adres' not in page
    assert bram.begin(**{"v-naam": "Bram"}).status_code == 302
    assert finish(bram)["adres"] is None


# --- Out of order -----


def test_in_an_outage_noor_fills_in_the_form_herself(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, NAAM, GEBOREN)
    page = first_page(noor)
    assert "Wij kunnen uw gegevens nu niet ophalen. Vul ze zelf in." in page
    assert noor.begin(**{"v-naam": "Noor", **BIRTHDAY}).status_code == 302
    assert finish(noor) == {"naam": "Noor", "geboren": "1987-03-14", "wens": "graag"}
    assert len(ASKED) == 1  # the fuse


def test_what_must_come_from_the_brp_waits_and_nothing_is_lost(client: Client) -> None:
    BROKEN.append(True)
    publish(niveau=20, stappen=[stap("eerst", DAG), stap("wie", VASTE_NAAM, veld("tekst", "iets"))])
    login_burger(client, NOOR)
    noor = Invuller(client)
    noor.begin(**{"v-wens": "graag"})
    page = noor.get("wie").content.decode()
    assert "Probeer het later opnieuw." in page
    assert 'name="v-naam"' not in page
    refused = noor.post("wie", **{"v-naam": "Koning Willem", "v-iets": "van alles"})
    assert refused.status_code == 200
    assert "van alles" in refused.content.decode()
    assert noor.post("wie", **{"v-iets": "van alles", "terug": "1"}).status_code == 302

    BROKEN.clear()
    cache.delete("zekering:personen-brp:rust")  # twenty seconds later
    page = noor.get("wie").content.decode()
    assert "Noor de Wit" in page
    assert "van alles" in page
    assert noor.post("wie", **{"v-iets": "van alles"}).status_code == 302
    assert noor.send().status_code == 302
    assert Aanvraag.objects.get().antwoorden["naam"] == "Noor de Wit"


def test_a_fixed_question_that_may_stay_empty_holds_nobody_up(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, VASTE_NAAM | {"verplicht": False})
    first_page(noor)
    assert noor.begin(**{"v-naam": ""}).status_code == 302


def test_somebody_whom_the_brp_does_not_know(client: Client) -> None:
    page = first_page(open_form(client, VASTE_NAAM, wie=Bsn("999990123")))
    assert "Wij vonden uw gegevens niet. Vul ze zelf in." in page
    assert 'name="v-naam"' in page


# --- Nobody to ask about -----


@pytest.mark.parametrize("wie", [Eidas("DE/NL/abc"), Rsin("999990056")], ids=["eidas", "rsin"])
def test_without_a_source_the_form_is_empty_and_works(client: Client, wie: Identificerend) -> None:
    somebody = open_form(client, VASTE_NAAM, GEZIN, wie=wie, naam="Jürgen")
    page = first_page(somebody)
    assert 'name="v-naam"' in page
    assert "niet ophalen" not in page
    assert somebody.begin(**{"v-naam": "Jürgen", "v-gezin": ""}).status_code == 302
    assert finish(somebody)["naam"] == "Jürgen"
    assert not ASKED


def test_an_installation_without_sources_works_the_same(client: Client, settings: Any) -> None:
    settings.ELOKET_PERSONEN = {
        port: {"BACKEND": names["geen"], "OPTIONS": {}} for port, names in BACKENDS.items()
    }
    noor = open_form(client, VASTE_NAAM)
    assert "niet ophalen" not in first_page(noor)
    assert noor.begin(**{"v-naam": "Noor"}).status_code == 302


# --- For a company, and for somebody else -----


def test_joris_finds_name_number_and_address_of_his_bakery(client: Client) -> None:
    velden = [
        veld("tekst", "naam", "bedrijf.naam", vast=True),
        veld("kvk", "nummer", "bedrijf.kvk", vast=True),
        veld("adres", "adres", "bedrijf.adres"),
    ]
    joris = open_form(client, *velden, wie=Kvk("90001354"), naam="Joris Vermeulen")
    page = first_page(joris)
    assert "Bakkerij De Rietkraag" in page
    assert "90001354" in page
    assert 'value="Bakkersgang"' in page
    assert "Uit: Handelsregister van de KvK." in page
    assert "Uit: gegevens van uw login." in page
    assert ASKED == ["90001354"]


def test_lotte_finds_those_of_her_vestiging(client: Client) -> None:
    wie = Kvk("90004590", "990000216645")
    page = first_page(open_form(client, veld("adres", "adres", "bedrijf.adres", vast=True), wie=wie))
    assert "Fietserspad 20" in page


def test_a_company_has_no_birthday(client: Client) -> None:
    page = first_page(open_form(client, NAAM, GEBOREN, wie=Kvk("90001354")))
    assert 'name="v-naam"' in page
    assert not ASKED


def test_who_acts_for_fatima_gets_fatimas_data(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, wie=FATIMA, handelende=NOOR)
    page = first_page(noor)
    assert "Fatima El Amrani" in page
    assert [FATIMA.nummer] == ASKED


# --- Partner and children -----


def test_noor_chooses_who_moves_with_her(client: Client) -> None:
    noor = open_form(client, NAAM, GEZIN)
    page = first_page(noor)
    assert "Daan Pieter Mulder, geboren 2 november 1985 (partner)" in page
    assert "Sem Mulder, geboren 3 mei 2015 (kind)" in page
    response = client.post(f"{noor.start}beginnen/", {"v-naam": "Noor", "v-gezin": ["partner-1", "kind-2"]})
    noor.concept = response["Location"]
    noor.post("rest", **{"v-wens": "graag"})
    summary = noor.get("controleren").content.decode()
    assert "Lotte Marie Mulder, geboren 21 september 2018" in summary
    assert "Sem" not in summary
    assert noor.send().status_code == 302
    partner, kind = Aanvraag.objects.get().antwoorden["gezin"]
    assert partner["naam"] == "Daan Pieter Mulder"
    assert kind == {"naam": "Lotte Marie Mulder", "geboren": "2018-09-21", "relatie": "kind"}
    assert Raadpleging.objects.get().gegevens == "kinderen,naam,partner"


def test_nobody_adds_somebody_elses_child(client: Client) -> None:
    noor = open_form(client, GEZIN)
    first_page(noor)
    response = noor.begin(**{"v-gezin": "kind-9"})
    assert response.status_code == 200
    assert "Kies uit de mensen die hier staan." in response.content.decode()


def test_nobody_need_be_chosen(client: Client) -> None:
    noor = open_form(client, GEZIN, veld("tekst", "iets", verplicht=False))
    first_page(noor)
    assert noor.begin(**{"v-iets": ""}).status_code == 302
    assert finish(noor)["gezin"] is None


def test_in_an_outage_she_writes_them_down(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, GEZIN)
    assert "elk op een eigen regel" in first_page(noor)
    assert noor.begin(**{"v-gezin": "Sem Mulder, 3-5-2015\r\n\r\nLotte Mulder"}).status_code == 302
    summary_names = [each["naam"] for each in finish(noor)["gezin"]]
    assert summary_names == ["Sem Mulder, 3-5-2015", "Lotte Mulder"]


def test_nobody_writes_down_a_whole_school(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, GEZIN)
    response = noor.begin(**{"v-gezin": "Sem\n" * 21})
    assert "Schrijf hooguit 20 mensen op" in response.content.decode()
