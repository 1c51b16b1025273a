"""Noor asks a parkeervergunning, and the counter decides while she waits."""

from datetime import timedelta

import pytest
from django.test import Client

from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.uitgifte.models import Beslissing, UitgegevenProduct, Uitkomst
from eloket.uitgifte.services import decide, purge_gegevens
from eloket.zaken.services import get_dossier, get_zaak, list_besluiten
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.uitgifte.parkeren import GELEAST, ONBEKEND, VAN_BRAM, Aanvrager, make_parkeersoort

pytestmark = pytest.mark.django_db
NOOR = Bsn(NOOR_BSN)


@pytest.fixture
def noor(client: Client, settings: object) -> Aanvrager:
    make_parkeersoort()
    login_burger(client)
    return Aanvrager(client)


def test_the_vergunning_stands_on_the_next_page(noor: Aanvrager) -> None:
    page = noor.ask()
    product = UitgegevenProduct.objects.get()
    assert "Uw aanvraag is goedgekeurd" in page.text
    assert "U hoort van ons uiterlijk op" not in page.text  # she heard it here
    assert "GT123X" in page.text
    assert f"/controleer/{product.code}/" in page.text
    assert "Uw adres ligt in zone A." in page.text
    assert "Parkeerverordening, artikel 4" in page.text
    assert product.partij == NOOR
    assert product.claims == {
        "kenteken": "GT123X",
        "zone": "A",
        "naam": "Noor de Wit",
        "adres": "Rietkade 12A, 1234 AB Rietwaard",
    }


def test_the_zaak_is_closed_with_a_besluit_that_tells_why(noor: Aanvrager) -> None:
    noor.ask()
    beslissing = noor.beslissing
    zaak = get_zaak(beslissing.zaak, voor=NOOR)
    assert zaak.einddatum is not None
    assert zaak.resultaat is not None
    assert zaak.resultaat.omschrijving.nl == "Verleend"
    besluit = list_besluiten(beslissing.zaak, voor=NOOR)[0]
    assert besluit.verzenddatum is not None
    assert besluit.uiterlijke_reactiedatum is not None
    assert "Het kenteken staat op uw naam. (Parkeerverordening, artikel 6)" in besluit.toelichting
    assert NOOR_BSN not in besluit.toelichting


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"v-kenteken": VAN_BRAM}, "Het kenteken staat niet op uw naam"),
        ({"v-kenteken": ONBEKEND}, "Wij konden niet zien op wiens naam het kenteken staat"),
        ({"v-zone": "b"}, "Volgens onze gegevens ligt uw adres in zone A"),
        ({"v-voor-wie": "bedrijf"}, "Uw antwoord vraagt om een medewerker die meekijkt"),
        ({"v-adres_huisnummer": "14", "v-adres_toevoeging": ""}, "een ander adres"),
        ({"v-adres_postcode": "1234 BA"}, "Wij vinden uw adres niet in een zone"),
    ],
)
def test_a_doubt_goes_to_a_person_and_never_refuses(
    noor: Aanvrager, changes: dict[str, str], words: str
) -> None:
    page = noor.ask(**changes)
    assert "Een medewerker beslist" in page.text
    assert words in page.text
    assert not UitgegevenProduct.objects.exists()
    beslissing = noor.beslissing
    assert beslissing.uitkomst == Uitkomst.MEDEWERKER
    dossier = get_dossier(beslissing.zaak)
    assert dossier.zaak.is_open
    assert words in dossier.notities[0].tekst


def test_a_leased_car_is_fine(noor: Aanvrager) -> None:
    page = noor.ask(**{"v-kenteken": GELEAST})
    assert "De auto is van een leasebedrijf, en u rijdt erin." in page.text


def test_the_second_at_an_address_is_for_a_person_to_decide(noor: Aanvrager) -> None:
    noor.ask()
    page = noor.ask(**{"v-kenteken": GELEAST})
    assert "Dit is nummer 2 op uw adres. Wij geven er meteen hoogstens 1." in page.text
    assert UitgegevenProduct.objects.count() == 1


def test_noor_can_have_a_person_decide(noor: Aanvrager) -> None:
    noor.fill_auto()
    check = noor.get("controleren")
    assert "Zo beslissen wij" in check.text
    assert "Het kenteken staat op uw naam, of u rijdt in een leaseauto." in check.text
    assert "Laat een medewerker beslissen over mijn aanvraag" in check.text
    page = noor.client.get(noor.send(mens="on")["Location"])
    assert "U vroeg om een medewerker die meekijkt." in page.text
    assert not UitgegevenProduct.objects.exists()


def test_noor_can_have_a_person_look_again(noor: Aanvrager) -> None:
    page = noor.ask()
    assert "Laat een medewerker hiernaar kijken" in page.text
    for _twice in range(2):
        assert noor.client.post(f"{noor.concept}mens/").status_code == 302
    run_due(now=klok.now())
    beslissing = noor.beslissing
    opnieuw = get_zaak(beslissing.herkeuring, voor=NOOR)
    assert beslissing.zaak in opnieuw.omschrijving
    assert opnieuw.is_open
    assert beslissing.herkeuring in noor.get("ontvangst").text
    assert UitgegevenProduct.objects.get().status == "uitgegeven"


def test_what_a_crash_cut_off_the_worker_finishes(noor: Aanvrager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "eloket.formulieren.services.uitgifte.decide", lambda *args, **kwargs: 1 / 0
    )  # as if the process died right after the aanvraag was sent
    page = noor.ask()
    assert "Wij beslissen nu over uw aanvraag." in page.text
    assert not UitgegevenProduct.objects.exists()
    later = klok.now().replace(year=klok.now().year + 1)
    run_due(now=later)
    assert UitgegevenProduct.objects.count() == 1
    assert noor.beslissing.uitkomst == Uitkomst.VERLEEND


def test_decided_twice_it_is_one_product(noor: Aanvrager) -> None:
    noor.ask()
    decide(noor.beslissing.aanvraag, now=klok.now())
    assert UitgegevenProduct.objects.count() == 1
    assert Beslissing.objects.count() == 1


def test_a_year_later_nobody_can_read_what_noor_filled_in(noor: Aanvrager) -> None:
    noor.ask()
    assert purge_gegevens(now=klok.now() + timedelta(days=364)) == 0
    assert purge_gegevens(now=klok.now() + timedelta(days=366)) == 1
    row = noor.beslissing
    assert (row.gegevens, row.houder) == ({}, None)
    assert row.redenen
    assert "Uw aanvraag is goedgekeurd" in noor.get("ontvangst").text


def test_what_waits_for_kees_keeps_what_noor_filled_in(noor: Aanvrager) -> None:
    noor.ask(**{"v-kenteken": VAN_BRAM})
    assert purge_gegevens(now=klok.now() + timedelta(days=800)) == 0


def test_no_bsn_is_in_the_work_that_waits(noor: Aanvrager) -> None:
    noor.ask()
    noor.client.post(f"{noor.concept}mens/")
    assert not [row for row in Opdracht.objects.all() if NOOR_BSN in f"{row.ids}{row.key}"]
