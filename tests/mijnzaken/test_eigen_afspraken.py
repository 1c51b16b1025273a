"""The afspraken of a person and of a vestiging in Mijn zaken: seen, moved and cancelled by whose they are."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.afspraken.backends.base import Bezoek, NietBereikbaar, Regel
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.models import Afspraak
from eloket.afspraken.services import (
    AfspraakInfo,
    Bedrijfsgegevens,
    Bezoeker,
    Contactgegevens,
    NieuweAfspraak,
    book_afspraak,
    cancel_afspraak,
    hold_tijd,
)
from eloket.lib.partij import Bsn, Identificerend, Kvk
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.afspraken import conftest
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, wall
from tests.afspraken.loper import EIGEN
from tests.zaken.factories import VREEMDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
vrijdag = conftest.vrijdag
NOOR, BAKKERIJ, RUBEN = Bsn(NOOR_BSN), Kvk("90001354"), Kvk("90007645")
VERHUUR, WINKEL = Kvk("90004590", "990000216645"), Kvk("90004590", "990000000001")


@pytest.fixture
def plek() -> None:
    make_plek("ondernemersloket", naam="Ondernemersloket", desks=3)
    make_soort("vooroverleg", naam="Vooroverleg vergunning", meenemen="Uw plan.")


def book(
    wie: Identificerend, *, door: Identificerend | None = None, uur: int = 9, **values: Any
) -> AfspraakInfo:
    """Made for this person or business, on Monday."""
    bezoek = Bezoek((Regel("vooroverleg"),))
    code = f"{wie}-{uur}"
    begin = wall(MAANDAG, uur)
    houvast = hold_tijd(bezoek, "ondernemersloket", begin, houder=code, verzoek=code, now=NOW)
    nieuw = NieuweAfspraak(
        houvast=houvast.sleutel,
        locatie="ondernemersloket",
        contact=Contactgegevens("Lotte Hendriks", email="lotte@voorbeeld.example"),
        verzoek=code,
        belanghebbende=wie,
        handelende=door,
        **values,
    )
    return book_afspraak(nieuw, now=NOW)


def log_in(wie: Identificerend, **values: Any) -> Client:
    client = Client()
    login_burger(client, wie, **values)
    return client


def path(info: AfspraakInfo) -> str:
    return f"/mijn-zaken/afspraken/{info.id}/"


def test_noor_finds_what_is_ahead_and_what_was_the_last_thirty_days(plek: None, vrijdag: Any) -> None:
    info = book(NOOR)
    noor = log_in(NOOR)
    page = noor.get("/mijn-zaken/").text
    for told in ("Uw afspraken", "Vooroverleg vergunning", info.toonreferentie, path(info)):
        assert told in page
    for days, told in ((10, True), (40, False)):
        vrijdag.move_to(NOW + timedelta(days=days))
        page = log_in(NOOR).get("/mijn-zaken/").text
        assert ("Afspraken van de laatste 30 dagen" in page) is told
        assert (info.toonreferentie in page) is told


def test_all_of_it_stands_on_its_page(plek: None) -> None:
    info = book(
        VERHUUR,
        bedrijf=Bedrijfsgegevens(naam="Fietsen & Co", onderwerp="Fietsen op de stoep"),
        bezoekers=(Bezoeker("Tim"),),
    )
    page = log_in(VERHUUR, naam="Fietsen & Co").get(path(info)).text
    for told in (
        "maandag 28 september 2026 om 9.00 uur",
        "Ondernemersloket",
        "Fietsen &amp; Co",
        "Fietsen op de stoep",
        "Lotte Hendriks",
        "Tim",
        "Uw plan.",
        "Verzet of annuleer de afspraak",
    ):
        assert told in page


def test_a_colleague_of_the_same_vestiging_moves_it_and_cancels_it(plek: None) -> None:
    info = book(VERHUUR)
    colleague = log_in(VERHUUR, naam="Fietsen & Co")
    beheer_url = colleague.get(path(info)).context["eigen"].beheer_url
    assert "Kies een andere tijd" in colleague.get(beheer_url).text
    later = wall(MAANDAG, 11)
    colleague.post(f"{beheer_url}verzetten/", {"begin": later.isoformat()}, headers=EIGEN)
    assert "om 11.00 uur" in colleague.get(path(info)).text
    colleague.post(f"{beheer_url}annuleren/", headers=EIGEN)
    assert Afspraak.objects.get().status == "geannuleerd"
    assert "Deze afspraak is geannuleerd" in colleague.get(path(info)).text


@pytest.mark.parametrize("wie", [WINKEL, Kvk("90004590"), BAKKERIJ, Bsn(VREEMDE.nummer)])
def test_for_another_vestiging_or_person_it_is_not_there(plek: None, wie: Identificerend) -> None:
    info = book(VERHUUR)
    other = log_in(wie)
    assert other.get(path(info)).status_code == 404
    assert info.toonreferentie not in other.get("/mijn-zaken/").text


def test_nobody_in_particular_is_asked_to_log_in(plek: None, client: Client) -> None:
    assert client.get(path(book(NOOR))).status_code == 302


def test_an_intermediair_sees_what_he_made_for_a_client_with_both_names(plek: None) -> None:
    bedrijf = Bedrijfsgegevens(naam="Mulder Administraties", namens="Bakkerij De Rietkraag")
    made, other = book(BAKKERIJ, door=RUBEN, bedrijf=bedrijf), book(BAKKERIJ, uur=10)
    ruben = log_in(
        BAKKERIJ, handelende=RUBEN, hoedanigheid="intermediair", handelende_naam="Mulder Administraties"
    )
    page = ruben.get(path(made)).text
    assert "Bakkerij De Rietkraag" in page
    assert "Mulder Administraties" in page
    assert ruben.get(path(other)).status_code == 404
    listed = ruben.get("/mijn-zaken/").text
    assert made.toonreferentie in listed
    assert other.toonreferentie not in listed
    assert made.toonreferentie in log_in(BAKKERIJ).get("/mijn-zaken/").text


def test_what_was_cancelled_is_no_longer_listed(plek: None) -> None:
    info = book(NOOR)
    cancel_afspraak(info.id, door="", now=NOW)
    page = log_in(NOOR).get("/mijn-zaken/").text
    assert info.toonreferentie not in page


def test_an_agenda_elsewhere_that_is_down_is_told(plek: None, monkeypatch: pytest.MonkeyPatch) -> None:
    info = book(NOOR)
    noor = log_in(NOOR)
    assert "Wij kunnen de agenda nu niet zien" not in noor.get("/mijn-zaken/").text

    def silent(self: DatabaseBackend) -> None:
        raise NietBereikbaar("down")

    monkeypatch.setattr(DatabaseBackend, "in_transaction", False)
    monkeypatch.setattr(DatabaseBackend, "check_health", silent)
    for page in ("/mijn-zaken/", path(info)):
        text = noor.get(page).text
        assert "Wij kunnen de agenda nu niet zien" in text
        assert info.toonreferentie in text


def test_many_afspraken_cost_no_more_queries(
    plek: None, frame_kept: None, django_assert_max_num_queries: Any
) -> None:
    for uur in (9, 10, 11):
        book(NOOR, uur=uur)
    noor = log_in(NOOR)
    noor.get("/mijn-zaken/")
    with django_assert_max_num_queries(14):
        noor.get("/mijn-zaken/")
