"""A message to Noor: written with the change, sent afterwards, once, and without what others may not know."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connection

from eloket.berichten.backends.base import BerichtGeweigerd, BerichtTijdelijk
from eloket.berichten.backends.email import EmailBackend
from eloket.berichten.models import Bericht, Brieftaak, Feit, Reden, Regel, Status
from eloket.berichten.services import InvalidAdres, forget_berichten, send_bericht
from eloket.lib.partij import Bsn
from eloket.outbox.models import Opdracht
from eloket.outbox.models import Status as OpdrachtStatus
from eloket.outbox.services import run_due
from tests.accounts.helpers import NOOR_BSN

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NOOR = Bsn(NOOR_BSN)


def refuse(self: EmailBackend, bericht: object) -> None:
    raise BerichtGeweigerd("de mailserver weigert het adres (550)")


def feiten(pk: str) -> list[str]:
    return list(Regel.objects.filter(bericht=pk).order_by("volgnummer").values_list("feit", flat=True))


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def send(**values: Any) -> str:
    return send_bericht(
        **{
            "sjabloon": "aanvraag_ontvangen",
            "email": "noor@voorbeeld.nl",
            "gegevens": {
                "reference": "ELK-2026-0000001",
                "product": "Verhuizing doorgeven",
                "date": "24 november 2026",
                "link": "/mijn-zaken/ELK-2026-0000001/",
            },
            "taal": "nl",
            "key": "aanvraag:1",
            "now": NOW,
            **values,
        }
    )


def the_mail() -> EmailMultiAlternatives:
    (only,) = mail.outbox
    assert isinstance(only, EmailMultiAlternatives)
    return only


@pytest.mark.kern
def test_a_bericht_is_a_row_first_and_is_sent_afterwards() -> None:
    pk = send()
    assert Bericht.objects.get(pk=pk).status == Status.KLAAR
    assert not mail.outbox
    run_due(now=NOW)
    bericht = Bericht.objects.get(pk=pk)
    assert (bericht.status, bericht.sent_at) == (Status.VERZONDEN, NOW)
    assert bericht.kenmerk == f"<{pk}@rietwaard.example>"
    assert the_mail().to == ["noor@voorbeeld.nl"]


def test_the_same_key_sends_one_mail() -> None:
    assert send() == send()
    run_due(now=NOW)
    assert len(mail.outbox) == 1


def test_offered_twice_it_is_sent_once() -> None:
    from eloket.berichten.tasks import send as handler

    pk = send()
    run_due(now=NOW)
    handler({"bericht": pk}, now=NOW)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("sjabloon", ["aanvraag_ontvangen", "zaak_status"])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_template_has_reference_and_link_in_text_and_html(sjabloon: str, taal: str) -> None:
    send(sjabloon=sjabloon, taal=taal)
    run_due(now=NOW)
    html = str(the_mail().alternatives[0][0])
    for text in (str(the_mail().body), html):
        assert "ELK-2026-0000001" in text
        assert "http://localhost:8000/mijn-zaken/ELK-2026-0000001/" in text
    assert f'<html lang="{taal}">' in html
    assert "style=" in html
    assert "<script" not in html


@pytest.mark.parametrize("sjabloon", ["aanvraag_ontvangen", "zaak_status"])
def test_the_subject_reveals_nothing_and_is_one_line(sjabloon: str) -> None:
    send(sjabloon=sjabloon)
    run_due(now=NOW)
    assert "ELK-2026-0000001" in the_mail().subject
    assert "erhuizing" not in the_mail().subject
    assert "\n" not in the_mail().subject


def test_a_change_of_status_does_not_say_which() -> None:
    send(sjabloon="zaak_status")
    run_due(now=NOW)
    assert "erhuizing" not in str(the_mail().body)


def test_names_are_written_as_they_are_in_text_and_safely_in_html() -> None:
    send(gegevens={"reference": "ELK-1", "product": "Kap & <b>bouw</b>"})
    run_due(now=NOW)
    assert "Kap & <b>bouw</b>" in str(the_mail().body)
    assert "Kap &amp; &lt;b&gt;bouw&lt;/b&gt;" in str(the_mail().alternatives[0][0])


def test_contents_of_an_aanvraag_cannot_be_mailed() -> None:
    with pytest.raises(ValueError, match="toelichting"):
        send(gegevens={"toelichting": "ik word bedreigd"})


@pytest.mark.parametrize("email", ["", "noor", "noor@", "noor@voorbeeld.nl\nBcc: vreemde@voorbeeld.nl"])
def test_what_is_no_address_is_refused_at_once(email: str) -> None:
    with pytest.raises(InvalidAdres):
        send(email=email)
    assert not Bericht.objects.exists()


def test_an_outage_is_tried_again_and_the_message_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def out(self: EmailBackend, bericht: object) -> None:
        raise BerichtTijdelijk("de mailserver is niet bereikbaar (ConnectionRefusedError)")

    pk = send()
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", out)
        run_due(now=NOW)
    assert Bericht.objects.get(pk=pk).status == Status.KLAAR
    assert Opdracht.objects.get().last_error == "de mailserver is niet bereikbaar (ConnectionRefusedError)"
    run_due(now=NOW + timedelta(minutes=1))
    assert Bericht.objects.get(pk=pk).status == Status.VERZONDEN


def test_a_refused_mail_that_no_letter_can_replace_asks_for_a_person_and_can_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pk = send(sjabloon="formulier_link", gegevens={"product": "Verhuizing doorgeven", "link": "/x/"})
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", refuse)
        run_due(now=NOW)
    bericht, opdracht = Bericht.objects.get(pk=pk), Opdracht.objects.get()
    assert (bericht.status, bericht.reason) == (Status.MISLUKT, "de mailserver weigert het adres (550)")
    assert (opdracht.status, opdracht.reason) == (OpdrachtStatus.MENS_NODIG, bericht.reason)
    Opdracht.objects.update(status=OpdrachtStatus.WACHT, not_before=NOW)  # a beheerder: opnieuw
    run_due(now=NOW)
    assert Bericht.objects.get(pk=pk).status == Status.VERZONDEN


@pytest.mark.kern
def test_f29_a_refused_mail_about_a_zaak_becomes_a_letter_and_the_proof_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pk = send(partij=NOOR)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", refuse)
        run_due(now=NOW)
    bericht = Bericht.objects.get(pk=pk)
    assert bericht.status == Status.MISLUKT
    taak = Brieftaak.objects.get()
    assert (taak.bericht, taak.reden, taak.verstuurd_op) == (bericht, Reden.TERUG, None)
    assert feiten(pk) == [Feit.ONTVANGEN, Feit.TERUG, Feit.BRIEF_NODIG]
    assert Opdracht.objects.get().status == OpdrachtStatus.KLAAR  # the letter is the work that is left


def test_address_and_contents_stand_encrypted_and_not_in_the_outbox() -> None:
    send()
    with connection.cursor() as cursor:
        cursor.execute("SELECT adres, gegevens FROM berichten_bericht")
        stored = " ".join(map(str, cursor.fetchone()))
    assert "noor" not in stored
    assert "ELK-2026" not in stored
    assert list(Opdracht.objects.get().ids) == ["bericht"]


def test_a_month_after_sending_the_address_is_forgotten_and_the_proof_stays() -> None:
    pk, waiting = send(), send(key="aanvraag:2")
    Bericht.objects.filter(pk=pk).update(status=Status.VERZONDEN, sent_at=NOW, kenmerk="<x@y>")
    assert forget_berichten(now=NOW + timedelta(days=29)) == 0
    assert forget_berichten(now=NOW + timedelta(days=31)) == 1
    bericht = Bericht.objects.get(pk=pk)
    assert (bericht.adres, bericht.gegevens, bericht.kenmerk) == ("", {}, "<x@y>")
    assert Bericht.objects.get(pk=waiting).adres == "noor@voorbeeld.nl"
    assert forget_berichten(now=NOW + timedelta(days=32)) == 0
