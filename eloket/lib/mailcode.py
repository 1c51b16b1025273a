"""A code of six digits that proves who reads the mail at an address."""

import secrets
from datetime import timedelta

from eloket.lib.versleuteling import keyed_hash, keyed_hashes

GELDIG = timedelta(minutes=15)
POGINGEN = 5


def new_code() -> str:
    """Six digits that nobody can guess."""
    return f"{secrets.randbelow(1_000_000):06}"


def hash_code(onderwerp: object, code: str) -> str:
    """What is kept of a code; `onderwerp` is the id of what it was sent for."""
    return keyed_hash(f"{onderwerp}:{code}")


def is_code(kept: str, onderwerp: object, typed: str) -> bool:
    """Is this what was sent? Blanks and dashes that somebody typed do not count."""
    digits = "".join(char for char in typed if char.isascii() and char.isdigit())
    return kept in keyed_hashes(f"{onderwerp}:{digits}")


def adres_sleutel(email: str) -> str:
    """The keyed hash under which an address is kept."""
    return keyed_hash(_adres(email))


def adres_sleutels(email: str) -> list[str]:
    """The same under every key, to look for."""
    return keyed_hashes(_adres(email))


def _adres(email: str) -> str:
    return f"mail:{email.strip().lower()}"
