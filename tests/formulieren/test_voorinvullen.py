"""What the BRP and the Handelsregister know already is filled in, once asked."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eloket.formulieren.models import Concept
from eloket.formulieren.services.publicatie import find_gebreken
from eloket.formulieren.services.voorinvullen import BEDRIJFSBRONNEN, GEGEVENS
from eloket.formulieren.velden.bronnen import BRONNEN, is_van_zaak
from eloket.lib import klok
from eloket.lib.partij import Eidas, Identificerend, Kvk, Rsin
from eloket.outbox.models import Opdracht
from eloket.personen.backends.demo import BESTAND
from eloket.personen.instellingen import BACKENDS
from eloket.personen.models import Raadpleging
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.bronnen import (
    ADRES,
    ASKED,
    BIRTHDAY,
    BRAM,
    BROKEN,
    DAG,
    FATIMA,
    GEBOREN,
    GEZIN,
    NAAM,
    NOOR,
    SETTING,
    STREET,
    VAST_ADRES,
    VASTE_NAAM,
    finish,
    first_page,
    open_form,
    stap,
    veld,
)
from tests.formulieren.factories import Invuller, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bronnen")]


def test_noor_finds_her_name_birthday_and_address_filled_in(client: Client) -> None:
    noor = open_form(client, NAAM, GEBOREN, ADRES)
    page = first_page(noor)
    assert 'value="Noor de Wit"' in page
    assert 'value="1987"' in page
    assert 'value="Rietkade"' in page
    assert "Ingevuld uit: Basisregistratie Personen. U kunt het veranderen." in page
    assert "er is 1 ding" not in page.lower()  # nobody complains about what she did not do yet


@pytest.mark.parametrize(
    ("bron", "expected"),
    [
        ("persoon.voornamen", "Noor"),
        ("persoon.voorvoegsel", "de"),
        ("persoon.achternaam", "de Wit"),
        ("persoon.geslachtsnaam", "Wit"),
        ("persoon.aanschrijfnaam", "N. de Wit"),
    ],
)
def test_every_part_of_her_name_can_be_asked(client: Client, bron: str, expected: str) -> None:
    assert f'value="{expected}"' in first_page(open_form(client, veld("tekst", "naam", bron)))


def test_every_source_that_a_redacteur_can_choose_is_asked_somewhere() -> None:
    login = {"persoon.bsn", "bedrijf.kvk"}
    of_people = {bron for bron in BRONNEN if not is_van_zaak(bron)}  # the others: test_over_een_zaak.py
    assert of_people == set(GEGEVENS) - {"persoon.gezin"} | BEDRIJFSBRONNEN | login


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
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keys: list[str] = []
    real = LocMemCache.make_key
    monkeypatch.setattr(
        LocMemCache, "make_key", lambda self, key, version=None: keys.append(key) or real(self, key, version)
    )
    noor = open_form(client, VASTE_NAAM, VAST_ADRES, GEZIN)
    first_page(noor)
    noor.begin(**{"v-gezin": "kind-1"})
    finish(noor)
    rows = [*Opdracht.objects.values(), *Raadpleging.objects.values()]
    traces = f"{caplog.text} {keys} {noor.concept} {rows}"
    assert "verzoek" in caplog.text
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


def test_and_that_this_installation_has_no_source_for_it(settings: Any) -> None:
    settings.ELOKET_PERSONEN = {**SETTING, "kvk": {"BACKEND": BACKENDS["kvk"]["geen"], "OPTIONS": {}}}
    bedrijf, nummer = veld("tekst", "bedrijf", "bedrijf.naam"), veld("kvk", "nummer", "bedrijf.kvk")
    assert find_gebreken(publish(niveau=20, stappen=[stap("wie", NAAM, bedrijf, nummer)]).definitie) == [
        "Er is geen bron ingesteld die dit weet. Deze vragen vult de invuller dus zelf in: Bedrijf."
    ]


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
