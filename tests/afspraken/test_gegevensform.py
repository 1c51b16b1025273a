"""What Noor fills in about herself, and what is said when it does not do."""

from typing import Any

import pytest

from eloket.adressen.services import AdresBronUnavailable
from eloket.afspraken.forms import adres
from eloket.afspraken.forms.gegevens import InwonerForm, Omgeving
from eloket.afspraken.gebied import covers, is_gebied
from eloket.afspraken.keuze import Keuze

NOOR = {"naam": "Noor de Wit", "email": "noor@voorbeeld.example", "telefoon": "", "hulp": ""}
THUIS = {"postcode": "1234ab", "huisnummer": "5", "straat": "Dorpsstraat", "plaats": "Rietwaard"}


def fill(omgeving: Omgeving | None = None, **answers: str) -> InwonerForm:
    return InwonerForm({**NOOR, **answers}, omgeving=omgeving or Omgeving(Keuze(kanaal="balie")))


def bezoek(postcodes: str = "") -> Omgeving:
    return Omgeving(Keuze(kanaal="huisbezoek"), postcodes)


def errors(form: InwonerForm) -> dict[str, Any]:
    return {name: list(map(str, found)) for name, found in form.errors.items()}


def test_a_name_and_one_way_to_reach_her_are_enough() -> None:
    assert fill().is_valid()
    assert fill(email="", telefoon="06 12345678").is_valid()


def test_who_cannot_be_reached_is_asked_for_either() -> None:
    assert "e-mailadres of een telefoonnummer" in errors(fill(email=""))["email"][0]


def test_who_is_called_gives_a_number() -> None:
    belt = Omgeving(Keuze(kanaal="telefoon"))
    assert "bellen wij u" in errors(fill(belt))["telefoon"][0]
    form = fill(belt, telefoon="0612345678")
    assert form.is_valid()
    assert form.to_gegevens()["telefoon"] == "+31612345678"


@pytest.mark.parametrize(
    ("box", "typed"),
    [("naam", " "), ("naam", "x" * 101), ("email", "noor@"), ("telefoon", "12"), ("hulp", "x" * 301)],
)
def test_what_is_wrong_is_told_at_its_box(box: str, typed: str) -> None:
    assert box in errors(fill(**{box: typed}))


def test_a_null_character_is_no_server_error() -> None:
    assert not fill(naam="Noor\0").is_valid()


def test_an_address_outside_the_area_is_refused_with_what_to_do() -> None:
    assert fill(bezoek("1230-1239, 1300"), **THUIS).is_valid()
    told = errors(fill(bezoek("1300"), **THUIS))["postcode"][0]
    assert "komen wij niet" in told
    assert "aan de balie" in told


def test_a_home_visit_needs_an_address() -> None:
    assert {"postcode", "huisnummer"} <= errors(fill(bezoek())).keys()
    assert "postcode" in errors(fill(bezoek(), **{**THUIS, "postcode": "ABC"}))


def test_street_and_place_are_typed_when_they_cannot_be_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**kwargs: object) -> None:
        raise AdresBronUnavailable

    monkeypatch.setattr(adres, "find_adres", fail)
    told = errors(fill(bezoek(), postcode="1234 AB", huisnummer="5", straat="", plaats=""))
    assert "Vul ze zelf in" in told["straat"][0]


def test_an_employee_chooses_how_it_is_confirmed() -> None:
    balie = Omgeving(Keuze(kanaal="balie"), aan_balie=True)
    own = {"aanmeldkanaal": "telefoon", "bevestiging": "geen", "email": ""}
    assert fill(balie, **own).is_valid()
    assert "email" in errors(fill(balie, **own | {"bevestiging": "email"}))
    assert "brief" in errors(fill(balie, **own | {"bevestiging": "brief"}))["postcode"][0]
    assert fill(balie, **own | {"bevestiging": "brief"} | THUIS).is_valid()


def test_what_is_kept_can_be_shown_again_and_asked_of_another_time() -> None:
    form = fill(hulp="Ik kom met een rolstoel")
    assert form.is_valid()
    kept = form.to_gegevens()
    labels = [rij.label for rij in InwonerForm.list_rijen(kept, wijzig_url="/x/")]
    assert labels == ["Naam", "E-mailadres", "Telefoonnummer", "Wat wij regelen"]
    assert fill().is_answered(kept)
    assert not fill(Omgeving(Keuze(kanaal="telefoon"))).is_answered(kept)
    assert not fill().is_answered(None)


@pytest.mark.parametrize(
    ("postcodes", "postcode", "comes"),
    [
        ("", "1234 AB", True),
        ("1234", "1234 AB", True),
        ("1234, 1240-1249", "1249 ZZ", True),
        ("1234, 1240 – 1249", "1240", True),
        ("1234", "1235 AB", False),
        ("", "", False),
        ("1234", "12", False),
        ("Rietwaard", "1234 AB", False),
    ],
)
def test_an_area_is_digits_and_spans(postcodes: str, postcode: str, comes: bool) -> None:
    assert covers(postcodes, postcode) is comes


@pytest.mark.parametrize(
    ("postcodes", "readable"),
    [
        ("1234", True),
        ("1234, 1240-1249", True),
        ("1234,1240 – 1249", True),
        ("Rietwaard", False),
        ("12345", False),
        ("1249-1240", False),
        ("1234 1235", False),
        ("1234,", False),
    ],
)
def test_an_area_that_says_nothing_is_not_written_down(postcodes: str, readable: bool) -> None:
    assert is_gebied(postcodes) is readable
