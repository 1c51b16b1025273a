"""Letters that an employee must send."""

from datetime import datetime

from django.db import transaction

from eloket.berichten.models import Bericht, Brieftaak, Feit, Kanaal, Reden, Status
from eloket.berichten.services.grootboek import note
from eloket.outbox.services import enqueue


def ask_brief(bericht: Bericht, reden: str, *, now: datetime) -> Brieftaak:
    """Put a letter for this message on the list; once."""
    taak, is_new = Brieftaak.objects.get_or_create(
        bericht=bericht, defaults={"reden": reden, "created_at": now}
    )
    if is_new:
        note(bericht, Feit.BRIEF_NODIG, now=now)
    return taak


def send_brief(pk: int, *, door: str, now: datetime) -> bool:
    """An employee says that the letter is on its way; False when somebody was first."""
    rows = Brieftaak.objects.filter(pk=pk, verstuurd_op=None, vervallen_at=None)
    if not rows.update(verstuurd_op=now.date(), verstuurd_door=door[:150]):
        return False
    taak = Brieftaak.objects.select_related("bericht").get(pk=pk)
    note(taak.bericht, Feit.BRIEF_WEG, now=now)
    by_letter = Bericht.objects.filter(pk=taak.bericht_id, kanaal=Kanaal.BRIEF)
    by_letter.update(status=Status.VERZONDEN, sent_at=now)
    return True


def drop_brief(bericht: Bericht, *, now: datetime) -> bool:
    """The mail is gone after all: a letter that was asked for only because it had not arrived need not go."""
    late = Brieftaak.objects.filter(bericht=bericht, reden__in=[Reden.TE_LAAT, Reden.TERUG])
    return bool(late.filter(verstuurd_op=None, vervallen_at=None).update(vervallen_at=now))


def retry_mail(pk: int, *, now: datetime) -> bool:
    """Try the mail of this letter once more; False when it did not fail, or the letter is done.

    For when the fault was ours: a mail server that was set up wrong refuses everybody.
    """
    with transaction.atomic():
        rows = Bericht.objects.filter(
            brieftaak=pk,
            brieftaak__verstuurd_op=None,
            brieftaak__vervallen_at=None,
            status=Status.MISLUKT,
            vergeten=False,
        )
        found = rows.select_for_update(of=("self",)).first()
        if found is None:
            return False
        Bericht.objects.filter(pk=found.pk).update(status=Status.KLAAR)
        key = f"berichten.send:{found.pk}:{now.isoformat()}"
        enqueue(handler="berichten.send", ids={"bericht": str(found.pk)}, key=key, now=now)
    return True


def count_open() -> int:
    """How many letters wait for an employee."""
    return Brieftaak.objects.filter(verstuurd_op=None, vervallen_at=None).count()
