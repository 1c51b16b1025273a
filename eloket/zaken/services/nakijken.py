"""Looking the register over, for who sets it up."""

from collections.abc import Iterator

from eloket.lib import klok
from eloket.zaken.backends import list_bronnen
from eloket.zaken.backends.base import Bevinding, Nakijkbaar, RegisterMisconfigured


def inspect_register() -> Iterator[Bevinding]:
    """What is right and what is missing. Errors: `RegisterMisconfigured` for a register of our own."""
    for bron in list_bronnen():
        if isinstance(bron.register, Nakijkbaar):
            return bron.register.inspect(now=klok.now())
    raise RegisterMisconfigured("eloket gebruikt zijn eigen zaakregister (ELOKET_ZAKEN)")
