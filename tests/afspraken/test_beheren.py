"""Noor sees, moves and cancels her afspraak from the link in her mail; a mail scanner does nothing to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.models import Afspraak, AfspraakStatus
from eloket.afspraken.services.boeken import cancel_afspraak
from eloket.afspraken.services.gegevens import Bedrijfsgegevens
from eloket.lib import klok
from eloket.outbox.services import run_due
from tests.afspraken.afgesproken import NOOR, TIEN_UUR, book, headers, make_gemeentehuis, page_of
from tests.afspraken.factories import NOW

pytestmark = pytest.mark.django_db

GESLOTEN = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
JA = {"annuleer": "ja"}


@pytest.fixture(autouse=True)
def _friday(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    set_clock(monkeypatch, NOW)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: Any) -> None:
    monkeypatch.setattr(klok, "now", lambda: now)


@pytest.fixture
def afspraak() -> Afspraak:
    make_gemeentehuis()
    return book(bedrijf=Bedrijfsgegevens(naam="Zout & Zn.", kvk="12345678"))


def links_on(html: str) -> Iterator[str]:
    """Every address of ours on a page, as a scanner finds them."""
    for found in re.findall(r'(?:href|src|action)="([^"#]+)"', html):
        path = unescape(found)
        if path.startswith("/") and not path.startswith(("/static/", "/media/")):
            yield path


@pytest.mark.kern
def test_the_page_says_when_where_and_what_for_and_never_who(client: Client, afspraak: Afspraak) -> None:
    page = client.get(page_of(afspraak))
    for words in ("maandag 28 september 2026 om 10.00 uur", "Raadhuisplein 1", "Paspoort aanvragen"):
        assert words in page.text
    assert "Uw oude paspoort." in page.text
    assert afspraak.referentie[:4] in page.text
    for personal in (NOOR.naam, "Noor", NOOR.email, "612345678", "Zout", "12345678"):
        assert personal not in page.text
    assert not page.cookies


@pytest.mark.kern
def test_a_scanner_that_opens_every_link_of_every_page_changes_nothing(
    client: Client, afspraak: Afspraak
) -> None:
    """Three links deep, from the link in the mail; the guard of the tests sees that no GET writes."""
    run_due(now=NOW)
    before = Afspraak.objects.values().get()
    found, todo = set(), {page_of(afspraak)}
    for _depth in range(3):
        answers = [client.get(path) for path in sorted(todo)]
        found |= todo
        texts = [answer.text for answer in answers if answer["Content-Type"].startswith("text/html")]
        todo = {path for text in texts for path in links_on(text) if "/afspraken/" in path} - found
    assert {page_of(afspraak, naam) for naam in ("annuleren", "verzetten", "agendabestand")} <= found
    assert Afspraak.objects.values().get() == before
    assert len(mail.outbox) == 1


@pytest.mark.kern
def test_noor_cancels_and_reads_that_she_did(client: Client, afspraak: Afspraak) -> None:
    page = client.get(page_of(afspraak, "annuleren"))
    assert "Ja, annuleer deze afspraak" in page.text
    answer = client.post(page_of(afspraak, "annuleren"), JA, follow=True)
    assert answer.redirect_chain == [(page_of(afspraak), 303)]
    assert "Deze afspraak is geannuleerd" in answer.text
    assert "Annuleer de afspraak" not in answer.text
    afspraak.refresh_from_db()
    assert afspraak.status == AfspraakStatus.GEANNULEERD


def test_cancelling_twice_is_cancelling_once(client: Client, afspraak: Afspraak) -> None:
    for _time in range(3):  # a second tab, the back button, an impatient finger
        answer = client.post(page_of(afspraak, "annuleren"), JA, follow=True)
        assert answer.status_code == 200
        assert "Deze afspraak is geannuleerd" in answer.text
    run_due(now=NOW)
    assert [message.subject for message in mail.outbox if "geannuleerd" in message.subject] == [
        mail.outbox[-1].subject
    ]


@pytest.mark.parametrize("naam", ["annuleren", "verzetten"])
def test_what_has_begun_cannot_be_changed_any_more(
    client: Client, afspraak: Afspraak, naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, TIEN_UUR)
    assert page_of(afspraak, "annuleren") not in client.get(page_of(afspraak)).text
    answer = client.post(page_of(afspraak, naam), JA)
    assert answer.status_code == 409
    assert "niet meer verzetten of annuleren" in answer.text
    afspraak.refresh_from_db()
    assert afspraak.status == AfspraakStatus.GEBOEKT


def test_who_is_at_the_counter_already_cannot_cancel(client: Client, afspraak: Afspraak) -> None:
    Afspraak.objects.update(status=AfspraakStatus.AANGEKOMEN)
    assert client.post(page_of(afspraak, "annuleren"), JA).status_code == 409
    assert Afspraak.objects.get().status == AfspraakStatus.AANGEKOMEN


def test_an_agenda_out_of_order_changes_nothing_and_says_so(
    client: Client, afspraak: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out(self: DatabaseBackend, sleutel: str, **kwargs: Any) -> None:
        raise NietBereikbaar("storing")

    monkeypatch.setattr(DatabaseBackend, "cancel", out)
    status, told = headers(client, page_of(afspraak, "annuleren"), data=JA)
    assert (status, told) == (503, GESLOTEN)
    afspraak.refresh_from_db()
    assert afspraak.status == AfspraakStatus.GEBOEKT


@pytest.mark.kern
def test_a_link_that_was_changed_says_what_to_do_now(client: Client, afspraak: Afspraak) -> None:
    page = client.get(page_of(afspraak).replace(".", "x", 1))
    assert page.status_code == 404
    assert "Deze link klopt niet" in page.text
    assert 'href="/afspraken/opzoeken/"' in page.text


def test_an_old_link_says_that_the_afspraak_is_over(
    client: Client, afspraak: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, afspraak.eind + timedelta(days=1))
    page = client.get(page_of(afspraak))
    assert page.status_code == 410
    assert "Deze link werkt niet meer" in page.text
    assert "Paspoort" not in page.text


def test_the_calendar_file_of_a_cancelled_afspraak_takes_it_out(client: Client, afspraak: Afspraak) -> None:
    answer = client.get(page_of(afspraak, "agendabestand"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"].endswith('.ics"')
    assert "METHOD:PUBLISH" in answer.text
    assert "Noor" not in answer.text
    cancel_afspraak(afspraak.pk, door="", now=NOW)
    assert "METHOD:CANCEL" in client.get(page_of(afspraak, "agendabestand")).text


@pytest.mark.kern
def test_every_answer_is_kept_nowhere_found_nowhere_and_told_nobody(
    client: Client, afspraak: Afspraak, monkeypatch: pytest.MonkeyPatch
) -> None:
    goed, fout = page_of(afspraak), page_of(afspraak).replace(".", "x", 1)
    seen = {}
    for path in (
        goed,
        fout,
        goed.rstrip("/"),
        f"{goed}onzin/",
        page_of(afspraak, "annuleren"),
        page_of(afspraak, "verzetten"),
        page_of(afspraak, "agendabestand"),
        "/afspraken/opzoeken/",
        "/en/afspraken/opzoeken/",
    ):
        seen[path], told = headers(client, path)
        assert told == GESLOTEN, path
    assert set(seen.values()) == {200, 301, 404}
    assert headers(client, goed, data={}) == (405, GESLOTEN)
    assert headers(client, page_of(afspraak, "annuleren"), data=JA) == (303, GESLOTEN)
    assert headers(client, page_of(afspraak, "annuleren"))[1] == GESLOTEN
    set_clock(monkeypatch, NOW + timedelta(days=60))
    assert headers(client, goed) == (410, GESLOTEN)


def test_also_what_breaks_tells_nobody(client: Client, afspraak: Afspraak, monkeypatch: Any) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("eloket.afspraken.views.beheren.to_info", broken)
    client.raise_request_exception = False
    assert headers(client, page_of(afspraak)) == (500, GESLOTEN)


def test_other_pages_of_afspraken_keep_their_own_headers(client: Client) -> None:
    assert client.get("/afspraken/")["Referrer-Policy"] != "no-referrer"


def test_a_browser_that_names_no_origin_may_cancel(afspraak: Afspraak) -> None:
    """With the policy no-referrer it sends "Origin: null" from our own page."""
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(page_of(afspraak, "annuleren"), JA, headers={"Origin": "null"})
    assert answer.status_code == 303
    assert Afspraak.objects.get().status == AfspraakStatus.GEANNULEERD


def test_an_english_page_stays_english(client: Client, afspraak: Afspraak) -> None:
    page = client.get(f"/en{page_of(afspraak)}")
    assert '<html lang="en">' in page.text
    assert f'href="/en{page_of(afspraak, "annuleren")}"' in page.text


def opzoeken(client: Client, nummer: str, contact: str, **extra: Any) -> Any:
    return client.post("/afspraken/opzoeken/", {"nummer": nummer, "contact": contact}, **extra)


@pytest.mark.kern
@pytest.mark.parametrize(
    "contact", ["noor@voorbeeld.nl", " Noor@Voorbeeld.nl ", "06 12 34 56 78", "+31612345678"]
)
@pytest.mark.parametrize("small", [True, False])
def test_noor_without_her_mail_finds_it_by_its_number(
    client: Client, afspraak: Afspraak, contact: str, small: bool
) -> None:
    nummer = f"{afspraak.referentie[:4]}-{afspraak.referentie[4:]}"
    answer = opzoeken(client, nummer.lower() if small else nummer, contact)
    assert (answer.status_code, answer["Location"]) == (303, page_of(afspraak))


@pytest.mark.kern
def test_a_wrong_number_and_a_wrong_address_get_the_same_answer(client: Client, afspraak: Afspraak) -> None:
    """A stranger who has one of the two learns nothing of the other."""
    pogingen = (
        ("ZZZZ-ZZZZ", "noor@voorbeeld.nl"),
        (afspraak.referentie, "ander@voorbeeld.nl"),
        (afspraak.referentie, "0687654321"),
        ("geen nummer", "noor@voorbeeld.nl"),
    )
    answers = [opzoeken(client, *poging) for poging in pogingen]
    assert {answer.status_code for answer in answers} == {200}
    said = {re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}
    assert len(said) == 1
    assert "Wij vinden geen afspraak met deze gegevens." in said.pop()


def test_an_afspraak_without_an_address_is_not_found_without_one(client: Client) -> None:
    make_gemeentehuis()
    afspraak = book(contact=replace(NOOR, email="", telefoon=""), bevestiging="geen")
    for contact in ("", " ", "@", "0"):
        assert opzoeken(client, afspraak.referentie, contact).status_code == 200


def test_who_tries_too_often_must_wait(client: Client, afspraak: Afspraak) -> None:
    """At one number, also from other places: nobody tries addresses until one fits."""
    for number in range(10):
        opzoeken(client, afspraak.referentie, f"a{number}@voorbeeld.nl", REMOTE_ADDR=f"192.0.2.{number}")
    answer = opzoeken(client, afspraak.referentie, NOOR.email, REMOTE_ADDR="198.51.100.1")
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert "Wacht een uur" in answer.text


def test_who_tries_many_numbers_from_one_place_must_wait(client: Client) -> None:
    numbers = [f"AAAAAAA{sign}" for sign in "ABCDEFGHJKMNPQRSTUVWX"]
    codes = [opzoeken(client, nummer, "a@voorbeeld.nl").status_code for nummer in numbers]
    assert (set(codes[:20]), codes[20]) == ({200}, 429)


@pytest.mark.parametrize("nummer", ["", "x" * 5000, "A7K3\x00QX9M", "😀", "' OR 1=1 --"])
@pytest.mark.parametrize("contact", ["", "a@", "x" * 5000, "\x00", "noor@voorbeeld.nl"])
def test_whatever_is_typed_gets_an_answer(client: Client, nummer: str, contact: str) -> None:
    assert opzoeken(client, nummer, contact).status_code == 200
