"""An outage on the last day, from the confirmation of Wim to what Noor reads under "Waarom deze datum?"."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from eloket.formulieren.models import Concept
from eloket.formulieren.services.bewaren import tidy
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.hartslag import WEB, beat
from eloket.outbox.services import run_due
from eloket.website.models import Storing, Wat
from eloket.website.storingen import confirm
from eloket.zaken import services
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish
from tests.zaken.contract.aanvullen import question
from tests.zaken.contract.beslissen import decide
from tests.zaken.factories import KAPVERGUNNING, make_contract_zaaktypen, open_zaak

NOOR = Bsn(NOOR_BSN)

pytestmark = pytest.mark.django_db


def outage(*, van: Any, tot: Any, wat: Wat = Wat.INDIENEN) -> Storing:
    storing = Storing.objects.create(wat=wat, van=van, tot=tot, tekst_nl="Versturen lukte niet.")
    confirm(storing, door="Wim", now=tot)
    run_due(now=tot)
    return storing


@pytest.mark.kern
def test_noor_has_more_time_to_answer_and_for_bezwaar_and_reads_why(client: Client) -> None:
    make_contract_zaaktypen()
    now = klok.now()
    vandaag = klok.today()
    zaak = open_zaak(belanghebbende=NOOR, zaaktype=KAPVERGUNNING, now=now, startdatum=vandaag).identificatie
    last = vandaag + timedelta(days=14)
    besluit = services.take_besluit(
        zaak, decide(datum=vandaag, ingangsdatum=vandaag, verzenddatum=vandaag), now=now
    )
    services.request_aanvulling(zaak, question(hersteltermijn=last), now=now)
    assert besluit.uiterlijke_reactiedatum is not None
    for dag in (last, besluit.uiterlijke_reactiedatum):
        noon = timezone.make_aware(timezone.datetime(dag.year, dag.month, dag.day, 12))
        outage(van=noon, tot=noon + timedelta(hours=1))
    login_burger(client, NOOR)
    page = client.get(f"/mijn-zaken/{zaak}/waarom/").text
    assert "Antwoorden kan tot en met" in page
    assert page.count("was er een storing") == 2
    (verzoek,) = services.list_verzoeken(zaak, voor=NOOR)
    assert verzoek.hersteltermijn > last


def test_an_outage_that_kept_nobody_from_sending_moves_nothing(client: Client) -> None:
    make_contract_zaaktypen()
    now = klok.now()
    zaak = open_zaak(belanghebbende=NOOR, zaaktype=KAPVERGUNNING, now=now).identificatie
    last = klok.today() + timedelta(days=14)
    services.request_aanvulling(zaak, question(hersteltermijn=last), now=now)
    outage(van=now, tot=now + timedelta(days=20), wat=Wat.BERICHTEN)
    (verzoek,) = services.list_verzoeken(zaak, voor=NOOR)
    assert verzoek.hersteltermijn == last


def begin_draft(client: Client) -> Concept:
    publish(niveau=20)
    login_burger(client, NOOR)
    Invuller(client).begin()
    return Concept.objects.get()


def test_a_draft_that_expired_in_an_outage_is_kept_and_one_before_it_goes(client: Client) -> None:
    concept, now = begin_draft(client), klok.now()
    expired = now + timedelta(days=1)
    Concept.objects.filter(pk=concept.pk).update(expires_at=expired)
    outage(van=expired - timedelta(hours=1), tot=expired + timedelta(hours=1))
    concept.refresh_from_db()
    assert concept.expires_at > expired + timedelta(hours=1)
    outage(van=now, tot=now + timedelta(minutes=5))
    again = Concept.objects.get().expires_at
    assert again == concept.expires_at


def test_a_draft_that_expired_in_a_gap_waits_a_week_for_somebody_to_say_that_it_was_an_outage(
    client: Client,
) -> None:
    begin_draft(client)
    now = klok.now()
    for hours in (0, 10):
        beat(WEB, now=now + timedelta(hours=hours))
    Concept.objects.update(expires_at=now + timedelta(hours=5))
    with time_machine.travel(now + timedelta(hours=11)):
        assert tidy(now=klok.now()).verlopen == 0
    assert tidy(now=now + timedelta(days=8)).verlopen == 1
