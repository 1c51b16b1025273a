"""Wim, the beheerder, reads what happened to forms, who helped whom, and what was delivered where."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.formulieren.models import Aanvraag, Concept, Gebeurtenis, Levering, Logregel, Richting
from eloket.formulieren.services.hulp import make_code
from eloket.lib import klok
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import Invuller, publish
from tests.formulieren.test_hulp import BALIE, code_on, ilse

__all__ = ["ilse"]  # a fixture

pytestmark = pytest.mark.django_db
LOGBOEK = "/beheer/reports/formulieren/logboek/"
LEVERINGEN = "/beheer/reports/formulieren/leveringen/"


@pytest.fixture
def wim(db: None) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Wim Beheer"))
    return client


def sheet(client: Client, path: str, **filters: str) -> list[str]:
    answer = client.get(path, {"export": "csv", **filters})
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()


def rows(client: Client, path: str, **filters: str) -> int:
    return len(sheet(client, path, **filters)) - 1


@pytest.fixture
def sent(client: Client, ilse: Client) -> Aanvraag:
    """Noor had help from Ilse with a form, and sent it."""
    publish()
    noor = Invuller(client)
    noor.fill()
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    noor.send()
    return Aanvraag.objects.get()


def test_wim_reads_who_opened_what_and_when(wim: Client, sent: Aanvraag) -> None:
    assert "Logboek van formulieren" in wim.get("/beheer/").text
    page = wim.get(LOGBOEK).text
    assert "medewerker opende formulier van inwoner met code" in page
    assert "inwoner vroeg een code om hulp te krijgen" in page
    assert "Ilse Bakker" in page
    assert sent.identificatie in page
    assert "Noor de Wit" not in page


def test_wim_narrows_by_day_form_employee_and_what_happened(wim: Client, sent: Aanvraag) -> None:
    helper = Logregel.objects.get(gebeurtenis=Gebeurtenis.GEOPEND).medewerker
    tomorrow = (klok.today() + timedelta(days=1)).isoformat()
    assert rows(wim, LOGBOEK) == 2
    assert rows(wim, LOGBOEK, at_from=klok.today().isoformat(), at_to=klok.today().isoformat()) == 2
    assert rows(wim, LOGBOEK, at_from=tomorrow) == 0
    assert rows(wim, LOGBOEK, formulier="fietsenstalling") == 2
    assert rows(wim, LOGBOEK, medewerker=str(helper.pk)) == 1
    assert rows(wim, LOGBOEK, gebeurtenis="hulpcode") == 1
    assert wim.get(LOGBOEK, {"medewerker": "x", "at_from": "morgen"}).status_code == 200


def test_the_sheet_has_names_numbers_and_local_time(wim: Client, sent: Aanvraag) -> None:
    header, opened, asked = sheet(wim, LOGBOEK)
    assert header == "Wanneer,Wat,Formulier,Aanvraag,Kenmerk,Medewerker"
    line = Logregel.objects.get(gebeurtenis=Gebeurtenis.GEOPEND)
    local = (
        line.at.astimezone(klok.today_at_midnight().tzinfo) if hasattr(klok, "today_at_midnight") else None
    )
    assert local is None or opened.startswith(f"{local:%Y-%m-%d %H:%M}")
    assert opened.endswith(f"fietsenstalling,{sent.identificatie},{sent.pk},Ilse Bakker")
    assert asked.endswith(f"{sent.pk},")  # what happened last stands first
    assert wim.get(LOGBOEK, {"export": "xlsx"}).status_code == 200


def test_a_draft_has_no_number_and_is_told_by_its_uuid(wim: Client, client: Client) -> None:
    publish()
    Invuller(client).begin()
    concept = Concept.objects.get()
    make_code(concept, Richting.MEDEWERKER, now=klok.now())
    assert str(concept.pk) in wim.get(LOGBOEK).text


def test_wim_sees_what_was_delivered_and_what_failed(wim: Client, sent: Aanvraag) -> None:
    assert "Er ging niets naar een team of een webhook." in wim.get(LEVERINGEN).text
    common: dict[str, Any] = {"aanvraag": sent, "bijgewerkt_at": klok.now()}
    Levering.objects.create(**common, doel="team", uitkomst="aan de mail gegeven", geleverd_at=klok.now())
    Levering.objects.create(**common, doel="webhook", uitkomst="HTTP 403")
    page = wim.get(LEVERINGEN).text
    for words in ("HTTP 403", "aan de mail gegeven", sent.identificatie, "Plek in de fietsenstalling"):
        assert words in page
    (_header, failed) = sheet(wim, LEVERINGEN, open="true")
    assert "webhook" in failed
    assert "HTTP 403" in failed
    assert rows(wim, LEVERINGEN, doel="team") == 1
    assert rows(wim, LEVERINGEN, formulier="fietsenstalling") == 2


def test_the_reports_cost_the_same_for_two_lines_as_for_fifty(
    wim: Client, sent: Aanvraag, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    wim.get(LOGBOEK)
    with CaptureQueriesContext(connection) as few:
        wim.get(LOGBOEK)
    line = Logregel.objects.first()
    for _each in range(30):
        line.pk = None
        line.save()
    with django_assert_num_queries(len(few)):
        wim.get(LOGBOEK)


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHANDELAAR, Rol.KCC])
def test_nobody_but_the_beheerder_reads_them(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    for path in (LOGBOEK, LEVERINGEN, "/beheer/reports/personen/raadplegingen/"):
        assert client.get(path).status_code == 302
    assert "Raadplegingen" not in client.get("/beheer/").text
