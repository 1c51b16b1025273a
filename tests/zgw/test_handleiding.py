"""What an administrator reads in docs/openzaak.md is what there is."""

import re

import pytest

from eloket.demo.zaaksysteem.adres import RECHTEN
from eloket.zaken.backends.zgw.fouten import WAT_TE_DOEN
from eloket.zaken.instellingen import APIS, WORDS
from tests.tooling.commando import ROOT

HANDLEIDING = (ROOT / "docs" / "openzaak.md").read_text()


def section(title: str) -> str:
    text = HANDLEIDING.partition(f"## {title}")[2].partition("\n## ")[0]
    assert text, f"the manual has no {title!r}"
    return text


def test_the_demo_gets_the_rights_that_the_manual_names_and_no_more() -> None:
    named = re.findall(r"`([a-z]+\.[a-z-]+)`", section("Stap 2").partition("Meer heeft eloket")[0])
    assert set(named) == RECHTEN


def test_every_setting_that_it_names_is_read() -> None:
    known = {*APIS, *WORDS, "MAX_VERTROUWELIJKHEID", "SECONDEN", *(f"{name}_FILE" for name in WORDS)}
    named = set(re.findall(r"ELOKET_ZGW_([A-Z_]+)", HANDLEIDING))
    assert named <= known
    assert {"ZAKEN", "CLIENT_ID", "NOTIFICATIES_GEHEIM"} <= named


@pytest.mark.parametrize("code", sorted(WAT_TE_DOEN.keys() - {"jwt-missing-iat-claim"}))
def test_every_refusal_of_the_register_says_what_to_do(code: str) -> None:
    """Without an iat no token of ours goes out."""
    assert f"`{code}`" in section("Stap 4")


@pytest.mark.parametrize(
    "onderdeel",
    ["API", "klok", "zoeken op nummer", "catalogus", "formulier zonder zaaktype", "zaaktype", "notificaties"],
)
def test_every_line_of_the_check_is_explained(onderdeel: str) -> None:
    assert f"\n| {onderdeel}" in section("Stap 4")
