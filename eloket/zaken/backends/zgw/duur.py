"""Durations as a person writes them: a register that got P8W gives P56D back."""

from eloket.zaken.termijnen import InvalidDuur, parse_duur


def tidy_duur(text: str | None) -> str:
    """In weeks where that fits; "" when there is none. What cannot be read is no term that we can tell."""
    if not text:
        return ""
    try:
        duur = parse_duur(text)
    except InvalidDuur:
        return ""
    if duur.jaren or duur.maanden or not duur.dagen or duur.dagen % 7:
        return text
    return f"P{duur.dagen // 7}W"
