"""Work of one kind in the order in which it was asked for, also after an outage.

In an outage each row waits for its own next attempt, and these times lie anyhow. So the first row that
comes up when it is over lets those before it go first, and each that succeeds brings the others forward.
"""

from datetime import datetime

from eloket.outbox.lease import ACHTERAAN
from eloket.outbox.models import Opdracht, OpdrachtQuerySet, Status
from eloket.outbox.register import Registration

#: What failed so often keeps its own times: it is not the outage that is wrong with it.
VAAK = 6


def must_step_aside(opdracht: Opdracht, registration: Registration, *, now: datetime) -> bool:
    """Whether older work of this kind failed and waits. Then that is due now.

    Once for each time that this one failed: work that keeps failing holds nobody up. While the outage lasts
    nothing is brought forward. Errors: those of `registration.probe`.
    """
    if registration.probe is None or opdracht.last_error == ACHTERAAN:
        return False
    older = _failed(opdracht.handler).filter(pk__lt=opdracht.pk, attempts__lt=VAAK)
    if not older.exists():
        return False
    if later := older.filter(not_before__gt=now):
        registration.probe()
        later.update(not_before=now, offered_at=None)
    return True


def bring_forward(opdracht: Opdracht, registration: Registration, *, now: datetime) -> None:
    """This one succeeded, so what failed before may as well."""
    if registration.probe is not None:
        _failed(opdracht.handler).filter(not_before__gt=now).update(not_before=now, offered_at=None)


def _failed(handler: str) -> OpdrachtQuerySet:
    return Opdracht.objects.filter(handler=handler, status=Status.WACHT, attempts__gt=0)
