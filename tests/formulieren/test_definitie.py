"""Reading stored definitions, of every schema number there ever was."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.formulieren import definitie as lezen
from eloket.formulieren.definitie import SCHEMA, InvalidDefinitie, Tekst, read_definitie
from tests.formulieren.factories import definitie

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
    monkeypatch.setattr(lezen, "UPGRADES", {0: lambda data: {**data, "schema": 1, "niveau": 10}})
    assert read_definitie(definitie(schema=0)).niveau == 10


@pytest.mark.parametrize("schema", [None, 0, 99, "1"])
def test_an_unknown_schema_is_refused(schema: Any) -> None:
    with pytest.raises(InvalidDefinitie):
        read_definitie(definitie(schema=schema))


def test_english_falls_back_to_dutch() -> None:
    assert Tekst("Straat").in_taal("en") == "Straat"
    assert Tekst("Straat", "Street").in_taal("en-gb") == "Street"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["titel", "stappen", "niveau", "slug", "nodig"]), JSON)
def test_whatever_stands_in_it_a_definition_reads_or_is_refused(name: str, value: Any) -> None:
    with contextlib.suppress(InvalidDefinitie):
        assert read_definitie(definitie(**{name: value})).stappen
