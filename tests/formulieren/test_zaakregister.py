"""A form names things of the zaakregister: chosen from a list, and looked after at night."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from eloket.accounts.services import Rol
from eloket.formulieren.beheer import registerpaneel
from eloket.formulieren.models import Registercontrole
from eloket.formulieren.services import registercontrole
from eloket.outbox.services import run_due
from eloket.zaken.services import RegisterUnavailable
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import VELD, get_formulier, publish

pytestmark = pytest.mark.django_db

NACHT = datetime(2026, 11, 25, 2, 30, tzinfo=UTC)  # half past three in the Netherlands
RAPPORT = "/beheer/reports/formulieren/zaakregister/"
STAP: dict[str, Any] = {
    "sleutel": "wie",
    "titel": {"nl": "Wie"},
    "velden": [{**VELD, "eigenschap": "schoenmaat"}],
}


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


@pytest.fixture
def samira(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    return client


def edit(client: Client) -> str:
    return client.get(f"/beheer/snippets/formulieren/formulier/edit/{get_formulier().pk}/").content.decode()


def down(*args: Any, **kwargs: Any) -> Any:
    raise RegisterUnavailable("time-out")


def test_samira_chooses_from_what_the_zaaktype_has(samira: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    real = registerpaneel.get_zaaktype
    publish()

    def with_names(identificatie: str) -> Any:
        found = real(identificatie)
        assert found is not None
        return replace(found, eigenschappen=("kenteken",), informatieobjecttypen=("Scan <b>",))

    monkeypatch.setattr(registerpaneel, "get_zaaktype", with_names)
    html = edit(samira)
    assert '<datalist id="register-eigenschappen"><option value="kenteken"></option></datalist>' in html
    assert '<option value="Scan &lt;b&gt;"></option>' in html
    assert html.count("register-eigenschappen") > 1  # the boxes point at it


def test_a_name_that_is_not_there_stays_and_is_told(samira: Client) -> None:
    publish(stappen=[STAP])
    html = edit(samira)
    assert "kent de eigenschap “schoenmaat” niet" in html
    assert get_formulier().stappen[0].value["velden"][0].value["eigenschap"] == "schoenmaat"


def test_while_the_register_is_down_samira_goes_on(samira: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(stappen=[STAP])
    monkeypatch.setattr(registerpaneel, "get_zaaktype", down)
    assert "Het zaakregister antwoordt nu niet" in edit(samira)


def test_a_zaaktype_is_not_called_unknown_while_the_register_is_down(
    samira: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(zaaktype="subsidie")
    assert "subsidie (niet gevonden in het zaakregister)" in edit(samira)
    monkeypatch.setattr("eloket.formulieren.wagtail_hooks.formulier.list_zaaktypen", down)
    html = edit(samira)
    assert "subsidie (het zaakregister geeft nu geen antwoord)" in html
    assert "niet gevonden" not in html


@pytest.mark.kern
def test_at_night_every_live_form_is_compared_and_beheerders_hear_of_it_once(client: Client) -> None:
    wim = make_medewerker(Rol.BEHEERDER, naam="Wim Beheer", email="wim@rietwaard.example")
    make_medewerker(Rol.BEHEERDER, naam="Zonder Adres")
    publish(stappen=[STAP])
    publish(slug="ingetrokken", zaaktype="weg")
    get_formulier("ingetrokken").unpublish()
    registercontrole.check_nightly(now=NACHT)
    registercontrole.check_nightly(now=NACHT + timedelta(hours=1))
    run_due(now=NACHT)
    (controle,) = Registercontrole.objects.all()
    assert "schoenmaat" in controle.gebreken[0]
    (brief,) = mail.outbox
    assert (brief.to, RAPPORT in str(brief.body)) == ([wim.email], True)
    assert "schoenmaat" not in str(brief.body)
    registercontrole.check_nightly(now=NACHT + timedelta(days=1))  # the same as yesterday: no second mail
    run_due(now=NACHT + timedelta(days=1))
    assert len(mail.outbox) == 1
    login_medewerker(client, wim)
    html = client.get(RAPPORT).content.decode()
    assert "schoenmaat" in html
    assert "Plek in de fietsenstalling" in html
    assert f"/formulier/edit/{controle.formulier_id}/" not in html  # who keeps forms is somebody else
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    assert f"/formulier/edit/{controle.formulier_id}/" in client.get(RAPPORT).content.decode()


def test_before_three_o_clock_nothing_is_asked() -> None:
    publish()
    registercontrole.check_nightly(now=NACHT - timedelta(hours=2))
    assert not Registercontrole.objects.exists()


def test_a_register_that_is_down_tells_nothing_new(monkeypatch: pytest.MonkeyPatch) -> None:
    make_medewerker(Rol.BEHEERDER, email="wim@rietwaard.example")
    publish(stappen=[STAP])
    registercontrole.check_formulieren(now=NACHT)
    monkeypatch.setattr(registercontrole, "compare_register", down)
    registercontrole.check_nightly(now=NACHT + timedelta(days=1))
    assert "schoenmaat" in Registercontrole.objects.get().gebreken[0]
    monkeypatch.undo()
    publish()  # mended
    registercontrole.check_nightly(now=NACHT + timedelta(days=1, hours=1))
    assert Registercontrole.objects.get().gebreken == []


def test_the_report_is_for_who_can_do_something_about_it(samira: Client) -> None:
    assert "passen bij het zaakregister" in samira.get(RAPPORT).content.decode()
    assert RAPPORT in samira.get("/beheer/").content.decode()
    kcc = Client()
    login_medewerker(kcc, make_medewerker(Rol.KCC))
    assert kcc.get(RAPPORT).status_code in (302, 403)
