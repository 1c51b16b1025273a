"""Fewer hits: for whom, about what, and what can be arranged online."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from eloket.producten.models.product import Doelgroep
from eloket.producten.zoeken.document import Document

DOELGROEPEN = (Doelgroep.BURGER.value, Doelgroep.ONDERNEMER.value)


@dataclass(frozen=True)
class Verfijning:
    """What the reader chose; "" and False leave everything in."""

    doelgroep: str = ""
    thema: str = ""
    online: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Verfijning":
        """From the keys of an address; what we do not know is left out. A theme is only a name to compare."""
        doelgroep = query.get("doelgroep", "")
        return cls(
            doelgroep if doelgroep in DOELGROEPEN else "",
            query.get("thema", "")[:100].replace("\0", ""),
            query.get("online", "") == "1",
        )

    def keeps(self, document: Document) -> bool:
        return (
            (not self.doelgroep or self.doelgroep in document.doelgroepen)
            and (not self.thema or self.thema in document.themas)
            and (not self.online or document.online)
        )

    def __bool__(self) -> bool:
        return self != Verfijning()


@dataclass(frozen=True)
class Keuze:
    """One choice and how many hits it would leave beside what was chosen already."""

    naam: str
    waarde: str
    aantal: int
    gekozen: bool


def count_choices(documents: Iterable[Document], chosen: Verfijning) -> list[Keuze]:
    """What there is to choose among these hits, for each of the three; its own choice does not count."""
    documents = list(documents)
    without = {name: _kept(documents, chosen, name) for name in ("doelgroep", "thema", "online")}
    groups = Counter(name for document in without["doelgroep"] for name in document.doelgroepen)
    themes = Counter(name for document in without["thema"] for name in document.themas)
    online = sum(document.online for document in without["online"])
    return [
        *(Keuze("doelgroep", name, groups[name], chosen.doelgroep == name) for name in DOELGROEPEN),
        *(Keuze("thema", name, count, chosen.thema == name) for name, count in sorted(themes.items())),
        Keuze("online", "1", online, chosen.online),
    ]


def _kept(documents: Iterable[Document], chosen: Verfijning, name: str) -> list[Document]:
    empty = {"doelgroep": replace(chosen, doelgroep=""), "thema": replace(chosen, thema="")}
    others = empty.get(name, replace(chosen, online=False))
    return [document for document in documents if others.keeps(document)]
