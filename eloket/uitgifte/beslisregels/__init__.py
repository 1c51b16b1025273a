"""The rules that decide what is handed over at once: small, each with a name, none of which refuses anybody.

A rule says that it holds, that it doubts, or that it cannot know. Only when all hold does the counter decide;
everything else an employee looks at (AVG art. 22).
"""

from eloket.uitgifte.beslisregels.adres import AantalPerAdres, AdresInZone, WoontOpAdres
from eloket.uitgifte.beslisregels.antwoord import AntwoordIs
from eloket.uitgifte.beslisregels.basis import (
    Antwoord,
    Beslisregel,
    Bevinding,
    Feit,
    Feiten,
    Instelling,
    Uitslag,
    Zin,
    in_two_languages,
)
from eloket.uitgifte.beslisregels.kenteken import KentekenVanAanvrager

BESLISREGELS: dict[str, Beslisregel] = {
    regel.naam: regel
    for regel in (AdresInZone(), AantalPerAdres(), WoontOpAdres(), KentekenVanAanvrager(), AntwoordIs())
}

__all__ = [
    "BESLISREGELS",
    "Antwoord",
    "Beslisregel",
    "Bevinding",
    "Feit",
    "Feiten",
    "Instelling",
    "Uitslag",
    "Zin",
    "in_two_languages",
]
