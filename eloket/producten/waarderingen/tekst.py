"""A remark that can be shown, without what could point at a person: people are asked to leave that out."""

import re

EMAIL = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+")
# A BSN, a telephone number, an account, a date of birth: six digits or more, with single signs in between.
NUMMER = re.compile(r"\+?\d(?:[\s./()\-]{0,2}\d){5,}")


def mask_personal(text: str) -> str:
    """The text with e-mail addresses and long numbers blacked out."""
    return NUMMER.sub("[nummer]", EMAIL.sub("[e-mail]", text))


def readable(text: str) -> str:
    """The text with a space for each sign that cannot be shown; lines stay lines."""
    return "".join(sign if sign.isprintable() or sign in "\r\n" else " " for sign in text)
