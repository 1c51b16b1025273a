"""Set-up for `make`: environment, front end, translations, Pango. A step that is done costs a few hashes.

Usage: python -m tooling.setup run|dev
"""

import ctypes.util
import fcntl
import sys
from pathlib import Path

from tooling import apt, frontend, messages, venv
from tooling.paths import VENV
from tooling.shell import say

PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


def main(kind: str) -> None:
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two `make`s at once: the second waits and then finds all done
        venv.ensure(kind)
        messages.ensure()
        frontend.ensure()
        _ensure_pango()


def _ensure_pango() -> None:
    """PDF copies need Pango. Looked for once per environment; without it everything else works."""
    found = VENV / "eloket-pango"
    if found.exists():
        return
    if ctypes.util.find_library("pango-1.0") or apt.install(PANGO):
        found.touch()
    else:
        say(f"PDF copies wait until Pango is there; as root: apt-get install {' '.join(PANGO)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
