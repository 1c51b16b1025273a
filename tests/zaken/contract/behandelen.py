"""Setting a status, for a register whose zaken are handled in eloket."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    ALLES,
    Behandelend,
    NieuweStatus,
    StatusChanged,
    Werkfilter,
    Zaak,
    ZaakBackend,
    Zaakfilter,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.contract.lezen import LATER, numbers
from tests.zaken.factories import NOOR, NOW, new_zaak


class BehandelendContract:
    """Setting a status, and the werkvoorraad."""

    @pytest.fixture
    def zaak(self, register: ZaakBackend) -> Zaak:
        return register.create_zaak(new_zaak(eigenschappen={"verhuisdatum": "2026-12-01"}), now=NOW)

    def test_the_register_knows_whom_to_reach(self, register: Behandelend, zaak: Zaak) -> None:
        assert register.get_initiator(zaak.identificatie) == NOOR
        with pytest.raises(ZaakNotFound):
            register.get_initiator("ELK-2026-9999999")

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

    def test_statussen_keep_the_order_of_their_moments_however_they_come_in(
        self, register: Behandelend, zaak: Zaak
    ) -> None:
        for hours in (5, 2, 8, 3):
            moment = NOW + timedelta(hours=hours)
            register.set_status(zaak.identificatie, NieuweStatus(2, moment), now=LATER)
        changed = register.get_dossier(zaak.identificatie).zaak
        moments = [status.gezet_op for status in changed.statussen]
        assert moments == [NOW + timedelta(hours=hours) for hours in (0, 2, 3, 5, 8)]

    def test_noor_filters_what_is_closed(self, register: Any, zaak: Zaak) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2"), now=NOW)
        nieuw = NieuweStatus(3, LATER, resultaat="Verwerkt")
        register.set_status(zaak.identificatie, nieuw, now=LATER)
        for open_zaken, expected in (
            (True, ["ELK-2"]),
            (False, [zaak.identificatie]),
            (None, ["ELK-2", zaak.identificatie]),
        ):
            wanted = Zaakfilter(open_zaken=open_zaken)
            page = register.list_zaken(voor=NOOR, page=1, page_size=20, filter=wanted)
            assert numbers(page.items) == expected

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
            wanted = Werkfilter(zoek=zoek, status=status, open_zaken=open_zaken)
            page = register.list_werkvoorraad(filter=wanted, bereik=ALLES, page=1, page_size=20)
            return numbers([item.zaak for item in page.items])

        assert find() == find(zoek="0000042") == find(status="Ontvangen") == [zaak.identificatie]
        assert find(zoek="42") == find(zoek="2026-42") == find(zoek="elk-2026") == [zaak.identificatie]
        assert find(zoek="ELK-1999") == find(status="In behandeling") == find(open_zaken=False) == []
        assert "In behandeling" in register.list_statusnamen(bereik=ALLES)
