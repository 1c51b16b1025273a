"""Noor books passports for a family of four in a real browser: every step is for everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

Bezoek = Callable[..., Bezoeker]


@pytest.mark.parametrize("js", [True, False])
def test_noor_books_passports_for_a_family_of_four(bezoek: Bezoek, js: bool) -> None:
    """With scripts axe looks at each step; without them the same steps do the same."""
    noor = bezoek(path="/producten/paspoort/", width=PHONE if js else DESK, js=js)
    noor.press("Maak een afspraak")
    assert noor.heading() == "Waarvoor komt u?"
    noor.look()
    noor.page.get_by_label("Aantal personen voor Paspoort").select_option("4")
    noor.press("Volgende stap")
    assert noor.heading() == "Waar wilt u de afspraak?"
    expect(noor.main).to_contain_text("4 personen")
    noor.look()
    noor.press("Gemeentehuis")
    assert noor.heading() == "Wanneer komt het u uit?"
    noor.look()
    forget_to_choose(noor)
    noor.press("Latere dagen")
    noor.look()
    assert noor.cookies() == []
    noor.page.locator("input[name=begin]").first.check()
    noor.press("Kies deze tijd")
    assert noor.heading() == "Uw gegevens"
    expect(noor.main).to_contain_text("Wij houden deze tijd tot")
    noor.look()
    noor.press("Volgende stap")
    expect(noor.page.get_by_role("alert")).to_contain_text("Vul een naam in.")
    noor.look()
    noor.fill(Naam="Noor de Wit", Telefoonnummer="06 12345678")
    noor.press("Geef mij meer tijd")
    noor.press("Volgende stap")
    assert noor.heading() == "Controleer uw afspraak"
    noor.look()
    keep_her_own_time(noor)
    noor.press("Bevestig de afspraak")
    assert noor.heading() == "Uw afspraak staat vast"
    noor.look()
    noor.go("/afspraken/gegevens/")
    assert noor.heading() == "Uw afspraak is al gemaakt"
    noor.look()


def forget_to_choose(noor: Bezoeker) -> None:
    noor.press("Kies deze tijd")
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies een tijd.")
    noor.look()


def keep_her_own_time(noor: Bezoeker) -> None:
    """She looks at other times and keeps hers."""
    noor.main.get_by_role("link", name="Wijzig Wanneer").click()
    own = noor.page.get_by_label("(uw keuze)")
    expect(own).to_be_checked()
    noor.look()
    noor.press("Kies deze tijd")
    assert noor.heading() == "Controleer uw afspraak"


def test_a_stranger_meets_nothing_of_hers(bezoek: Bezoek) -> None:
    visitor = bezoek(path="/afspraken/controleren/", width=PHONE)
    assert visitor.heading() == "Wij houden geen tijd voor u vast"
    visitor.look()
