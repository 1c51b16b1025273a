"""Looking the register over, for who sets it up."""

from collections.abc import Iterator

from eloket.lib import klok
from eloket.zaken.backends import list_bronnen
from eloket.zaken.backends.base import Abonneerbaar, Bevinding, Nakijkbaar, RegisterMisconfigured
from eloket.zaken.services.abonnement import inspect_abonnement


def inspect_register() -> Iterator[Bevinding]:
    """What is right and what is missing. Errors: `RegisterMisconfigured` for a register of our own."""
    for bron in list_bronnen():
        if isinstance(bron.register, Nakijkbaar):
            return _inspect(bron.register)
    raise RegisterMisconfigured("eloket gebruikt zijn eigen zaakregister (ELOKET_ZAKEN)")


def _inspect(register: Nakijkbaar) -> Iterator[Bevinding]:
    yield from register.inspect(now=klok.now())
    if isinstance(register, Abonneerbaar):
        yield inspect_abonnement(register)
