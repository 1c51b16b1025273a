"""What shared components take: small frozen values that any app can make (see templates/components)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Link:
    """A link; `text` is a line below it, `huidig` an aria-current value ("page", "true") or ""."""

    title: str
    url: str
    text: str = ""
    huidig: str = ""


@dataclass(frozen=True)
class Rij:
    """One row of a data list; `change_url` is where this answer can be changed, "" for nowhere."""

    label: str
    value: str
    change_url: str = ""


@dataclass(frozen=True)
class Stap:
    """One step of a timeline; `when` is a text for people such as "12 november 2026"."""

    title: str
    state: Literal["done", "current", "todo"]
    when: str = ""
    text: str = ""
