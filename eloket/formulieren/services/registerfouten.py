"""What the zaakregister says, as the outbox hears it."""

from collections.abc import Iterator
from contextlib import contextmanager

from eloket.outbox.services import NeedsPerson, TryLater
from eloket.zaken.services import RegisterError, RegisterUnavailable


@contextmanager
def told_to_the_outbox() -> Iterator[None]:
    """Errors: `TryLater` when the register is away, `NeedsPerson` when it refuses or is set up wrong."""
    try:
        yield
    except RegisterUnavailable as error:
        raise TryLater(f"zaakregister: {error}") from error
    except RegisterError as error:
        raise NeedsPerson(f"zaakregister: {error}") from error
