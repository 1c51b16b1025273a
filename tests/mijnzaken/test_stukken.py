"""Noor reads the documents and besluiten of her zaak, and nothing that is not for her."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.zaken.backends.database import DatabaseBackend
from eloket.zaken.services import (
    Document,
    NieuwBesluit,
    NieuwDocument,
    NieuweNotitie,
    RegisterUnavailable,
    Zaak,
    add_document,
    add_notitie,
    take_besluit,
)
from eloket.zaken.templatetags.zaken import in_woorden
from eloket.zaken.termijnen import compute_bezwaartermijn
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.mijnzaken.beantwoorden import ask
from tests.zaken import faulty
from tests.zaken.factories import KAPVERGUNNING, VREEMDE, make_contract_zaaktypen, open_zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bestanden")]
PDF = b"%PDF-1.7 het besluit"


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


@pytest.fixture
def zaak() -> Zaak:
    make_contract_zaaktypen()
    return open_zaak(zaaktype=KAPVERGUNNING, omschrijving="Boom kappen", startdatum=klok.today())


def give(zaak: Zaak, titel: str = "Brief van de gemeente.pdf", **changes: Any) -> str:
    fields: dict[str, Any] = {
        "id": str(uuid4()),
        "titel": titel,
        "formaat": "application/pdf",
        "informatieobjecttype": "Besluit",
        "open": lambda: iter([PDF]),
        "tonen_aan_initiator": True,
    } | changes
    add_document(zaak.identificatie, NieuwDocument(**fields), now=klok.now())
    return str(fields["id"])


def page_of(zaak: Zaak) -> str:
    return f"/mijn-zaken/{zaak.identificatie}/"


def read(client: Client, zaak: Zaak) -> str:
    """The words of the page."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(page_of(zaak)).text).split())


def decide(zaak: Zaak, **changes: Any) -> None:
    today = klok.today()
    fields: dict[str, Any] = {"datum": today, "ingangsdatum": today, "verzenddatum": today} | changes
    take_besluit(zaak.identificatie, NieuwBesluit("B-1", "Besluit op aanvraag", **fields), now=klok.now())


# --- Documents -----


