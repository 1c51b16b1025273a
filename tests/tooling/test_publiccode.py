"""publiccode.yml tells what eloket is to whoever looks for software: it can be read, and says what is so."""

import re
import textwrap
import tomllib
from itertools import takewhile

import pytest

from tests.tooling.commando import ROOT

TEXT = (ROOT / "publiccode.yml").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
# Version 0.4 of the standard asks `url` as well; docs/lopend.md tells why it is not there yet.
REQUIRED = [
    "publiccodeYmlVersion",
    "name",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "maintenance.contacts",
    "localisation.localisationReady",
    "localisation.availableLanguages",
]
KEY, ITEM = r"\w+:( \S.*)?", r"- \S.*"


def get(path: str, text: str = TEXT) -> str:
    """What stands behind a key, or the block below it; "" when there is none."""
    key, _, rest = path.partition(".")
    lines = text.splitlines()
    place = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if place is None:
        return ""
    value = lines[place].partition(":")[2].strip().strip('"')
    below = takewhile(lambda line: line.startswith(" "), lines[place + 1 :])
    inside = textwrap.dedent("\n".join(below))
    return get(rest, inside) if rest else inside or value


def items(path: str) -> list[str]:
    return re.findall(r"^- (.+)$", get(path), re.M)


def test_every_line_is_yaml_of_the_plain_kind() -> None:
    """No YAML reader is at hand, so the file keeps to keys, lists and folded texts, two spaces a level."""
    folded = 0
    for line in TEXT.splitlines():
        indent = len(line) - len(line.lstrip())
        if folded and indent > folded:
            continue
        folded = indent + 1 if line.endswith(": >") else 0
        assert indent % 2 == 0, line
        assert re.fullmatch(f"{KEY}|{ITEM}", line.strip()), line
        plain = re.sub(r"^(- )?\w+: ?", "", line.strip())
        assert plain.startswith('"') or not re.search(r": | #|^[\[{&*!|%@`](?!\])", plain), line
    assert len(set(keys := re.findall(r"^(\w+):", TEXT, re.M))) == len(keys)


@pytest.mark.parametrize("path", REQUIRED)
def test_what_the_standard_asks_is_there(path: str) -> None:
    assert get(path)


def test_version_and_licence_are_those_of_the_package() -> None:
    assert get("publiccodeYmlVersion") == "0.4"
    assert get("name") == PROJECT["name"]
    assert get("softwareVersion") == PROJECT["version"]
    assert get("legal.license") == PROJECT["license"] == "EUPL-1.2"


def test_words_stay_within_what_the_standard_takes() -> None:
    assert get("developmentStatus") in ("concept", "development", "beta", "stable", "obsolete")
    assert get("maintenance.type") == "community"
    assert "name: " in get("maintenance.contacts")
    assert items("localisation.availableLanguages") == ["nl", "en"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_language_describes_it_within_bounds(language: str) -> None:
    told = f"description.{language}"
    assert 0 < len(get(f"{told}.shortDescription")) <= 150
    assert 150 <= len(" ".join(get(f"{told}.longDescription").split())) <= 10_000
    assert items(f"{told}.features")
