"""The code on a document: random, and easy to type over from paper."""

import secrets

# Without I, O, 0 and 1, which look like each other. 32 signs, so that each is five bits.
TEKENS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTE = 16


def mint_code() -> str:
    """Sixteen signs, 80 bits: a thousand guesses a second hit none of a million codes in a lifetime."""
    return "".join(secrets.choice(TEKENS) for _ in range(LENGTE))


def show_code(code: str) -> str:
    """As it stands on paper: "A7K3-QX9M-2BCD-EFGH"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
