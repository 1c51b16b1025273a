"""What every source of addresses does. A subclass gives `bron`: one that knows the houses of `WONINGEN`."""

from eloket.adressen.backends.base import Adres, AdresBackend

# Lisdoddestraat 3; Rietkade 12 with and without a letter; Rietkade 14, which has letters only.
WONINGEN = [
    Adres("1234AC", 3, "", "Lisdoddestraat", "Rietwaard", "Rietwaard"),
    Adres("1234AB", 12, "", "Rietkade", "Rietwaard", "Rietwaard"),
    Adres("1234AB", 12, "A", "Rietkade", "Rietwaard", "Rietwaard"),
    Adres("1234AB", 14, "A", "Rietkade", "Rietwaard", "Rietwaard"),
    Adres("1234AB", 14, "B", "Rietkade", "Rietwaard", "Rietwaard"),
    Adres("1234AB", 14, "C", "Rietkade", "Rietwaard", "Rietwaard"),
    Adres("1234AE", 21, "A-2", "Molendijk", "Rietwaard", "Rietwaard"),
]


class AdresContract:
    def test_one_house_has_its_street_and_place(self, bron: AdresBackend) -> None:
        [adres] = bron.list_adressen(postcode="1234AC", huisnummer=3)
        assert (adres.straat, adres.woonplaats, adres.gemeente) == (
            "Lisdoddestraat",
            "Rietwaard",
            "Rietwaard",
        )
        assert (adres.postcode, adres.huisnummer, adres.toevoeging) == ("1234AC", 3, "")

    def test_a_house_with_letters_has_them_all(self, bron: AdresBackend) -> None:
        found = bron.list_adressen(postcode="1234AB", huisnummer=14)
        assert sorted(adres.toevoeging for adres in found) == ["A", "B", "C"]

    def test_letter_and_toevoeging_come_together(self, bron: AdresBackend) -> None:
        found = bron.list_adressen(postcode="1234AE", huisnummer=21)
        assert "A-2" in [adres.toevoeging for adres in found]

    def test_what_does_not_exist_is_an_empty_list(self, bron: AdresBackend) -> None:
        assert bron.list_adressen(postcode="1234AC", huisnummer=9999) == []
        assert bron.list_adressen(postcode="9999ZZ", huisnummer=3) == []
