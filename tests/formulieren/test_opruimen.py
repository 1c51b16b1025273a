"""What nobody finished is not kept."""

from datetime import timedelta

import pytest
from django.test import Client

from eloket.formulieren.models import Concept
from eloket.formulieren.services.concepten import BEWAARTERMIJN
from eloket.lib import klok
from eloket.outbox.periodiek import run_periodiek
from tests.formulieren.factories import Invuller, publish

pytestmark = pytest.mark.django_db


def test_a_draft_goes_when_its_time_is_over_and_not_before(client: Client) -> None:
    publish()
    Invuller(client).begin()
    now = klok.now()
    run_periodiek(now=now + BEWAARTERMIJN - timedelta(hours=2))
    assert Concept.objects.exists()
    run_periodiek(now=now + BEWAARTERMIJN + timedelta(minutes=1))
    assert not Concept.objects.exists()
