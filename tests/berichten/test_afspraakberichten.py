"""Messages about an afspraak: when and where, never what for; what is overtaken does not go; on paper too."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core import mail
from django.test import Client

from eloket.accounts.services import Rol
from eloket.berichten.backends.base import BerichtTijdelijk
from eloket.berichten.backends.email import EmailBackend
from eloket.berichten.models import Bericht, Brieftaak, Feit, Kanaal, Reden, Status
from eloket.berichten.services import (
    InvalidAdres,
    forget_berichten,
    forget_nummers,
    send_bericht,
    withdraw_berichten,
)
from eloket.berichten.soorten import SOORTEN, Voor
from eloket.lib.pdf import PdfUnavailable
from eloket.outbox.services import run_due
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.berichten.test_berichten import NOW, feiten, refuse

pytestmark = pytest.mark.django_db

NUMMER = "A7K3-QX9M"
AFSPRAAK = [naam for naam, soort in SOORTEN.items() if soort.voor == Voor.AFSPRAAK]
NAAR_NOOR = "Noor de Vries\nKerkstraat 1\n1234 AB Duinstede"


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def send(**values: Any) -> str:
    return send_bericht(
        **{
            "sjabloon": "afspraak_bevestigd",
            "email": "noor@voorbeeld.nl",
            "gegevens": {
                "reference": NUMMER,
                "date": "dinsdag 29 december 2026",
                "time": "9.15 uur",
                "place": "Stadhuis, Raadhuisplein 1, Duinstede",
                "bring": "Uw oude paspoort.",
                "link": "/afspraken/beheren/abc/",
            },
            "taal": "nl",
            "key": "afspraak:1",
            "now": NOW,
            **values,
        }
    )


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


@pytest.mark.kern
def test_noor_reads_when_and_where_and_finds_the_entry_for_her_calendar() -> None:
    send(agenda="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    run_due(now=NOW)
    message = mail.outbox[0]
    for words in ("dinsdag 29 december 2026", "9.15 uur", "Raadhuisplein 1", NUMMER, "Uw oude paspoort"):
        assert words in message.body
    assert "/afspraken/beheren/abc/" in message.body
    assert "Gemaakt door" not in message.body
    naam, inhoud, soort = message.attachments[0]
    assert (naam, soort) == (f"afspraak-{NUMMER}.ics", "text/calendar")
    assert "BEGIN:VCALENDAR" in str(inhoud)


@pytest.mark.parametrize("naam", AFSPRAAK)
def test_no_message_about_an_afspraak_can_say_what_it_is_for(naam: str) -> None:
    """Also not when Samira writes its words: a subject is read on a locked telephone."""
    assert not SOORTEN[naam].variabelen & {"product", "code"}


def test_a_visitor_gets_no_link_and_reads_who_made_it() -> None:
    gegevens = {"reference": NUMMER, "date": "29 december", "time": "9.15 uur", "by": "Zout & Zn."}
    send(gegevens=gegevens)
    run_due(now=NOW)
    assert "Gemaakt door: Zout & Zn." in mail.outbox[0].body
    assert "verzetten" not in mail.outbox[0].body


def test_what_a_newer_message_overtook_does_not_arrive_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mail server is out while Noor books and moves: she must not read the first time last."""

    def out(self: EmailBackend, bericht: object) -> None:
        raise BerichtTijdelijk("de mailserver is niet bereikbaar")

    first = send()
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", out)
        run_due(now=NOW)
    assert withdraw_berichten(NUMMER, now=NOW) == 1
    send(sjabloon="afspraak_gewijzigd", key="afspraak:2", now=NOW + timedelta(minutes=1))
    run_due(now=NOW + timedelta(hours=1))
    assert [message.subject for message in mail.outbox] == [
        f"De afspraak is verzet naar dinsdag 29 december 2026 ({NUMMER})"
    ]
    assert feiten(first) == [Feit.GEPLAATST, Feit.INGEHAALD]
    assert withdraw_berichten(NUMMER, now=NOW) == 0  # what went, went


def test_without_a_number_nothing_is_withdrawn() -> None:
    with pytest.raises(ValueError, match="iedereen"):
        withdraw_berichten("", now=NOW)


def test_a_wrong_address_is_seen_by_who_can_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmailBackend, "send", refuse)
    pk = send()
    run_due(now=NOW)
    assert Brieftaak.objects.get().reden == Reden.TERUG
    assert Bericht.objects.get(pk=pk).status == Status.MISLUKT


@pytest.mark.kern
def test_who_has_no_mail_gets_a_letter_that_kees_prints(kees: Client) -> None:
    pk = send(email="", aan=NAAR_NOOR)
    assert Bericht.objects.get(pk=pk).kanaal == Kanaal.BRIEF
    taak = Brieftaak.objects.get()
    page = kees.get("/beheer/brieven/").text
    assert NUMMER in page
    answer = kees.get(f"/beheer/brieven/{taak.pk}/brief.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("De afspraak op dinsdag 29 december")
    kees.post(f"/beheer/brieven/{taak.pk}/verstuurd/")
    assert feiten(pk) == [Feit.GEPLAATST, Feit.BRIEF_NODIG, Feit.BRIEF_WEG]


def test_a_letter_that_was_overtaken_drops_off_the_list(kees: Client) -> None:
    send(email="", aan=NAAR_NOOR)
    withdraw_berichten(NUMMER, now=NOW)
    assert "Er wacht geen brief" in kees.get("/beheer/brieven/").text


def test_the_letter_of_a_zaak_is_not_made_here(kees: Client) -> None:
    send(sjabloon="zaak_besluit", gegevens={"reference": "ELK-1"})
    taak = Brieftaak.objects.get()
    assert "brief.pdf" not in kees.get("/beheer/brieven/").text
    assert kees.get(f"/beheer/brieven/{taak.pk}/brief.pdf").status_code == 404


def test_a_machine_that_makes_no_pdf_says_so(kees: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(html: str, css: str) -> bytes:
        raise PdfUnavailable("installeer Pango")

    send(email="", aan=NAAR_NOOR)
    monkeypatch.setattr("eloket.berichten.opstellen.write_pdf", without)
    answer = kees.get(f"/beheer/brieven/{Brieftaak.objects.get().pk}/brief.pdf", follow=True)
    assert "installeer Pango" in answer.text


def test_without_mail_and_without_letter_there_is_nowhere_to_go() -> None:
    with pytest.raises(InvalidAdres):
        send(email="")


def test_what_was_sent_is_forgotten_with_the_afspraak_and_what_still_must_go_is_not() -> None:
    sent, waits = send(), send(key="afspraak:2", now=NOW + timedelta(days=1))
    run_due(now=NOW)
    assert forget_nummers([NUMMER, ""]) == 1
    gone, kept = Bericht.objects.get(pk=sent), Bericht.objects.get(pk=waits)
    assert (gone.adres, gone.gegevens, gone.vergeten) == ("", {}, True)
    assert kept.adres == "noor@voorbeeld.nl"


def test_what_was_overtaken_is_forgotten_after_a_month() -> None:
    pk = send()
    withdraw_berichten(NUMMER, now=NOW)
    assert forget_berichten(now=NOW + timedelta(days=29)) == 0
    assert forget_berichten(now=NOW + timedelta(days=31)) == 1
    assert Bericht.objects.get(pk=pk).adres == ""
