"""The description of the API: complete, by the NL API Design Rules, and true."""

from pathlib import Path

import pytest
from django.test import Client

from tests.checkers.api import list_design_faults, play
from tests.checkers.fixtures import OpenapiChecker
from tests.components import Loket
from tests.producten.factories import Catalogus

OPENAPI = "/api/v1/openapi.json"


def test_the_description_is_complete(client: Client, catalogus: Catalogus) -> None:
    described = client.get(OPENAPI).json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        "/", "/producten", "/producten/{slug}", "/sdg/producten", "/sdg/producten/{uuid}",
    }  # fmt: skip
    assert described["servers"][0]["url"] == "http://localhost:8000/api/v1"
    assert described["info"]["contact"] == {
        "name": "Gemeente Rietwaard",
        "email": "loket@rietwaard.example",
        "url": "http://localhost:8000",
    }
    tags = {tag["name"] for tag in described["tags"]}
    for path, item in described["paths"].items():
        (operation,) = item.values()
        assert set(item) == {"get"}, path
        assert operation["operationId"]
        assert operation["description"]
        assert set(operation["tags"]) <= tags
        assert all(parameter["description"] for parameter in operation["parameters"]), path
        assert all("API-Version" in response["headers"] for response in operation["responses"].values())


def test_the_design_rules_find_no_error(
    client: Client, catalogus: Catalogus, spectral: OpenapiChecker, tmp_path: Path
) -> None:
    assert list_design_faults(client.get(OPENAPI).json(), spectral=spectral, folder=tmp_path) == []


@pytest.mark.traag
@pytest.mark.los
def test_the_api_does_what_its_description_says(loket: Loket, tmp_path: Path) -> None:
    told = play(f"{loket.url}{OPENAPI}", folder=tmp_path)
    assert "5 selected" in told, "every operation is played"
