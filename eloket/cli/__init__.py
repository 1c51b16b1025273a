"""The `eloket` command: run, manage, demo, check.

Called by administrators and by `make`. What is wrong with the machine or the settings is told in one line.
"""

from eloket.cli.main import main

__all__ = ["main"]
