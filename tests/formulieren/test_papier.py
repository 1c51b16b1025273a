"""The form to print: the same questions, for who does not fill in on a screen."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.cache import cache
from django.test import Client

from eloket.formulieren.services import papier
from eloket.formulieren.velden import VELDTYPEN
from eloket.outbox.services import NeedsPerson
from tests.formulieren.factories import get_formulier, publish

pytestmark = pytest.mark.django_db
PAPIER = "/formulieren/fietsenstalling/papier/"


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def test_the_start_page_offers_the_paper_form(client: Client) -> None:
    publish()
    assert PAPIER in client.get("/formulieren/fietsenstalling/").text


@pytest.mark.kern
def test_it_is_an_accessible_pdf_with_a_title_and_a_language(client: Client) -> None:
    publish()
    answer = client.get(PAPIER)
    assert answer["Content-Type"] == "application/pdf"
    assert not answer.cookies
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert "pdfuaid" in bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert pdf.docinfo["/Title"] == "Plek in de fietsenstalling"


def test_it_is_made_once_for_each_version_and_language(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def write(html: str, css: str) -> bytes:
        made.append(html)
        return b"%PDF-"

    monkeypatch.setattr(papier, "write_pdf", write)
    publish()
    for address in (PAPIER, PAPIER, f"/en{PAPIER}", f"/en{PAPIER}"):
        assert client.get(address).status_code == 200
    assert len(made) == 2
    assert "Wat is uw naam?" in made[0]
    assert "Who are you?" in made[1]


def field(soort: str) -> dict[str, Any]:
    veld: dict[str, Any] = {
        "soort": soort,
        "sleutel": f"v-{soort.replace('_', '-')}",
        "label": {"nl": f"Vraag naar {soort}"},
    }
    if VELDTYPEN[soort].has_opties:
        veld["opties"] = [
            {"waarde": "a", "label": {"nl": "Antwoord A"}},
            {"waarde": "b", "label": {"nl": "B"}},
        ]
    if VELDTYPEN[soort].has_velden:
        veld["velden"] = [{"soort": "tekst", "sleutel": "binnen", "label": {"nl": "Vraag in de groep"}}]
    return veld


def test_every_type_of_field_has_a_place_to_answer() -> None:
    velden = [field(soort) for soort in VELDTYPEN]
    versie = publish(stappen=[{"sleutel": "alles", "titel": {"nl": "Alles"}, "velden": velden}])
    context = papier.papier_context(versie.definitie)
    asked = {vraag.label: vraag for vraag in context["stappen"][0]["vragen"]}
    assert asked["Vraag naar datum"].vakjes == 8
    assert asked["Vraag naar keuze"].opties == ("Antwoord A", "B")
    assert asked["Vraag naar ja_nee"].opties == ("Ja", "Nee")
    assert asked["Vraag naar bestand"].bijlage
    assert asked["Vraag naar lange_tekst"].regels == 8
    assert asked["Vraag naar uitleg"].uitleg
    assert [label for label in asked if label.startswith("Vraag in de groep")] == [
        f"Vraag in de groep ({number})" for number in (1, 2, 3)
    ]
    for vraag in asked.values():
        assert vraag.uitleg or vraag.bijlage or vraag.opties or vraag.vakjes or vraag.regels
    assert papier.get_papier(versie).startswith(b"%PDF-")


def test_paper_says_what_to_skip_and_where_to_bring_it() -> None:
    voorwaarde = {"veld": "v-ja-nee", "operator": "is", "waarden": ["ja"]}
    velden = [field("ja_nee"), field("tekst"), field("uitleg")]
    regels = [
        {"actie": "toon_veld", "doel": key, "voorwaarden": [voorwaarde]} for key in ("v-tekst", "v-uitleg")
    ]
    versie = publish(
        schema=2,
        niveau=20,
        regels=regels,
        stappen=[{"sleutel": "alles", "titel": {"nl": "Alles"}, "velden": velden}],
    )
    context = papier.papier_context(versie.definitie)
    skipped = [vraag.label for vraag in context["stappen"][0]["vragen"] if vraag.voorwaarde]
    assert skipped == ["Vraag naar tekst"]
    assert context["inloggen"]


def test_a_form_that_is_gone_has_no_paper(client: Client) -> None:
    publish()
    get_formulier().unpublish()
    assert client.get(PAPIER).status_code == 410
    assert client.get("/formulieren/bestaat-niet/papier/").status_code == 404


def test_without_the_library_somebody_reads_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(html: str, css: str) -> bytes:
        raise NeedsPerson("geen Pango")

    monkeypatch.setattr(papier, "write_pdf", refuse)
    publish()
    answer = client.get(PAPIER)
    assert answer.status_code == 503
    assert "Bel ons" in answer.text
