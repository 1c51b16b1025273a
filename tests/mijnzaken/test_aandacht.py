"""Home: what asks something of Noor stands first, whatever page its zaak is on."""

from datetime import timedelta

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.lib import klok
from eloket.lib.partij import Bsn, Kvk
from eloket.zaken.services import (
    NieuwBesluit,
    NieuweOpschorting,
    RegisterUnavailable,
    suspend_zaak,
    take_besluit,
)
from eloket.zaken.templatetags.zaken import in_woorden
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish
from tests.zaken.factories import KAPVERGUNNING, VREEMDE, make_contract_zaaktypen, open_zaak

pytestmark = pytest.mark.django_db
LIJST = "/mijn-zaken/"
KOP = "Wat vraagt uw actie?"
DAG = timedelta(days=1)


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


def ask(identificatie: str, *, days: int = 10) -> None:
    last = klok.today() + days * DAG
    nieuw = NieuweOpschorting(klok.today() + DAG, "er mist een tekening", hersteltermijn=last)
    suspend_zaak(identificatie, nieuw, now=klok.now())


def decide(identificatie: str) -> None:
    day = klok.today()
    besluit = NieuwBesluit("B-1", "Besluit op aanvraag", datum=day, ingangsdatum=day, verzenddatum=day)
    take_besluit(identificatie, besluit, now=klok.now())


def test_without_anything_to_do_nothing_stands_above(noor: Client) -> None:
    open_zaak()
    page = noor.get(LIJST).text
    assert KOP not in page
    assert "Lopende zaken" in page


def test_what_is_asked_stands_first_also_when_its_zaak_is_on_another_page(noor: Client) -> None:
    oldest = open_zaak(omschrijving="Straatfeest", startdatum=klok.today() - 60 * DAG)
    for _ in range(20):
        open_zaak(startdatum=klok.today())
    ask(oldest.identificatie)
    page = noor.get(LIJST).text
    assert page.index(KOP) < page.index("Straatfeest") < page.index("Lopende zaken")
    assert f"Antwoord uiterlijk op {in_woorden(klok.today() + 10 * DAG)}." in page
    assert f'href="{LIJST}{oldest.identificatie}/"' in page
    assert KOP not in noor.get(LIJST, {"pagina": "2"}).text
    assert KOP not in noor.get(LIJST, {"zoek": "Straat"}).text


def test_a_besluit_that_noor_can_object_to_stands_there_with_its_last_day(noor: Client) -> None:
    make_contract_zaaktypen()
    zaak = open_zaak(zaaktype=KAPVERGUNNING, startdatum=klok.today())
    decide(zaak.identificatie)
    page = noor.get(LIJST).text
    assert page.index(KOP) < page.index("Er is een besluit")
    assert "Bezwaar maken kan tot en met" in page


def test_a_form_that_was_not_sent_stands_there_with_its_last_day(noor: Client) -> None:
    publish(niveau=20)
    Invuller(noor).begin()
    page = noor.get(LIJST).text
    assert page.index(KOP) < page.index("Plek in de fietsenstalling")
    assert "Wij houden het vast tot" in page


def test_what_is_asked_of_somebody_else_noor_does_not_see(noor: Client) -> None:
    ask(open_zaak(belanghebbende=VREEMDE).identificatie)
    assert KOP not in noor.get(LIJST).text


def test_piet_sees_what_is_asked_in_what_he_sent_for_noor_and_nothing_more(client: Client) -> None:
    publish(niveau=20)
    noor = Bsn(NOOR_BSN)
    login_burger(client, noor, handelende=VREEMDE)
    piet = Invuller(client)
    piet.fill()
    piet.send()
    sent, secret = Aanvraag.objects.get().identificatie, open_zaak(belanghebbende=noor).identificatie
    ask(sent)
    ask(secret)
    page = client.get(LIJST).text
    assert KOP in page
    assert page.count("Stuur ons wat nog mist") == 1
    assert secret not in page


def test_when_only_that_question_fails_the_zaken_are_there_and_nobody_says_that_nothing_waits(
    noor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**kwargs: object) -> None:
        raise RegisterUnavailable

    open_zaak(omschrijving="Straatfeest")
    monkeypatch.setattr("eloket.mijnzaken.services.overzicht.list_aandachtspunten", fail)
    page = noor.get(LIJST)
    assert page.status_code == 200
    assert "Straatfeest" in page.text
    assert "Wij kunnen nu niet zien of iets uw actie vraagt" in page.text


# --- A business and its vestigingen -----

BEDRIJF, PLEIN, HAVEN = Kvk("12345678"), Kvk("12345678", "000000000001"), Kvk("12345678", "000000000002")


@pytest.mark.parametrize(
    ("who", "sees", "words"),
    [
        (BEDRIJF, "van het bedrijf", "U bent ingelogd voor het hele bedrijf."),
        (PLEIN, "van het plein", "U ziet alleen de zaken van die vestiging."),
        (HAVEN, "van de haven", "U ziet alleen de zaken van die vestiging."),
    ],
)
def test_who_works_for_one_vestiging_sees_that_vestiging_alone(
    client: Client, who: Kvk, sees: str, words: str
) -> None:
    for partij, omschrijving in (
        (BEDRIJF, "van het bedrijf"),
        (PLEIN, "van het plein"),
        (HAVEN, "van de haven"),
    ):
        zaak = open_zaak(belanghebbende=partij, omschrijving=omschrijving)
        ask(zaak.identificatie)
    login_burger(client, who, naam="Bakkerij Joris")
    page = client.get(LIJST).text
    assert [each for each in ("van het bedrijf", "van het plein", "van de haven") if each in page] == [sees]
    assert words in page
