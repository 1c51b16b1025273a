"""Noor made an afspraak with a form: she finds it at home and at its zaak, until it is over."""

from datetime import timedelta

import pytest
from django.test import Client

from eloket.afspraken import planner as planners
from eloket.afspraken.services import register_planner
from eloket.formulieren.models import Aanvraag
from eloket.lib import klok
from eloket.lib.partij import Bsn
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import Invuller, definitie, publish
from tests.formulieren.test_afspraak import Agenda, vraag
from tests.zaken.factories import VREEMDE, open_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """She sent a form with an afspraak in it, for tomorrow."""
    monkeypatch.setattr(planners, "_planners", [])
    agenda = Agenda()
    agenda.vrij = {"a": klok.now() + timedelta(days=1)}
    register_planner(agenda)
    form = definitie()
    form["stappen"][1]["velden"] = [vraag(), form["stappen"][1]["velden"][1]]
    publish(titel={"nl": "Paspoort"}, niveau=20, stappen=form["stappen"])
    login_burger(client)
    invuller = Invuller(client)
    invuller.begin()
    invuller.post("wanneer", **{"v-komen": "a"})
    invuller.send()
    return client


def test_noor_finds_her_afspraak_at_home_and_at_its_zaak(noor: Client) -> None:
    zaak = Aanvraag.objects.get().identificatie
    for path in ("/mijn-zaken/", f"/mijn-zaken/{zaak}/"):
        page = noor.get(path).text
        assert "Uw afspraken" in page
        assert "Nummer van de afspraak: AFS1" in page
    assert "AFS1" not in noor.get(f"/mijn-zaken/{open_zaak().identificatie}/").text


def test_what_is_over_and_what_is_anothers_is_not_there(
    noor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = Client()
    login_burger(stranger, Bsn(VREEMDE.nummer))
    assert "AFS1" not in stranger.get("/mijn-zaken/").text
    over = klok.now() + timedelta(days=2)
    monkeypatch.setattr("eloket.mijnzaken.views.lijst.klok.now", lambda: over)
    assert "AFS1" not in noor.get("/mijn-zaken/").text


def test_without_an_agenda_nothing_is_asked(client: Client) -> None:
    login_burger(client)
    assert "Uw afspraken" not in client.get("/mijn-zaken/").text
