"""Home visits and the telephone: where we come, and what we must know for it."""

import pytest

from eloket.afspraken.models import Afspraak
from tests.afspraken.factories import make_plek, make_soort
from tests.afspraken.loper import Loper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
ADRES = {"postcode": "1234 ab", "huisnummer": "5a", "straat": "Dorpsstraat", "plaats": "Rietwaard"}


@pytest.fixture
def thuis(noor: Loper) -> Loper:
    """A talk at home in one area, or by telephone."""
    make_plek("oost", kanaal="huisbezoek", postcodes="1234, 1240-1249")
    make_plek("west", kanaal="huisbezoek", postcodes="5678")
    make_plek("bellen", kanaal="telefoon")
    make_soort("gesprek", balie=False, huisbezoek=True, telefoon=True)
    return noor


def test_the_ways_stand_beside_each_other(thuis: Loper) -> None:
    thuis.go("plaats/", soort="gesprek")
    assert "Bij u thuis" in thuis.text
    assert "Wij bellen u" in thuis.text
    thuis.go("plaats/", soort="gesprek", kanaal="telefoon")
    assert "Bellen Eerste mogelijkheid" in thuis.text


def test_a_thing_with_one_way_does_not_ask_how(thuis: Loper) -> None:
    thuis.go("plaats/", soort="paspoort")
    assert "Hoe?" not in thuis.text


def test_the_area_tells_who_comes(thuis: Loper) -> None:
    thuis.go("plaats/", soort="gesprek")
    assert "De 4 cijfers van uw postcode" in thuis.text
    assert "Oost" not in thuis.text
    thuis.go("plaats/", soort="gesprek", gebied="1241 XX")
    assert ("Oost" in thuis.text, "West" in thuis.text) == (True, False)
    thuis.go("plaats/", soort="gesprek", gebied="9999")
    assert "In het gebied 9999 komen wij niet." in thuis.text
    thuis.go("plaats/", soort="gesprek", gebied="drie")
    assert "Vul 4 cijfers in, bijvoorbeeld 1234." in thuis.text


def test_a_visit_at_home_knows_where(thuis: Loper) -> None:
    thuis.go("tijd/", soort="gesprek", kanaal="huisbezoek", plaats="oost", gebied="1234")
    thuis.choose()
    thuis.fill(**ADRES | {"postcode": "5678 AB"})
    assert "Op deze postcode komen wij niet." in thuis.text
    thuis.fill(**ADRES)
    assert "Dorpsstraat 5a, 1234 AB Rietwaard" in thuis.text
    thuis.confirm()
    assert "Dorpsstraat 5a" in thuis.text
    assert Afspraak.objects.get().kanaal == "huisbezoek"


def test_by_telephone_the_number_is_asked(thuis: Loper) -> None:
    thuis.go("tijd/", soort="gesprek", kanaal="telefoon", plaats="bellen")
    thuis.choose()
    thuis.fill()
    assert "Vul een telefoonnummer in. Op dit nummer bellen wij u." in thuis.text
    thuis.fill(telefoon="06 12345678")
    thuis.confirm()
    afspraak = Afspraak.objects.get()
    assert afspraak.contact is not None
    assert (afspraak.kanaal, afspraak.contact["telefoon"]) == ("telefoon", "+31612345678")


def test_another_way_is_another_place(thuis: Loper) -> None:
    """A tampered address: the telephone desk for a visit at home."""
    thuis.go("tijd/", soort="gesprek", kanaal="huisbezoek", plaats="bellen")
    assert "Deze plek kunt u niet (meer) kiezen." in thuis.text


def test_going_from_the_telephone_to_a_visit_asks_for_the_address(thuis: Loper) -> None:
    thuis.go("tijd/", soort="gesprek", kanaal="telefoon", plaats="bellen")
    thuis.choose()
    thuis.fill(telefoon="06 12345678")
    thuis.go("tijd/", soort="gesprek", kanaal="huisbezoek", plaats="oost")
    thuis.choose()
    assert thuis.kop == "Uw gegevens"
    assert "06 12345678" in thuis.html
    thuis.fill(telefoon="06 12345678", **ADRES)
    assert thuis.kop == "Controleer uw afspraak"
