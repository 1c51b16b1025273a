"""Who has a zaak, and what colleagues tell each other about it."""

from typing import Any

import pytest

from eloket.zaken.backends.base import BehandelaarChanged, NieuweNotitie, ZaakNotFound, ZaakRejected
from tests.zaken.factories import NOOR, NOW, new_zaak

ZAAK = "ELK-2026-0000042"


class ToewijzendContract:
    """For a register whose zaken are handled in eloket."""

    @pytest.fixture(autouse=True)
    def opened(self, register: Any) -> None:
        register.create_zaak(new_zaak(), now=NOW)

    def whose(self, register: Any, behandelaar: str | None) -> int:
        page = register.list_werkvoorraad(
            zoek="", status="", open_zaken=True, page=1, page_size=20, behandelaar=behandelaar
        )
        total: int = page.total
        return total

    def test_kees_takes_a_zaak_that_nobody_has_and_gives_it_back(self, register: Any) -> None:
        assert (self.whose(register, ""), self.whose(register, "kees")) == (1, 0)
        register.assign_zaak(ZAAK, behandelaar="kees", huidig="")
        assert register.get_dossier(ZAAK).behandelaar == "kees"
        assert (self.whose(register, ""), self.whose(register, "kees"), self.whose(register, None)) == (
            0,
            1,
            1,
        )
        register.assign_zaak(ZAAK, behandelaar="")
        assert register.get_dossier(ZAAK).behandelaar == ""

    def test_of_two_who_take_it_the_second_is_told(self, register: Any) -> None:
        register.assign_zaak(ZAAK, behandelaar="kees", huidig="")
        with pytest.raises(BehandelaarChanged):
            register.assign_zaak(ZAAK, behandelaar="els", huidig="")
        assert register.get_dossier(ZAAK).behandelaar == "kees"

    def test_no_zaak_no_behandelaar(self, register: Any) -> None:
        with pytest.raises(ZaakNotFound):
            register.assign_zaak("ELK-0", behandelaar="kees")
        with pytest.raises(ZaakNotFound):
            register.add_notitie("ELK-0", NieuweNotitie("Let op", "Kees"), now=NOW)

    def test_a_note_is_for_colleagues(self, register: Any) -> None:
        register.add_notitie(ZAAK, NieuweNotitie("Buurman belde boos", "Kees"), now=NOW)
        (note,) = register.get_dossier(ZAAK).notities
        assert (note.tekst, note.door, note.geschreven_op) == ("Buurman belde boos", "Kees", NOW)
        assert "boos" not in repr(register.get_zaak(ZAAK, voor=NOOR))
        assert "boos" not in repr(note)

    def test_an_empty_note_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="tekst"):
            register.add_notitie(ZAAK, NieuweNotitie("  ", "Kees"), now=NOW)
