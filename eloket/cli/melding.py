"""Lines for whoever sits at the terminal."""

import sys


class Stop(Exception):
    """Something a person must mend first; the text says what to do."""


def say(text: str) -> None:
    print(f"eloket: {text}", flush=True)


def complain(text: str) -> None:
    """One line on stderr, whatever the error looked like."""
    print(f"eloket: {' '.join(text.split())}", file=sys.stderr, flush=True)
