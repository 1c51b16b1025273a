"""The built-in register: the contract, and what only a database can be asked."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from eloket.zaken.backends.base import ZaakRejected
from eloket.zaken.backends.database import DatabaseBackend
from eloket.zaken.backends.database.openen import add_rol
from eloket.zaken.models import Rol, Status, Zaak, Zaaktype
from eloket.zaken.regels import RolOmschrijving
from tests.zaken.contract import BehandelendContract, DocumenterendContract, ZaakBackendContract
from tests.zaken.factories import NOOR, NOW, VREEMDE, make_zaaktype, new_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> DatabaseBackend:
    return DatabaseBackend({})


class TestContract(ZaakBackendContract, BehandelendContract, DocumenterendContract):
    pass


def test_a_second_initiator_is_refused(register: DatabaseBackend) -> None:
    register.create_zaak(new_zaak(), now=NOW)
    zaak = Zaak.objects.get()
    with pytest.raises(ZaakRejected, match="initiator"):
        add_rol(zaak, RolOmschrijving.INITIATOR, VREEMDE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rol.objects.create(zaak=zaak, rol="initiator", soort="bsn", partij={}, zoeksleutel="x")


def test_the_database_itself_refuses_what_zgw_refuses(register: DatabaseBackend) -> None:
    register.create_zaak(new_zaak(), now=NOW)
    zaak = Zaak.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Zaak.objects.update(einddatum=NOW.date())  # closed without a resultaat
    with pytest.raises(IntegrityError), transaction.atomic():
        Status.objects.create(
            zaak=zaak, statustype=zaak.statussen.get().statustype, gezet_op=zaak.statussen.get().gezet_op
        )


def test_no_column_holds_a_bsn_or_an_email_address_in_clear(register: DatabaseBackend) -> None:
    nieuw = new_zaak(email="noor@example.org", eigenschappen={"straat": "Dorpsstraat"})
    register.create_zaak(nieuw, now=NOW)
    tables = ["zaken_zaak", "zaken_rol", "zaken_eigenschap"]
    with connection.cursor() as cursor:
        stored = ""
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            stored += repr(cursor.fetchall())
    assert "ELK-2026-0000042" in stored
    for secret in (NOOR.nummer, "noor@example.org", "Dorpsstraat"):
        assert secret not in stored


def test_a_zaak_is_still_found_after_the_key_was_rotated(
    register: DatabaseBackend, settings: pytest.FixtureRequest
) -> None:
    register.create_zaak(new_zaak(), now=NOW)
    settings.ELOKET_KEYS = ["a-newer-key-than-before", *settings.ELOKET_KEYS]
    assert register.get_zaak("ELK-2026-0000042", voor=NOOR).is_open


def test_a_zaak_keeps_its_version_of_the_zaaktype(register: DatabaseBackend) -> None:
    make_zaaktype(einde_geldigheid=date(2027, 1, 1), servicenorm="P2W")
    register.create_zaak(new_zaak(zaaktype="kapvergunning"), now=NOW)
    make_zaaktype(begin_geldigheid=date(2027, 1, 1), servicenorm="P3W")
    after = NOW + timedelta(days=60)
    second = register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype="kapvergunning"), now=after)
    assert second.zaaktype.servicenorm == "P3W"
    first = register.get_zaak("ELK-2026-0000042", voor=NOOR)
    assert first.zaaktype.begin_geldigheid == date(2020, 1, 1)


def test_two_open_versions_of_one_zaaktype_are_refused() -> None:
    make_zaaktype()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_zaaktype(begin_geldigheid=date(2027, 1, 1))


def test_dates_follow_from_the_zaaktype(register: DatabaseBackend) -> None:
    zaak = register.create_zaak(new_zaak(startdatum=date(2026, 11, 20)), now=NOW)
    assert zaak.einddatum_gepland == date(2026, 12, 18)  # P4W
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 1, 15)  # P8W


def test_the_legal_date_moves_over_hemelvaart_and_the_promise_does_not(register: DatabaseBackend) -> None:
    zaak = register.create_zaak(new_zaak(startdatum=date(2027, 3, 10)), now=NOW)
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 5, 10)  # 8 weeks end on Wednesday 5 May
    assert zaak.einddatum_gepland == date(2027, 4, 7)


@pytest.mark.parametrize("kanaal", ["website", "balie", "post", "telefoon"])
def test_every_channel_has_the_same_term(register: DatabaseBackend, kanaal: str) -> None:
    """F-31 of the worked examples."""
    zaak = register.create_zaak(new_zaak(startdatum=date(2027, 3, 10), kanaal=kanaal), now=NOW)
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 5, 10)


def test_half_a_zaak_is_no_zaak(register: DatabaseBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("eloket.zaken.backends.database.openen._set_first_status", fail)
    with pytest.raises(RuntimeError):
        register.create_zaak(new_zaak(), now=NOW)
    assert not Zaak.objects.exists()


def test_a_fact_that_the_zaaktype_does_not_name_is_kept(register: DatabaseBackend) -> None:
    register.create_zaak(new_zaak(eigenschappen={"onbekend": "waarde"}), now=NOW)
    assert register.get_dossier("ELK-2026-0000042").eigenschappen == {"onbekend": "waarde"}


def test_the_default_zaaktype_lets_a_form_work_untouched() -> None:
    zaaktype = Zaaktype.objects.get(identificatie="aanvraag")
    assert zaaktype.statustypen.count() == 3
    assert zaaktype.resultaattypen.exists()
