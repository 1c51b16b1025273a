"""What the tests need beside Python, for a machine where everything must run: installed with apt when root,
and from npm.

Usage: python -m tooling.components
"""

import ctypes.util
from collections.abc import Callable

from tooling import apt, browser, checkers, postgres
from tooling.setup import PANGO
from tooling.shell import say, which

# Debian package(s) and how to see that they are there.
COMPONENTS: dict[str, Callable[[], object]] = {
    "chromium": lambda: which(*browser.NAMES),
    "redis-server": lambda: which("redis-server"),
    "postgresql": postgres.find_binaries,
    "default-jre-headless": lambda: which("java"),
    "clamav-daemon": lambda: which("clamd", "/usr/sbin/clamd"),
    "gettext": lambda: which("xgettext"),
    "poppler-utils": lambda: which("pdfsig"),
    "nginx": lambda: which("nginx", "/usr/sbin/nginx"),
    " ".join(PANGO): lambda: ctypes.util.find_library("pango-1.0"),
}


def main() -> None:
    checkers.ensure()
    missing = [names for names, found in COMPONENTS.items() if not found()]
    if missing and not apt.install(" ".join(missing).split()):
        say(f"missing, and not installable by this user: {', '.join(missing)}; their tests will fail")


if __name__ == "__main__":
    main()