@pytest.mark.kern
def test_noor_downloads_a_document_under_its_own_name_and_type(noor: Client, zaak: Zaak) -> None:
    stuk = give(zaak)
    page = noor.get(page_of(zaak)).text
    link = f"{page_of(zaak)}documenten/{stuk}/"
    assert f'href="{link}"' in page
    assert "Brief van de gemeente.pdf" in page
    answer = noor.get(link)
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="Brief van de gemeente.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_document_of_the_gemeente_never_opens_as_a_page(noor: Client, zaak: Zaak) -> None:
    stuk = give(zaak, titel="../pagina.html", formaat="text/html")
    answer = noor.get(f"{page_of(zaak)}documenten/{stuk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="pagina.html.txt"'


@pytest.mark.parametrize(
    "changes",
    [
        {"tonen_aan_initiator": False},
        {"status": "in_bewerking"},
        {"vertrouwelijkheidaanduiding": "geheim"},
        {"informatieobjecttype": "Advies"},  # internal, says the zaaktype
    ],
)
def test_what_is_internal_is_not_on_the_page_and_does_not_open(
    noor: Client, zaak: Zaak, changes: dict[str, Any]
) -> None:
    stuk = give(zaak, titel="Advies van collega.pdf", **changes)
    add_notitie(zaak.identificatie, NieuweNotitie("Buurman is lastig", door="Kees Bakker"), now=klok.now())
    html = noor.get(page_of(zaak)).text
    for secret in ("Advies van collega", stuk, "lastig", "Kees"):
        assert secret not in html
    assert noor.get(f"{page_of(zaak)}documenten/{stuk}/").status_code == 404


def test_anothers_document_looks_like_one_that_does_not_exist(noor: Client, zaak: Zaak) -> None:
    theirs = open_zaak(belanghebbende=VREEMDE)
    stuk = give(theirs, informatieobjecttype="")
    for path in (page_of(theirs), page_of(zaak)):
        assert noor.get(f"{path}documenten/{stuk}/").status_code == 404
    for nonsense in ("x", str(uuid4()), "..%2f..%2fetc", "é" * 50):
        assert noor.get(f"{page_of(zaak)}documenten/{nonsense}/").status_code == 404


def test_a_gemachtigde_opens_nothing_of_a_zaak_that_he_did_not_send(client: Client, zaak: Zaak) -> None:
    stuk = give(zaak)
    login_burger(client, Bsn(NOOR_BSN), handelende=VREEMDE)
    assert client.get(f"{page_of(zaak)}documenten/{stuk}/").status_code == 404


def test_a_register_without_documents_has_none_to_open(noor: Client, zaak: Zaak) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        assert noor.get(f"{page_of(zaak)}documenten/{uuid4()}/").status_code == 404


@pytest.mark.parametrize("begun", [False, True])
def test_a_register_that_falls_silent_over_a_document_says_what_to_do(
    noor: Client, zaak: Zaak, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    """Also when it fails only as the bytes are asked for."""

    def fail() -> Iterator[bytes]:
        raise RegisterUnavailable
        yield b""

    def open_document(*args: Any, **kwargs: Any) -> tuple[Document, Iterator[bytes]]:
        if not begun:
            raise RegisterUnavailable
        return Document(str(uuid4()), "a.pdf", "application/pdf", 1, ""), fail()

    monkeypatch.setattr(DatabaseBackend, "open_document", open_document)
    answer = noor.get(f"{page_of(zaak)}documenten/{uuid4()}/")
    assert answer.status_code == 503
    assert "Uw document is niet weg" in answer.text
    assert f'href="{page_of(zaak)}"' in answer.text


# --- Besluiten -----


def test_noor_reads_the_besluit_why_and_until_when_she_can_object(noor: Client, zaak: Zaak) -> None:
    letter = give(zaak)
    decide(zaak, toelichting="De boom is <ziek>.", document=letter)
    html = noor.get(page_of(zaak)).text
    last = compute_bezwaartermijn(klok.today()).einddatum
    words = read(noor, zaak)
    assert "De boom is &lt;ziek&gt;." in html
    assert f"Bekendgemaakt op {in_woorden(klok.today())}" in words
    assert f"Bezwaar maken kan tot en met {in_woorden(last)}." in words
    assert (
        html.count(f'href="{page_of(zaak)}documenten/{letter}/"') == 2
    )  # beside the besluit, and in the list
    assert html.index("Besluit op aanvraag") < html.index(
        f'href="{page_of(zaak)}waarom/"', html.index("ziek")
    )


def test_after_the_last_day_noor_reads_that_it_is_over(noor: Client, zaak: Zaak) -> None:
    long_ago = klok.today() - timedelta(days=100)
    zaak = open_zaak(zaaktype=KAPVERGUNNING, startdatum=long_ago)
    decide(zaak, datum=long_ago, ingangsdatum=long_ago, verzenddatum=long_ago)
    assert "Bezwaar maken kon tot en met" in read(noor, zaak)


def test_a_besluit_that_is_not_made_known_is_not_there(noor: Client, zaak: Zaak) -> None:
    decide(zaak, verzenddatum=None, toelichting="nog geheim")
    assert "nog geheim" not in noor.get(page_of(zaak)).text
    assert "Besluiten" not in read(noor, zaak)


# --- Unknown is not none -----

SILENT = {
    "list_documenten": "Uw documenten kunnen wij nu niet laten zien",
    "list_besluiten": "Of er een besluit is, kunnen wij nu niet laten zien",
    "list_verzoeken": "Of wij nog iets van u vragen, kunnen wij nu niet laten zien",
}


@pytest.mark.parametrize("call", SILENT)
def test_what_the_register_does_not_tell_is_said_and_the_rest_is_there(
    noor: Client, zaak: Zaak, call: str
) -> None:
    give(zaak)
    decide(zaak)
    with override_settings(ELOKET_ZAKEN=faulty.elsewhere(call)):
        answer = noor.get(page_of(zaak))
    assert answer.status_code == 503
    assert [words for words in SILENT.values() if words in answer.text] == [SILENT[call]]
    assert "Boom kappen" in answer.text
    assert ("Brief van de gemeente.pdf" in answer.text) is (call != "list_documenten")
    assert ("Bekendgemaakt op" in answer.text) is (call != "list_besluiten")


def test_a_register_elsewhere_shows_the_same_page(noor: Client, zaak: Zaak) -> None:
    give(zaak)
    decide(zaak)
    here = read(noor, zaak)
    with override_settings(ELOKET_ZAKEN=faulty.elsewhere()):
        assert read(noor, zaak) == here


@pytest.mark.parametrize("path", ["/mijn-zaken/", "/mijn-zaken/ELK-2026-0000042/"])
def test_a_slow_register_is_waited_for_once(noor: Client, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that asks four things of it does not take four times as long."""
    waits: list[float] = []
    monkeypatch.setattr("tests.zaken.faulty.time.sleep", waits.append)
    open_zaak(identificatie="ELK-2026-0000042")
    with override_settings(ELOKET_ZAKEN=faulty.slow(seconds=10)):
        answer = noor.get(path)
    assert waits == [10]
    assert answer.status_code == 503
    assert "Er is een storing" in answer.text


def test_the_page_with_everything_asks_a_fixed_number_of_queries(
    noor: Client, zaak: Zaak, frame_kept: None, django_assert_max_num_queries: Any
) -> None:
    for _ in range(5):
        give(zaak)
    decide(zaak)
    ask(zaak)
    noor.get(page_of(zaak))
    with django_assert_max_num_queries(12):
        noor.get(page_of(zaak))


# --- A zaak that is only half there -----


def test_a_half_created_zaak_is_a_page_and_not_a_fault(noor: Client) -> None:
    from eloket.zaken.models import Status, Statustype, Zaaktype
    from eloket.zaken.models import Zaak as Rij

    zaak = open_zaak()
    Status.objects.all().delete()
    Statustype.objects.update(statustekst="", statustekst_en="")
    Zaaktype.objects.update(omschrijving_burger_nl="", omschrijving_burger_en="")
    Rij.objects.update(omschrijving="", einddatum_gepland=None, uiterlijke_einddatum_afdoening=None)
    for path in (page_of(zaak), "/mijn-zaken/", f"{page_of(zaak)}waarom/", f"/en{page_of(zaak)}"):
        answer = noor.get(path)
        assert answer.status_code == 200
        assert zaak.identificatie in answer.text
    assert "Hoe ver wij zijn, kunnen wij hier niet laten zien" in noor.get(page_of(zaak)).text
