"""What every zaakregister behind the port must do. Subclass it, and give a `register` fixture.

The register holds the default zaaktype (three steps, of which the last closes) when a test begins.
"""

from datetime import timedelta
from typing import Any

import pytest

from eloket.lib.partij import Contact, Kvk, Rsin
from eloket.zaken.backends.base import (
    Behandelend,
    DocumentNotFound,
    NieuwDocument,
    NieuweStatus,
    StatusChanged,
    Zaak,
    ZaakBackend,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.factories import NOOR, NOW, VREEMDE, new_zaak

LATER = NOW + timedelta(days=1)


def numbers(zaken: tuple[Zaak, ...]) -> list[str]:
    return [zaak.identificatie for zaak in zaken]


class ZaakBackendContract:
    """Opening and reading: what two screens need."""

    def test_a_zaak_comes_back_as_it_was_opened(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        zaak = register.get_zaak("ELK-2026-0000042", voor=NOOR)
        assert (zaak.omschrijving, zaak.startdatum, zaak.is_open) == (
            "Verhuizing doorgeven",
            NOW.date(),
            True,
        )
        assert zaak.zaaktype.identificatie == "aanvraag"

    def test_the_first_status_is_the_one_with_the_lowest_volgnummer(self, register: ZaakBackend) -> None:
        zaak = register.create_zaak(new_zaak(), now=NOW)
        assert zaak.status is not None
        assert zaak.status.statustype == zaak.zaaktype.statustypen[0]
        assert [step.is_eind for step in zaak.zaaktype.statustypen] == [False, False, True]

    def test_the_same_number_twice_is_one_zaak(self, register: ZaakBackend) -> None:
        first = register.create_zaak(new_zaak(), now=NOW)
        second = register.create_zaak(new_zaak(omschrijving="Nog een keer"), now=LATER)
        assert second == first
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 1

    def test_somebody_elses_zaak_is_not_found(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-0000042", voor=VREEMDE)
        assert register.list_zaken(voor=VREEMDE, page=1, page_size=20).items == ()

    def test_a_number_nobody_has_is_not_found(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-9999999", voor=NOOR)

    def test_a_bsn_and_an_rsin_with_the_same_digits_are_two_people(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-0000042", voor=Rsin(NOOR.nummer))

    def test_a_business_finds_its_own(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(belanghebbende=Kvk("12345678")), now=NOW)
        assert register.get_zaak("ELK-2026-0000042", voor=Kvk("12345678")).is_open

    def test_an_email_address_opens_no_list(self, register: ZaakBackend) -> None:
        someone = Contact("noor@example.org", bevestigd=True)
        register.create_zaak(new_zaak(belanghebbende=someone), now=NOW)
        with pytest.raises(TypeError):
            register.list_zaken(voor=someone, page=1, page_size=20)  # type: ignore[arg-type]

    def test_a_zaak_of_nobody_is_in_nobodys_list(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(belanghebbende=None), now=NOW)
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 0

    def test_who_acts_for_noor_does_not_see_her_zaak(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(handelende=VREEMDE, machtiging="mandate-1"), now=NOW)
        assert register.list_zaken(voor=VREEMDE, page=1, page_size=20).total == 0
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 1

    def test_paging_gives_each_zaak_once_and_the_newest_first(self, register: ZaakBackend) -> None:
        for day in range(5):
            changes = {"identificatie": f"ELK-{day}", "startdatum": NOW.date() + timedelta(days=day)}
            register.create_zaak(new_zaak(**changes), now=NOW)
        pages = [register.list_zaken(voor=NOOR, page=page, page_size=2) for page in (1, 2, 3)]
        found = [number for page in pages for number in numbers(page.items)]
        assert found == ["ELK-4", "ELK-3", "ELK-2", "ELK-1", "ELK-0"]
        assert [page.next for page in pages] == [2, 3, None]

    def test_a_page_beyond_the_end_is_the_last_one(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        page = register.list_zaken(voor=NOOR, page=99, page_size=20)
        assert (page.page, numbers(page.items)) == (1, ["ELK-2026-0000042"])

    def test_an_unknown_zaaktype_is_refused_with_the_reason(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakRejected, match="bestaat-niet"):
            register.create_zaak(new_zaak(zaaktype="bestaat-niet"), now=NOW)

    def test_more_than_zgw_holds_is_refused(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakRejected, match="omschrijving"):
            register.create_zaak(new_zaak(omschrijving="x" * 81), now=NOW)
        with pytest.raises(ZaakRejected, match="identificatie"):
            register.create_zaak(new_zaak(identificatie="x" * 41), now=NOW)

    def test_the_default_zaaktype_is_listed_with_its_steps(self, register: ZaakBackend) -> None:
        assert "aanvraag" in [each.identificatie for each in register.list_zaaktypen(op=NOW.date())]
        zaaktype = register.get_zaaktype("aanvraag", op=NOW.date())
        assert zaaktype is not None
        assert [step.volgnummer for step in zaaktype.statustypen] == [1, 2, 3]
        assert register.get_zaaktype("bestaat-niet", op=NOW.date()) is None

    def test_it_says_that_it_answers(self, register: ZaakBackend) -> None:
        register.check()


def new_document(**changes: Any) -> NieuwDocument:
    values: dict[str, Any] = {
        "id": "0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f0a01",
        "titel": "loonstrook.pdf",
        "formaat": "application/pdf",
        "informatieobjecttype": "Bewijs",
        "open": lambda: iter([b"%PDF-", b"1.7"]),
    }
    return NieuwDocument(**{**values, **changes})


class DocumenterendContract:
    """Taking documents with a zaak."""

    def test_the_same_document_twice_is_one(self, register: Any) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        for _time in range(2):
            register.add_document("ELK-2026-0000042", new_document(), now=NOW)
        (document,) = register.get_dossier("ELK-2026-0000042").documenten
        assert (document.titel, document.formaat, document.omvang) == ("loonstrook.pdf", "application/pdf", 8)
        found, chunks = register.open_document("ELK-2026-0000042", document.id)
        assert (found, b"".join(chunks)) == (document, b"%PDF-1.7")

    def test_a_document_of_a_zaak_that_is_not_there_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakNotFound):
            register.add_document("ELK-2026-0000042", new_document(), now=NOW)

    def test_one_zaak_does_not_open_the_document_of_another(self, register: Any) -> None:
        for number in ("ELK-2026-0000042", "ELK-2026-0000043"):
            register.create_zaak(new_zaak(identificatie=number), now=NOW)
        register.add_document("ELK-2026-0000042", new_document(), now=NOW)
        with pytest.raises(DocumentNotFound):
            register.open_document("ELK-2026-0000043", new_document().id)


class BehandelendContract:
    """Setting a status: for a register whose zaken are handled in eloket."""

    @pytest.fixture
    def zaak(self, register: ZaakBackend) -> Zaak:
        return register.create_zaak(new_zaak(eigenschappen={"verhuisdatum": "2026-12-01"}), now=NOW)

    def test_statussen_come_back_in_order_of_time(self, register: Behandelend, zaak: Zaak) -> None:
        changed = register.set_status(zaak.identificatie, NieuweStatus(2, LATER, "Wij zijn bezig"), now=LATER)
        assert [status.statustype.volgnummer for status in changed.statussen] == [1, 2]
        assert changed.status is not None
        assert changed.status.toelichting == "Wij zijn bezig"

    def test_a_status_with_an_earlier_moment_does_not_become_the_current_one(
        self, register: Behandelend, zaak: Zaak
    ) -> None:
        earlier = NieuweStatus(2, NOW - timedelta(hours=1))
        changed = register.set_status(zaak.identificatie, earlier, now=LATER)
        assert changed.status is not None
        assert changed.status.statustype.volgnummer == 1

    def test_a_status_in_the_future_is_refused(self, register: Behandelend, zaak: Zaak) -> None:
        with pytest.raises(ZaakRejected, match="toekomst"):
            register.set_status(zaak.identificatie, NieuweStatus(2, LATER), now=NOW)

    def test_two_statussen_at_one_moment_are_refused(self, register: Behandelend, zaak: Zaak) -> None:
        with pytest.raises(ZaakRejected, match="tijdstip"):
            register.set_status(zaak.identificatie, NieuweStatus(2, NOW), now=LATER)

    def test_a_step_that_the_zaaktype_lacks_is_refused(self, register: Behandelend, zaak: Zaak) -> None:
        with pytest.raises(ZaakRejected, match="status 9"):
            register.set_status(zaak.identificatie, NieuweStatus(9, LATER), now=LATER)

    @pytest.mark.parametrize("resultaat", ["", "Onbekend"])
    def test_the_eindstatus_needs_a_resultaat(
        self, register: Behandelend, zaak: Zaak, resultaat: str
    ) -> None:
        with pytest.raises(ZaakRejected, match="resultaat"):
            register.set_status(zaak.identificatie, NieuweStatus(3, LATER, resultaat=resultaat), now=LATER)
        assert register.get_dossier(zaak.identificatie).zaak.is_open

    def test_the_eindstatus_closes_the_zaak(self, register: Behandelend, zaak: Zaak) -> None:
        nieuw = NieuweStatus(3, LATER, resultaat="Verwerkt")
        closed = register.set_status(zaak.identificatie, nieuw, now=LATER)
        assert closed.einddatum == LATER.date()
        assert closed.resultaat is not None
        assert closed.resultaat.omschrijving.nl == "Verwerkt"
        again = NieuweStatus(2, LATER + timedelta(hours=1))
        with pytest.raises(ZaakRejected, match="gesloten"):
            register.set_status(zaak.identificatie, again, now=LATER + timedelta(hours=1))

    def test_of_two_people_the_second_is_told(self, register: Behandelend, zaak: Zaak) -> None:
        assert zaak.status is not None
        seen = zaak.status.id
        register.set_status(zaak.identificatie, NieuweStatus(2, LATER, huidig=seen), now=LATER)
        later = LATER + timedelta(minutes=1)
        with pytest.raises(StatusChanged):
            register.set_status(zaak.identificatie, NieuweStatus(2, later, huidig=seen), now=later)

    def test_a_status_of_no_zaak_is_not_found(self, register: Behandelend) -> None:
        with pytest.raises(ZaakNotFound):
            register.set_status("ELK-0", NieuweStatus(2, NOW), now=NOW)

    def test_the_dossier_tells_kinds_of_people_and_facts_but_no_number(
        self, register: Behandelend, zaak: Zaak
    ) -> None:
        dossier = register.get_dossier(zaak.identificatie)
        assert [(who.rol, who.soort) for who in dossier.betrokkenen] == [("initiator", "bsn")]
        assert dossier.eigenschappen == {"verhuisdatum": "2026-12-01"}
        assert NOOR.nummer not in repr(dossier)

    def test_the_werkvoorraad_finds_by_number_status_and_open(
        self, register: Behandelend, zaak: Zaak
    ) -> None:
        def find(zoek: str = "", status: str = "", open_zaken: bool = True) -> list[str]:
            page = register.list_werkvoorraad(
                zoek=zoek, status=status, open_zaken=open_zaken, page=1, page_size=20
            )
            return numbers(page.items)

        assert find() == find(zoek="0000042") == find(status="Ontvangen") == [zaak.identificatie]
        assert find(zoek="ELK-1999") == find(status="In behandeling") == find(open_zaken=False) == []
        assert "In behandeling" in register.list_statusnamen()
