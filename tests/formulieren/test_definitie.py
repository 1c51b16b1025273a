"""Reading stored definitions, of every schema number there ever was."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.formulieren.definitie import (
    SCHEMA,
    Actie,
    InvalidDefinitie,
    Operator,
    Tekst,
    Voorwaarde,
    read_definitie,
    schema,
)
from tests.formulieren.factories import VELD, definitie

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.json"))


def test_there_is_a_stored_form_of_every_schema_number() -> None:
    assert [path.stem for path in SCHEMAS] == [str(number) for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_form_of_this_schema_still_opens(path: Path) -> None:
    form = read_definitie(json.loads(path.read_text()))
    assert str(form.titel) == "Plek in de fietsenstalling"
    assert [veld.sleutel for veld in form.velden] == ["naam", "grootte", "akkoord"]
    assert form.velden[1].opties[0].waarde == "groot"


def test_an_older_schema_is_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    lift = {0: lambda data: {**data, "schema": 1, "niveau": 10}}
    monkeypatch.setattr(schema, "UPGRADES", {**schema.UPGRADES, **lift})
    assert read_definitie(definitie(schema=0)).niveau == 10


def test_rules_are_read_from_the_second_schema_on() -> None:
    first, second = (read_definitie(json.loads(path.read_text())) for path in SCHEMAS[:2])
    assert first.regels == ()
    toon, waarde, stop, product = second.regels
    assert (toon.actie, toon.doel) == (Actie.TOON_VELD, "akkoord")
    assert toon.voorwaarden == (Voorwaarde("grootte", Operator.IS, ("klein",)),)
    assert (waarde.doel, waarde.waarde) == ("grootte", "klein")
    assert stop.titel.in_taal("en") == "No place"
    assert product.product == "bakfiets"


@pytest.mark.parametrize("number", [None, 0, 99, "1"])
def test_an_unknown_schema_is_refused(number: Any) -> None:
    with pytest.raises(InvalidDefinitie):
        read_definitie(definitie(schema=number))


def test_a_group_holds_questions_but_no_groups() -> None:
    groep = {"soort": "groep", "sleutel": "kinderen", "label": {"nl": "Kinderen"}, "velden": [VELD]}
    stap = {"sleutel": "wie", "titel": {"nl": "Wie"}, "velden": [groep]}
    form = read_definitie(definitie(stappen=[stap]))
    assert [inner.sleutel for inner in form.velden[0].velden] == ["naam"]
    stap["velden"] = [{**groep, "velden": [groep]}]
    with pytest.raises(InvalidDefinitie, match="groep in een groep"):
        read_definitie(definitie(stappen=[stap]))


def test_english_falls_back_to_dutch() -> None:
    assert Tekst("Straat").in_taal("en") == "Straat"
    assert Tekst("Straat", "Street").in_taal("en-gb") == "Street"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["titel", "stappen", "niveau", "slug", "nodig", "regels"]), JSON)
def test_whatever_stands_in_it_a_definition_reads_or_is_refused(name: str, value: Any) -> None:
    with contextlib.suppress(InvalidDefinitie):
        assert read_definitie(definitie(**{"schema": SCHEMA, "regels": [], name: value})).stappen
