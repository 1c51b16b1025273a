"""What every source of persons and of companies does. A subclass gives `bron`: it knows the demo's people."""

from datetime import date

import pytest

from eloket.lib.partij import Bsn, Kvk, Rsin
from eloket.personen.backends.base import (
    Adressoort,
    BedrijvenBackend,
    Gegeven,
    Naam,
    OnvolledigeDatum,
    PersonenBackend,
    PersoonNotFound,
)

NOOR, BRAM, FATIMA, WIM = Bsn("999990019"), Bsn("999990020"), Bsn("999990032"), Bsn("999990044")
NIEMAND = Bsn("999990123")
RIETKRAAG, FIETSEN = Kvk("90001354"), Kvk("90004590")
VERHUUR = Kvk("90004590", "990000216645")
ALLES = frozenset(Gegeven)


class PersonenContract:
    def test_noor_is_known_by_name_birthday_and_address(self, bron: PersonenBackend) -> None:
        noor = bron.get_persoon(NOOR, gegevens=ALLES)
        assert noor.naam == Naam("Noor", "N.", "de", "Wit")
        assert noor.naam.achternaam == "de Wit"
        assert noor.aanschrijfnaam == "N. de Wit"
        assert noor.geboortedatum.volledig == date(1987, 3, 14)
        assert noor.nationaliteiten == ("Nederlandse",)
        assert (noor.geheim, noor.overleden, noor.in_onderzoek) == (False, False, frozenset())

    def test_her_address_comes_in_lines_and_in_parts(self, bron: PersonenBackend) -> None:
        adres = bron.get_persoon(NOOR, gegevens=[Gegeven.ADRES]).adres
        assert adres is not None
        assert adres.soort == Adressoort.BINNENLAND
        assert adres.regels == ("Rietkade 12A", "1234 AB Rietwaard")
        assert (adres.straat, adres.huisnummer, adres.toevoeging) == ("Rietkade", 12, "A")
        assert (adres.postcode, adres.woonplaats) == ("1234AB", "Rietwaard")

    def test_her_partner_and_two_children_come_with_their_birthdays(self, bron: PersonenBackend) -> None:
        noor = bron.get_persoon(NOOR, gegevens=[Gegeven.PARTNER, Gegeven.KINDEREN])
        assert [str(each.naam) for each in noor.partners] == ["Daan Pieter Mulder"]
        assert [str(each.naam) for each in noor.kinderen] == ["Sem Mulder", "Lotte Marie Mulder"]
        assert noor.kinderen[0].geboortedatum.volledig == date(2015, 5, 3)

    @pytest.mark.parametrize("gegeven", list(Gegeven))
    def test_what_was_not_asked_does_not_come_along(self, bron: PersonenBackend, gegeven: Gegeven) -> None:
        noor = bron.get_persoon(NOOR, gegevens=[gegeven])
        given = {
            Gegeven.NAAM: str(noor.naam) != "",
            Gegeven.AANSCHRIJFNAAM: noor.aanschrijfnaam != "",
            Gegeven.GEBOORTE: noor.geboortedatum != OnvolledigeDatum(),
            Gegeven.ADRES: noor.adres is not None,
            Gegeven.PARTNER: noor.partners != (),
            Gegeven.KINDEREN: noor.kinderen != (),
            Gegeven.NATIONALITEIT: noor.nationaliteiten != (),
        }
        assert [name for name, there in given.items() if there] == [gegeven]

    def test_brams_address_is_secret_and_does_not_come_at_all(self, bron: PersonenBackend) -> None:
        bram = bron.get_persoon(BRAM, gegevens=ALLES)
        assert bram.geheim
        assert bram.adres is None
        assert str(bram.naam) == "Bram Willemsen"

    def test_secret_is_told_also_when_no_address_was_asked(self, bron: PersonenBackend) -> None:
        assert bron.get_persoon(BRAM, gegevens=[Gegeven.NAAM]).geheim

    def test_of_fatimas_birthday_only_the_year_is_known(self, bron: PersonenBackend) -> None:
        datum = bron.get_persoon(FATIMA, gegevens=[Gegeven.GEBOORTE]).geboortedatum
        assert datum == OnvolledigeDatum(1979)
        assert datum.volledig is None
        assert str(datum) == "1979"

    def test_wims_address_is_under_investigation_and_is_no_fact(self, bron: PersonenBackend) -> None:
        wim = bron.get_persoon(WIM, gegevens=[Gegeven.NAAM, Gegeven.ADRES])
        assert wim.in_onderzoek == {Gegeven.ADRES}
        assert wim.adres is None
        assert wim.naam.voornamen == "Willem Hendrik"

    def test_somebody_who_is_not_there(self, bron: PersonenBackend) -> None:
        with pytest.raises(PersoonNotFound) as caught:
            bron.get_persoon(NIEMAND, gegevens=ALLES)
        assert NIEMAND.nummer not in str(caught.value)


class BedrijvenContract:
    def test_joris_bakery_has_its_name_and_address(self, bron: BedrijvenBackend) -> None:
        bakkerij = bron.get_bedrijf(RIETKRAAG)
        assert bakkerij.naam == "Bakkerij De Rietkraag"
        assert bakkerij.rechtsvorm == "Eenmanszaak"
        assert bakkerij.adres is not None
        assert bakkerij.adres.regels == ("Bakkersgang 5", "1234 BB Rietwaard")
        assert not bakkerij.opgeheven

    def test_the_number_of_an_eenmanszaak_is_its_owners_and_does_not_come(
        self, bron: BedrijvenBackend
    ) -> None:
        assert bron.get_bedrijf(RIETKRAAG).rsin is None

    def test_a_company_has_its_own_number(self, bron: BedrijvenBackend) -> None:
        assert bron.get_bedrijf(FIETSEN).rsin == Rsin("999990056")

    def test_lottes_vestiging_has_a_name_and_address_of_its_own(self, bron: BedrijvenBackend) -> None:
        verhuur = bron.get_bedrijf(VERHUUR)
        assert verhuur.naam == "Fietsen & Co Verhuur"
        assert verhuur.adres is not None
        assert verhuur.adres.regels[0] == "Fietserspad 20"
        assert verhuur.kvk == VERHUUR

    def test_a_company_or_vestiging_that_is_not_there(self, bron: BedrijvenBackend) -> None:
        for unknown in (Kvk("90000000"), Kvk("90004590", "990000000000"), Kvk("90001354", VERHUUR.vestiging)):
            with pytest.raises(PersoonNotFound):
                bron.get_bedrijf(unknown)
