"""What our own style sheet reads and defines, so that a theme of thousands of tokens becomes a small file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

GEBRUIKT = re.compile(r"var\(\s*(--[\w-]+)")
BEPAALD = re.compile(r"(--[\w-]+):([^;{}]+)")


@dataclass(frozen=True)
class Basis:
    """The tokens that `eloket.css` reads, and the values that it gives itself."""

    gebruikt: frozenset[str]
    bepaald: Mapping[str, str]


@cache
def read_basis() -> Basis:
    """From the built style sheet, once per process; empty where the front end was not built."""
    path = finders.find("dist/eloket.css")
    css = Path(path).read_text(encoding="utf-8") if isinstance(path, str) else ""
    return Basis(frozenset(GEBRUIKT.findall(css)), dict(BEPAALD.findall(css)))


def select(tokens: Mapping[str, str], wanted: Iterable[str]) -> dict[str, str]:
    """The tokens that these names reach, directly or through one another, in the order of the set."""
    reached: set[str] = set()
    queue = list(wanted)
    while queue:
        name = queue.pop()
        if name in tokens and name not in reached:
            reached.add(name)
            queue.extend(GEBRUIKT.findall(tokens[name]))
    return {name: value for name, value in tokens.items() if name in reached}


def write_css(tokens: Mapping[str, str]) -> str:
    """One rule on :root, unlayered, so that it wins from the layers of eloket.css; "" without tokens."""
    if not tokens:
        return ""
    return ":root{" + ";".join(f"{name}:{value}" for name, value in tokens.items()) + "}\n"
