"""What is written together."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from eloket.zaken.backends import get_backend, get_backend_of


def registers_in_transaction(identificatie: str = "") -> bool:
    """True when what is written goes into the caller's own transaction (the built-in register).

    Into the zaak with this number; without one when a zaak is opened.
    """
    backend = get_backend_of(identificatie) if identificatie else get_backend()
    return backend.in_transaction


@contextmanager
def one_transaction(identificatie: str = "") -> Iterator[None]:
    """What the built-in register writes and what we publish stand or fall together.

    `identificatie` as above. Around another system's answer no transaction is held open.
    """
    if registers_in_transaction(identificatie):
        with transaction.atomic():
            yield
    else:
        yield
