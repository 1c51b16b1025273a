"""The built-in register: the contract, and what only a database can be asked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from eloket.zaken.backends.base import NieuweNotitie, NieuweStatus, ZaakRejected
from eloket.zaken.backends.database import DatabaseBackend
from eloket.zaken.backends.database.openen import add_rol
from eloket.zaken.models import Resultaattype, Rol, Status, Zaak, Zaaktype
from eloket.zaken.regels import RolOmschrijving
from tests.zaken.contract import (
    AanvullendContract,
    AttenderendContract,
    BehandelendContract,
    BesluitContract,
    DocumenterendContract,
    OpschortendContract,
    RelatieContract,
    ToewijzendContract,
    UitstellendContract,
    ZaakBackendContract,
    ZienswijzeContract,
)
from tests.zaken.contract.beslissen import decide
from tests.zaken.factories import NOOR, NOW, VREEMDE, make_contract_zaaktypen, make_zaaktype, new_zaak
from tests.zaken.veel import copy_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> DatabaseBackend:
    return DatabaseBackend({})


class _Contract:
    @pytest.fixture
    def register(self, db: None) -> DatabaseBackend:
        make_contract_zaaktypen()
        return DatabaseBackend({})


class TestReading(_Contract, ZaakBackendContract):
    @pytest.fixture
    def fill(self) -> Callable[[str, int], None]:
        return copy_zaak


class TestHandling(_Contract, BehandelendContract):
    pass


class TestDocuments(_Contract, DocumenterendContract):
    pass


class TestDecisions(_Contract, BesluitContract):
    pass


class TestOutages(_Contract, UitstellendContract):
    pass


class TestTheClock(_Contract, OpschortendContract):
    pass


class TestAskingForAView(_Contract, ZienswijzeContract):
    pass


class TestWhatItIsAbout(_Contract, RelatieContract):
    pass


class TestAsking(_Contract, AanvullendContract):
    pass


class TestWhatAsksSomething(_Contract, AttenderendContract):
    pass


class TestWhoHasIt(_Contract, ToewijzendContract):
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


@pytest.mark.parametrize(
    ("rule", "nominatie", "start", "actie"),
    [
        ({"archiefactietermijn": "P1Y"}, "vernietigen", date(2026, 11, 25), date(2027, 11, 25)),
        (
            {"afleidingswijze": "termijn", "procestermijn": "P1Y", "archiefactietermijn": "P5Y"},
            "vernietigen",
            date(2027, 11, 25),
            date(2032, 11, 25),
        ),
        (
            {
                "afleidingswijze": "eigenschap",
                "datumkenmerk": "geldigTot",
                "archiefactietermijn": "P1M",
            },
            "vernietigen",
            date(2028, 1, 31),
            date(2028, 2, 29),
        ),
        (
            {"afleidingswijze": "vervaldatum_besluit", "archiefactietermijn": "P10Y"},
            "vernietigen",
            date(2030, 6, 1),
            date(2040, 6, 1),
        ),
        (
            {"afleidingswijze": "ingangsdatum_besluit", "archiefactietermijn": "P10Y"},
            "vernietigen",
            date(2026, 12, 1),
            date(2036, 12, 1),
        ),
        ({"afleidingswijze": "ander_datumkenmerk", "archiefactietermijn": "P1Y"}, "vernietigen", None, None),
        ({"archiefnominatie": "blijvend_bewaren"}, "blijvend_bewaren", date(2026, 11, 25), None),
        ({"archiefnominatie": ""}, "", None, None),
    ],
)
def test_closing_says_keep_or_destroy_and_when(
    register: DatabaseBackend, rule: dict[str, str], nominatie: str, start: date | None, actie: date | None
) -> None:
    make_contract_zaaktypen()
    Resultaattype.objects.filter(zaaktype__identificatie="kapvergunning").update(
        **{"archiefnominatie": "vernietigen"} | rule
    )
    register.create_zaak(
        new_zaak(zaaktype="kapvergunning", eigenschappen={"geldigTot": "2028-01-31"}), now=NOW
    )
    besluit = decide(ingangsdatum=date(2026, 12, 1), vervaldatum=date(2030, 6, 1))
    register.take_besluit("ELK-2026-0000042", besluit, now=NOW)
    later = NOW + timedelta(days=1)
    closed = register.set_status("ELK-2026-0000042", NieuweStatus(2, later, resultaat="Verleend"), now=later)
    assert (closed.archiefnominatie, closed.archiefactiedatum) == (nominatie, actie)
    assert Zaak.objects.get().startdatum_bewaartermijn == start


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"afleidingswijze": "eigenschap", "datumkenmerk": "geldigTot"}, "geldigTot"),
        ({"afleidingswijze": "vervaldatum_besluit"}, "vervalt"),
        ({"afleidingswijze": "ingangsdatum_besluit"}, "ingaat"),
    ],
)
def test_without_the_date_that_the_rule_asks_the_zaak_stays_open(
    register: DatabaseBackend, rule: dict[str, str], reason: str
) -> None:
    make_contract_zaaktypen()
    Resultaattype.objects.filter(zaaktype__identificatie="kapvergunning").update(
        archiefnominatie="vernietigen", archiefactietermijn="P1Y", **rule
    )
    nieuw = new_zaak(zaaktype="kapvergunning", eigenschappen={"geldigTot": "volgend jaar"})
    register.create_zaak(nieuw, now=NOW)
    later = NOW + timedelta(days=1)
    with pytest.raises(ZaakRejected, match=reason):
        register.set_status("ELK-2026-0000042", NieuweStatus(2, later, resultaat="Verleend"), now=later)
    assert register.get_zaak("ELK-2026-0000042", voor=NOOR).is_open


def test_a_gemeente_can_show_more_to_residents() -> None:
    make_contract_zaaktypen()
    register = DatabaseBackend({"MAX_VERTROUWELIJKHEID": "vertrouwelijk"})
    register.create_zaak(new_zaak(zaaktype="jeugdhulp"), now=NOW)
    assert register.get_zaak("ELK-2026-0000042", voor=NOOR).is_open


def test_no_zaak_comes_on_a_concept(register: DatabaseBackend) -> None:
    make_zaaktype(concept=True)
    assert register.get_zaaktype("kapvergunning", op=NOW.date()) is None
    with pytest.raises(ZaakRejected, match="kapvergunning"):
        register.create_zaak(new_zaak(zaaktype="kapvergunning"), now=NOW)


def test_what_somebody_wrote_stands_encrypted(register: DatabaseBackend) -> None:
    make_contract_zaaktypen()
    register.create_zaak(new_zaak(zaaktype="kapvergunning"), now=NOW)
    register.take_besluit("ELK-2026-0000042", decide(toelichting="Dorpsstraat 1"), now=NOW)
    register.add_notitie("ELK-2026-0000042", NieuweNotitie("Buurman belde", "Kees"), now=NOW)
    with connection.cursor() as cursor:
        stored = ""
        for table in ("zaken_besluit", "zaken_notitie"):
            cursor.execute(f'SELECT * FROM "{table}"')
            stored += repr(cursor.fetchall())
    assert "Kees" in stored
    assert "Dorpsstraat" not in stored
    assert "Buurman" not in stored


@pytest.mark.parametrize("number", [1, 2_000])
def test_a_list_asks_as_much_for_many_zaken_as_for_one(
    register: DatabaseBackend, django_assert_num_queries: Any, number: int
) -> None:
    register.create_zaak(new_zaak(), now=NOW)
    copy_zaak("ELK-2026-0000042", number)
    with django_assert_num_queries(5):
        register.list_zaken(voor=NOOR, page=1, page_size=20)
    with django_assert_num_queries(4):
        register.get_zaak("ELK-2026-0000042", voor=NOOR)
