"""Cells of a spreadsheet that were typed by somebody: text stays text, and never becomes a formula."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_cell(text: str) -> str:
    """This text for a CSV file: with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def bare_cell(text: str) -> str:
    """What `plain_cell` was given, without the white space around it."""
    text = text.strip()
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text
