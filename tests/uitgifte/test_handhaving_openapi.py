"""The API of handhaving: described by the NL API Design Rules, and true, with and without a key."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.checkers.api import list_design_faults, play
from tests.checkers.fixtures import OpenapiChecker
from tests.components import Loket
from tests.tooling.commando import clean_environment

OPENAPI = "/api/handhaving/v1/openapi.json"


@pytest.mark.django_db
def test_the_design_rules_find_no_error(client: Client, spectral: OpenapiChecker, tmp_path: Path) -> None:
    assert list_design_faults(client.get(OPENAPI).json(), spectral=spectral, folder=tmp_path) == []


@pytest.mark.traag
@pytest.mark.los
def test_the_api_does_what_its_description_says(loket: Loket, tmp_path: Path) -> None:
    told = play(f"{loket.url}{OPENAPI}", "-H", f"X-API-Key: {make_key(loket)}", folder=tmp_path)
    assert "2 selected" in told, "every operation is played"


def make_key(loket: Loket) -> str:
    """As a beheerder makes one."""
    done = subprocess.run(
        [sys.executable, "-m", "django", "handhavingssleutel", "schemathesis"],
        env=clean_environment(ELOKET_DATA=str(loket.data), DJANGO_SETTINGS_MODULE="eloket.settings"),
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.strip().splitlines()[-1]
