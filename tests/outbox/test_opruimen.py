"""Done work goes after its time; what is due or waits for a person never does."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.outbox.models import Opdracht, Status
from eloket.outbox.opruimen import purge_done, purge_tasks
from tests.outbox.factories import NOW, make_opdracht

pytestmark = pytest.mark.django_db

LONG_AGO = NOW - timedelta(days=1000)


def test_done_rows_stay_as_long_as_the_setting_says(settings: Any) -> None:
    settings.ELOKET_OUTBOX_BEWAARDAGEN = 400
    old = make_opdracht(status=Status.KLAAR, done_at=NOW - timedelta(days=401))
    young = make_opdracht(status=Status.KLAAR, done_at=NOW - timedelta(days=399))
    assert purge_done(now=NOW) == 1
    assert set(Opdracht.objects.values_list("pk", flat=True)) == {young.pk}
    assert old.pk


@pytest.mark.parametrize("status", [Status.WACHT, Status.BEZIG, Status.MENS_NODIG])
def test_what_is_not_done_stays_for_ever(status: Status) -> None:
    make_opdracht(status=status, created_at=LONG_AGO, not_before=LONG_AGO)
    assert purge_done(now=NOW) == 0


def test_old_messages_of_the_broker_go_whatever_became_of_them() -> None:
    from django_tasks_db.models import DBTaskResult

    from eloket.lib import klok
    from eloket.outbox.aanbieden import look

    for status in ("SUCCESSFUL", "RUNNING", "READY"):
        look.enqueue(1)
        DBTaskResult.objects.filter(status="READY").update(status=status)
    now = klok.now()
    assert purge_tasks(now=now + timedelta(hours=23)) == 0
    assert purge_tasks(now=now + timedelta(hours=25)) == 3
