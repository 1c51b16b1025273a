"""The built-in register with a switch: what people meet when a register is out of order, shown in a demo."""

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

from eloket.zaken.backends.base import RegisterUnavailable
from eloket.zaken.backends.database.register import DatabaseBackend


class SchakelbaarRegister(DatabaseBackend):
    """Out of order it answers no call of the port, and is no part of anybody's transaction.

    OPTIONS: `UIT`, the path of a file that is there as long as the register is out of order.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self._uit = Path(options["UIT"])

    @property
    def is_uit(self) -> bool:
        return self._uit.exists()

    @property
    def in_transaction(self) -> bool:
        return not self.is_uit


def _only_when_on(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(self: SchakelbaarRegister, *args: Any, **kwargs: Any) -> Any:
        if self.is_uit:
            raise RegisterUnavailable("het register staat uit")
        return method(self, *args, **kwargs)

    return call


def _calls() -> set[str]:
    """Every call of the port, also one that comes later; `in_transaction` is none."""
    return {name for each in DatabaseBackend.__mro__ for name in getattr(each, "__abstractmethods__", ())}


for _name in _calls():
    setattr(SchakelbaarRegister, _name, _only_when_on(getattr(DatabaseBackend, _name)))
