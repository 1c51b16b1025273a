"""What a business fills in: which one, who comes, about what. Joris bakes, and has no eHerkenning."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.accounts.services import Identiteit, Niveau
from eloket.afspraken.backends.base import Regel
from eloket.afspraken.forms.bezoekers import MEESTE, read_aantal, read_bezoekers
from eloket.afspraken.forms.gegevens import Omgeving
from eloket.afspraken.forms.zakelijk import ZakelijkForm
from eloket.afspraken.keuze import Keuze
from eloket.lib.partij import Kvk

JORIS = {
    "kvk": "9000 1354",
    "vestiging": "",
    "bedrijfsnaam": "Bakkerij De Rietkraag",
    "naam": "Joris Vermeulen",
    "email": "joris@voorbeeld.nl",
    "telefoon": "",
    "onderwerp": "Een oven op het plein",
    "hulp": "",
}
ADRES = {"postcode": "1234BB", "huisnummer": "5", "straat": "Bakkersgang", "plaats": "Rietwaard"}
LOKET = Omgeving(Keuze(voor="ondernemer", regels=(Regel("vooroverleg"),), kanaal="balie"))
LANGS = Omgeving(Keuze(voor="ondernemer", regels=(Regel("bedrijfsbezoek"),), kanaal="huisbezoek"), "1234")
RUBEN = Identiteit(
    Kvk("90001354"),
    Niveau.MIDDEN,
    "eherkenning",
    "Bakkerij De Rietkraag",
    Kvk("90007645"),
    hoedanigheid="intermediair",
    handelende_naam="Mulder Administraties",
)


def fill(omgeving: Omgeving = LOKET, wie: Identiteit | None = None, **answers: str) -> ZakelijkForm:
    form = ZakelijkForm({**JORIS, **answers}, omgeving=omgeving, wie=wie)
    form.is_valid()
    return form


def errors(form: ZakelijkForm) -> dict[str, str]:
    return {name: found[0] for name, found in form.errors.items()}


def shown(gegevens: dict[str, Any]) -> dict[str, str]:
    return {row.label: row.value for row in ZakelijkForm.list_rijen(gegevens, wijzig_url="/")}


def test_joris_reads_back_what_he_filled_in() -> None:
    form = fill(
        bezoekers_aantal="2", bezoeker_1_naam="Lies", bezoeker_2_naam="Tim", bezoeker_2_email="t@v.nl"
    )
    assert errors(form) == {}
    assert shown(form.to_gegevens()) == {
        "Bedrijf of organisatie": "Bakkerij De Rietkraag",
        "KvK-nummer": "90001354",
        "Contactpersoon": "Joris Vermeulen",
        "E-mailadres": "joris@voorbeeld.nl",
        "Telefoonnummer": "",
        "Onderwerp": "Een oven op het plein",
        "Wie er nog meer komen": "Lies, Tim",
    }
    assert read_bezoekers(form.to_gegevens()) == [
        {"naam": "Lies", "email": ""},
        {"naam": "Tim", "email": "t@v.nl"},
    ]


@pytest.mark.parametrize(
    ("answers", "wrong", "told"),
    [
        ({"kvk": "123"}, "kvk", "8 cijfers"),
        ({"kvk": "00000000"}, "kvk", "8 cijfers"),
        ({"kvk": "٩٠٠٠١٣٥٤"}, "kvk", "8 cijfers"),
        ({"vestiging": "12"}, "vestiging", "12 cijfers"),
        ({"kvk": "", "vestiging": "990000216645"}, "kvk", "ook het KvK-nummer"),
        ({"bedrijfsnaam": " "}, "bedrijfsnaam", "naam van uw bedrijf"),
        ({"bedrijfsnaam": "x" * 201}, "bedrijfsnaam", "hoogstens 200"),
        ({"onderwerp": ""}, "onderwerp", "waar u het over wilt hebben"),
        ({"onderwerp": "x" * 301}, "onderwerp", "korter"),
        ({"email": ""}, "email", "e-mailadres of een telefoonnummer"),
        ({"bezoeker_1_email": "lies@voorbeeld.nl"}, "bezoeker_1_naam", "ook de naam"),
        ({"bezoeker_1_naam": "Lies", "bezoeker_1_email": "lies"}, "bezoeker_1_email", "naam@voorbeeld.nl"),
    ],
)
def test_what_is_wrong_is_told_at_its_box(answers: dict[str, str], wrong: str, told: str) -> None:
    form = fill(**answers)
    assert list(errors(form)) == [wrong]
    assert told in errors(form)[wrong]


def test_who_begins_has_no_number_yet() -> None:
    form = fill(kvk="")
    assert errors(form) == {}
    assert form.find_kvk() is None


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({}, []), ({"postcode": "9999 ZZ"}, ["postcode"]), ({"huisnummer": ""}, ["huisnummer"])],
)
def test_who_is_visited_says_where(changed: dict[str, str], wrong: list[str]) -> None:
    assert list(errors(fill(LANGS, **(ADRES | changed)))) == wrong
    if not wrong:
        assert shown(fill(LANGS, **ADRES).to_gegevens())["Adres"] == "Bakkersgang 5, 1234 BB Rietwaard"


def test_the_login_is_believed_above_what_is_typed_and_both_names_are_shown() -> None:
    form = fill(wie=RUBEN, kvk="90004590", bedrijfsnaam="Fietsen & Co")
    assert errors(form) == {}
    rows = shown(form.to_gegevens())
    assert (rows["Bedrijf of organisatie"], rows["KvK-nummer"]) == ("Bakkerij De Rietkraag", "90001354")
    assert rows["Geregeld door"] == "Mulder Administraties"


def test_what_one_business_filled_in_does_not_do_for_another() -> None:
    kept = fill(wie=RUBEN).to_gegevens()
    assert ZakelijkForm(omgeving=LOKET, wie=RUBEN).is_answered(kept)
    other = Identiteit(Kvk("90004590", "990000216645"), Niveau.MIDDEN, "eherkenning", "Fietsen & Co")
    assert not ZakelijkForm(omgeving=LOKET, wie=other).is_answered(kept)
    assert not ZakelijkForm(omgeving=LANGS, wie=RUBEN).is_answered(kept)  # where to was not asked
    assert not ZakelijkForm(omgeving=LOKET).is_answered(None)


@given(st.text(max_size=6), st.booleans())
def test_there_is_room_for_one_to_five_whatever_the_page_says(text: str, more: bool) -> None:
    assert 1 <= read_aantal({"bezoekers_aantal": text}, more=more) <= MEESTE
