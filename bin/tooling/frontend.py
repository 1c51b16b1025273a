"""The front-end build: NL Design System CSS and fonts from npm, into static/dist (which git ignores)."""

import os
from pathlib import Path

from tooling import node
from tooling.paths import FRONTEND, STATIC_DIST
from tooling.shell import digest, fail, run, say

STAMP = STATIC_DIST / ".stamp"


def ensure() -> None:
    """Build static/dist when the front-end sources changed since the last build."""
    mark = digest(_sources())
    if STAMP.exists() and STAMP.read_text() == mark:
        return
    program, _npm = node.find_pair()
    say("builds the front end …")
    build = [program, "build.mjs"]
    if not (node.install(FRONTEND) and run(build, cwd=FRONTEND, env=node.environment(program))):
        fail("the front end could not be built; check the network and the lines above, and run it again")
    STAMP.write_text(mark)


def _sources() -> list[Path]:
    """Everything in frontend/ that is not installed or made."""
    return [
        Path(folder) / name
        for folder, folders, names in os.walk(FRONTEND)
        if not _leave_out(folders)
        for name in names
    ]


def _leave_out(folders: list[str]) -> bool:
    folders[:] = [folder for folder in folders if folder not in ("node_modules", "dist")]
    return False
