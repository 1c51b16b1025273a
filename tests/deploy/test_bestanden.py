"""The files in deploy/ and the administrator's page name things that exist."""

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from eloket import settings as own
from tests.deploy.opstelling import DEPLOY
from tests.tooling.commando import ROOT, eloket

UNITS = sorted(DEPLOY.glob("*.service"))
pytestmark = pytest.mark.los
MANUAL = (ROOT / "docs" / "installeren.md").read_text()


def unit(path: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read_string(path.read_text().replace("\\\n", " "))
    return dict(parser["Service"])


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_starts_a_program_of_the_project(path: Path) -> None:
    program, *words = unit(path)["ExecStart"].split()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert Path(program).name in {*scripts, "gunicorn"}
    assert Path(program).parent == Path("/opt/eloket/.venv/bin")
    if Path(program).name == "eloket":
        assert words[0] == "manage"
        assert "usage:" in eloket("manage", words[1], "--help").stdout
    else:
        assert words[0] == "eloket.wsgi:application"


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_reads_the_settings_and_may_write_only_the_data(path: Path) -> None:
    service = unit(path)
    assert service["User"] == "eloket"
    assert service["EnvironmentFile"] == "/etc/eloket/eloket.env"
    assert service["ReadWritePaths"] == "/var/lib/eloket"
    assert f"ELOKET_DATA={service['ReadWritePaths']}" in (DEPLOY / "eloket.env.example").read_text()


def test_the_website_does_not_start_with_settings_that_production_refuses() -> None:
    first = unit(DEPLOY / "eloket-web.service")["ExecStartPre"]
    assert first == "/opt/eloket/.venv/bin/eloket check"


def test_the_website_listens_where_nginx_looks() -> None:
    socket = "unix:/run/eloket/web.sock"
    assert f"--bind {socket} " in unit(DEPLOY / "eloket-web.service")["ExecStart"]
    assert f"server {socket} " in (DEPLOY / "nginx.conf").read_text()
    assert unit(DEPLOY / "eloket-web.service")["RuntimeDirectory"] == "eloket"


def test_the_example_settings_exist() -> None:
    text = (DEPLOY / "eloket.env.example").read_text()
    named = set(re.findall(r"^([A-Z_0-9]+)=", text, flags=re.MULTILINE))
    assert named <= own.env.asked


def test_the_manual_names_files_that_exist() -> None:
    for name in re.findall(r"deploy/([\w.@-]+)", MANUAL):
        assert (DEPLOY / name).exists(), name
