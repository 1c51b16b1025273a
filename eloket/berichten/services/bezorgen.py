"""Sending what was written, and what to do when it does not arrive."""

from datetime import datetime, timedelta

from eloket.berichten.backends import get_backend
from eloket.berichten.backends.base import BerichtGeweigerd, BerichtTijdelijk
from eloket.berichten.models import Bericht, Feit, Kanaal, Reden, Status
from eloket.berichten.opstellen import write_out
from eloket.berichten.services.adressen import mark_broken, mark_working
from eloket.berichten.services.brieven import ask_brief, drop_brief
from eloket.berichten.services.grootboek import note
from eloket.outbox.services import NeedsPerson, TryLater


def deliver_bericht(id: str, *, now: datetime) -> None:
    """Send one message that is not sent yet; what the outbox calls.

    Refused for good (status `mislukt`): about a zaak it becomes a letter for an employee to send.
    Errors: `TryLater` when the kanaal is out of reach, `NeedsPerson` when it refuses and no letter can go.
    """
    bericht = Bericht.objects.filter(pk=id, kanaal=Kanaal.EMAIL).first()
    if bericht is None or bericht.status in (Status.VERZONDEN, Status.INGEHAALD):
        return
    try:
        verzonden = get_backend(bericht.kanaal).send(write_out(bericht))
    except BerichtTijdelijk as error:
        raise TryLater(str(error)) from None
    except BerichtGeweigerd as error:
        fail(bericht, str(error), now=now)
        if not bericht.zaak:
            raise NeedsPerson(str(error)) from None
        return
    sent = {"status": Status.VERZONDEN, "sent_at": now, "kenmerk": verzonden.kenmerk, "reason": ""}
    if not bericht.zaak:
        Bericht.objects.filter(pk=id).update(**sent)
        return
    note(bericht, Feit.GEMELD, now=now, **sent)
    if _may_have_brief(bericht, now=now) and drop_brief(bericht, now=now):
        mark_working(bericht)


def _may_have_brief(bericht: Bericht, *, now: datetime) -> bool:
    """A letter for want of a mail is asked for after a refusal, or after hours; most mails leave at once."""
    return bericht.status == Status.MISLUKT or now - bericht.created_at > timedelta(minutes=30)


def fail(bericht: Bericht, reason: str, *, now: datetime) -> None:
    """This address does not take this message: the proof says so, and about a zaak a letter must go."""
    Bericht.objects.filter(pk=bericht.pk).update(status=Status.MISLUKT, reason=reason[:200])
    if bericht.zaak:
        note(bericht, Feit.TERUG, now=now)
        ask_brief(bericht, Reden.TERUG, now=now)
        mark_broken(bericht, now=now)
