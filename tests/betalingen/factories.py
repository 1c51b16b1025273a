"""Rows of the tarieventabel, and the colleagues who keep it."""

from datetime import date
from decimal import Decimal

from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.betalingen.models import Tarief, TariefBedrag
from tests.accounts.helpers import login_medewerker, make_medewerker

NIEUWJAAR = date(2027, 1, 1)
VORIG_JAAR = date(2026, 1, 1)
LIST = "/beheer/snippets/betalingen/tarief/"


def make_tarief(
    code: str = "uittreksel-brp", amounts: dict[date, str] | None = None, **values: object
) -> Tarief:
    """A row with these amounts by first day; without any, € 18,30 since 1 January 2026."""
    tarief = Tarief.objects.create(code=code, naam=str(values.pop("naam", code.capitalize())), **values)
    for vanaf, bedrag in ({VORIG_JAAR: "18.30"} if amounts is None else amounts).items():
        TariefBedrag.objects.create(tarief=tarief, vanaf=vanaf, bedrag=Decimal(bedrag))
    return tarief


def colleague(rol: Rol, naam: str) -> tuple[Client, User]:
    """Somebody with this role, logged in."""
    client = Client()
    return client, login_medewerker(client, make_medewerker(rol, naam=naam))
