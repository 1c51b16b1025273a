"""The built style sheet: small, complete, and without huisstijl that is not ours to give away."""

import gzip
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def built_css() -> str:
    return (ROOT / "static" / "dist" / "eloket.css").read_text()


def test_it_is_at_most_30_kilobytes_compressed() -> None:
    assert len(gzip.compress(built_css().encode())) <= 30_000


def test_no_component_asks_for_a_token_that_nobody_defines() -> None:
    """An update of a package may bring new tokens: give them a value in 00-tokens.css, or list them."""
    css = built_css()
    defined = set(re.findall(r"(--[\w-]+):", css))
    without_fallback = set(re.findall(r"var\((--[\w-]+)\)", css))
    known = set((ROOT / "frontend" / "undefined-tokens.txt").read_text().split())
    assert without_fallback - defined - known == set()
    assert known - (without_fallback - defined) == set(), "deze namen kunnen van de lijst"


def test_it_loads_only_what_is_our_own() -> None:
    urls = re.findall(r"url\(([^)]+)\)", built_css())
    fonts = [url.strip("\"'") for url in urls if "data:image" not in url]
    assert len(fonts) == 4
    for font in fonts:
        assert (ROOT / "static" / "dist" / font).is_file()
    assert not any(
        host in built_css().replace("http://www.w3.org/2000/svg", "") for host in ("http://", "https://")
    )


def test_the_packages_carry_no_proprietary_huisstijl() -> None:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())
    names = " ".join(lock["packages"])
    assert not re.search(r"rijkshuisstijl|rotterdam|@utrecht/design-tokens|denhaag", names)
    assert not any("resolved" in package for package in lock["packages"].values()), "het lock noemt een adres"


def test_own_rules_stand_above_the_theme_and_the_components() -> None:
    layers = list(dict.fromkeys(re.findall(r"@layer (\w+)", built_css())))
    assert layers == ["nlds", "thema", "own"]


def test_first_visit_stays_below_100_kilobytes() -> None:
    dist = ROOT / "static" / "dist"
    fonts = sum(font.stat().st_size for font in (dist / "fonts").glob("*-latin-[47]00.*"))
    script = sum(len(gzip.compress(file.read_bytes())) for file in (ROOT / "static" / "js").glob("*.js"))
    assert len(gzip.compress(built_css().encode())) + fonts + script <= 70_000, (
        "30 kB blijft over voor de pagina"
    )
