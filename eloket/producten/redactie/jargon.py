"""Words that many people do not know, each with a plain one: `jargon.csv`, ours to add to."""

import csv
import re
from functools import cache
from pathlib import Path

LIJST = Path(__file__).with_name("jargon.csv")


@cache
def read_jargon() -> dict[str, str]:
    """Each hard word or phrase, in small letters, with what to write instead."""
    with LIJST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {form.strip(): row["gewoon"] for row in rows for form in row["moeilijk"].split(" / ")}


def find_jargon(text: str) -> list[tuple[str, str]]:
    """The hard words in this text as (word, plain word), each once, in the order of the text."""
    found = dict.fromkeys(match.group().lower() for match in _pattern().finditer(text))
    # Letters that only look like ours (a dotless i, a long s) match and are in no list.
    pairs = [(word, read_jargon().get(" ".join(word.split()), "")) for word in found]
    return [(word, plain) for word, plain in pairs if plain]


@cache
def _pattern() -> re.Pattern[str]:
    """The longest first, so that "met betrekking tot" is found whole; never inside another word."""
    forms = sorted(read_jargon(), key=len, reverse=True)
    any_form = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
