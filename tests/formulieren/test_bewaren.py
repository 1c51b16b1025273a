"""What is kept no longer than needed, and what stays."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from eloket.bestanden.services import BestandNotFound, read_bestand
from eloket.formulieren.models import Aanvraag, Concept, Gebeurtenis, Logregel, Status
from eloket.formulieren.services.bewaren import BEWAARDAGEN, tidy, wipe_aanvraag
from eloket.formulieren.services.concepten import BEWAARTERMIJN
from eloket.formulieren.services.kopie import make_kopie
from eloket.lib import klok
from eloket.outbox.periodiek import run_periodiek
from eloket.outbox.services import run_due
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import Invuller, get_formulier, publish

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    cache.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def lines() -> list[str]:
    return list(Logregel.objects.order_by("pk").values_list("gebeurtenis", flat=True))


# --- Drafts -----


@pytest.fixture
def saved(client: Client) -> Invuller:
    """Noor's draft, for which she asked a link."""
    publish()
    noor = Invuller(client)
    noor.begin()
    noor.post("later", email="noor@voorbeeld.nl")
    run_due(now=klok.now())
    mail.outbox = []
    return noor


def test_noor_is_warned_once_three_days_before_her_draft_goes(saved: Invuller) -> None:
    expires = Concept.objects.get().expires_at
    tidy(now=expires - 4 * DAG)
    assert lines() == []
    for hours in (70, 60, 1):
        now = expires - timedelta(hours=hours)
        run_periodiek(now=now)
        run_due(now=now)
    assert lines() == [Gebeurtenis.GEWAARSCHUWD]
    (sent,) = mail.outbox
    assert saved.concept in str(sent.body)
    assert "Plek in de fietsenstalling" in str(sent.body)
    assert "Noor de Wit" not in str(sent.body)


def test_who_goes_on_after_the_warning_is_warned_again_a_month_later(saved: Invuller) -> None:
    concept = Concept.objects.get()
    assert tidy(now=concept.expires_at - DAG).gewaarschuwd == 1
    Concept.objects.update(expires_at=concept.expires_at + BEWAARTERMIJN)
    assert tidy(now=concept.expires_at).gewaarschuwd == 0
    assert tidy(now=concept.expires_at + BEWAARTERMIJN - DAG).gewaarschuwd == 1
    run_due(now=klok.now() + 90 * DAG)
    assert len(mail.outbox) == 2


def test_who_asked_for_no_link_gets_no_mail(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    Invuller(client).begin()
    assert tidy(now=Concept.objects.get().expires_at - DAG).gewaarschuwd == 0


def test_a_draft_that_expires_leaves_a_line_without_a_name(saved: Invuller) -> None:
    concept = Concept.objects.get()
    assert tidy(now=concept.expires_at).verlopen == 1
    assert not Concept.objects.exists()
    line = Logregel.objects.get(gebeurtenis=Gebeurtenis.VERLOPEN)
    assert (line.onderwerp, line.formulier) == (concept.pk, "fietsenstalling")
    assert saved.client.get(f"{saved.concept}hervatten/").status_code == 410


# --- Aanvragen -----


def send_one(client: Client, **changes: Any) -> Aanvraag:
    publish(niveau=20, **changes)
    login_burger(client)
    noor = Invuller(client)
    noor.fill()
    assert noor.send().status_code == 302
    aanvraag = Aanvraag.objects.get()
    make_kopie(str(aanvraag.pk), now=klok.now())
    aanvraag.refresh_from_db()
    return aanvraag


@pytest.mark.kern
def test_after_its_term_an_aanvraag_says_no_more_who_it_was(client: Client) -> None:
    aanvraag = send_one(client, bewaardagen=30)
    assert aanvraag.geregistreerd_at
    assert tidy(now=aanvraag.geregistreerd_at + 29 * DAG).gewist == 0
    assert tidy(now=aanvraag.geregistreerd_at + 30 * DAG).gewist == 1
    wiped = Aanvraag.objects.get()
    assert (wiped.antwoorden, wiped.belanghebbende, wiped.handelende) == ({}, None, None)
    assert (wiped.eigenaar, wiped.belanghebbende_sleutel, wiped.email, wiped.kopie) == ("", "", "", "")
    assert (wiped.identificatie, wiped.zaak_id) == (aanvraag.identificatie, aanvraag.zaak_id)
    assert wiped.ingediend_at == aanvraag.ingediend_at
    with pytest.raises(BestandNotFound):
        read_bestand(aanvraag.kopie)
    assert lines() == [Gebeurtenis.GEWIST]
    assert tidy(now=aanvraag.geregistreerd_at + 31 * DAG).gewist == 0


def test_noor_still_sees_the_zaak_and_no_receipt(client: Client) -> None:
    aanvraag = send_one(client)
    wipe_aanvraag(aanvraag, now=klok.now())
    assert client.get(f"/mijn-zaken/{aanvraag.identificatie}/").status_code == 200
    assert client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/ontvangst/").status_code == 404
    assert client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/kopie/").status_code == 404


def test_late_work_for_a_wiped_aanvraag_makes_nothing_anew(client: Client) -> None:
    aanvraag = send_one(client)
    wipe_aanvraag(aanvraag, now=klok.now())
    make_kopie(str(aanvraag.pk), now=klok.now())
    assert Aanvraag.objects.get().kopie == ""


def test_an_aanvraag_that_is_not_registered_is_never_wiped(client: Client) -> None:
    aanvraag = send_one(client, bewaardagen=1)
    Aanvraag.objects.update(status=Status.INGEDIEND, zaak_id="", geregistreerd_at=None)
    assert tidy(now=klok.now() + 9999 * DAG).gewist == 0
    assert wipe_aanvraag(aanvraag, now=klok.now()) is False
    assert Aanvraag.objects.get().antwoorden["naam"] == "Noor de Wit"


def test_the_term_is_that_of_the_version_with_which_it_was_sent(client: Client) -> None:
    aanvraag = send_one(client)
    publish(niveau=20, bewaardagen=10)
    assert aanvraag.geregistreerd_at
    assert tidy(now=aanvraag.geregistreerd_at + 11 * DAG).gewist == 0
    assert tidy(now=aanvraag.geregistreerd_at + BEWAARDAGEN * DAG).gewist == 1


def test_the_redacteur_sets_the_term_and_a_form_without_one_stays_the_same_version() -> None:
    before = publish()
    formulier = get_formulier()
    formulier.bewaardagen = 90
    formulier.save_revision().publish()
    assert formulier.versies.order_by("-nummer")[0].definitie.bewaardagen == 90
    formulier.bewaardagen = None
    formulier.save_revision().publish()
    assert formulier.versies.order_by("-nummer")[0].hash == before.hash


# --- The command -----


def test_a_dry_run_counts_and_touches_nothing(client: Client, saved: Invuller) -> None:
    Concept.objects.update(expires_at=klok.now() - DAG)
    out = StringIO()
    call_command("ruim_formulieren_op", "--dry-run", stdout=out)
    assert "Verlopen formulieren verwijderd: 1" in out.getvalue()
    assert "niets veranderd" in out.getvalue()
    assert Concept.objects.count() == 1
    call_command("ruim_formulieren_op", stdout=out)
    assert Concept.objects.count() == 0
    assert lines() == [Gebeurtenis.VERLOPEN]
