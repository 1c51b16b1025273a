"""Documents of a zaak, for a register that has them."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import DocumentNotFound, NieuwDocument, Zaak, ZaakNotFound, ZaakRejected
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak

ZAAK = "ELK-2026-0000042"


def new_document(**changes: Any) -> NieuwDocument:
    values: dict[str, Any] = {
        "id": "0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f0a01",
        "titel": "loonstrook.pdf",
        "formaat": "application/pdf",
        "informatieobjecttype": "Bewijs",
        "open": lambda: iter([b"%PDF-", b"1.7"]),
        "tonen_aan_initiator": True,
    }
    return NieuwDocument(**{**values, **changes})


def make_id(number: int) -> str:
    return f"0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f{number:04d}"


class DocumenterendContract:
    """Taking documents with a zaak, and showing the resident those that are for them."""

    @pytest.fixture(autouse=True)
    def zaak(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
        return opened

    def test_the_same_document_twice_is_one(self, register: Any) -> None:
        for _time in range(2):
            register.add_document(ZAAK, new_document(), now=NOW)
        (document,) = register.list_documenten(ZAAK, voor=NOOR)
        assert (document.titel, document.formaat, document.omvang) == ("loonstrook.pdf", "application/pdf", 8)
        found, chunks = register.open_document(ZAAK, document.id, voor=NOOR)
        assert (found, b"".join(chunks)) == (document, b"%PDF-1.7")

    def test_a_document_of_a_zaak_that_is_not_there_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakNotFound):
            register.add_document("ELK-0", new_document(), now=NOW)

    def test_a_kind_of_document_that_the_zaaktype_lacks_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="Rijbewijs"):
            register.add_document(ZAAK, new_document(informatieobjecttype="Rijbewijs"), now=NOW)
        assert register.list_documenten(ZAAK, voor=NOOR) == ()

    def test_one_zaak_does_not_open_the_document_of_another(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2026-0000043"), now=NOW)
        register.add_document(ZAAK, new_document(), now=NOW)
        with pytest.raises(DocumentNotFound):
            register.open_document("ELK-2026-0000043", new_document().id, voor=NOOR)

    def test_a_stranger_gets_neither_list_nor_document(self, register: Any) -> None:
        register.add_document(ZAAK, new_document(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.list_documenten(ZAAK, voor=VREEMDE)
        with pytest.raises(ZaakNotFound):
            register.open_document(ZAAK, new_document().id, voor=VREEMDE)

    @pytest.mark.parametrize("id", ["0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f0009", "../../etc/passwd", "", "\x00"])
    def test_an_id_that_no_document_has_is_not_found(self, register: Any, id: str) -> None:
        register.add_document(ZAAK, new_document(), now=NOW)
        with pytest.raises(DocumentNotFound):
            register.open_document(ZAAK, id, voor=NOOR)

    @pytest.mark.parametrize(
        "changes",
        [
            {"tonen_aan_initiator": False},
            {"status": "in_bewerking"},
            {"status": "ter_vaststelling"},
            {"vertrouwelijkheidaanduiding": "vertrouwelijk"},
            {"vertrouwelijkheidaanduiding": "zeer_geheim"},
            {"informatieobjecttype": "Advies"},  # internal, says the zaaktype
        ],
    )
    def test_what_is_not_for_noor_she_does_not_see(self, register: Any, changes: dict[str, Any]) -> None:
        register.add_document(ZAAK, new_document(**changes), now=NOW)
        assert register.list_documenten(ZAAK, voor=NOOR) == ()
        with pytest.raises(DocumentNotFound):
            register.open_document(ZAAK, new_document().id, voor=NOOR)

    @pytest.mark.parametrize("status", ["definitief", "gearchiveerd"])
    @pytest.mark.parametrize("level", ["openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk"])
    def test_what_is_finished_and_open_enough_she_sees(self, register: Any, status: str, level: str) -> None:
        nieuw = new_document(status=status, vertrouwelijkheidaanduiding=level)
        register.add_document(ZAAK, nieuw, now=NOW)
        assert [each.id for each in register.list_documenten(ZAAK, voor=NOOR)] == [nieuw.id]

    def test_documents_come_oldest_first(self, register: Any) -> None:
        for number in (3, 1, 2):
            moment = NOW + timedelta(minutes=number)
            register.add_document(ZAAK, new_document(id=make_id(number)), now=moment)
        found = [each.id for each in register.list_documenten(ZAAK, voor=NOOR)]
        assert found == [make_id(1), make_id(2), make_id(3)]

    @pytest.mark.parametrize("changes", [{"status": "af"}, {"vertrouwelijkheidaanduiding": "stil"}])
    def test_a_status_or_level_that_zgw_lacks_is_refused(
        self, register: Any, changes: dict[str, Any]
    ) -> None:
        with pytest.raises(ZaakRejected, match="bestaat niet"):
            register.add_document(ZAAK, new_document(**changes), now=NOW)
