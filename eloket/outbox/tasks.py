"""What comes back by itself and belongs to no app above: cleaning up."""

from datetime import datetime

from django.core.management import call_command

from eloket.lib.periodiek import elke
from eloket.outbox.hartslag import forget_hartslagen
from eloket.outbox.opruimen import purge_done, purge_tasks


@elke(name="outbox.ruim_op", minutes=60)
def ruim_op(*, now: datetime) -> None:
    """Remove done work, old messages of the broker and signs of life of long ago."""
    purge_done(now=now)
    purge_tasks(now=now)
    forget_hartslagen(now=now)


@elke(name="outbox.ruim_sessies_op", minutes=60)
def ruim_sessies_op(*, now: datetime) -> None:
    """Remove sessions that ended: they hold an encrypted identity."""
    call_command("clearsessions")
