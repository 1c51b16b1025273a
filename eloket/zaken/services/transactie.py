"""What is written together."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from eloket.zaken.backends import get_backend


def registers_in_transaction() -> bool:
    """True when `create_zaak` writes in the caller's own transaction (the built-in register)."""
    return get_backend().in_transaction


@contextmanager
def one_transaction() -> Iterator[None]:
    """What the built-in register writes and what we publish stand or fall together.

    Around another system's answer no transaction is held open.
    """
    if registers_in_transaction():
        with transaction.atomic():
            yield
    else:
        yield
