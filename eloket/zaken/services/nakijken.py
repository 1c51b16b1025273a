"""Looking the register over, for who sets it up."""

from collections.abc import Iterator

from eloket.lib import klok
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import Bevinding, Nakijkbaar, RegisterMisconfigured


def inspect_register() -> Iterator[Bevinding]:
    """What is right and what is missing. Errors: `RegisterMisconfigured` for a register of our own."""
    backend = get_backend()
    if not isinstance(backend, Nakijkbaar):
        raise RegisterMisconfigured("eloket gebruikt zijn eigen zaakregister (ELOKET_ZAKEN)")
    return backend.inspect(now=klok.now())
