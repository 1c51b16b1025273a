"""Thirty days after the visit nobody can see any more who came; the figures stay."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from eloket.afspraken.backends.base import Bereik
from eloket.afspraken.models import (
    Afspraak,
    Afspraakbijlage,
    AfspraakStatus,
    Claim,
    Reservering,
    Voorval,
)
from eloket.afspraken.services.boeken import cancel_afspraak, move_afspraak
from eloket.afspraken.services.gegevens import Bedrijfsgegevens, Bezoeker
from eloket.afspraken.services.opruimen import purge_agendas, wipe_afspraken
from eloket.afspraken.services.vasthouden import get_houvast, hold_tijd
from eloket.afspraken.tasks import ruim_op
from eloket.berichten.models import Bericht, Brieftaak
from eloket.bestanden.services import BestandNotFound, read_bestand, store_bestand
from eloket.lib.partij import Kvk
from eloket.outbox.services import run_due
from tests.afspraken.afgesproken import book, make_gemeentehuis
from tests.afspraken.factories import MAANDAG, NOW, visit, wall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bestanden")]
DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def _gemeentehuis(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    make_gemeentehuis()


@pytest.fixture
def afspraak() -> Afspraak:
    """Joris, with his business, a visitor and a drawing; logged in."""
    made = book(
        doelgroep="ondernemer",
        bedrijf=Bedrijfsgegevens(naam="Zout & Zn.", kvk="12345678"),
        bezoekers=(Bezoeker("Ada", "ada@voorbeeld.nl"),),
        belanghebbende=Kvk("12345678"),
        handelende=Kvk("87654321"),
    )
    bestand = store_bestand(inhoud=b"tekening", naam="a.txt", mimetype="text/plain", now=NOW)
    Afspraakbijlage.objects.create(afspraak=made, bestand=UUID(bestand), gemaakt=NOW)
    return made


@pytest.mark.kern
def test_who_came_is_gone_after_thirty_days_and_that_somebody_came_is_not(afspraak: Afspraak) -> None:
    run_due(now=NOW)
    Afspraak.objects.update(status=AfspraakStatus.GEHOLPEN)
    bijlage = str(Afspraakbijlage.objects.get().bestand)
    over = afspraak.eind + 30 * DAG
    assert wipe_afspraken(now=over) == 0
    assert wipe_afspraken(now=over + timedelta(seconds=1)) == 1
    row = Afspraak.objects.get()
    assert (row.contact, row.bedrijf, row.bezoekers, row.belanghebbende, row.handelende) == (None,) * 5
    sleutels = (row.email_sleutel, row.telefoon_sleutel, row.belanghebbende_sleutel, row.handelende_sleutel)
    assert sleutels == ("", "", "", "")
    assert row.gewist is not None
    assert (row.status, row.begin, row.referentie) == (
        AfspraakStatus.GEHOLPEN,
        afspraak.begin,
        afspraak.referentie,
    )
    assert row.regels.count() == 1
    assert Voorval.objects.filter(afspraak=row).exists()
    assert not Afspraakbijlage.objects.exists()
    with pytest.raises(BestandNotFound):
        read_bestand(bijlage)
    assert {(bericht.adres, str(bericht.gegevens)) for bericht in Bericht.objects.all()} == {("", "{}")}
    assert wipe_afspraken(now=over + DAG) == 0  # once is enough


def test_a_letter_that_nobody_sent_is_forgotten_too() -> None:
    afspraak = book(bevestiging="brief")
    assert "Noor" in str(Bericht.objects.get().gegevens)
    wipe_afspraken(now=afspraak.eind + 31 * DAG)
    assert Bericht.objects.get().gegevens == {}
    assert Brieftaak.objects.get().vervallen_at is not None


def test_the_gemeente_may_keep_it_shorter(afspraak: Afspraak, settings: Any) -> None:
    settings.ELOKET_AFSPRAAK_BEWAARDAGEN = 7
    assert wipe_afspraken(now=afspraak.eind + 8 * DAG) == 1


def test_what_was_cancelled_long_before_is_not_kept_until_the_visit(afspraak: Afspraak) -> None:
    later = wall(MAANDAG + 42 * DAG, 10)
    move_afspraak(afspraak.pk, "gemeentehuis", later, door="", bereik=Bereik.ONLINE, now=NOW)
    cancel_afspraak(afspraak.pk, door="", now=NOW)
    assert wipe_afspraken(now=NOW + 30 * DAG) == 0
    assert wipe_afspraken(now=NOW + 31 * DAG) == 1


def test_what_is_to_come_stays(afspraak: Afspraak) -> None:
    ruim_op(now=NOW)
    assert Afspraak.objects.get().contact is not None
    assert Claim.objects.exists()


def test_what_the_guard_held_of_past_time_goes_and_the_booking_stays(afspraak: Afspraak) -> None:
    held = hold_tijd(visit(), "gemeentehuis", wall(MAANDAG, 11), houder="x", verzoek="x", now=NOW)
    purge_agendas(now=wall(MAANDAG, 12))  # the same day: not yet
    assert get_houvast(held.sleutel, "gemeentehuis") == held
    purge_agendas(now=wall(MAANDAG + 2 * DAG, 12))
    assert not Claim.objects.exists()
    assert [str(row.pk) for row in Reservering.objects.all()] == [afspraak.boeking]


def test_a_hold_of_time_to_come_is_never_purged_however_long_ago_it_expired() -> None:
    """Who is slow may still confirm: only somebody else who needs the time ends it."""
    begin = wall(MAANDAG + 21 * DAG, 10)
    held = hold_tijd(visit(), "gemeentehuis", begin, houder="x", verzoek="x", now=NOW)
    purge_agendas(now=NOW + 10 * DAG)
    assert get_houvast(held.sleutel, "gemeentehuis") == held


def test_a_thousand_afspraken_go_in_one_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.afspraken.services.opruimen.PER_KEER", 2)
    for number in range(5):
        book(verzoek=f"noor-{number}", begin=wall(MAANDAG, 9 + number // 2))
    assert wipe_afspraken(now=NOW + 60 * DAG) == 5
