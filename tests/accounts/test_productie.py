"""What production refuses, and that nothing of the demo is in it."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django.fixtures import Settings

from eloket.accounts.checks import check_accounts
from eloket.accounts.instellingen import read_groepen, read_oidc
from eloket.accounts.niveau import Niveau
from eloket.lib.omgeving import Omgeving

VARIABLES = {
    "ELOKET_OMGEVING": "productie",
    "ELOKET_SECRET_KEY": "s" * 64,
    "ELOKET_KEYS": "k" * 64,
    "ELOKET_HOSTS": "loket.rietwaard.example",
    "ELOKET_BASIS_URL": "https://loket.rietwaard.example",
    "ELOKET_OIDC_MEDEWERKER_URL": "https://login.rietwaard.example",
    "ELOKET_OIDC_MEDEWERKER_CLIENT_ID": "loket",
    "ELOKET_OIDC_MEDEWERKER_CLIENT_SECRET": "geheim",
    "DATABASE_URL": "postgres://loket@127.0.0.1:1/loket",
}
# All that a start loads, and then: what of the demo came along?
PROBE = """
import sys, django
django.setup()
import eloket.urls, eloket.wsgi
from django.core.checks import run_checks
from django.conf import settings
print("demo:", sorted(name for name in sys.modules if name.startswith("eloket.demo")))
print("apps:", [app for app in settings.INSTALLED_APPS if "demo" in app or "idp" in app])
print("oidc:", [config["url"] for config in settings.ELOKET_OIDC.values()])
print("checks:", [found.id for found in run_checks() if found.id.startswith("accounts.")])
"""


def run(words: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """A fresh Python with these variables and none of ours."""
    ours = ("ELOKET_", "DATABASE_", "DJANGO_", "PYTEST_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, *words],
        env={**clean, **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_nothing_of_the_demo_is_loaded_in_production() -> None:
    done = run(["-c", PROBE], **VARIABLES, DJANGO_SETTINGS_MODULE="eloket.settings")
    assert done.stdout.splitlines() == [
        "demo: []",
        "apps: []",
        "oidc: ['', '', '', 'https://login.rietwaard.example']",
        "checks: []",
    ], done.stderr


def test_the_demo_login_service_refuses_production() -> None:
    done = run(["-m", "eloket.demo.provider", "--port", "1"], ELOKET_OMGEVING="productie")
    assert done.returncode != 0
    assert "niet in productie" in done.stderr


@pytest.fixture
def productie(settings: Settings) -> Settings:
    """A production installation with nothing wrong."""
    settings.PRODUCTIE, settings.ELOKET_DEMO = True, False
    settings.SECRET_KEY, settings.ELOKET_KEYS = "s" * 64, ["k" * 64]
    settings.ELOKET_BASIS_URL = VARIABLES["ELOKET_BASIS_URL"]
    settings.ELOKET_OIDC = read_oidc(Omgeving(VARIABLES), demo_url="")
    assert check_accounts(None) == []
    return settings


def ids() -> list[str]:
    found = check_accounts(None)
    assert all(message.hint for message in found), "every check says what to do"
    return [str(message.id) for message in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ELOKET_OIDC_MEDEWERKER_CLIENT_SECRET": ""}, ["accounts.E001"]),
        ({"ELOKET_OIDC_DIGID_URL": "https://broker.example"}, ["accounts.E001"]),
        ({"ELOKET_OIDC_MEDEWERKER_URL": "http://login.rietwaard.example"}, ["accounts.E002"]),
    ],
)
def test_login_services_are_set_whole_or_not_at_all(
    productie: Settings, changes: dict[str, str], expected: list[str]
) -> None:
    productie.ELOKET_OIDC = read_oidc(Omgeving({**VARIABLES, **changes}), demo_url="")
    assert ids() == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ELOKET_KLOK_VERSCHUIVING", 10, "accounts.E003"),
        ("ELOKET_DEMO", True, "accounts.E004"),
        ("ELOKET_KEYS", ["k" * 64, "kort"], "accounts.E005"),
        ("DEBUG", True, "accounts.E006"),
        ("ALLOWED_HOSTS", ["loket.rietwaard.example", "*"], "accounts.E007"),
        ("ELOKET_BASIS_URL", "http://localhost:8000", "accounts.E008"),
        (
            "SECRET_KEY",
            "alleen-voor-ontwikkeling-en-demo-nooit-in-productie-gebruiken",
            "accounts.E005",
        ),
    ],
)
def test_production_says_what_is_wrong(productie: Settings, name: str, value: Any, expected: str) -> None:
    setattr(productie, name, value)
    assert ids() == [expected]


def test_outside_production_nothing_is_asked(productie: Settings) -> None:
    productie.PRODUCTIE, productie.ELOKET_DEMO = False, True
    assert ids() == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ELOKET_GROEPEN", "[]", "geen JSON-object"),
        ("ELOKET_GROEPEN", '{"a": "baas"}', "kies uit redacteur"),
        ("ELOKET_OIDC_DIGID_NIVEAUS", '{"a": 21}', "een niveau bestaat niet"),
    ],
)
def test_a_broken_setting_names_itself_and_what_to_write(name: str, value: str, expected: str) -> None:
    env = Omgeving({name: value})
    with pytest.raises(ImproperlyConfigured, match=expected) as told:
        (read_groepen(env), read_oidc(env, demo_url=""))
    assert name in str(told.value)


def test_a_broker_that_names_things_otherwise() -> None:
    env = Omgeving(
        {
            "ELOKET_OIDC_DIGID_CLAIMS": '{"bsn": "urn:nl-eid-gdi:1.0:id:BSN"}',
            "ELOKET_OIDC_DIGID_NIVEAUS": '{"Midden": 20}',
        }
    )
    digid = read_oidc(env, demo_url="")["digid"]
    assert digid["claims"]["bsn"] == ["urn:nl-eid-gdi:1.0:id:BSN"]
    assert digid["gevraagd"] == {"Midden": Niveau.MIDDEN}
    assert digid["niveaus"]["http://eidas.europa.eu/LoA/high"] == Niveau.HOOG
