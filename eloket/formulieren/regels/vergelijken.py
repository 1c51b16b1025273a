"""Whether a condition holds for an answer, in the shape that an aanvraag stores."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from eloket.formulieren.definitie import Operator, Vergelijking, Voorwaarde

_ALTIJD = {Operator.GEVULD, Operator.LEEG}
_GELIJK = {Operator.IS, Operator.IS_NIET, Operator.EEN_VAN}

# No form asks for a number beyond this; what is larger is a mistake or worse.
GROOTSTE = 10**15

# Which conditions make sense, by how an answer is compared.
PASSEND: dict[Vergelijking, frozenset[Operator]] = {
    Vergelijking.TEKST: frozenset(_ALTIJD | _GELIJK | {Operator.BEVAT, Operator.BEVAT_NIET}),
    Vergelijking.GETAL: frozenset(_ALTIJD | _GELIJK | {Operator.GROTER, Operator.KLEINER}),
    Vergelijking.DATUM: frozenset(_ALTIJD | _GELIJK | {Operator.VOOR, Operator.NA}),
    Vergelijking.KEUZE: frozenset(_ALTIJD | _GELIJK),
    Vergelijking.MEERKEUZE: frozenset(_ALTIJD | {Operator.BEVAT, Operator.BEVAT_NIET}),
    Vergelijking.GEEN: frozenset(_ALTIJD),
    Vergelijking.NIETS: frozenset(),
}


def is_gegeven(antwoord: Any) -> bool:
    """Whether something was answered; an empty box, no tick and no choice are nothing, the number 0 is."""
    return antwoord is not None and antwoord is not False and antwoord not in ("", [], {})


def klopt(voorwaarde: Voorwaarde, antwoord: Any, soort: Vergelijking, *, vandaag: date) -> bool:
    """Whether this condition holds. Of no answer it can only be said that it is empty."""
    operator = voorwaarde.operator
    if operator not in PASSEND[soort]:
        return False
    if operator == Operator.LEEG:
        return not is_gegeven(antwoord)
    if operator == Operator.GEVULD or not is_gegeven(antwoord):
        return is_gegeven(antwoord)
    return _compare(operator, antwoord, voorwaarde.waarden, soort, vandaag)


def _compare(
    operator: Operator, antwoord: Any, waarden: tuple[str, ...], soort: Vergelijking, vandaag: date
) -> bool:
    given = lees_antwoord(antwoord, soort, vandaag)
    wanted = [value for value in (lees_waarde(each, soort, vandaag) for each in waarden) if value is not None]
    if given is None or not wanted:
        return False
    return _VERGELIJK[operator](given, wanted)


_VERGELIJK: dict[Operator, Callable[[Any, list[Any]], bool]] = {
    Operator.IS: lambda given, wanted: given in wanted,
    Operator.EEN_VAN: lambda given, wanted: given in wanted,
    Operator.IS_NIET: lambda given, wanted: given not in wanted,
    Operator.BEVAT: lambda given, wanted: any(each in given for each in wanted),
    Operator.BEVAT_NIET: lambda given, wanted: not any(each in given for each in wanted),
    Operator.GROTER: lambda given, wanted: given > wanted[0],
    Operator.KLEINER: lambda given, wanted: given < wanted[0],
    Operator.NA: lambda given, wanted: given > wanted[0],
    Operator.VOOR: lambda given, wanted: given < wanted[0],
}


def lees_antwoord(antwoord: Any, soort: Vergelijking, vandaag: date) -> Any:
    """A given answer in the shape that compares; None for what has no such shape."""
    several = isinstance(antwoord, list)
    if soort == Vergelijking.MEERKEUZE:
        return {str(each) for each in antwoord} if several else {str(antwoord)}
    return None if several else lees_waarde(antwoord, soort, vandaag)


def lees_waarde(value: Any, soort: Vergelijking, vandaag: date) -> Any:
    """An answer, or what it is compared with, in the shape that compares; None for what cannot be read."""
    text = str(value).strip()
    if soort == Vergelijking.GETAL:
        return _lees_getal(text)
    if soort == Vergelijking.DATUM:
        return _lees_dag(text, vandaag)
    return text.casefold() if soort == Vergelijking.TEKST else text


def _lees_getal(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number.copy_abs() < GROOTSTE else None


def _lees_dag(text: str, vandaag: date) -> date | None:
    relative = re.fullmatch(r"vandaag(?:([+-])(\d{1,5}))?", text, re.ASCII)
    if relative:
        return vandaag + timedelta(days=int(f"{relative[1] or '+'}{relative[2] or 0}"))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def naar_antwoord(waarde: str, soort: Vergelijking, *, vandaag: date) -> Any:
    """What a rule sets, in the shape that an aanvraag stores; None for what cannot be read."""
    read = lees_waarde(waarde, soort, vandaag)
    if isinstance(read, date):
        return read.isoformat()
    if isinstance(read, Decimal):
        return int(read) if read == read.to_integral_value() else str(read)
    return None if read is None else waarde.strip() or None
