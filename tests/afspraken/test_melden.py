"""What Noor hears of her afspraak, when, and what she does not hear any more."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from icalendar import Calendar, Event

from eloket.afspraken.backends.base import Bereik, TijdBezet
from eloket.afspraken.models import Afspraak, AfspraakStatus
from eloket.afspraken.services.boeken import cancel_afspraak, move_afspraak
from eloket.afspraken.services.gegevens import Bedrijfsgegevens, Bezoeker, Contactgegevens
from eloket.berichten.backends.base import BerichtTijdelijk
from eloket.berichten.backends.email import EmailBackend
from eloket.berichten.models import Bericht, Brieftaak, Status
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from tests.afspraken.afgesproken import NOOR, TIEN_UUR, book, make_gemeentehuis, page_of
from tests.afspraken.factories import MAANDAG, NOW, wall

pytestmark = pytest.mark.django_db
DINSDAG = wall(MAANDAG + timedelta(days=1), 11)
DONDERDAG = wall(MAANDAG + timedelta(days=10), 9)


@pytest.fixture(autouse=True)
def _gemeentehuis(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.ELOKET_BASIS_URL = "https://loket.example"
    mail.outbox = []
    make_gemeentehuis()


def move(afspraak: Afspraak, begin: datetime, *, now: datetime = NOW) -> None:
    move_afspraak(afspraak.pk, "gemeentehuis", begin, door="", bereik=Bereik.ONLINE, now=now)


def subjects(to: str = "noor@voorbeeld.nl") -> list[str]:
    return [message.subject.rpartition(" (")[0] for message in mail.outbox if message.to == [to]]


def calendar_of(message: Any) -> tuple[str, Event]:
    """The method and the event of the file that went along."""
    ((naam, inhoud, mimetype),) = message.attachments
    assert (mimetype, naam.endswith(".ics")) == ("text/calendar", True)
    calendar = Calendar.from_ical(inhoud)
    return str(calendar["METHOD"]), calendar.walk("VEVENT")[0]


@pytest.mark.kern
def test_noor_reads_when_where_and_what_to_bring_and_nobody_reads_what_for() -> None:
    afspraak = book()
    run_due(now=NOW)
    (message,) = mail.outbox
    assert message.subject.startswith("De afspraak op maandag 28 september 2026 staat vast (")
    for words in ("10.00 uur", "Raadhuisplein 1", "1234 AB Rietwaard", "Uw oude paspoort."):
        assert words in message.body
    assert f"https://loket.example{page_of(afspraak)}" in message.body
    assert "Paspoort aanvragen" not in message.subject + message.body + str(message.attachments)
    assert "Noor" not in message.body
    method, event = calendar_of(message)
    assert (method, event["SEQUENCE"]) == ("PUBLISH", 0)
    assert event["UID"] == f"{afspraak.referentie}@loket.example"
    assert event.decoded("DTSTART") == TIEN_UUR


@pytest.mark.kern
def test_a_move_and_a_cancellation_are_the_same_entry_of_her_calendar() -> None:
    afspraak = book()
    run_due(now=NOW)
    move(afspraak, DINSDAG)
    run_due(now=NOW)
    cancel_afspraak(afspraak.pk, door="", now=NOW)
    run_due(now=NOW)
    assert subjects() == [
        "De afspraak op maandag 28 september 2026 staat vast",
        "De afspraak is verzet naar dinsdag 29 september 2026",
        "De afspraak op dinsdag 29 september 2026 is geannuleerd",
    ]
    found = [calendar_of(message) for message in mail.outbox]
    assert [(method, int(event["SEQUENCE"])) for method, event in found] == [
        ("PUBLISH", 0),
        ("PUBLISH", 1),
        ("CANCEL", 2),
    ]
    assert len({str(event["UID"]) for _method, event in found}) == 1
    assert "https://loket.example/afspraken/\n" in mail.outbox[-1].body


def test_it_is_written_in_the_language_of_the_afspraak() -> None:
    afspraak = book(taal="en")
    assert page_of(afspraak).startswith("/en/")
    run_due(now=NOW)
    assert "Monday 28 September 2026" in mail.outbox[0].subject
    assert "/en/afspraken/beheren/" in mail.outbox[0].body


def test_a_time_that_was_lost_tells_nobody_anything() -> None:
    afspraak = book()
    for number in range(2):
        book(begin=DINSDAG, verzoek=f"ander-{number}", contact=replace(NOOR, email="ander@voorbeeld.nl"))
    with pytest.raises(TijdBezet):
        move(afspraak, DINSDAG)
    run_due(now=NOW)
    assert subjects() == ["De afspraak op maandag 28 september 2026 staat vast"]


@pytest.mark.kern
def test_reminders_come_three_days_and_one_day_before_at_the_same_time_of_day() -> None:
    book(begin=DONDERDAG)
    run_due(now=NOW)
    for days, told in ((4, 1), (3, 2), (2, 2), (1, 3), (0, 3)):
        run_due(now=DONDERDAG - timedelta(days=days))
        assert len(mail.outbox) == told, days
    assert subjects()[1:] == ["Herinnering: uw afspraak op donderdag 8 oktober 2026"] * 2


def test_no_reminder_is_planned_for_a_moment_that_is_past() -> None:
    book()  # on Friday at ten for Monday at ten: three days before is now
    assert [row.ids["dagen"] for row in Opdracht.objects.filter(handler="afspraken.herinner")] == ["1"]
    book(begin=wall(MAANDAG, 9), now=wall(MAANDAG, 8), verzoek="vandaag")
    assert Opdracht.objects.filter(handler="afspraken.herinner", created_at=wall(MAANDAG, 8)).count() == 0


def test_a_moved_afspraak_is_reminded_of_at_its_new_time_only() -> None:
    afspraak = book(begin=wall(MAANDAG + timedelta(days=7), 10))
    move(afspraak, DONDERDAG)
    run_due(now=wall(MAANDAG + timedelta(days=6), 10))  # a day before the old time
    assert not any(text.startswith("Herinnering") for text in subjects())
    run_due(now=DONDERDAG - timedelta(days=1))
    assert subjects()[-1] == "Herinnering: uw afspraak op donderdag 8 oktober 2026"


@pytest.mark.parametrize("status", [AfspraakStatus.GEANNULEERD, AfspraakStatus.NIET_VERSCHENEN])
def test_nobody_is_reminded_of_what_is_cancelled_or_over(status: AfspraakStatus) -> None:
    afspraak = book(begin=DONDERDAG)
    run_due(now=NOW)
    Afspraak.objects.filter(pk=afspraak.pk).update(status=status)
    run_due(now=DONDERDAG - timedelta(days=1))
    assert len(mail.outbox) == 1


def test_a_worker_that_was_away_sends_one_reminder_and_none_after_the_afspraak() -> None:
    book(begin=DONDERDAG)
    run_due(now=DONDERDAG - timedelta(hours=20))  # both are due, and the older one is overtaken
    assert [text.startswith("Herinnering") for text in subjects()].count(True) == 1
    book(begin=DONDERDAG, verzoek="laat", contact=replace(NOOR, email="laat@voorbeeld.nl"))
    run_due(now=DONDERDAG + timedelta(minutes=1))
    assert subjects("laat@voorbeeld.nl") == ["De afspraak op donderdag 8 oktober 2026 staat vast"]


def test_a_reminder_that_runs_twice_is_one_mail() -> None:
    book(begin=DONDERDAG)
    run_due(now=DONDERDAG - timedelta(days=1))
    Opdracht.objects.filter(handler="afspraken.herinner").update(status="wacht")
    run_due(now=DONDERDAG - timedelta(hours=23))
    assert [text.startswith("Herinnering") for text in subjects()].count(True) == 1


@pytest.mark.kern
def test_a_dead_mail_server_costs_no_afspraak_and_no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Booked is booked; what was overtaken meanwhile does not arrive afterwards."""

    def out(self: EmailBackend, bericht: object) -> None:
        raise BerichtTijdelijk("de mailserver is niet bereikbaar")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send", out)
        afspraak = book()
        run_due(now=NOW)
        move(afspraak, DINSDAG)
        run_due(now=NOW)
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.begin) == (AfspraakStatus.GEBOEKT, DINSDAG)
    run_due(now=NOW + timedelta(hours=1))
    assert subjects() == ["De afspraak is verzet naar dinsdag 29 september 2026"]


