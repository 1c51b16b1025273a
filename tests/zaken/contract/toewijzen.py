"""Who has a zaak, who may see it, and what colleagues tell each other about it."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    ALLES,
    BehandelaarChanged,
    Bereik,
    NieuweNotitie,
    NieuweOpschorting,
    NieuweStatus,
    NieuweToewijzing,
    Werkfilter,
    Werkvolgorde,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.contract.lezen import LATER
from tests.zaken.factories import GEHEIM, KAPVERGUNNING, NOOR, NOW, new_zaak

ZAAK = "ELK-2026-0000042"


def give(naar: str, **more: Any) -> NieuweToewijzing:
    return NieuweToewijzing(naar, door="Petra Coördinator", **more)


class ToewijzendContract:
    """For a register whose zaken are handled in eloket."""

    @pytest.fixture(autouse=True)
    def opened(self, register: Any) -> None:
        register.create_zaak(new_zaak(), now=NOW)

    def find(self, register: Any, bereik: Bereik = ALLES, **wanted: Any) -> list[str]:
        page = register.list_werkvoorraad(filter=Werkfilter(**wanted), bereik=bereik, page=1, page_size=20)
        numbers = [item.zaak.identificatie for item in page.items]
        assert page.total == len(numbers)
        assert register.count_werkvoorraad(filter=Werkfilter(**wanted), bereik=bereik, maximum=99) == len(
            numbers
        )
        return numbers

    def test_kees_takes_a_zaak_that_nobody_has_and_gives_it_back(self, register: Any) -> None:
        assert (self.find(register, behandelaar=""), self.find(register, behandelaar="kees")) == ([ZAAK], [])
        register.assign_zaak(ZAAK, give("kees", huidig=""), now=NOW)
        assert register.get_dossier(ZAAK).behandelaar == register.get_verdeling(ZAAK).behandelaar == "kees"
        assert self.find(register, behandelaar="") == []
        assert self.find(register, behandelaar="kees") == self.find(register) == [ZAAK]
        register.assign_zaak(ZAAK, give(""), now=NOW)
        assert register.get_dossier(ZAAK).behandelaar == ""

    def test_of_two_who_take_it_the_second_is_told(self, register: Any) -> None:
        register.assign_zaak(ZAAK, give("kees", huidig=""), now=NOW)
        with pytest.raises(BehandelaarChanged):
            register.assign_zaak(ZAAK, give("els", huidig=""), now=NOW)
        assert register.get_dossier(ZAAK).behandelaar == "kees"

    def test_no_zaak_no_behandelaar(self, register: Any) -> None:
        for call in (
            lambda: register.assign_zaak("ELK-0", give("kees"), now=NOW),
            lambda: register.get_verdeling("ELK-0"),
            lambda: register.list_geschiedenis("ELK-0"),
            lambda: register.add_notitie("ELK-0", NieuweNotitie("Let op", "Kees"), now=NOW),
        ):
            with pytest.raises(ZaakNotFound):
                call()

    def test_a_closed_zaak_and_an_unknown_team_are_refused(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="team"):
            register.assign_zaak(ZAAK, give("", team="Bestaat niet"), now=NOW)
        register.set_status(ZAAK, NieuweStatus(3, LATER, resultaat="Verwerkt"), now=LATER)
        with pytest.raises(ZaakRejected, match="gesloten"):
            register.assign_zaak(ZAAK, give("kees"), now=LATER)

    def test_the_history_tells_who_had_it_and_why_the_last_first(self, register: Any) -> None:
        register.add_notitie(ZAAK, NieuweNotitie("Buurman belde", "Kees"), now=NOW + timedelta(minutes=1))
        register.assign_zaak(ZAAK, give("els", reden="Kees is ziek"), now=NOW + timedelta(minutes=2))
        register.assign_zaak(ZAAK, give("els", reden="nog eens"), now=NOW + timedelta(minutes=3))
        last, note, *earlier = register.list_geschiedenis(ZAAK)
        assert (last.soort, last.titel, last.tekst, last.door) == (
            "toewijzing",
            "/els/",
            "Kees is ziek",
            "Petra Coördinator",
        )
        assert (note.soort, note.tekst, note.door) == ("notitie", "Buurman belde", "Kees")
        assert sorted(each.soort for each in earlier) == ["opening", "status"]

    def test_what_must_be_done_first_stands_in_front(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype=KAPVERGUNNING), now=NOW)
        early = NOW.date() - timedelta(days=70)
        register.create_zaak(new_zaak(identificatie="ELK-3", startdatum=early), now=NOW)
        assert self.find(register)[0] == "ELK-3"
        assert self.find(register, volgorde=Werkvolgorde.BEGONNEN)[0] == "ELK-3"
        assert self.find(register, voor=NOW.date()) == ["ELK-3"]
        assert "ELK-3" not in self.find(register, vanaf=NOW.date())
        assert self.find(register, zaaktype=KAPVERGUNNING) == ["ELK-2"]
        (_first, *_rest) = werklast = register.list_werklast(bereik=ALLES, op=NOW.date())
        assert [(last.behandelaar, last.open_zaken, last.te_laat) for last in werklast] == [("", 3, 1)]

    def test_while_the_clock_stands_still_nothing_is_late(self, register: Any) -> None:
        early = NOW.date() - timedelta(days=70)
        register.create_zaak(new_zaak(identificatie="ELK-3", startdatum=early), now=NOW)
        register.suspend_zaak("ELK-3", NieuweOpschorting(NOW.date(), "foto ontbreekt"), now=NOW)
        assert self.find(register, voor=NOW.date()) == []
        (last,) = register.list_werklast(bereik=ALLES, op=NOW.date())
        assert last.te_laat == 0

    def test_an_employee_finds_only_what_is_within_reach(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype=KAPVERGUNNING), now=NOW)
        register.create_zaak(new_zaak(identificatie="ELK-3", zaaktype=GEHEIM), now=NOW)
        kap = Bereik({KAPVERGUNNING: "zaakvertrouwelijk"})
        jeugd = Bereik({GEHEIM: "zaakvertrouwelijk"})
        rest = Bereik({}, overige=True, verdeeld=frozenset({KAPVERGUNNING, GEHEIM}))
        assert self.find(register, kap) == self.find(register, kap, zoek="ELK-2") == ["ELK-2"]
        assert self.find(register, kap, zoek="ELK-3") == []
        assert self.find(register, jeugd) == []  # the zaak is more confidential than that
        assert self.find(register, Bereik({GEHEIM: "vertrouwelijk"})) == ["ELK-3"]
        assert self.find(register, rest) == [ZAAK]
        assert self.find(register, Bereik()) == []
        assert "In behandeling" not in register.list_statusnamen(bereik=kap)
        assert [each for each, _naam in register.list_zaaktypenamen(bereik=kap)] == [KAPVERGUNNING]
        assert [last.open_zaken for last in register.list_werklast(bereik=kap, op=NOW.date())] == [1]
        verdeling = register.get_verdeling("ELK-3")
        assert not jeugd.covers(verdeling.zaaktype, verdeling.vertrouwelijkheidaanduiding)

    def test_a_team_finds_what_was_given_to_it_and_what_no_team_has(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype=KAPVERGUNNING), now=NOW)
        groen = {"teams": frozenset({"Groen"}), "teamzaaktypen": frozenset({KAPVERGUNNING})}
        assert self.find(register, **groen) == ["ELK-2"]

    def test_a_note_is_for_colleagues(self, register: Any) -> None:
        register.add_notitie(ZAAK, NieuweNotitie("Buurman belde boos", "Kees"), now=NOW)
        (note,) = register.get_dossier(ZAAK).notities
        assert (note.tekst, note.door, note.geschreven_op) == ("Buurman belde boos", "Kees", NOW)
        assert "boos" not in repr(register.get_zaak(ZAAK, voor=NOOR))
        assert "boos" not in repr(note)

    def test_an_empty_note_is_refused(self, register: Any) -> None:
        with pytest.raises(ZaakRejected, match="tekst"):
            register.add_notitie(ZAAK, NieuweNotitie("  ", "Kees"), now=NOW)
