"""Checkers of the world outside, as fixtures: the Nu HTML checker and Spectral.

`python -m tooling.checkers` installs them (bin/tooling/checkers.py).
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.components import need

INSTALLED = Path(__file__).with_name("node_modules")

HtmlChecker = Callable[[Iterable[Path]], list[str]]
OpenapiChecker = Callable[[Path, Path], list[str]]


@pytest.fixture(scope="session")
def vnu() -> HtmlChecker:
    """The Nu HTML checker: the errors in these files, each as "file:line: what".

    Starting it takes seconds, so give it many files at once.
    """
    java, jar = need(shutil.which("java"), "Java"), _installed("vnu-jar/build/dist/vnu.jar", "vnu-jar")
    command = [java, "-jar", jar, "--format", "json", "--errors-only", "--exit-zero-always"]

    def check(files: Iterable[Path]) -> list[str]:
        done = _run([*command, *map(str, files)])
        assert done.returncode == 0, done.stderr
        return [
            f"{Path(each.get('url', '?')).name}:{each.get('lastLine', 0)}: {each['message']}"
            for each in json.loads(done.stderr)["messages"]
        ]

    return check


@pytest.fixture(scope="session")
def spectral() -> OpenapiChecker:
    """Spectral: the errors in an OpenAPI document by a ruleset, each as "rule at place: what"."""
    node = need(shutil.which("node"), "node")
    program = _installed("@stoplight/spectral-cli/dist/index.js", "Spectral")

    def check(document: Path, ruleset: Path) -> list[str]:
        done = _run([node, program, "lint", "-r", str(ruleset), "-f", "json", "--quiet", str(document)])
        assert done.returncode in (0, 1), done.stderr or done.stdout
        return [
            f"{each['code']} at {'.'.join(map(str, each['path']))}: {each['message']}"
            for each in json.loads(done.stdout)
            if each["severity"] == 0
        ]

    return check


def _installed(path: str, name: str) -> str:
    return need(str(INSTALLED / path) if (INSTALLED / path).exists() else None, name)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
