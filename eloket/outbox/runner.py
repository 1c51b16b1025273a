"""Working off one row: claim, run the handler, write down the outcome.

The handler runs outside of any transaction of ours: it opens its own, so that the result of each remote
step is kept even when the next one fails. Between its last commit and our outcome a worker may die; then
it runs again, and being idempotent finds its work done.
"""

from datetime import datetime
from pathlib import Path
from traceback import extract_tb

import structlog
from django.conf import settings
from django.db import connection

from eloket.lib.logging import mask
from eloket.outbox.lease import Lease, claim, kept_alive
from eloket.outbox.models import Opdracht
from eloket.outbox.register import HANDLERS, NeedsPerson, TryLater
from eloket.outbox.volgorde import bring_forward, must_step_aside

log = structlog.get_logger()

ROUND = 100
ROUNDS = 100


def run(pk: int, *, now: datetime) -> bool:
    """Work on this row if it may be taken now; False when another has it, or it is not due."""
    lease = claim(pk, now=now)
    if lease is None:
        return False
    with structlog.contextvars.bound_contextvars(opdracht=pk, handler=lease.opdracht.handler):
        _work(lease, now=now)
    return True


def run_due(*, now: datetime) -> int:
    """Work off all that is due, in this process, also what follows from it; how many rows were worked on.

    For tests and for filling the demo; a loket has workers.
    """
    count = 0
    for _ in range(ROUNDS):
        due = list(
            Opdracht.objects.claimable(now).order_by("not_before", "pk").values_list("pk", flat=True)[:ROUND]
        )
        if not due:
            return count
        count += sum(run(pk, now=now) for pk in due)
    return count


def _work(lease: Lease, *, now: datetime) -> None:
    attempts = lease.opdracht.attempts
    if attempts > settings.ELOKET_OUTBOX_POGINGEN:
        # Counted at the claim: a row on which every worker dies does not go round for ever.
        lease.give_up("de worker viel telkens uit op deze opdracht")
        return
    registration = HANDLERS.get(lease.opdracht.handler)
    if registration is None:
        lease.give_up(f"deze versie van eloket kent {lease.opdracht.handler!r} niet")
        log.error("opdracht_handler_onbekend")
        return
    try:
        with kept_alive(lease):
            if must_step_aside(lease.opdracht, registration, now=now):
                lease.step_aside(now=now)
                return
            registration.run(dict(lease.opdracht.ids), now=now)
    except TryLater as error:
        _later(lease, mask(str(error)), now=now)
    except NeedsPerson as error:
        lease.give_up(mask(str(error)))
        log.error("opdracht_mens_nodig", reason=mask(str(error)))
    except Exception as error:
        _forget_broken_connection()
        _later(lease, describe(error), now=now)
    except BaseException:  # the worker is told to stop this instant
        lease.release()
        raise
    else:
        lease.finish(now=now)
        bring_forward(lease.opdracht, registration, now=now)
        log.info("opdracht_klaar", attempts=attempts)


def describe(error: BaseException) -> str:
    """Class and place of an error that no handler foresaw. Its own text may hold what a person filled in."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/eloket/" in frame.filename] or frames
    where = f" ({Path(ours[-1].filename).name}:{ours[-1].lineno}, {ours[-1].name})" if ours else ""
    return f"{type(error).__name__}{where}"


def _later(lease: Lease, error: str, *, now: datetime) -> None:
    lease.postpone(error, now=now)
    log.warning("opdracht_later", attempts=lease.opdracht.attempts, error=error)


def _forget_broken_connection() -> None:
    """An error may have been the database's own: write the outcome over a connection that works."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
