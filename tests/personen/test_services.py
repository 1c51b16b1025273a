"""Who is looked up is noted; who waits for a source that is down waits once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from eloket.lib.omgeving import Omgeving
from eloket.personen.checks import check_personen
from eloket.personen.instellingen import BACKENDS, read_personen
from eloket.personen.models import Raadpleging
from eloket.personen.services import (
    BEWAARTERMIJN,
    Aanleiding,
    BronAbsent,
    BronMisconfigured,
    BronUnavailable,
    Gegeven,
    PersoonNotFound,
    find_bedrijf,
    find_persoon,
    list_inzages,
    purge_raadplegingen,
)
from eloket.personen.tasks import purge
from tests.bronserver import Bronserver, run_bronserver
from tests.personen import brpserver
from tests.personen.contract import BRAM, NIEMAND, NOOR, RIETKRAAG

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
VERHUIZING = Aanleiding("Formulier: Verhuizing doorgeven")
GEEN = {port: {"BACKEND": names["geen"], "OPTIONS": {}} for port, names in BACKENDS.items()}


@pytest.fixture
def server(settings: Any) -> Iterator[Bronserver]:
    with run_bronserver(brpserver.answer) as server:
        options = {"URL": server.url, "HEADERS": brpserver.KEY, "SECONDS": 0.3}
        brp = {"BACKEND": BACKENDS["brp"]["haalcentraal"], "OPTIONS": options}
        settings.ELOKET_PERSONEN = {**GEEN, "brp": brp}
        yield server


def find_noor(*gegevens: Gegeven, aanleiding: Aanleiding = VERHUIZING) -> Any:
    return find_persoon(NOOR, gegevens=gegevens or [Gegeven.NAAM], aanleiding=aanleiding, now=NOW)


def test_noor_reads_that_her_data_was_asked_what_for_and_when() -> None:
    find_noor(Gegeven.NAAM, Gegeven.ADRES)
    [inzage] = list_inzages(NOOR)
    assert (inzage.op, inzage.doel) == (NOW, "Formulier: Verhuizing doorgeven")
    assert inzage.bron == "Basisregistratie Personen"
    assert inzage.gegevens == ("adres", "naam")
    assert list_inzages(BRAM) == []


def test_of_ilses_look_up_noor_reads_the_department_and_never_the_name() -> None:
    find_noor(aanleiding=Aanleiding("Vraag over verhuizing", door="ilse", afdeling="Publiekszaken"))
    [inzage] = list_inzages(NOOR)
    assert inzage.afdeling == "Publiekszaken"
    assert "ilse" not in str(inzage)
    assert Raadpleging.objects.get().door == "ilse"


def test_without_a_reason_nobody_is_looked_up() -> None:
    with pytest.raises(ValueError, match="waarvoor"):
        Aanleiding("  ")


def test_the_note_holds_no_number() -> None:
    find_noor()
    row = Raadpleging.objects.values().get()
    assert NOOR.nummer not in str(row)


def test_a_company_is_noted_too() -> None:
    find_bedrijf(RIETKRAAG, aanleiding=VERHUIZING, now=NOW)
    assert [inzage.bron for inzage in list_inzages(RIETKRAAG)] == ["Handelsregister"]


def test_also_a_question_without_an_answer_is_noted() -> None:
    with pytest.raises(PersoonNotFound):
        find_persoon(NIEMAND, gegevens=[Gegeven.NAAM], aanleiding=VERHUIZING, now=NOW)
    assert len(list_inzages(NIEMAND)) == 1


def test_in_an_outage_one_waits_and_nobody_else_is_asked_or_noted(server: Bronserver) -> None:
    server.storing = "traag"
    for _turn in range(5):
        with pytest.raises(BronUnavailable):
            find_noor()
    assert len(server.asked) == 1
    assert Raadpleging.objects.count() == 1


def test_somebody_unknown_is_no_outage(server: Bronserver) -> None:
    with pytest.raises(PersoonNotFound):
        find_persoon(NIEMAND, gegevens=[Gegeven.NAAM], aanleiding=VERHUIZING, now=NOW)
    assert str(find_noor().naam) == "Noor de Wit"


def test_nothing_of_a_person_comes_into_the_log(server: Bronserver, caplog: pytest.LogCaptureFixture) -> None:
    server.storing = 500
    with pytest.raises(BronUnavailable):
        find_noor()
    assert "personenbron_fout" in caplog.text
    assert NOOR.nummer not in caplog.text


def test_an_installation_without_sources_asks_and_notes_nothing(settings: Any) -> None:
    settings.ELOKET_PERSONEN = GEEN
    with pytest.raises(BronAbsent):
        find_noor()
    with pytest.raises(BronAbsent):
        find_bedrijf(RIETKRAAG, aanleiding=VERHUIZING, now=NOW)
    assert not Raadpleging.objects.exists()


@pytest.mark.parametrize(
    "config", [{}, {"brp": {"BACKEND": "eloket.bestaat.niet"}}, {"brp": {"BACKEND": BACKENDS["kvk"]["demo"]}}]
)
def test_a_wrong_setting_has_its_own_name(config: Any) -> None:
    with override_settings(ELOKET_PERSONEN=config), pytest.raises(BronMisconfigured):
        find_noor()


def test_notes_go_after_their_term() -> None:
    find_noor()
    purge(now=NOW + BEWAARTERMIJN)
    assert Raadpleging.objects.count() == 1
    assert purge_raadplegingen(now=NOW + BEWAARTERMIJN + timedelta(seconds=1)) == 1


# --- Settings -----


def test_without_settings_a_demo_has_its_people_and_a_gemeente_none() -> None:
    demo, real = read_personen(Omgeving({}), demo=True), read_personen(Omgeving({}), demo=False)
    assert [demo[port]["BACKEND"] for port in BACKENDS] == [BACKENDS[port]["demo"] for port in BACKENDS]
    assert real == GEEN


def test_a_gemeente_names_its_gateway_key_and_certificate() -> None:
    env = Omgeving(
        {
            "ELOKET_BRP": "haalcentraal",
            "ELOKET_BRP_URL": "https://brp.gateway.example/haalcentraal/api/brp/",
            "ELOKET_BRP_API_KEY": "geheim",
            "ELOKET_BRP_HEADERS": '{"x-doelbinding": "BRPACT-Burgerzaken"}',
            "ELOKET_BRP_CERTIFICAAT": "/etc/eloket/brp.pem",
        }
    )
    options = read_personen(env, demo=False)["brp"]["OPTIONS"]
    assert options["URL"] == "https://brp.gateway.example/haalcentraal/api/brp"
    assert options["HEADERS"] == {"x-doelbinding": "BRPACT-Burgerzaken", "X-API-KEY": "geheim"}
    assert options["CERTIFICAAT"] == "/etc/eloket/brp.pem"


@pytest.mark.parametrize("headers", ["geen json", "[]", '"x"'])
def test_headers_that_are_none_stop_the_start(headers: str) -> None:
    with pytest.raises(Exception, match="ELOKET_BRP_HEADERS"):
        read_personen(Omgeving({"ELOKET_BRP_HEADERS": headers}), demo=False)


def ids() -> list[str | None]:
    return [found.id for found in check_personen(None)]


def test_production_refuses_made_up_people(settings: Any) -> None:
    assert ids() == []
    settings.PRODUCTIE = True
    assert ids() == ["personen.E001", "personen.E001"]
    settings.ELOKET_PERSONEN = GEEN
    assert ids() == []


def test_half_a_setting_is_told(settings: Any) -> None:
    env = Omgeving({"ELOKET_BRP": "haalcentraal", "ELOKET_BRP_CERTIFICAAT": "/nergens/brp.pem"})
    settings.ELOKET_PERSONEN = read_personen(env, demo=False)
    assert ids() == ["personen.E002", "personen.E003"]
