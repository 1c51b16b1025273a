"""A zaak about another one, for a register whose zaken are handled in eloket."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import Behandelend, Relatie, ZaakBackend, ZaakNotFound, ZaakRejected
from eloket.zaken.regels import AardRelatie
from tests.zaken.contract.lezen import LATER
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, new_zaak

BEZWAAR = Relatie("ELK-2026-0000042", AardRelatie.VERVOLG, "bezwaar")
AFTER_THE_TERM = date(2026, 12, 31)  # the last day to object


class ZienswijzeContract:
    """For a register whose zaken are handled in eloket."""

    def test_noor_reads_up_to_when_she_can_say_what_she_thinks(self, register: Any) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        for tot in (AFTER_THE_TERM, AFTER_THE_TERM + timedelta(days=7)):
            asked = register.request_zienswijze("ELK-2026-0000042", tot=tot, now=NOW)
            assert asked.zienswijze_tot == tot
            assert not asked.is_opgeschort
        assert register.get_zaak("ELK-2026-0000042", voor=NOOR).zienswijze_tot == tot

    def test_a_day_that_is_over_and_a_zaak_that_is_not_there_are_refused(self, register: Any) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        with pytest.raises(ZaakRejected, match="na vandaag"):
            register.request_zienswijze("ELK-2026-0000042", tot=NOW.date(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.request_zienswijze("ELK-7", tot=AFTER_THE_TERM, now=NOW)


class RelatieContract:
    """Both ends see each other, and a bezwaar counts from the end of the term to object."""

    def test_both_zaken_know_each_other(self, register: ZaakBackend) -> None:
        assert isinstance(register, Behandelend)
        register.create_zaak(new_zaak(), now=NOW)
        register.create_zaak(new_zaak(identificatie="ELK-7", relatie=BEZWAAR), now=LATER)
        (about,) = register.get_dossier("ELK-7").betreft
        (received,) = register.get_dossier("ELK-2026-0000042").ingekomen
        assert (about.identificatie, about.aard) == ("ELK-2026-0000042", AardRelatie.VERVOLG)
        assert (received.identificatie, received.soort, received.is_open) == ("ELK-7", "bezwaar", True)
        assert register.get_dossier("ELK-7").ingekomen == ()

    def test_the_same_number_twice_is_one_relation(self, register: ZaakBackend) -> None:
        assert isinstance(register, Behandelend)
        register.create_zaak(new_zaak(), now=NOW)
        for _ in range(2):
            register.create_zaak(new_zaak(identificatie="ELK-7", relatie=BEZWAAR), now=LATER)
        assert len(register.get_dossier("ELK-2026-0000042").ingekomen) == 1

    @pytest.mark.parametrize("number", ["ELK-7", "ELK-bestaat-niet"])
    def test_a_zaak_that_is_not_there_or_itself_is_refused(self, register: ZaakBackend, number: str) -> None:
        nowhere = Relatie(number, AardRelatie.ONDERWERP)
        with pytest.raises(ZaakRejected, match=number):
            register.create_zaak(new_zaak(identificatie="ELK-7", relatie=nowhere), now=NOW)
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 0

    def test_the_legal_term_counts_from_a_later_day(self, register: ZaakBackend) -> None:
        nieuw = new_zaak(zaaktype=KAPVERGUNNING, termijn_vanaf=AFTER_THE_TERM)
        zaak = register.create_zaak(nieuw, now=NOW)
        assert zaak.termijn_vanaf == AFTER_THE_TERM
        assert zaak.uiterlijke_einddatum_afdoening == AFTER_THE_TERM + timedelta(weeks=8)
        assert zaak.einddatum_gepland == NOW.date() + timedelta(weeks=2)
