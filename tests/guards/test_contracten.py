"""The import contracts cover every app, and nothing points upward, also not by a name in a string."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
WIRING = {"settings", "urls", "api", "wsgi", "cli", "health", "demo"}


def lines() -> list[list[str]]:
    """The apps from high to low, those on one line together."""
    layers = next(contract for contract in CONTRACTS if contract.get("exhaustive"))["layers"]
    return [re.findall(r"\w+", layer) for layer in layers]


LINES = lines()
APPS = [
    path.parent.name for path in sorted((ROOT / "eloket").glob("*/apps.py")) if path.parent.name not in WIRING
]


def higher_than(app: str) -> set[str]:
    """Every app above this one, and beside it."""
    place = next(number for number, line in enumerate(LINES) if app in line)
    return {name for line in LINES[: place + 1] for name in line} - {app, *WIRING}


def test_every_app_stands_in_the_layers() -> None:
    assert set(APPS) <= {name for line in LINES for name in line}


@pytest.mark.parametrize("app", APPS)
def test_an_app_is_entered_through_its_services(app: str) -> None:
    protected = [
        contract for contract in CONTRACTS if f"eloket.{app}.*" in contract.get("protected_modules", [])
    ]
    assert len(protected) == 1
    doors = {rule.removeprefix("eloket.** -> ") for rule in protected[0]["ignore_imports"]}
    allowed = {f"eloket.{app}.services", *({"eloket.website.models"} if app == "website" else set())}
    assert doors == allowed
    assert set(protected[0]["allowed_importers"]) == {f"eloket.{app}", "eloket.urls", "eloket.settings"}


@pytest.mark.parametrize("app", APPS)
def test_an_app_stands_in_the_contract_of_its_inside(app: str) -> None:
    inside = next(contract for contract in CONTRACTS if contract["name"].startswith("Inside an app"))
    assert f"eloket.{app}" in inside["containers"]


def test_the_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every string in the code that is not a docstring."""
    tree = ast.parse(path.read_text())
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


@pytest.mark.parametrize("app", [*APPS, "lib"])
def test_nothing_names_an_app_above_it(app: str) -> None:
    """No handler, model, template or module of a higher app by string: upward goes by gebeurtenis only.

    Two kinds of name are no dependency: the address of a screen ("balie:start", by colon) and a gebeurtenis,
    which is its publisher's own.
    """
    above = "|".join(sorted(higher_than(app) - {"lib"})) or "niets"
    upward = re.compile(rf"(^|\W)(eloket\.({above})\b|^({above})(\.\w+)+$|^({above})/[\w/]+\.html$)")
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in sorted((ROOT / "eloket" / app).rglob("*.py"))
        if "migrations" not in path.parts
        for line, text in strings(path)
        if upward.search(text)
    ]
    assert not found


def test_no_two_apps_import_each_other() -> None:
    """0 pairs; the layers already say so, this counts it without the tool."""
    imports: dict[str, set[str]] = {app: set() for app in APPS}
    for app in APPS:
        for path in (ROOT / "eloket" / app).rglob("*.py"):
            imports[app] |= set(re.findall(r"(?:from|import) eloket\.(\w+)", path.read_text())) & set(APPS)
    pairs = {(one, other) for one in APPS for other in imports[one] if one < other and one in imports[other]}
    assert not pairs
