"""Somebody holds a document and wants to know whether it is ours, and whether it still holds."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eloket.bestanden.services import store_bestand
from eloket.lib import klok
from eloket.uitgifte.models import Document, Documentstatus
from eloket.uitgifte.services import (
    REGEL,
    ProductInfo,
    prepare_product,
    replace_product,
    resume_product,
    suspend_product,
    withdraw_product,
)
from tests.uitgifte.factories import CLAIMS, EVENEMENT, KEES, NOOR, NOW, issue, make_soort, new_product

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "now", lambda: NOW)


@pytest.fixture
def product(soort: object) -> ProductInfo:
    return issue(geldig_vanaf=NOW - timedelta(days=1))


@pytest.fixture
def met_pdf(product: ProductInfo) -> ProductInfo:
    """Its document is made: these bytes."""
    bestand = store_bestand(inhoud=PDF, naam="x.pdf", mimetype="application/pdf", now=NOW)
    Document.objects.update(
        status=Documentstatus.KLAAR, bestand=bestand, sha256=hashlib.sha256(PDF).hexdigest(), proef=True
    )
    return product


def offer(client: Client, content: bytes, *, code: str = "", prefix: str = "") -> Any:
    file = SimpleUploadedFile("vergunning.pdf", content, "application/pdf")
    data = {"bestand": file, **({"code": code} if code else {})}
    return client.post(f"{prefix}/controleer/bestand/", data)


def main(page: Any) -> str:
    return str(page.text.split("<main")[1].split("</main>")[0])


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_form_is_open_to_everybody_and_sets_no_cookie(client: Client, prefix: str) -> None:
    page = client.get(f"{prefix}/controleer/")
    assert page.status_code == 200
    assert 'name="code"' in page.text
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")


def test_a_code_as_people_type_it_leads_to_its_own_address(client: Client) -> None:
    page = client.get("/controleer/", {"code": " ab12-cd34 "})
    assert (page.status_code, page.url) == (302, "/controleer/AB12CD34/")


@pytest.mark.parametrize("code", ["", "a", "x" * 41, "<script>", "../../x", "\x00"])
def test_what_cannot_be_a_code_gets_a_hint(client: Client, code: str) -> None:
    page = client.get("/controleer/", {"code": code})
    assert page.status_code == 200
    assert "Er is 1 ding dat u nog moet aanpassen" in page.text
    assert "<script>" not in main(page)


@pytest.mark.kern
def test_an_unknown_code_is_said_plainly_with_what_to_do(client: Client) -> None:
    page = client.get("/controleer/AB12CD34/")
    assert page.status_code == 404
    for words in ("Deze code is niet van ons", "AB12CD34", "Wat kunt u doen?"):
        assert words in page.text


def test_a_code_in_the_address_is_never_markup(client: Client) -> None:
    assert "<b>" not in client.get("/controleer/%3Cb%3E/").text


def test_it_holds_and_says_no_more_than_it_may(client: Client, product: ProductInfo) -> None:
    page = client.get(f"/controleer/{product.code}/")
    assert page.status_code == 200
    for words in (
        "Dit document is geldig",
        "Parkeervergunning",
        "Zone",
        "23 november 2026",
        product.tooncode,
    ):
        assert words in main(page)
    assert product.tooncode in main(page)
    for secret in ("GT123X", "Noor", "Rietkade", NOOR.nummer, product.zaak, product.id):
        assert secret not in page.text
    assert not page.cookies
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_what_a_redacteur_did_not_choose_is_not_there(client: Client) -> None:
    make_soort("evenement", EVENEMENT, toont=["evenement", "plaats"])
    product = issue(soort="evenement", claims=CLAIMS[EVENEMENT])
    words = main(client.get(f"/controleer/{product.code}/"))
    assert "Buurtfeest" in words
    assert "14:00" not in words
    assert "Joris" not in words


@pytest.mark.parametrize("spelling", ["lower", "dashes"])
def test_the_code_may_be_typed_in_the_address(client: Client, product: ProductInfo, spelling: str) -> None:
    code = product.code.lower() if spelling == "lower" else product.tooncode
    assert "Dit document is geldig" in client.get(f"/controleer/{code}/").text


def test_in_english_too(client: Client, product: ProductInfo) -> None:
    page = client.get(f"/en/controleer/{product.code}/")
    assert 'lang="en"' in page.text
    assert "Parkeervergunning (EN)" in page.text


def test_revocation_is_seen_at_the_next_look(client: Client, product: ProductInfo) -> None:
    url = f"/controleer/{product.code}/"
    assert "Dit document is geldig" in client.get(url).text
    suspend_product(product.id, door=KEES, reden="onderzoek naar Noor", now=NOW)
    assert "Dit document is nu niet geldig" in client.get(url).text
    resume_product(product.id, door=KEES, reden="", now=NOW)
    assert "Dit document is geldig" in client.get(url).text
    withdraw_product(product.id, door=KEES, reden="verhuisd", now=NOW)
    page = client.get(url)
    assert "Dit document is niet meer geldig" in page.text
    assert "24 november 2026, 10:30" in main(page)  # since when
    assert "verhuisd" not in page.text


def test_replaced_over_or_not_begun(client: Client, product: ProductInfo, monkeypatch: Any) -> None:
    new = replace_product(product.id, new_product(verzoek="2"), door=KEES, reden="", now=NOW)
    old = client.get(f"/controleer/{product.code}/")
    assert "Er is een nieuw document in de plaats gekomen" in old.text
    assert new.code not in old.text
    later = issue(verzoek="3", geldig_vanaf=NOW + timedelta(days=7))
    assert "Dit document is nog niet geldig" in client.get(f"/controleer/{later.code}/").text
    monkeypatch.setattr(klok, "now", lambda: NOW + timedelta(days=500))
    assert "De termijn van dit document is voorbij" in client.get(f"/controleer/{new.code}/").text


@pytest.mark.usefixtures("soort")
def test_a_concept_is_not_there(client: Client) -> None:
    concept = prepare_product(new_product(), door=REGEL, now=NOW)
    assert client.get(f"/controleer/{concept.code}/").status_code == 404


def test_a_trial_seal_is_said_loudly(client: Client, met_pdf: ProductInfo) -> None:
    page = client.get(f"/controleer/{met_pdf.code}/")
    assert "PROEFZEGEL" in main(page)
    assert 'role="alert"' in main(page)


def test_the_very_file_is_known_with_and_without_its_code(client: Client, met_pdf: ProductInfo) -> None:
    for code in (met_pdf.code, met_pdf.tooncode, ""):
        page = offer(client, PDF, code=code)
        assert page.status_code == 200
        assert "Dit bestand is precies ons document" in page.text
        assert "Dit document is geldig" in page.text
        assert not page.cookies
    assert "Parkeervergunning (EN)" in offer(client, PDF, prefix="/en").text


@pytest.mark.parametrize("change", ["a bit", "behind", "cut", "another"])
def test_another_file_is_refused(client: Client, met_pdf: ProductInfo, change: str) -> None:
    changed = {
        "a bit": PDF[:3000] + bytes([PDF[3000] ^ 1]) + PDF[3001:],
        "behind": PDF + b"\n",
        "cut": PDF[:-1],
        "another": b"%PDF-1.4 van een andere gemeente",
    }[change]
    with_code = offer(client, changed, code=met_pdf.code)
    assert "Dit bestand is niet ons document" in with_code.text
    assert "Dit document is geldig" not in with_code.text  # a forgery must not stand under that heading
    assert "Wij hebben dit uitgegeven en het geldt nu." in with_code.text  # of the code
    assert "Dit bestand is niet van ons" in offer(client, changed).text


def test_while_there_is_no_document_nothing_is_said_of_a_file(client: Client, product: ProductInfo) -> None:
    page = offer(client, PDF, code=product.code)
    assert "Wij kunnen het bestand nu niet vergelijken" in page.text
    assert "Dit bestand is niet van ons" in offer(client, PDF).text


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({}, 422, "Kies een pdf-bestand"),
        ({"bestand": "tekst"}, 422, "Kies een pdf-bestand"),
        ({"bestand": SimpleUploadedFile("x.pdf", b"<html>")}, 422, "is geen pdf"),
        ({"code": "BESTAATNIET"}, 404, "Deze code is niet van ons"),
        ({"code": "<b>\x00"}, 404, "Deze code is niet van ons"),
    ],
)
def test_what_cannot_be_compared_is_said(
    client: Client, data: dict[str, Any], status: int, words: str
) -> None:
    page = client.post("/controleer/bestand/", data)
    assert page.status_code == status
    assert words in page.text


def test_nothing_of_an_offered_file_touches_a_disk(
    client: Client, met_pdf: ProductInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr("eloket.bestanden.upload.TemporaryFile", never)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", never)
    assert "precies ons document" in offer(client, PDF).text


def test_a_hundred_megabytes_is_one_clear_page(client: Client, settings: Any) -> None:
    settings.ELOKET_VERZOEK_MAX_BYTES = 2000
    page = offer(client, b"%PDF-" + b"x" * 5000)
    assert page.status_code == 413
    assert "te groot" in page.text.lower()


def test_who_checks_without_end_has_to_wait(client: Client, product: ProductInfo, settings: Any) -> None:
    settings.ELOKET_CONTROLE_PER_UUR = 2
    where = {"REMOTE_ADDR": "203.0.113.78"}
    url = f"/controleer/{product.code}/"
    assert [client.get(url, **where).status_code for _ in range(3)] == [200, 200, 429]
    page = client.get(url, **where)
    assert "U controleert te vaak achter elkaar" in page.text
    assert page.headers["Retry-After"] == "3600"
    assert client.get(url, REMOTE_ADDR="203.0.113.79").status_code == 200
    assert client.get("/controleer/", **where).status_code == 200


def test_a_look_costs_few_queries(
    client: Client, met_pdf: ProductInfo, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10):
        client.get(f"/controleer/{met_pdf.code}/")
    with django_assert_max_num_queries(10):
        offer(client, PDF)
