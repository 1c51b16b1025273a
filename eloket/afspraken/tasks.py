"""The durable work of afspraken, and that which comes back."""

from datetime import datetime

from eloket.afspraken.services.melden import remind
from eloket.afspraken.services.momentopname import take_momentopname
from eloket.afspraken.services.opruimen import purge_agendas, wipe_afspraken
from eloket.afspraken.services.stukken import purge_stukken
from eloket.lib.periodiek import elke
from eloket.outbox.services import handler


@handler("afspraken.herinner")
def herinner(ids: dict[str, str], *, now: datetime) -> None:
    """Remind of one afspraak, when it still stands as it stood when this was planned."""
    remind(ids["afspraak"], versie=int(ids["versie"]), dagen=int(ids["dagen"]), now=now)


@elke(name="afspraken.momentopname", minutes=60)
def note_eerste_mogelijkheid(*, now: datetime) -> None:
    """The first run of a day takes the snapshot of that day."""
    take_momentopname(now=now)


@elke(name="afspraken.ruim_op", minutes=24 * 60)
def ruim_op(*, now: datetime) -> None:
    """Empty who came, some days after the visit; remove what agendas held of past time, and loose files."""
    wipe_afspraken(now=now)
    purge_agendas(now=now)
    purge_stukken(now=now)
