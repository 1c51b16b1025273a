"""The description of the API: complete, by the NL API Design Rules, and true."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.checkers.fixtures import OpenapiChecker
from tests.components import Loket, need
from tests.producten.factories import Catalogus
from tests.tooling.commando import clean_environment

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
    folder = Path(os.environ.get("ELOKET_SHARED_DATA", "/bestaat-niet"))
    rules = need(str(folder / "adr-linter.yaml") if folder.is_dir() else None, "adr-linter.yaml")
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(client.get(OPENAPI).json()))
    assert spectral(document, Path(rules)) == []


@pytest.mark.traag
@pytest.mark.los
def test_the_api_does_what_its_description_says(loket: Loket, tmp_path: Path) -> None:
    """Good and bad questions to the running demo, in every phase and against every check of schemathesis."""
    program = Path(sys.executable).with_name("schemathesis")
    options = ["--checks", "all", "--max-examples", "15", "--seed", "1", "--no-color"]
    done = subprocess.run(
        [program, "run", f"{loket.url}{OPENAPI}", *options],
        cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:]
    assert "5 selected" in done.stdout, "every operation is played"
