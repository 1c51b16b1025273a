"""A product as another catalogue offers it, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Onleesbaar(Exception):
    """The file holds no product that can be read; nothing was changed. The text says why."""


class Uitkomst(StrEnum):
    NIEUW = "nieuw"
    BIJGEWERKT = "bijgewerkt"
    BESTOND = "bestond al"
    OVERGESLAGEN = "overgeslagen"


UITKOMST_LABELS = {
    Uitkomst.NIEUW: _("nieuw"),
    Uitkomst.BIJGEWERKT: _("bijgewerkt"),
    Uitkomst.BESTOND: _("bestond al"),
    Uitkomst.OVERGESLAGEN: _("overgeslagen"),
}


@dataclass(frozen=True)
class Upn:
    """A national name as it was written: by URI, by name, or both."""

    uri: str = ""
    naam: str = ""


@dataclass
class Aangeboden:
    """One row of the source. Texts are as they came: HTML of a stranger, not to be trusted.

    `kenmerk` is what the source knows the product by. `teksten` goes to the rich fields, `waarden` (checked
    by the reader) to the plain ones; `wijzers` names what we may have ourselves: tarieven, organisaties.
    With `fout` the row cannot be used, and the rest says nothing.
    """

    nummer: int
    titel: str = ""
    kenmerk: str = ""
    sleutel: str = ""  # of a product in our own feed
    url: str = ""
    slug: str = ""
    samenvatting: str = ""
    upns: list[Upn] = field(default_factory=list)
    themas: list[str] = field(default_factory=list)
    levensgebeurtenissen: list[str] = field(default_factory=list)
    teksten: dict[str, str] = field(default_factory=dict)
    kanalen: dict[str, str] = field(default_factory=dict)
    wijzers: dict[str, list[str]] = field(default_factory=dict)
    waarden: dict[str, Any] = field(default_factory=dict)
    meldingen: list[str] = field(default_factory=list)
    fout: str = ""


@dataclass
class Regel:
    """One line of the report."""

    nummer: int
    titel: str
    uitkomst: Uitkomst
    meldingen: list[str] = field(default_factory=list)
    pagina: int | None = None

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Regel":
        return cls(**{**row, "uitkomst": Uitkomst(row["uitkomst"])})

    @property
    def label(self) -> str:
        return str(UITKOMST_LABELS[self.uitkomst])
