"""Every type of field on one form, from the first page to the copy and the zaak."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag, FormulierVersie
from eloket.formulieren.services.kopie import kopie_context, render_kopie
from eloket.formulieren.services.papier import papier_context
from eloket.formulieren.velden import get_veldtype
from tests.formulieren.alle_velden import (
    FOUT,
    GETOOND,
    GOED,
    alle_velden,
    list_soorten,
    make_sleutel,
    post,
)
from tests.formulieren.factories import Invuller, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor(client: Client) -> Invuller:
    publish(**alle_velden())
    return Invuller(client, "alles")


def send(noor: Invuller) -> Aanvraag:
    assert noor.begin(**post(GOED)).status_code == 302
    noor.send()
    return Aanvraag.objects.get()


def test_no_type_is_forgotten_here() -> None:
    asked = {soort for soort in list_soorten() if get_veldtype(soort).is_vraag}
    assert asked - {"berekening"} == set(GOED) == set(GETOOND) == set(FOUT)


def test_the_empty_form_asks_and_the_wrong_one_explains(noor: Invuller) -> None:
    page = noor.client.get(f"{noor.start}beginnen/").content.decode()
    assert "nog moet aanpassen" not in page
    for typed in ({}, FOUT):
        page = noor.client.post(f"{noor.start}beginnen/", post(typed)).content.decode()
        told = page[page.index("eloket-foutlijst") : page.index("<h1")]
        for soort in GOED:
            assert f'href="#id_v-{make_sleutel(soort)}' in told, soort


def test_what_was_typed_right_shows_in_the_summary_and_in_the_copy(noor: Invuller) -> None:
    assert noor.begin(**post(GOED)).status_code == 302
    page = noor.get("controleren").content.decode()
    for soort, shown in GETOOND.items():
        assert shown in page, soort
    noor.send()
    aanvraag = Aanvraag.objects.get()
    rows = (row for _stap, rows in kopie_context(aanvraag)["stappen"] for row in rows)
    copied = {str(veld.label): str(value) for veld, value in rows}
    for soort, shown in GETOOND.items():
        assert shown in copied[str(get_veldtype(soort).naam)], soort
    assert render_kopie(aanvraag).startswith(b"%PDF")


def test_the_paper_form_asks_everything_that_people_can_answer(noor: Invuller) -> None:
    versie = FormulierVersie.objects.current("alles")
    assert versie is not None
    asked = {vraag.label for stap in papier_context(versie.definitie)["stappen"] for vraag in stap["vragen"]}
    assert {str(get_veldtype(soort).naam) for soort in GOED} <= asked
    assert str(get_veldtype("berekening").naam) not in asked


def test_every_answer_but_a_bsn_can_be_a_property_of_the_zaak(noor: Invuller) -> None:
    aanvraag = send(noor)
    velden = {veld.soort: veld for veld in aanvraag.versie.definitie.velden}
    told = {
        soort: get_veldtype(soort).to_eigenschap(aanvraag.antwoorden[make_sleutel(soort)], velden[soort])
        for soort in GOED
    }
    assert [soort for soort, text in told.items() if not text] == ["bsn"]
    assert all(isinstance(text, str) and "<" not in text for text in told.values())


def test_a_filled_in_step_shows_again_what_was_typed(noor: Invuller) -> None:
    noor.begin(**post(GOED))
    page = noor.get("deel-1").content.decode()
    assert "nog moet aanpassen" not in page
    for typed in ("1.234,50", "Rietkraag", "Bij de brievenbus", "r123ab", "Bram"):
        assert typed in page
