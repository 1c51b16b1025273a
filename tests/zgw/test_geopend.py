"""Noor opens her zaak, and a register that keeps that is told: other portals then know that she read it."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.zaken.services import create_zaak, note_geopend
from tests.accounts.helpers import login_burger
from tests.zaken.factories import NOW, new_zaak
from tests.zgw.backend import make_setting
from tests.zgw.conftest import Zgw
from tests.zgw.melden import Kees

pytestmark = pytest.mark.django_db
NUMMER = "ELK-2026-0000042"
GEOPEND = "zaken.note_geopend"


@pytest.fixture(autouse=True)
def _register(zgw: Zgw, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELOKET_ZAKEN = make_setting(zgw)
    create_zaak(new_zaak(), now=NOW)
    monkeypatch.setattr(klok, "now", lambda: NOW + timedelta(minutes=5))


def geopend(zgw: Zgw) -> str | None:
    [zaak] = zgw.register.list("zaken")
    return zaak["laatstGeopend"]


def work() -> None:
    run_due(now=NOW + timedelta(minutes=5))


def test_opening_a_zaak_is_told_by_a_worker_and_once_an_hour(zgw: Zgw) -> None:
    for _time in range(3):
        note_geopend(NUMMER, now=NOW)
    assert geopend(zgw) is None  # nobody waited for it
    work()
    assert geopend(zgw) == NOW.isoformat()
    assert Opdracht.objects.filter(handler=GEOPEND).count() == 1


def test_the_page_of_a_zaak_does_it_for_whose_zaak_it_is(zgw: Zgw, client: Client) -> None:
    login_burger(client)
    assert client.get(f"/mijn-zaken/{NUMMER}/").status_code == 200
    assert client.get("/mijn-zaken/ELK-2026-0000043/").status_code == 404
    [row] = Opdracht.objects.filter(handler=GEOPEND)
    assert row.ids["zaak"] == NUMMER


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_a_register_without_the_field_is_asked_once_and_then_left_alone(zgw: Zgw) -> None:
    note_geopend(NUMMER, now=NOW)
    work()
    zgw.register.forget_calls()
    note_geopend(NUMMER, now=NOW + timedelta(hours=2))
    run_due(now=NOW + timedelta(hours=2))
    assert not zgw.register.geteld
    assert Opdracht.objects.filter(handler=GEOPEND).count() == 1


def test_a_register_that_does_not_let_us_write_it_is_left_alone(zgw: Zgw) -> None:
    zgw.register.applicaties["eloket"].scopes = frozenset({"catalogi.lezen", "zaken.lezen"})
    note_geopend(NUMMER, now=NOW)
    work()
    note_geopend(NUMMER, now=NOW + timedelta(hours=2))
    assert Opdracht.objects.filter(handler=GEOPEND).count() == 1
    assert not Opdracht.objects.unfinished().exists()


def test_a_closed_zaak_needs_a_right_that_eloket_does_not_ask_for(zgw: Zgw) -> None:
    Kees(zgw).close(NUMMER, 3)
    note_geopend(NUMMER, now=NOW)
    zgw.register.forget_calls()
    work()
    assert not [call for call in zgw.register.geteld if call.startswith("PATCH")]


def test_a_register_that_is_out_misses_it_and_nothing_waits(zgw: Zgw) -> None:
    zgw.register.storingen.add("500")
    note_geopend(NUMMER, now=NOW)
    work()
    assert not Opdracht.objects.unfinished().exists()


def test_a_register_of_our_own_keeps_it_in_its_own_way(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend"}}
    note_geopend(NUMMER, now=NOW)
    assert not Opdracht.objects.filter(handler=GEOPEND).exists()
