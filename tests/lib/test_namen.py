"""A setting with a typing mistake in its name: told, with the name that was meant."""

import re
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from eloket import settings as own
from eloket.lib.checks import check_namen
from eloket.lib.omgeving import Omgeving
from tests.tooling.commando import ROOT, eloket

# Read past Omgeving: `os.environ.get("ELOKET_X")` and `os.environ["ELOKET_X"]`.
PAST = re.compile(r"""environ(?:\.get\(|\.setdefault\(|\[)\s*["'](ELOKET_\w+)["']""")


def unknown(*names: str, known: str = "ELOKET_AFZENDER") -> dict[str, str]:
    env = Omgeving(dict.fromkeys(names, "geheim"))
    env.text("ELOKET_SMTP_URL")
    return env.find_unknown("ELOKET_", elsewhere=[known])


def test_a_name_that_was_read_is_known_set_or_not() -> None:
    assert unknown("ELOKET_SMTP_URL", "ELOKET_AFZENDER", "PATH", "HOME") == {}


def test_a_typing_mistake_comes_with_the_name_most_like_it() -> None:
    assert unknown("ELOKET_AFZENDR", "ELOKET_SMTP") == {
        "ELOKET_AFZENDR": "ELOKET_AFZENDER",
        "ELOKET_SMTP": "ELOKET_SMTP_URL",
    }


def test_a_name_like_no_other_has_no_suggestion() -> None:
    assert unknown("ELOKET_WATERSCHAPSBELASTING") == {"ELOKET_WATERSCHAPSBELASTING": ""}


def test_the_name_of_a_file_with_a_secret_counts_as_its_setting() -> None:
    env = Omgeving({"ELOKET_KEYS_FILE": __file__, "ELOKET_KEY_FILE": "/x"})
    env.text("ELOKET_KEYS")
    assert env.find_unknown("ELOKET_") == {"ELOKET_KEY_FILE": "ELOKET_KEYS"}


@override_settings(ELOKET_ONBEKEND={"ELOKET_AFZENDR": "ELOKET_AFZENDER", "ELOKET_X": ""})
def test_the_check_names_the_setting_and_what_was_meant() -> None:
    typo, other = check_namen(None)
    assert (typo.id, other.id) == ("eloket.W001", "eloket.W001")
    assert "ELOKET_AFZENDR bestaat niet" in typo.msg
    assert typo.hint == "Bedoelt u ELOKET_AFZENDER?"
    assert other.hint == "docs/installeren.md noemt alle namen."
    assert [found for found in run_checks() if found.id == "eloket.W001"] == [typo, other]


@pytest.mark.los
def test_an_administrator_reads_it_and_never_the_value(tmp_path: Path) -> None:
    done = eloket("check", ELOKET_DATA=str(tmp_path), ELOKET_SMTP_ULR="smtp://u:geheim@machine")
    assert done.returncode == 0, done.stderr
    assert "(eloket.W001) De instelling ELOKET_SMTP_ULR bestaat niet" in done.stderr
    assert "Bedoelt u ELOKET_SMTP_URL?" in done.stderr
    assert "geheim" not in done.stdout + done.stderr


def test_what_is_read_past_the_settings_is_known() -> None:
    files = [
        *(ROOT / "eloket").rglob("*.py"),
        *(ROOT / "bin").rglob("*.py"),
        ROOT / "tests" / "components.py",
    ]
    read = {name for path in files for name in PAST.findall(path.read_text())}
    assert "ELOKET_HOST" in read
    assert read - own.env.asked <= set(own.ELOKET_ELDERS)


def test_the_manual_names_every_setting_and_no_other() -> None:
    text = (ROOT / "docs" / "installeren.md").read_text()
    told = set(re.findall(r"`(ELOKET_[A-Z0-9_]+|DATABASE_URL|PORT)`", text)) - {"ELOKET_OIDC_DIGID_"}
    read = {re.sub("EHERKENNING|EIDAS|MEDEWERKER", "DIGID", name) for name in own.env.asked} | {"ELOKET_HOST"}
    assert told == read
