"""The Chromium that the browser tests drive."""

import os
from pathlib import Path

from tooling import apt
from tooling.paths import VENV_BIN, VENV_PYTHON
from tooling.shell import output_of, run, which

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as p\nwith p() as x: print(x.chromium.executable_path)"
)


def find() -> str | None:
    """The named or system one, else Playwright's own, else from apt (root) or Playwright's download."""
    found = os.environ.get("ELOKET_CHROMIUM") or which(*NAMES) or _playwrights()
    if found:
        return found
    if apt.can_install():
        return which(*NAMES) if apt.install(["chromium"]) else None
    return _playwrights() if run([VENV_BIN / "playwright", "install", "chromium"]) else None


def _playwrights() -> str | None:
    path = output_of([VENV_PYTHON, "-c", ASK_PLAYWRIGHT])
    return path if path and Path(path).exists() else None
