"""Drawings beforehand: added one by one, seen by the team that has the talk, and by nobody else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.afspraken.models import (
    Afspraak,
    Afspraakbijlage,
    Afspraaklocatie,
    Agenda,
    Deel,
    Reservering,
    Voorval,
)
from eloket.afspraken.services import stukken
from eloket.bestanden.models import Bestand, Staat
from eloket.zaken.models import Team
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.bestanden.monsters import SVG, photo, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bestanden", "not_reread")]
NU = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
JORIS = "joris-houdt-vast"


def tekening(number: int = 0) -> "ContentFile[bytes]":
    return upload(photo(size=(20 + number, 20)), f"tekening-{number}.jpg")


@pytest.fixture
def afspraak() -> Afspraak:
    """Joris has a talk with the adviseurs of the ondernemersloket."""
    loket = Afspraaklocatie.objects.create(code="ondernemersloket", naam="Ondernemersloket")
    team = Team.objects.create(naam="Ondernemersloket")
    adviseur = Agenda.objects.create(locatie=loket, naam="Adviseur 1", team=team)
    tijd = {"begin": NU, "eind": NU + timedelta(hours=1)}
    boeking = Reservering.objects.create(
        status="geboekt", locatie=loket, bezoek={}, verzoek="joris", gemaakt=NU, **tijd
    )
    Deel.objects.create(reservering=boeking, agenda=adviseur, locatie=loket, begin=0, eind=12)
    return Afspraak.objects.create(
        referentie="A7K3QX9M",
        locatie=loket,
        kanaal="balie",
        boeking=str(boeking.pk),
        verzoek="joris",
        gemaakt=NU,
        bedrijf={"naam": "Bakkerij De Rietkraag", "onderwerp": "Een oven op het plein"},
        **tijd,
    )


@pytest.fixture
def kees(client: Client) -> User:
    return login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Jansen"))


def add(afspraak: Afspraak, *, staat: str = Staat.SCHOON) -> Afspraakbijlage:
    """A drawing that came along with the afspraak."""
    assert stukken.add_stukken(JORIS, [tekening()], now=NU) == []
    Bestand.objects.update(staat=staat)
    Afspraakbijlage.objects.update(afspraak=afspraak, houder="")
    return Afspraakbijlage.objects.get()


def lijst(afspraak: Afspraak) -> str:
    return reverse("afspraakstukken:lijst", args=[afspraak.pk])


def test_joris_adds_five_drawings_and_a_sixth_is_told(bestanden: Path) -> None:
    assert stukken.add_stukken(JORIS, [tekening(number) for number in range(5)], now=NU) == []
    assert stukken.add_stukken(JORIS, [tekening(6)], now=NU) == [
        "U kunt hier niet meer dan 5 bestanden meesturen. Verwijder er eerst een."
    ]
    assert [each.naam for each in stukken.list_gekozen(JORIS)] == [f"tekening-{n}.jpg" for n in range(5)]
    assert all(b"JFIF" not in path.read_bytes() for path in bestanden.rglob("*") if path.is_file())


def test_the_same_drawing_twice_is_one_and_what_is_no_drawing_is_none() -> None:
    assert stukken.add_stukken(JORIS, [tekening(), tekening()], now=NU) == []
    (melding,) = stukken.add_stukken(JORIS, [upload(SVG, "plattegrond.svg")], now=NU)
    assert "plattegrond.svg" in melding
    assert len(stukken.list_gekozen(JORIS)) == 1


def test_joris_takes_his_own_away_and_nobody_elses() -> None:
    stukken.add_stukken(JORIS, [tekening()], now=NU)
    (gekozen,) = stukken.list_gekozen(JORIS)
    stukken.remove_stuk("een-ander", gekozen.id)
    assert stukken.list_gekozen(JORIS) == [gekozen]
    assert stukken.list_gekozen("een-ander") == []
    stukken.remove_stuk(JORIS, gekozen.id)
    assert not Bestand.objects.filter(deleted_at=None).exists()


def test_what_was_never_booked_goes_after_a_day(afspraak: Afspraak) -> None:
    kept = add(afspraak)
    stukken.add_stukken(JORIS, [tekening(1)], now=NU)
    assert stukken.purge_stukken(now=NU + timedelta(hours=23)) == 0
    assert stukken.purge_stukken(now=NU + timedelta(hours=25)) == 1
    assert list(Afspraakbijlage.objects.all()) == [kept]
    assert [str(each.pk) for each in Bestand.objects.filter(deleted_at=None)] == [str(kept.bestand)]


def test_kees_of_the_team_opens_it_and_that_is_noted(client: Client, kees: User, afspraak: Afspraak) -> None:
    bijlage = add(afspraak)
    Team.objects.get().leden.add(kees)
    page = client.get(lijst(afspraak))
    assert "tekening-0.jpg" in page.text
    assert "Een oven op het plein" in page.text
    assert not Voorval.objects.exists()
    response = client.get(f"{lijst(afspraak)}{bijlage.pk}/")
    assert b"".join(response).startswith(b"\xff\xd8")
    assert "attachment" in response["Content-Disposition"]
    assert list(Voorval.objects.values_list("wat", "door")) == [("stuk_geopend", kees.get_username())]


def test_the_named_adviseur_needs_no_team(client: Client, kees: User, afspraak: Afspraak) -> None:
    add(afspraak)
    Agenda.objects.update(team=None, medewerker=kees)
    assert "tekening-0.jpg" in client.get(lijst(afspraak)).text


def test_for_a_colleague_of_another_team_it_is_not_there(
    client: Client, kees: User, afspraak: Afspraak
) -> None:
    bijlage = add(afspraak)
    Team.objects.create(naam="Parkeren").leden.add(kees)
    for path in (lijst(afspraak), f"{lijst(afspraak)}{bijlage.pk}/"):
        assert client.get(path).status_code == 404
    Agenda.objects.update(team=None)  # nobody is named: that is not everybody
    assert client.get(lijst(afspraak)).status_code == 404
    assert client.get(reverse("afspraakstukken:lijst", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize(
    ("staat", "told"), [(Staat.WACHT, "controleren dit stuk nog"), (Staat.GEWEIGERD, "virus")]
)
def test_what_the_scanner_has_not_passed_is_given_to_nobody(
    client: Client, kees: User, afspraak: Afspraak, staat: str, told: str
) -> None:
    bijlage = add(afspraak, staat=staat)
    Team.objects.get().leden.add(kees)
    page = client.get(lijst(afspraak)).text
    assert told in page
    assert "download" not in page
    assert client.get(f"{lijst(afspraak)}{bijlage.pk}/").status_code == 404


def test_a_file_of_another_afspraak_is_not_found_by_its_number(
    client: Client, kees: User, afspraak: Afspraak
) -> None:
    bijlage = add(afspraak)
    Team.objects.get().leden.add(kees)
    other = Afspraak.objects.get()
    other.pk, other.referentie, other.verzoek = uuid4(), "B7K3QX9M", "noor"
    other.save(force_insert=True)
    assert client.get(f"{lijst(other)}{bijlage.pk}/").status_code == 404