def test_visitors_of_a_business_get_the_entry_and_no_link() -> None:
    afspraak = book(
        doelgroep="ondernemer",
        bedrijf=Bedrijfsgegevens(kvk="12345678", naam="Zout & Zn."),
        bezoekers=(Bezoeker("Ada", "ada@voorbeeld.nl"), Bezoeker("Bo"), Bezoeker("Cas", "cas@voorbeeld.nl")),
    )
    cancel_afspraak(afspraak.pk, door="", now=NOW)
    run_due(now=NOW)
    for address in ("ada@voorbeeld.nl", "cas@voorbeeld.nl"):
        assert [text[-11:] for text in subjects(address)] == ["geannuleerd"]
    ada = next(message for message in mail.outbox if message.to == ["ada@voorbeeld.nl"])
    assert "Gemaakt door: Zout & Zn." in ada.body
    assert "beheren" not in ada.body + str(ada.attachments)
    assert calendar_of(ada)[0] == "CANCEL"


def test_who_asked_for_a_letter_gets_one_with_an_address_to_type() -> None:
    thuis = Contactgegevens(naam="Noor de Vries", adres=("Kerkstraat 1", "1234 AB Rietwaard"))
    afspraak = book(bevestiging="brief", contact=thuis, begin=DONDERDAG)
    bericht = Bericht.objects.get()
    assert bericht.gegevens["to"] == "Noor de Vries\nKerkstraat 1\n1234 AB Rietwaard"
    assert bericht.gegevens["link"] == "/afspraken/opzoeken/"
    assert Brieftaak.objects.count() == 1
    run_due(now=DONDERDAG - timedelta(days=1))
    assert not mail.outbox  # a reminder goes by mail only
    cancel_afspraak(afspraak.pk, door="kees", now=NOW)
    assert Brieftaak.objects.filter(vervallen_at=None).count() == 1  # the letter that nobody sent need not go


