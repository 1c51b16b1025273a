"""The files in deploy/ and the administrator's page name things that exist."""

import ast
import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from eloket.accounts.instellingen import MIDDELEN, read_groepen, read_oidc
from eloket.lib.omgeving import Omgeving
from tests.deploy.opstelling import DEPLOY
from tests.tooling.commando import ROOT, eloket

READERS = {"text", "flag", "number", "words", "choice", "url"}
UNITS = sorted(DEPLOY.glob("*.service"))
pytestmark = pytest.mark.los
MANUAL = (ROOT / "docs" / "installeren.md").read_text()


class Recorder(Omgeving):
    """Reads settings like the real one, and remembers which names were asked for."""

    def __init__(self) -> None:
        super().__init__({})
        self.names: set[str] = set()

    def text(self, name: str, default: str = "") -> str:
        self.names.add(name)
        return super().text(name, default)


def settings_that_are_read() -> set[str]:
    """Every variable that settings.py asks the environment for, itself or through the login providers."""
    tree = ast.parse((ROOT / "eloket" / "settings.py").read_text())
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    asked = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in READERS]
    names = {arg.value for call in asked for arg in call.args[:1] if isinstance(arg, ast.Constant)}
    recorder = Recorder()
    read_oidc(recorder, demo_url="")
    read_groepen(recorder)
    return names | recorder.names


def explained() -> set[str]:
    """The names in the manual; what it says for DigiD holds for every way of logging in."""
    named = set(re.findall(r"`(ELOKET_[A-Z_0-9]+|DATABASE_URL|PORT)`", MANUAL))
    return named | {name.replace("_DIGID_", f"_{middel.upper()}_") for name in named for middel in MIDDELEN}


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
    assert named <= settings_that_are_read()


def test_the_manual_explains_every_setting() -> None:
    assert settings_that_are_read() - explained() == set()


def test_the_manual_names_no_setting_that_is_not_there() -> None:
    read_by_run = {"ELOKET_HOST"}
    assert explained() - settings_that_are_read() - read_by_run <= {"ELOKET_OIDC_MEDEWERKER_NIVEAUS"}


def test_the_manual_names_files_that_exist() -> None:
    for name in re.findall(r"deploy/([\w.@-]+)", MANUAL):
        assert (DEPLOY / name).exists(), name
