"""Who somebody is by their e-mail address or telephone, so that writing it otherwise makes nobody else."""

import unicodedata

from django.core.exceptions import ValidationError

from eloket.lib.telefoon import clean_telefoon
from eloket.lib.versleuteling import keyed_hash, keyed_hashes

ZONDER_PUNTEN = {"gmail.com", "googlemail.com"}  # where a dot in the name makes no other mailbox


def normalize_email(address: str) -> str:
    """One way of writing: no capitals, nothing after a plus, no dots where they do not count."""
    local, _at, domain = unicodedata.normalize("NFKC", address).strip().casefold().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in ZONDER_PUNTEN:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if local else ""


def normalize_telefoon(number: str) -> str:
    """As E.164; what is no number stays as it was, without spaces."""
    try:
        return clean_telefoon(number)
    except ValidationError:
        return "".join(number.split())


def email_sleutel(address: str) -> str:
    """The keyed hash to keep; "" for none."""
    normal = normalize_email(address)
    return keyed_hash(f"email:{normal}") if normal else ""


def telefoon_sleutel(number: str) -> str:
    """The keyed hash to keep; "" for none."""
    normal = normalize_telefoon(number)
    return keyed_hash(f"telefoon:{normal}") if normal else ""


def email_sleutels(address: str) -> list[str]:
    """The hashes under all keys, to look for; none for no address."""
    normal = normalize_email(address)
    return keyed_hashes(f"email:{normal}") if normal else []


def telefoon_sleutels(number: str) -> list[str]:
    """The hashes under all keys, to look for; none for no number."""
    normal = normalize_telefoon(number)
    return keyed_hashes(f"telefoon:{normal}") if normal else []
