"""What production asks for, and refuses."""

import subprocess
import sys
from pathlib import Path

from tests.tooling.commando import ROOT, assert_one_clear_line, clean_environment, eloket

KEY = "een-sleutel-van-deze-proef-die-nergens-anders-geldt-0123456789"


def production(data: Path, **changes: str) -> dict[str, str]:
    settings = {
        "ELOKET_OMGEVING": "productie",
        "ELOKET_SECRET_KEY": KEY,
        "ELOKET_KEYS": KEY,
        "ELOKET_HOSTS": "loket.rietwaard.example",
        "ELOKET_BASIS_URL": "https://loket.rietwaard.example",
        "DATABASE_URL": "postgres://eloket:geheim@127.0.0.1:1/eloket",
        "ELOKET_SMTP_URL": "smtp://127.0.0.1:25",
        "ELOKET_AFZENDER": "loket@gemeente.test",
        "ELOKET_OIDC_MEDEWERKER_URL": "https://inloggen.gemeente.example",
        "ELOKET_OIDC_MEDEWERKER_CLIENT_ID": "eloket",
        "ELOKET_OIDC_MEDEWERKER_CLIENT_SECRET": KEY,
        "ELOKET_DATA": str(data),
    }
    return settings | changes


def check(data: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    return eloket("check", "--deploy", **production(data, **changes))


def test_a_production_set_passes_the_deploy_check(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "WARNINGS" not in done.stderr


def test_production_does_not_start_without_its_secrets(tmp_path: Path) -> None:
    for name in ("ELOKET_SECRET_KEY", "ELOKET_KEYS", "ELOKET_HOSTS"):
        assert_one_clear_line(check(tmp_path, **{name: ""}), name)


def test_production_refuses_a_shifted_clock_and_a_demo(tmp_path: Path) -> None:
    shifted = check(tmp_path, ELOKET_KLOK_VERSCHUIVING="10")
    assert shifted.returncode != 0
    assert "ELOKET_KLOK_VERSCHUIVING" in shifted.stderr
    demo = check(tmp_path, ELOKET_DEMO="1")
    assert demo.returncode != 0
    assert "ELOKET_DEMO" in demo.stderr


def test_the_login_provider_of_the_demo_is_not_in_production(tmp_path: Path) -> None:
    code = "import django; django.setup(); from django.conf import settings; print(settings.INSTALLED_APPS)"
    env = clean_environment(**production(tmp_path), DJANGO_SETTINGS_MODULE="eloket.settings")
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "eloket.demo" not in done.stdout
    assert "idp" not in done.stdout
