"""Registers that are out of order, behind the same port: wholly, in part, or slow."""

import time
from collections.abc import Callable
from typing import Any, NoReturn

from eloket.zaken.backends.base import (
    Aanvullend,
    Attenderend,
    Behandelend,
    Besluitend,
    Controlerend,
    Documenterend,
    Inzagegevend,
    RegisterUnavailable,
    ZaakBackend,
)
from eloket.zaken.backends.database import DatabaseBackend


def _fail(*args: Any, **kwargs: Any) -> NoReturn:
    raise RegisterUnavailable("geen antwoord binnen 10 seconden")


def _out_of_order(*abilities: type) -> dict[str, Callable[..., NoReturn]]:
    """Every call of the port fails as a network does, also one that comes later."""
    names = set().union(*(getattr(ability, "__abstractmethods__") for ability in abilities))  # noqa: B009
    return dict.fromkeys(names, _fail)


#: Reads zaken and takes documents, as a register of another system does.
FaultyBackend: Any = type("FaultyBackend", (ZaakBackend,), _out_of_order(ZaakBackend))
_ALL = (ZaakBackend, Documenterend, Besluitend, Attenderend, Inzagegevend, Controlerend, Behandelend)
FaultyWithAll: Any = type("FaultyWithAll", _ALL, _out_of_order(*_ALL))

SETTING = {"default": {"BACKEND": "tests.zaken.faulty.FaultyBackend", "OPTIONS": {}}}
WITH_ALL = {"default": {"BACKEND": "tests.zaken.faulty.FaultyWithAll", "OPTIONS": {}}}


def _ask(name: str) -> Callable[..., Any]:
    """A call to another system: it fails when it must, after as long as somebody waited for it."""

    def call(register: Any, *args: Any, **kwargs: Any) -> Any:
        if name in register.options["FAILS"]:
            time.sleep(register.options["SECONDS"])
            _fail()
        return getattr(DatabaseBackend({}), name)(*args, **kwargs)

    return call


_SOME = (ZaakBackend, Documenterend, Besluitend, Aanvullend, Attenderend)
_NAMES: set[str] = set().union(*(getattr(ability, "__abstractmethods__") for ability in _SOME))  # noqa: B009
#: Another system: gives a zaak piece by piece, and is not in our transaction.
ElsewhereBackend: Any = type("ElsewhereBackend", _SOME, {name: _ask(name) for name in _NAMES})


def elsewhere(*fails: str, seconds: float = 0) -> dict[str, Any]:
    """ELOKET_ZAKEN for a register elsewhere of which these calls fail, after so many seconds of silence."""
    options = {"FAILS": fails, "SECONDS": seconds}
    return {"default": {"BACKEND": "tests.zaken.faulty.ElsewhereBackend", "OPTIONS": options}}


def slow(*, seconds: float) -> dict[str, Any]:
    """One that lets every question wait until the time is up."""
    return elsewhere(*_NAMES, seconds=seconds)