def test_who_wants_to_hear_nothing_hears_nothing() -> None:
    book(bevestiging="geen")
    run_due(now=NOW)
    assert not mail.outbox
    assert not Bericht.objects.exists()


def test_a_wrong_address_keeps_nobody_from_an_afspraak() -> None:
    afspraak = book(contact=replace(NOOR, email="geen adres"))
    assert afspraak.status == AfspraakStatus.GEBOEKT
    assert not Bericht.objects.exists()


def test_the_address_of_a_visit_at_home_stands_in_no_mail(settings: Any) -> None:
    from tests.afspraken.factories import make_plek, make_soort, visit

    make_plek("thuis", kanaal="huisbezoek")
    make_soort("keukentafel", huisbezoek=True)
    contact = replace(NOOR, adres=("Kerkstraat 1", "1234 AB Rietwaard"))
    book(locatie="thuis", bezoek=visit("keukentafel", kanaal="huisbezoek"), contact=contact)
    run_due(now=NOW)
    assert "op het adres dat u ons gaf" in mail.outbox[0].body
    assert "Kerkstraat" not in mail.outbox[0].body + str(mail.outbox[0].attachments)


def test_what_waits_is_written_in_the_same_transaction() -> None:
    book()
    assert Bericht.objects.get().status == Status.KLAAR
    assert Opdracht.objects.filter(handler="berichten.send").count() == 1
