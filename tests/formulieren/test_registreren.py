"""Delivery when the register is not ours, is away, or refuses."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag, Status
from eloket.formulieren.services import registreren
from eloket.lib import klok
from eloket.outbox.services import NeedsPerson, TryLater
from eloket.zaken.services import RegisterMisconfigured, RegisterUnavailable, ZaakRejected, get_zaak
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import VELD, Invuller, definitie, publish

pytestmark = pytest.mark.django_db


class Opgeschreven:
    """Notes the work that was asked for."""

    def __init__(self) -> None:
        self.handlers: list[str] = []

    def __call__(self, *, handler: str, ids: dict[str, str], key: str, now: datetime) -> None:
        assert set(ids) == {"aanvraag", "formulier"}  # ids only
        self.handlers.append(handler)


@pytest.fixture
def outbox(monkeypatch: pytest.MonkeyPatch) -> Opgeschreven:
    rows = Opgeschreven()
    monkeypatch.setattr(registreren, "enqueue", rows)
    return rows


def _fail(error: Exception) -> Any:
    def create_zaak(*args: Any, **kwargs: Any) -> None:
        raise error

    return create_zaak


def _send(client: Client, **changes: Any) -> Aanvraag:
    publish(**changes)
    noor = Invuller(client)
    noor.fill()
    noor.send()
    return Aanvraag.objects.get()


def test_another_register_gets_it_from_the_worker(
    client: Client, outbox: Opgeschreven, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registreren, "registers_in_transaction", lambda: False)
    aanvraag = _send(client)
    assert aanvraag.status == Status.INGEDIEND
    assert outbox.handlers == ["formulieren.register"]
    receipt = client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/ontvangst/").content.decode()
    assert aanvraag.identificatie in receipt  # the number is there at once all the same
    registreren.register_aanvraag(str(aanvraag.pk), now=klok.now())
    registreren.register_aanvraag(str(aanvraag.pk), now=klok.now())
    aanvraag.refresh_from_db()
    assert aanvraag.status == Status.GEREGISTREERD
    assert outbox.handlers == ["formulieren.register", "formulieren.make_kopie"]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RegisterUnavailable("time-out"), TryLater),
        (RegisterMisconfigured("geen sleutel"), NeedsPerson),
        (ZaakRejected("zaaktype niet geldig"), NeedsPerson),
    ],
)
def test_a_register_that_says_no_loses_nothing(
    client: Client,
    outbox: Opgeschreven,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    outcome: type[Exception],
) -> None:
    monkeypatch.setattr(registreren, "create_zaak", _fail(error))
    aanvraag = _send(client)
    assert aanvraag.status == Status.INGEDIEND
    assert outbox.handlers == ["formulieren.register"]
    with pytest.raises(outcome):
        registreren.register_aanvraag(str(aanvraag.pk), now=klok.now())


def test_answers_with_an_eigenschap_go_to_the_zaak(
    client: Client, outbox: Opgeschreven, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []
    real = registreren.create_zaak
    stappen = definitie()["stappen"]
    stappen[0]["velden"] = [{**VELD, "eigenschap": "naam"}]

    def create_zaak(nieuw: Any, *, now: datetime) -> Any:
        given.append(nieuw)
        return real(
            registreren.NieuweZaak(nieuw.identificatie, nieuw.omschrijving, nieuw.startdatum), now=now
        )

    monkeypatch.setattr(registreren, "create_zaak", create_zaak)
    _send(client, stappen=stappen)
    assert given[0].eigenschappen == {"naam": "Noor de Wit"}


def test_who_logged_in_is_the_belanghebbende(client: Client, outbox: Opgeschreven) -> None:
    noor = login_burger(client)
    aanvraag = _send(client, niveau=20)
    zaak = get_zaak(aanvraag.identificatie, voor=noor.belanghebbende)
    assert zaak.kanaal == "website"


@pytest.mark.parametrize(("own", "shown"), [("", False), ("ZAAK-2026-77", True)])
def test_there_is_one_number_unless_the_register_insists_on_its_own(
    client: Client, outbox: Opgeschreven, monkeypatch: pytest.MonkeyPatch, own: str, shown: bool
) -> None:
    real = registreren.create_zaak

    def create_zaak(nieuw: Any, *, now: datetime) -> Any:
        zaak = real(nieuw, now=now)
        return replace(zaak, identificatie=own) if own else zaak

    monkeypatch.setattr(registreren, "create_zaak", create_zaak)
    aanvraag = _send(client)
    receipt = client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/ontvangst/").content.decode()
    assert aanvraag.identificatie in receipt
    assert ("Nummer van de zaak" in receipt) == shown
    assert ("ZAAK-2026-77" in receipt) == shown
