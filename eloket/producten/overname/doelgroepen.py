"""Whom a product is for, in the words of other catalogues."""

from collections.abc import Iterable

from eloket.producten.models.product import Doelgroep

WOORDEN = {
    Doelgroep.BURGER: {
        "particulier", "particulieren", "burger", "burgers", "inwoner", "inwoners", "eu-burger", "persoon",
        "personen",
    },
    Doelgroep.ONDERNEMER: {
        "ondernemer", "ondernemers", "bedrijf", "bedrijven", "eu-bedrijf", "organisatie", "organisaties",
        "zakelijk",
    },
    Doelgroep.BEIDE: {"beide", "iedereen", "particulier en ondernemer", "inwoners en ondernemers",
                      "burger en ondernemer", "eu-burger-bedrijf"},
}  # fmt: skip


def read_doelgroep(words: Iterable[str]) -> tuple[Doelgroep | None, list[str]]:
    """The doelgroep these words name together, and the words that say nothing to us."""
    found: set[Doelgroep] = set()
    unknown: list[str] = []
    for word in words:
        known = next((name for name, all_ in WOORDEN.items() if word.strip().lower() in all_), None)
        if known:
            found.add(known)
        elif word.strip():
            unknown.append(word.strip())
    if not found:
        return None, unknown
    return (found.pop() if len(found) == 1 else Doelgroep.BEIDE), unknown
