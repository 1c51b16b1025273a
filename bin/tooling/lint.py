"""`make lint` and `make fix`: each check is one line when it holds, and its own output when it does not.

Usage: python -m tooling.lint check|fix
"""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tooling import catalog
from tooling.paths import ROOT, VENV_BIN
from tooling.shell import fail, output_of, say

CODE = ["eloket", "tests", "bin", "bench"]
Check = Callable[[], bool]


def check() -> None:
    types: dict[str, Check] = {
        "mypy": lambda: _tool("mypy"),
        "mypy (tooling)": lambda: _tool("mypy", "bin/tooling", "bench", MYPYPATH="bin"),
    }
    others: dict[str, Check] = {
        "ruff": lambda: _tool("ruff", "check", *CODE),
        "ruff format": lambda: _tool("ruff", "format", "--check", *CODE),
        "djade": lambda: _tool("djade", "--check", "--target-version", "5.2", *_templates()),
        "import contracts": lambda: _tool("lint-imports"),
        "migrations": lambda: _manage("makemigrations", "--check", "--dry-run"),
        "migration linter": lambda: _manage("lintmigrations", "--quiet", "ok", "ignore"),
        "translations": catalog.is_current,
    }
    # Types take about as long as all the rest, on one core; the two runs of mypy share what they keep.
    with ThreadPoolExecutor(1) as lane:
        typing = lane.submit(_failed, types)
        failed = [*_failed(others), *typing.result()]
    if failed:
        fail(f"lint: {', '.join(failed)}; `make fix` mends style, `make messages` the translations")


def _failed(checks: dict[str, Check]) -> list[str]:
    return [name for name, holds in checks.items() if not _say_outcome(name, holds)]


def fix() -> None:
    _tool("ruff", "check", "--fix", *CODE)
    _tool("ruff", "format", *CODE)
    _tool("djade", "--target-version", "5.2", *_templates())


def _say_outcome(name: str, holds: Check) -> bool:
    good = holds()
    say(f"{'ok  ' if good else 'FAIL'} {name}")
    return good


def _templates() -> list[str]:
    """Every template that git knows or would add."""
    listed = output_of(
        ["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "templates", "eloket/*.html"]
    )
    return [name for name in listed.splitlines() if (ROOT / name).exists()]


def _manage(*words: str) -> bool:
    return _tool("python", "-m", "django", *words, DJANGO_SETTINGS_MODULE="tooling.lint_settings")


def _tool(name: str, *words: str, **variables: str) -> bool:
    """Run a tool of .venv; print what it says only when it finds something."""
    done = subprocess.run(
        [str(VENV_BIN / name), *words],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    {"check": check, "fix": fix}[sys.argv[1]]()
