"""A register that is out of order, behind the same port and with every ability."""

from collections.abc import Callable
from typing import Any, NoReturn

from eloket.zaken.backends.base import (
    Attenderend,
    Behandelend,
    Besluitend,
    Controlerend,
    Documenterend,
    RegisterUnavailable,
    ZaakBackend,
)


def _fail(*args: Any, **kwargs: Any) -> NoReturn:
    raise RegisterUnavailable("geen antwoord binnen 10 seconden")


def _out_of_order(*abilities: type) -> dict[str, Callable[..., NoReturn]]:
    """Every call of the port fails as a network does, also one that comes later."""
    names = set().union(*(getattr(ability, "__abstractmethods__") for ability in abilities))  # noqa: B009
    return dict.fromkeys(names, _fail)


#: Reads zaken and takes documents, as a register of another system does.
FaultyBackend: Any = type("FaultyBackend", (ZaakBackend,), _out_of_order(ZaakBackend))
_ALL = (ZaakBackend, Documenterend, Besluitend, Attenderend, Controlerend, Behandelend)
FaultyWithAll: Any = type("FaultyWithAll", _ALL, _out_of_order(*_ALL))

SETTING = {"default": {"BACKEND": "tests.zaken.faulty.FaultyBackend", "OPTIONS": {}}}
WITH_ALL = {"default": {"BACKEND": "tests.zaken.faulty.FaultyWithAll", "OPTIONS": {}}}
