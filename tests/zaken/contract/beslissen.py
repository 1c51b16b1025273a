"""Besluiten: recording them, making them known, and what the resident sees."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    DocumentNotFound,
    NieuwBesluit,
    NieuweStatus,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.contract.documenten import new_document
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak

TODAY = NOW.date()
ZAAK = "ELK-2026-0000042"


def decide(**changes: Any) -> NieuwBesluit:
    fields: dict[str, Any] = {
        "identificatie": "ELK-2026-0000042-B1",
        "besluittype": "Besluit op aanvraag",
        "datum": TODAY,
        "ingangsdatum": TODAY,
        "toelichting": "De boom is ziek.",
    }
    return NieuwBesluit(**fields | changes)


class BesluitContract:
    """For a register that records besluiten and tells them."""

    @pytest.fixture(autouse=True)
    def kap(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
        return opened

    def test_what_is_not_made_known_noor_does_not_see(self, register: Any) -> None:
        besluit = register.take_besluit(ZAAK, decide(), now=NOW)
        assert (besluit.verzenddatum, besluit.uiterlijke_reactiedatum) == (None, None)
        assert register.list_besluiten(ZAAK, voor=NOOR, op=TODAY) == ()
        assert register.get_dossier(ZAAK).besluiten == (besluit,)

    def test_from_the_bekendmaking_noor_has_six_weeks(self, register: Any) -> None:
        register.take_besluit(ZAAK, decide(), now=NOW)
        known = register.announce_besluit(ZAAK, decide().identificatie, verzenddatum=TODAY, now=NOW)
        assert known.verzenddatum == TODAY
        assert known.uiterlijke_reactiedatum is not None
        assert known.uiterlijke_reactiedatum >= TODAY + timedelta(weeks=6)
        assert register.list_besluiten(ZAAK, voor=NOOR, op=TODAY) == (known,)
        assert register.list_besluiten(ZAAK, voor=NOOR, op=TODAY - timedelta(days=1)) == ()
        assert known.toelichting == "De boom is ziek."
        assert "ziek" not in repr(known)

    def test_making_it_known_twice_does_not_give_more_time(self, register: Any) -> None:
        register.take_besluit(ZAAK, decide(), now=NOW)
        first = register.announce_besluit(ZAAK, decide().identificatie, verzenddatum=TODAY, now=NOW)
        later = NOW + timedelta(days=9)
        second = register.announce_besluit(ZAAK, decide().identificatie, verzenddatum=later.date(), now=later)
        assert second == first

    def test_the_same_besluit_twice_is_one(self, register: Any) -> None:
        first = register.take_besluit(ZAAK, decide(verzenddatum=TODAY), now=NOW)
        second = register.take_besluit(ZAAK, decide(toelichting="Anders"), now=NOW)
        assert second == first
        assert register.list_besluiten(ZAAK, voor=NOOR, op=TODAY) == (first,)

    def test_a_stranger_sees_no_besluit(self, register: Any) -> None:
        register.take_besluit(ZAAK, decide(verzenddatum=TODAY), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.list_besluiten(ZAAK, voor=VREEMDE, op=TODAY)

    def test_one_zaak_does_not_make_known_the_besluit_of_another(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype=KAPVERGUNNING), now=NOW)
        register.take_besluit(ZAAK, decide(), now=NOW)
        with pytest.raises(ZaakRejected, match="geen besluit"):
            register.announce_besluit("ELK-2", decide().identificatie, verzenddatum=TODAY, now=NOW)
        with pytest.raises(ZaakRejected, match="andere zaak"):
            register.take_besluit("ELK-2", decide(), now=NOW)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"besluittype": "Iets anders"}, "geen besluit"),
            ({"identificatie": ""}, "identificatie"),
            ({"identificatie": "x" * 51}, "identificatie"),
            ({"datum": TODAY + timedelta(days=1)}, "toekomst"),
            ({"datum": date(2020, 1, 1)}, "start"),
            ({"vervaldatum": TODAY - timedelta(days=1)}, "vervallen"),
            ({"verzenddatum": TODAY - timedelta(days=1)}, "bekend"),
            ({"verzenddatum": TODAY + timedelta(days=1)}, "bekend"),
            ({"document": "geen uuid"}, "document"),
            ({"document": "0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f0001"}, "document"),
        ],
    )
    def test_what_cannot_be_is_refused(self, register: Any, changes: dict[str, Any], reason: str) -> None:
        with pytest.raises(ZaakRejected, match=reason):
            register.take_besluit(ZAAK, decide(**changes), now=NOW)
        assert register.get_dossier(ZAAK).besluiten == ()

    def test_a_besluit_has_its_letter_which_noor_sees_with_the_besluit(self, register: Any) -> None:
        register.add_document(ZAAK, new_document(informatieobjecttype="Besluit"), now=NOW)
        besluit = register.take_besluit(ZAAK, decide(document=new_document().id), now=NOW)
        assert besluit.document == new_document().id
        assert register.list_documenten(ZAAK, voor=NOOR) == ()
        with pytest.raises(DocumentNotFound):
            register.open_document(ZAAK, besluit.document, voor=NOOR)
        register.announce_besluit(ZAAK, decide().identificatie, verzenddatum=TODAY, now=NOW)
        assert [each.id for each in register.list_documenten(ZAAK, voor=NOOR)] == [besluit.document]

    def test_after_closing_there_is_nothing_to_decide(self, register: Any) -> None:
        later = NOW + timedelta(hours=1)
        register.set_status(ZAAK, NieuweStatus(2, later, resultaat="Verleend"), now=later)
        with pytest.raises(ZaakRejected, match="gesloten"):
            register.take_besluit(ZAAK, decide(), now=later)
