"""The API of handhaving: described by the NL API Design Rules, and true, with and without a key."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.checkers.fixtures import OpenapiChecker
from tests.components import Loket, need
from tests.tooling.commando import clean_environment

OPENAPI = "/api/handhaving/v1/openapi.json"


@pytest.mark.django_db
def test_the_design_rules_find_no_error(client: Client, spectral: OpenapiChecker, tmp_path: Path) -> None:
    folder = Path(os.environ.get("ELOKET_SHARED_DATA", "/bestaat-niet"))
    rules = need(str(folder / "adr-linter.yaml") if folder.is_dir() else None, "adr-linter.yaml")
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(client.get(OPENAPI).json()))
    assert spectral(document, Path(rules)) == []


@pytest.mark.traag
@pytest.mark.los
def test_the_api_does_what_its_description_says(loket: Loket, tmp_path: Path) -> None:
    """Good and bad questions to the running demo, against every check of schemathesis."""
    program = Path(sys.executable).with_name("schemathesis")
    options = ["--checks", "all", "--max-examples", "15", "--seed", "1", "--no-color"]
    done = subprocess.run(
        [program, "run", f"{loket.url}{OPENAPI}", "-H", f"X-API-Key: {make_key(loket)}", *options],
        cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:]
    assert "2 selected" in done.stdout, "every operation is played"


def make_key(loket: Loket) -> str:
    """As a beheerder makes one."""
    done = subprocess.run(
        [sys.executable, "-m", "django", "handhavingssleutel", "schemathesis"],
        env=clean_environment(ELOKET_DATA=str(loket.data), DJANGO_SETTINGS_MODULE="eloket.settings"),
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.strip().splitlines()[-1]
