"""Words with `{variabelen}` in them: which they name, and what they become."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_VARIABELE = re.compile(r"\{\s*([A-Za-z_][\w-]*)\s*\}")
KNOP, CODE = "knop", "code"


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph. `soort`: "tekst", "code" (shown large) or "knop" (the button, and words under it)."""

    soort: str
    regels: tuple[str, ...]


def find_variabelen(text: str) -> set[str]:
    """The names between braces."""
    return set(_VARIABELE.findall(text))


def fill(text: str, waarden: Mapping[str, str]) -> str:
    """The text with each variable's value; a name that is not known stays as it stands."""
    return _VARIABELE.sub(lambda found: waarden.get(found[1], found[0]), text)


def is_loose(naam: str, text: str) -> bool:
    """Does this variable stand somewhere else than alone on the first line of a paragraph?"""
    alone = rf"(?:\A|\n\s*\n)\s*\{{\s*{naam}\s*\}}[ \t]*(?=\n|\Z)"
    return naam in find_variabelen(re.sub(alone, "", text.replace("\r\n", "\n")))


def to_alineas(text: str, waarden: Mapping[str, str], *, knop: bool) -> list[Alinea]:
    """Paragraphs, filled in. A line of which every variable is empty is left out.

    `knop`: is there somewhere to go? The button stands where the text says, or else at the end; a paragraph
    that begins with it is there only when the button is.
    """
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    alineas = [_to_alinea(block, waarden) for block in blocks]
    if not any(alinea.soort == KNOP for alinea in alineas):
        alineas.append(Alinea(KNOP, ()))
    return [each for each in alineas if (knop if each.soort == KNOP else each.regels)]


def _to_alinea(block: str, waarden: Mapping[str, str]) -> Alinea:
    lines = [line.strip() for line in block.splitlines() if _says_something(line, waarden)]
    first = _VARIABELE.fullmatch(lines[0]) if lines else None
    soort = first[1] if first and first[1] in (KNOP, CODE) else "tekst"
    kept = lines[1:] if soort == KNOP else lines
    return Alinea(soort, tuple(fill(line, waarden) for line in kept if line))


def _says_something(line: str, waarden: Mapping[str, str]) -> bool:
    named = find_variabelen(line)
    return not named or any(waarden.get(naam, naam) for naam in named)
