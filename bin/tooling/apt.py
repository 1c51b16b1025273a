"""Installing Debian packages, when that is allowed: as root on a machine that has apt."""

import os
from collections.abc import Sequence

from tooling.shell import is_root, run, say, which


def can_install() -> bool:
    return is_root() and which("apt-get") is not None


def install(packages: Sequence[str]) -> bool:
    """Install packages with apt; False when this user or machine cannot."""
    if not can_install():
        return False
    say(f"installs with apt: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    quiet = {**env, "LC_ALL": "C"}
    return run(["apt-get", "update", "-q"], env=quiet) and run(command, env=quiet)
