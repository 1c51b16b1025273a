"""Letters on the worklist of Kees, and mail that is too late."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from eloket.accounts.services import Rol
from eloket.berichten.backends.base import BerichtTijdelijk
from eloket.berichten.backends.email import EmailBackend
from eloket.berichten.models import Bericht, Brieftaak, Feit, Reden, Status
from eloket.berichten.services.brieven import retry_mail, send_brief
from eloket.berichten.services.telaat import ask_late_brieven, get_bezorgstand
from eloket.berichten.services.toestemmingen import set_toestemming
from eloket.berichten.soorten import Aard
from eloket.lib import klok
from eloket.outbox.services import run_due
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.berichten.test_berichten import NOOR, NOW, feiten, refuse, send
from tests.berichten.test_weg import choose

pytestmark = pytest.mark.django_db

URL = "/beheer/brieven/"


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def ask_letter() -> Brieftaak:
    pk = send(sjabloon="zaak_besluit", partij=NOOR, email="", gegevens={"reference": "ELK-2026-0000007"})
    return Brieftaak.objects.get(bericht=pk)


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


@pytest.mark.kern
def test_kees_sends_a_letter_and_the_proof_says_so(kees: Client) -> None:
    taak = ask_letter()
    assert "ELK-2026-0000007" in kees.get(URL).text
    answer = kees.post(f"{URL}{taak.pk}/verstuurd/", follow=True)
    assert "staat op verstuurd" in answer.text
    assert "Er wacht geen brief" in answer.text
    taak.refresh_from_db()
    assert (taak.verstuurd_door, taak.verstuurd_op) == ("Kees Bakker", klok.now().date())
    assert feiten(str(taak.bericht_id)) == [Feit.GEPLAATST, Feit.BRIEF_NODIG, Feit.BRIEF_WEG]
    assert "Kees Bakker" in kees.get(f"{URL}?klaar=1&zoek=0000007").text


def test_a_colleague_who_was_first_is_told(kees: Client) -> None:
    taak = ask_letter()
    send_brief(taak.pk, door="Ilse", now=NOW)
    assert "was al verstuurd" in kees.post(f"{URL}{taak.pk}/verstuurd/", follow=True).text
    assert Brieftaak.objects.get().verstuurd_door == "Ilse"
    assert kees.post(f"{URL}999999/verstuurd/").status_code == 404


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.KCC])
def test_who_sends_no_letters_does_not_see_whom_they_are_for(client: Client, rol: Rol) -> None:
    taak = ask_letter()
    login_medewerker(client, make_medewerker(rol))
    assert client.get(URL).status_code == 302  # back to the start of the admin
    client.post(f"{URL}{taak.pk}/verstuurd/")
    assert Brieftaak.objects.get().verstuurd_op is None


def test_a_mail_server_that_was_set_up_wrong_costs_no_letters(
    kees: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It refused everybody; once it is mended the mails go, and the letters need not."""
    pk = send(sjabloon="zaak_status", partij=NOOR)
    choose(adres="noor@voorbeeld.nl")
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", refuse)
        run_due(now=NOW)
    taak = Brieftaak.objects.get()
    assert "Wij proberen de e-mail opnieuw" in kees.post(f"{URL}{taak.pk}/opnieuw/", follow=True).text
    assert not retry_mail(taak.pk, now=NOW)  # it is under way
    run_due(now=klok.now())
    assert Bericht.objects.get(pk=pk).status == Status.VERZONDEN
    taak.refresh_from_db()
    assert taak.vervallen_at is not None
    assert "Er wacht geen brief" in kees.get(URL).text


def test_f28_news_that_waits_longer_than_48_hours_is_an_alarm_and_a_besluit_becomes_a_letter(
    kees: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out(self: EmailBackend, bericht: object) -> None:
        raise BerichtTijdelijk("de mailserver is niet bereikbaar")

    choose()
    set_toestemming(NOOR, Aard.BESLUIT, gegeven=True, now=NOW)
    now = klok.now()
    besluit, status = (
        send(sjabloon=naam, partij=NOOR, key=naam, now=now - timedelta(hours=49))
        for naam in ("zaak_besluit", "zaak_status")
    )
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", out)
        run_due(now=now)
    assert get_bezorgstand(now=now - timedelta(hours=2)).te_laat == 0
    assert get_bezorgstand(now=now).te_laat == 2
    assert "e-mails hadden al weg moeten zijn" in kees.get(URL).text
    assert (ask_late_brieven(now=now), ask_late_brieven(now=now)) == (1, 0)
    taak = Brieftaak.objects.get()
    assert (str(taak.bericht_id), taak.reden) == (besluit, Reden.TE_LAAT)
    run_due(now=now + timedelta(hours=1))  # the mail server is back
    assert get_bezorgstand(now=now + timedelta(hours=1)).te_laat == 0
    taak.refresh_from_db()
    assert taak.vervallen_at is not None
    assert feiten(status) == [Feit.GEPLAATST, Feit.GEMELD]


def test_a_gemeente_can_promise_less_than_48_hours(settings: Any) -> None:
    settings.ELOKET_MELDEN_UREN = 2
    send(sjabloon="zaak_status", partij=NOOR)
    assert get_bezorgstand(now=NOW + timedelta(hours=3)).te_laat == 1


def test_who_never_wanted_it_digitally_gets_the_letter_also_when_the_mail_arrives() -> None:
    """The mail only says that there is news: it does not replace the letter."""
    send(sjabloon="zaak_besluit", partij=NOOR)
    run_due(now=NOW)
    assert len(mail.outbox) == 1
    assert Brieftaak.objects.get().vervallen_at is None
