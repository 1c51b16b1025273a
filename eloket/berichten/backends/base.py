"""The port of berichten: one message over one kanaal. Named in `ELOKET_BERICHTEN` per kanaal."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


class BerichtError(Exception):
    """The text is for the operator and for the outbox: it never holds an address or contents."""


class BerichtTijdelijk(BerichtError):
    """Not now (no connection, full mailbox, too busy): the same message may be offered again."""


class BerichtGeweigerd(BerichtError):
    """The other side will never take this message (unknown address, refused): a person must look."""


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file that goes along."""

    naam: str
    mimetype: str
    inhoud: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """A message, written out. `id` is the same at every attempt, so that a double can be recognised."""

    id: str
    adres: str = field(repr=False)
    onderwerp: str
    tekst: str = field(repr=False)
    html: str = field(repr=False)  # "" for a kanaal or template without
    taal: str
    created_at: datetime
    bijlage: Bijlage | None = None


@dataclass(frozen=True, slots=True)
class Verzonden:
    """What the other side knows the message by."""

    kenmerk: str


class BerichtBackend(ABC):
    """One way to reach people. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def send(self, bericht: Uitgaand) -> Verzonden:
        """Hand over one message; returning means that the other side took it.

        May be called again for a message that did arrive: give it the same mark each time.
        Errors: `BerichtTijdelijk`, `BerichtGeweigerd`.
        """
