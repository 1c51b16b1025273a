"""Noor asks why her date is that date."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client, override_settings

from eloket.formulieren.services import AanvraagInfo, Zaakpost
from eloket.lib import klok
from eloket.zaken.models import Zaak as Rij
from eloket.zaken.models import Zaaktype
from eloket.zaken.services import (
    NieuwBesluit,
    NieuweOpschorting,
    NieuweVerlenging,
    Zaak,
    extend_zaak,
    set_status,
    suspend_zaak,
    take_besluit,
)
from eloket.zaken.templatetags.zaken import in_woorden
from eloket.zaken.termijnen import compute_bezwaartermijn
from tests.accounts.helpers import login_burger
from tests.zaken import faulty
from tests.zaken.factories import KAPVERGUNNING, VREEMDE, make_contract_zaaktypen, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)
OVER_HEMELVAART = date(2027, 3, 10)  # eight weeks later it is Wednesday 5 May 2027


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


def address(zaak: Zaak) -> str:
    return f"/mijn-zaken/{zaak.identificatie}/waarom/"


def read(html: str) -> str:
    """The words of the page itself, without tags."""
    main = html.split("<main")[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.mark.kern
def test_noor_reads_step_by_step_how_hemelvaart_moves_her_date(noor: Client) -> None:
    zaak = open_zaak(startdatum=OVER_HEMELVAART)
    link = f'href="{address(zaak)}"'
    assert link in noor.get(f"/mijn-zaken/{zaak.identificatie}/").text
    text = read(noor.get(address(zaak)).text)
    steps = [
        "Uiterste datum: 10 mei 2027",
        "De gemeente kreeg dit op woensdag 10 maart 2027.",
        "De termijn in de wet is 8 weken. Dat is tot en met woensdag 5 mei 2027. (Awb 4:13)",
        "woensdag 5 mei (Bevrijdingsdag), donderdag 6 mei (Hemelvaartsdag), vrijdag 7 mei (telt als",
        "De datum wordt maandag 10 mei 2027. (Awt 1)",
        "Verwachte datum: 7 april 2027",
    ]
    places = [text.index(step) for step in steps]
    assert places == sorted(places)


def test_the_page_says_the_date_that_the_zaak_says(noor: Client) -> None:
    """An older zaak was dated by the calendar alone: that date holds, and the page says so."""
    zaak = open_zaak(startdatum=OVER_HEMELVAART)
    Rij.objects.update(uiterlijke_einddatum_afdoening=date(2027, 5, 5))
    text = read(noor.get(address(zaak)).text)
    assert "Uiterste datum: 5 mei 2027" in text
    assert "Bij deze zaak staat woensdag 5 mei 2027. Dat is de datum die geldt." in text


def test_a_term_that_cannot_be_counted_gives_the_date_of_the_register_alone(noor: Client) -> None:
    zaak = open_zaak(startdatum=OVER_HEMELVAART)
    Rij.objects.update(einddatum_gepland=None)
    Zaaktype.objects.update(doorlooptijd="PT8H")
    text = read(noor.get(address(zaak)).text)
    assert "Uiterste datum: 10 mei 2027" in text
    assert "Bij deze zaak staat maandag 10 mei 2027." in text
    assert "Verwachte datum" not in text


def test_noor_reads_that_we_wait_for_her_and_what_that_does_to_the_date(noor: Client) -> None:
    """Eight days of a suspension that still lasts; the reason is Dutch, also on the English page."""
    start, today = klok.today() - 10 * DAG, klok.today()
    zaak = open_zaak(startdatum=start)
    suspend_zaak(
        zaak.identificatie,
        NieuweOpschorting(today - 8 * DAG, "uw <tekening> ontbreekt", hersteltermijn=today + 6 * DAG),
        now=klok.now(),
    )
    page = read(noor.get(f"/mijn-zaken/{zaak.identificatie}/").text)
    assert f"Wij wachten op uw antwoord. Geef dat uiterlijk op {in_woorden(today + 6 * DAG)}." in page
    assert f"Verwachte datum {in_woorden(start + 36 * DAG)}, of later: de klok staat stil" in page
    why = noor.get(address(zaak)).text
    assert "De klok staat nu stil." in read(why)
    assert f"Geef dat uiterlijk op {in_woorden(today + 6 * DAG)}." in read(why)
    assert f"Verwachte datum: {in_woorden(start + 36 * DAG)}" in read(why)
    assert "Reden: uw <tekening> ontbreekt" in read(why)
    assert "<tekening>" not in why
    assert '<span lang="nl">uw &lt;tekening&gt; ontbreekt</span>' in noor.get(f"/en{address(zaak)}").text


@pytest.mark.parametrize(("days_ago", "late"), [(20, False), (80, True)])
def test_after_the_hersteltermijn_the_clock_goes_on_whatever_the_register_says(
    noor: Client, days_ago: int, late: bool
) -> None:
    start = klok.today() - days_ago * DAG
    zaak = open_zaak(startdatum=start)
    asked = NieuweOpschorting(start + 2 * DAG, "tekening", hersteltermijn=start + 12 * DAG)
    suspend_zaak(zaak.identificatie, asked, now=klok.now())
    page = read(noor.get(f"/mijn-zaken/{zaak.identificatie}/").text)
    assert "Wij wachten op uw antwoord" not in page
    assert "de klok staat stil" not in page
    assert ("Wij zijn te laat" in page) == late
    assert f"Verwachte datum: {in_woorden(start + 38 * DAG)}" in read(noor.get(address(zaak)).text)


def test_a_clock_that_stands_still_is_not_late(noor: Client) -> None:
    zaak = open_zaak(startdatum=klok.today() - 300 * DAG)
    asked = NieuweOpschorting(klok.today() - 298 * DAG, "advies uit het buitenland")
    suspend_zaak(zaak.identificatie, asked, now=klok.now())
    page = read(noor.get(f"/mijn-zaken/{zaak.identificatie}/").text)
    assert "De klok staat stil." in page
    assert "te laat" not in page


def test_joris_reads_the_article_of_his_own_law_and_that_more_time_was_taken(noor: Client) -> None:
    make_zaaktype(
        doorlooptijd="P4W",
        grondslag="Woo 4.4",
        servicenorm="",
        verlenging_mogelijk=True,
        verlengingstermijn="P2W",
    )
    zaak = open_zaak(zaaktype="kapvergunning", startdatum=klok.today())
    extend_zaak(
        zaak.identificatie,
        NieuweVerlenging("P2W", "het zijn veel stukken", op=klok.today()),
        now=klok.now(),
    )
    text = read(noor.get(address(zaak)).text)
    assert "(Woo 4.4)" in text
    assert "liet de gemeente weten dat zij 2 weken meer tijd neemt." in text
    assert "Reden: het zijn veel stukken" in text
    assert "Bij deze zaak staat" not in text


def decide(zaak: Zaak, **changes: Any) -> None:
    today = klok.today()
    besluit = NieuwBesluit("B-1", "Besluit op aanvraag", datum=today, ingangsdatum=today, **changes)
    take_besluit(zaak.identificatie, besluit, now=klok.now())


def test_noor_reads_until_when_she_can_object_and_how_that_is_counted(noor: Client) -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, startdatum=klok.today())
    decide(zaak, verzenddatum=klok.today())
    text = read(noor.get(address(zaak)).text)
    last = compute_bezwaartermijn(klok.today()).einddatum
    assert f"Bezwaar maken kan tot en met {in_woorden(last)}" in text
    assert "Het besluit: Besluit op aanvraag" in text
    assert "De termijn in de wet is 6 weken." in text
    assert "(Awb 6:7 en 6:8)" in text


def test_a_besluit_that_nobody_knows_yet_has_no_date(noor: Client) -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, startdatum=klok.today())
    decide(zaak)
    assert "Bezwaar maken" not in read(noor.get(address(zaak)).text)


def test_a_register_that_falls_silent_over_the_besluiten_says_so(noor: Client) -> None:
    zaak = open_zaak()
    with override_settings(ELOKET_ZAKEN=faulty.elsewhere("list_besluiten")):
        page = noor.get(address(zaak))
    assert page.status_code == 503
    assert "Er is een storing" in page.text
    assert "Uiterste datum" in page.text


def test_without_a_date_noor_reads_what_to_do(noor: Client) -> None:
    zaak = open_zaak()
    Rij.objects.update(uiterlijke_einddatum_afdoening=None, einddatum_gepland=None)
    assert "Waarom deze datum?" not in noor.get(f"/mijn-zaken/{zaak.identificatie}/").text
    assert "Uw zaak heeft nog geen datum." in read(noor.get(address(zaak)).text)


def test_a_closed_zaak_still_explains_its_date(noor: Client) -> None:
    zaak = open_zaak()
    set_status(
        zaak.identificatie,
        statustype_volgnummer=3,
        toelichting="",
        resultaat="Toegekend",
        door="kees.bakker",
        now=klok.now(),
    )
    assert f'href="{address(zaak)}"' in noor.get(f"/mijn-zaken/{zaak.identificatie}/").text
    assert "Uw zaak is afgerond." in read(noor.get(address(zaak)).text)


def test_in_english_the_steps_are_english(noor: Client) -> None:
    zaak = open_zaak(startdatum=OVER_HEMELVAART)
    text = read(noor.get(f"/en{address(zaak)}").text)
    assert "10 May 2027" in text


def test_somebody_elses_date_is_not_found(noor: Client) -> None:
    theirs = noor.get(address(open_zaak(belanghebbende=VREEMDE)))
    none = noor.get("/mijn-zaken/ELK-2026-9999999/waarom/")
    assert theirs.status_code == none.status_code == 404


def test_a_register_that_is_down_says_so(noor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    info = AanvraagInfo("ELK-77", "Verhuizing doorgeven", klok.now(), True, "")
    post = Zaakpost(info, ())
    monkeypatch.setattr("eloket.mijnzaken.services.dossier.get_zaakpost", lambda *args, **kwargs: post)
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        page = noor.get("/mijn-zaken/ELK-77/waarom/")
    assert page.status_code == 503
    assert "Er is een storing" in page.text
    assert "heeft nog geen datum" not in page.text


def test_the_page_asks_a_fixed_number_of_queries(
    noor: Client, frame_kept: None, django_assert_max_num_queries: Any
) -> None:
    zaak = open_zaak()
    noor.get(address(zaak))
    with django_assert_max_num_queries(12):
        noor.get(address(zaak))
