"""The words of a message: the default, what Samira makes of it, and what she cannot break."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from eloket.berichten.invullen import fill, find_variabelen, to_alineas
from eloket.berichten.models import Bericht, Berichtsjabloon
from eloket.berichten.opstellen import write_out
from eloket.berichten.services import send_bericht
from eloket.berichten.soorten import SOORTEN, Aard, Voor
from eloket.berichten.woorden import write_words
from tests.berichten.test_berichten import NOW

pytestmark = pytest.mark.django_db

GEGEVENS = {
    "reference": "ELK-2026-0000001",
    "product": "Kapvergunning",
    "date": "24 november 2026",
    "code": "123456",
    "link": "https://loket.example/mijn-zaken/",
}


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("naam", SOORTEN)
def test_every_default_is_whole_in_both_languages(naam: str, taal: str) -> None:
    soort = SOORTEN[naam]
    words = write_words(soort, {}, GEGEVENS, taal=taal)
    for text in (words.onderwerp, words.tekst, words.html):
        assert not find_variabelen(text) - {"margin", "padding"}
        assert text.strip()
    named = find_variabelen(str(soort.onderwerp) + soort.tekst)
    assert named <= soort.toegestaan
    assert ("code" in soort.variabelen) == (GEGEVENS["code"] in words.tekst)


@pytest.mark.parametrize("naam", [naam for naam, soort in SOORTEN.items() if soort.voor == Voor.ZAAK])
def test_a_message_about_a_zaak_says_from_whom_what_kind_and_until_when(naam: str) -> None:
    soort = SOORTEN[naam]
    eigen = {"tekst": "Hallo", "onderwerp": "Hallo"}  # whatever a redacteur makes of it
    words = write_words(soort, eigen, GEGEVENS, taal="nl", uiterlijk=date(2027, 5, 10))
    for text in (words.tekst, words.html):
        assert "Van: " in text
        assert f"Soort: {Aard(soort.aard).label}" in text
        assert "maandag 10 mei 2027" in text


def test_without_anything_to_open_the_mail_says_whom_to_call() -> None:
    words = write_words(SOORTEN["zaak_status"], {}, {"reference": "ELK-1", "link": ""}, taal="nl")
    assert "noem het nummer ELK-1" in words.tekst
    assert "Log in" not in words.tekst + words.html


def write(**values: Any) -> None:
    Berichtsjabloon.objects.filter(soort="zaak_status").update(**values)


def mail(**values: Any) -> Any:
    pk = send_bericht(
        **{
            "sjabloon": "zaak_status",
            "email": "noor@voorbeeld.nl",
            "gegevens": {"reference": "ELK-1", "link": "/mijn-zaken/ELK-1/"},
            "taal": "nl",
            "key": "zaak:1",
            "now": NOW,
            **values,
        }
    )
    return write_out(Bericht.objects.get(pk=pk))


def test_what_samira_published_goes_out_and_the_rest_stays_the_default() -> None:
    write(onderwerp_nl="Nieuws van {gemeente}", tekst_nl="Hoi,\n\nKijk bij {nummer}.\n\n{knop}\n\nDag!")
    written = mail()
    assert written.onderwerp.startswith("Nieuws van ")
    assert "Kijk bij ELK-1." in written.tekst
    assert "Log in en bekijk uw zaak" in written.tekst  # she left the button as it was
    assert written.tekst.index("/mijn-zaken/ELK-1/") < written.tekst.index("Dag!")


def test_a_draft_and_a_withdrawn_text_leave_the_default_in_place() -> None:
    write(onderwerp_nl="Nog niet af", live=False)
    assert mail().onderwerp == "Er is nieuws over uw zaak (ELK-1)"


@pytest.mark.parametrize(
    ("values", "field", "named"),
    [
        ({"tekst_nl": "Uw product {product}"}, "tekst_nl", "{product}"),  # a mail does not say which
        ({"onderwerp_en": "Hi {naam}"}, "onderwerp_en", "{naam}"),
        ({"knop_nl": "Klik {knop}"}, "knop_nl", "{knop}"),
    ],
)
def test_an_unknown_variable_is_refused_by_its_name(values: dict[str, str], field: str, named: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Berichtsjabloon(soort="zaak_status", **values).clean()
    assert named in raised.value.message_dict[field][0]
    assert "{nummer}" in raised.value.message_dict[field][0]


def test_the_code_cannot_be_left_out() -> None:
    with pytest.raises(ValidationError, match="code"):
        Berichtsjabloon(soort="formulier_bevestigen", tekst_nl="Typ de code over.").clean()


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("Hoi,\r\n\r\n{knop}\r\nOf bel ons.", False),
        ("{knop}", False),
        ("Druk op {knop}", True),
        ("Hoi\n{knop}", True),
    ],
)
def test_the_button_has_a_line_of_its_own(tekst: str, fout: bool) -> None:
    sjabloon = Berichtsjabloon(soort="zaak_status", tekst_nl=tekst)
    assert bool(sjabloon._fault("tekst_nl")) is fout


def test_a_line_of_which_nothing_is_known_is_left_out() -> None:
    alineas = to_alineas("Nummer: {nummer}\nProduct: {product}", {"nummer": "1", "product": ""}, knop=False)
    assert [alinea.regels for alinea in alineas] == [("Nummer: 1",)]


@given(st.text())
def test_what_a_value_holds_is_never_taken_for_a_variable(value: str) -> None:
    assert fill("{nummer}", {"nummer": "{code}" + value, "code": "geheim"}) == "{code}" + value


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_words_without_variables_stay_as_they_are(words: str) -> None:
    assert fill(words, {"nummer": "1"}) == words
