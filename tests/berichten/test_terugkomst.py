"""Mail that a server took and could not deliver: read, believed as far as it may be, and made a letter."""

import mailbox
from datetime import timedelta
from email.message import EmailMessage
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from eloket.berichten.models import Bericht, Brieftaak, Feit, Reden, Status, Voorkeur
from eloket.berichten.services.terugkomst import process_terugkomst
from eloket.lib.mailcode import adres_sleutel
from eloket.lib.partij import zoeksleutel
from eloket.outbox.services import run_due
from tests.berichten.test_berichten import NOOR, NOW, feiten, send
from tests.berichten.test_email import use_mailserver
from tests.components import Postbus

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
REPORT = """From: MAILER-DAEMON@provider.example
To: loket@rietwaard.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

This is the mail system.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; provider.example

Final-Recipient: rfc822; noor@voorbeeld.nl
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such mailbox

--grens
Content-Type: {kind}

Message-ID: {mark}
Subject: Er is nieuws

{rest}
--grens--
"""


def report(mark: str, *, action: str = "failed", status: str = "5.1.1", kind: str = "message/rfc822") -> str:
    return REPORT.format(mark=mark, action=action, status=status, kind=kind, rest="Hallo")


@pytest.fixture
def bericht(settings: Any, postbus: Postbus) -> Bericht:
    """A mail that Noor's provider took, over a real mail server."""
    use_mailserver(settings, postbus.url)
    adres = "noor@voorbeeld.nl"
    Voorkeur.objects.create(
        persoon=zoeksleutel(NOOR), adres=adres, adres_sleutel=adres_sleutel(adres), changed_at=NOW
    )
    pk = send(sjabloon="zaak_status", partij=NOOR)
    run_due(now=NOW)
    row = Bericht.objects.get(pk=pk)
    assert row.kenmerk == postbus.mails[-1]["Message-ID"]
    return row


def read(tmp_path: Path, text: str) -> tuple[int, int, int]:
    path = tmp_path / "melding.eml"
    path.write_text(text)
    done = process_terugkomst(path, now=LATER)
    return done.terug, done.later, done.onbekend


@pytest.mark.kern
@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_mail_that_came_back_is_a_letter_and_noor_reads_that_her_address_does_not_work(
    bericht: Bericht, tmp_path: Path, kind: str
) -> None:
    assert read(tmp_path, report(bericht.kenmerk, kind=kind)) == (1, 0, 0)
    bericht.refresh_from_db()
    assert (bericht.status, bericht.reason) == (Status.MISLUKT, "de e-mail kwam terug (5.1.1)")
    assert Brieftaak.objects.get().reden == Reden.TERUG
    assert Voorkeur.objects.get().werkt_niet_sinds == LATER
    assert feiten(str(bericht.pk)) == [Feit.GEPLAATST, Feit.GEMELD, Feit.TERUG, Feit.BRIEF_NODIG]


def test_the_same_report_twice_changes_nothing(bericht: Bericht, tmp_path: Path) -> None:
    read(tmp_path, report(bericht.kenmerk))
    assert read(tmp_path, report(bericht.kenmerk)) == (0, 0, 1)
    assert Brieftaak.objects.count() == 1


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("failed", "4.2.2")])
def test_what_the_other_side_still_tries_is_no_letter(
    bericht: Bericht, tmp_path: Path, action: str, status: str
) -> None:
    assert read(tmp_path, report(bericht.kenmerk, action=action, status=status)) == (0, 1, 0)
    assert not Brieftaak.objects.exists()


def test_an_mbox_holds_many_and_what_is_no_report_is_skipped(bericht: Bericht, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "post")
    holiday = EmailMessage()
    holiday["Subject"] = "Ik ben met vakantie"
    holiday.set_content(f"Over {bericht.kenmerk}")
    for message in (holiday, report(f"<{uuid4()}@rietwaard.example>"), report(bericht.kenmerk)):
        box.add(message)
    box.close()
    out = StringIO()
    call_command("lees_terugkomst", str(tmp_path / "post"), stdout=out)
    assert "1 teruggekomen, 0 nog onderweg, 1 niet van ons" in out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\xff" * 100,
        "From \n",
        report("<geen-kenmerk@x>"),
        report("<------------------------------------@x>"),
        report("").replace("message/rfc822", "message/rfc822; charset=nergens"),
        report("").replace("boundary=", "grens="),
        report("").split("Action")[0],
        "Content-Type: multipart/report; boundary=" + "x" * 5000,
    ],
)
def test_whatever_somebody_sends_us_breaks_nothing(bericht: Bericht, tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text)[0] == 0
    assert not Brieftaak.objects.exists()


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path, db: None) -> None:
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command("lees_terugkomst", str(tmp_path / "weg"))


def test_a_server_that_is_busy_is_asked_again_and_then_it_arrives(settings: Any, postbus: Postbus) -> None:
    """A soft bounce, over a real connection."""
    use_mailserver(settings, postbus.url)
    postbus.busy.add("noor@voorbeeld.nl")
    pk = send(sjabloon="zaak_status", partij=NOOR)
    run_due(now=NOW)
    assert Bericht.objects.get(pk=pk).status == Status.KLAAR
    assert not Brieftaak.objects.exists()
    postbus.busy.clear()
    run_due(now=NOW + timedelta(minutes=1))
    assert Bericht.objects.get(pk=pk).status == Status.VERZONDEN
    assert len(postbus.mails) == 1
    assert feiten(pk) == [Feit.GEPLAATST, Feit.GEMELD]


def test_f29_a_server_that_refuses_for_good_is_a_letter(settings: Any, postbus: Postbus) -> None:
    """A hard bounce, over a real connection."""
    use_mailserver(settings, postbus.url)
    postbus.refuse.add("noor@voorbeeld.nl")
    send(sjabloon="zaak_status", partij=NOOR)
    run_due(now=NOW)
    assert Brieftaak.objects.get().reden == Reden.TERUG
