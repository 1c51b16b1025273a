"""What somebody tells of themselves when they make an afspraak, and how it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eloket.afspraken.backends.base import Klant
from eloket.lib.partij import Identificerend


@dataclass(frozen=True, slots=True)
class Contactgegevens:
    """Who comes. `telefoon` as E.164. `adres`: the lines of where we come, for a visit at home.

    `hulp`: what somebody needs, such as an interpreter; `opmerking`: what they want to say beforehand.
    """

    naam: str
    email: str = ""
    telefoon: str = ""
    hulp: str = ""
    opmerking: str = ""
    adres: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bedrijfsgegevens:
    """For which business. `namens`: the client of an intermediair; "" when it is their own."""

    kvk: str = ""
    vestiging: str = ""
    naam: str = ""
    adres: tuple[str, ...] = ()
    onderwerp: str = ""
    namens: str = ""


@dataclass(frozen=True, slots=True)
class Bezoeker:
    """Somebody who comes along, and may get the calendar file."""

    naam: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class NieuweAfspraak:
    """All that an afspraak is made of. `verzoek`: one for each form that was shown; twice is once.

    `houvast`: its `sleutel`. `medewerker`: the login name of who makes it for somebody, "" for who comes.
    `bijlagen`: ids of bestanden that were added beforehand. Values of `Doelgroep`, `Aanmeldkanaal` and
    `Bevestiging`.
    """

    houvast: str
    locatie: str
    contact: Contactgegevens
    verzoek: str
    doelgroep: str = "inwoner"
    taal: str = "nl"
    aanmeldkanaal: str = "online"
    bevestiging: str = "email"
    medewerker: str = ""
    belanghebbende: Identificerend | None = None
    handelende: Identificerend | None = None
    bedrijf: Bedrijfsgegevens | None = None
    bezoekers: tuple[Bezoeker, ...] = ()
    bijlagen: tuple[str, ...] = ()
    zaak: str = ""


def to_klant(contact: Contactgegevens) -> Klant:
    """What an agenda elsewhere wants to know."""
    return Klant(contact.naam, contact.email, contact.telefoon)


def read_contact(data: Mapping[str, Any] | None) -> Contactgegevens | None:
    """As it was kept; None when it was emptied."""
    return None if data is None else Contactgegevens(**_with_lines(data))


def read_bedrijf(data: Mapping[str, Any] | None) -> Bedrijfsgegevens | None:
    return None if data is None else Bedrijfsgegevens(**_with_lines(data))


def read_bezoekers(data: list[dict[str, str]] | None) -> tuple[Bezoeker, ...]:
    return tuple(Bezoeker(**each) for each in data or [])


def _with_lines(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "adres": tuple(data.get("adres", ()))}
