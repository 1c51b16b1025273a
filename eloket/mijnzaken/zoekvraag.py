"""What somebody asks of the list of their zaken, as it stands in the address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from eloket.zaken.services import Volgorde, Zaakfilter

LONGEST = 100
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
TONEN: Mapping[str, bool | None] = {"": None, "open": True, "afgerond": False}
VOLGORDEN: Mapping[str, Volgorde] = {
    "": Volgorde.OPEN_EERST,
    "nieuwste": Volgorde.NIEUWSTE,
    "oudste": Volgorde.OUDSTE,
}
WOORDEN: Mapping[str, Mapping[str, Any]] = {
    "toon": {"": _("Alle zaken"), "open": _("Lopende zaken"), "afgerond": _("Afgeronde zaken")},
    "volgorde": {"": _("Lopende zaken eerst"), "nieuwste": _("Nieuwste eerst"), "oudste": _("Oudste eerst")},
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keuze:
    """One option of a choice in the form above the list."""

    waarde: str
    label: str
    huidig: bool


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """`toon` and `volgorde` are keys of `WOORDEN`; what nobody knows was read as the first of them."""

    zoek: str
    toon: str
    volgorde: str
    pagina: int

    @property
    def filter(self) -> Zaakfilter:
        return Zaakfilter(zoek=self.zoek, open_zaken=TONEN[self.toon], volgorde=VOLGORDEN[self.volgorde])

    @property
    def basis(self) -> str:
        """The query string of these choices, up to the number of a page."""
        chosen = {"zoek": self.zoek, "toon": self.toon, "volgorde": self.volgorde}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return f"?{query}&pagina=" if query else "?pagina="

    @property
    def tonen(self) -> Sequence[Keuze]:
        return _keuzes("toon", self.toon)

    @property
    def volgordes(self) -> Sequence[Keuze]:
        return _keuzes("volgorde", self.volgorde)


def read_zoekvraag(query: Mapping[str, Any]) -> Zoekvraag:
    """What the address asks; whatever it says, there is an answer."""
    return Zoekvraag(
        zoek=" ".join(CONTROL.sub(" ", str(query.get("zoek", ""))).split())[:LONGEST],
        toon=_known(query.get("toon", ""), TONEN),
        volgorde=_known(query.get("volgorde", ""), VOLGORDEN),
        pagina=_page_number(query.get("pagina", "1")),
    )


def _known(value: str, choices: Mapping[str, T]) -> str:
    return value if value in choices else ""


def _page_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _keuzes(name: str, current: str) -> Sequence[Keuze]:
    return [Keuze(value, str(label), value == current) for value, label in WOORDEN[name].items()]
