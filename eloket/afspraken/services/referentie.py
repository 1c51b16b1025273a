"""What somebody reads out at the counter: eight characters that nobody takes for another."""

import secrets

TEKENS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 and O, 1, I and L
LENGTE = 8


def mint_referentie() -> str:
    """By chance, 31 to the eighth; the database refuses one that is in use."""
    return "".join(secrets.choice(TEKENS) for _ in range(LENGTE))


def show_referentie(referentie: str) -> str:
    """In two halves, as people say it: "A7K3-QX9M"."""
    return f"{referentie[:4]}-{referentie[4:]}"


def read_referentie(text: str) -> str:
    """What somebody typed, without spaces, dashes and small letters; "" when it cannot be one."""
    typed = "".join(char for char in text.upper() if char.isalnum())
    return typed if len(typed) == LENGTE and set(typed) <= set(TEKENS) else ""
