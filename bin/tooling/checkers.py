"""Spectral (OpenAPI rules) and the Nu HTML checker, from npm into tests/checkers/node_modules.

Only tests need them, so set-up leaves them alone: `make test` and .ci/run install them, once per lock.

Usage: python -m tooling.checkers
"""

from tooling import node
from tooling.paths import CHECKERS
from tooling.shell import say


def ensure() -> bool:
    """Whether they are there now; their tests say by name what is missing."""
    if node.install(CHECKERS, "--ignore-scripts"):
        return True
    say("Spectral and the Nu HTML checker could not be installed; check the network")
    return False


if __name__ == "__main__":
    raise SystemExit(not ensure())
