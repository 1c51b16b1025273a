"""Noor moves and cancels her afspraak in a real browser, and loses a time to somebody else."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE

Bezoek = Callable[..., Bezoeker]
TIJD = "/afspraken/tijd/?voor=inwoner&soort=paspoort&personen=1&kanaal=balie&plaats=gemeentehuis"
EEN_LIJN = "/afspraken/tijd/?voor=inwoner&soort=briefadres&personen=1&kanaal=telefoon&plaats=telefoon"


def test_noor_moves_her_afspraak_and_then_cancels_it(bezoek: Bezoek) -> None:
    """A real browser posts from these pages without naming its origin: with no-referrer it says "null"."""
    noor = bezoek(path=TIJD, width=PHONE)
    book(noor)
    noor.press("Verzet of annuleer")
    assert noor.heading() == "Uw afspraak"
    link = noor.page.url
    noor.look()
    noor.press("Kies een andere tijd")
    assert noor.heading() == "Een andere tijd kiezen"
    noor.look()
    noor.press("Verzet de afspraak naar deze tijd")  # and forgets to choose
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies een tijd.")
    noor.look()
    noor.page.locator("input[name=begin]").nth(2).check()
    noor.press("Verzet de afspraak naar deze tijd")
    expect(noor.main).to_contain_text("Uw afspraak is verzet")
    noor.look()
    noor.press("Annuleer de afspraak")
    assert noor.heading() == "Wilt u deze afspraak annuleren?"
    noor.look()
    noor.press("Ja, annuleer deze afspraak")
    expect(noor.main).to_contain_text("Deze afspraak is geannuleerd")
    noor.look()
    noor.go(link.replace("/beheren/", "/beheren/x"))
    assert noor.heading() == "Deze link klopt niet"
    noor.look()
    noor.press("Zoek uw afspraak op")
    noor.fill(Afspraaknummer="A7K3-QX9M")
    noor.press("Zoek de afspraak")
    noor.look()


def test_the_time_that_somebody_else_took_is_told_with_the_nearest_ones(bezoek: Bezoek) -> None:
    noor, bram = bezoek(path=EEN_LIJN, width=PHONE), bezoek(path=EEN_LIJN, js=False)
    for visitor in (bram, noor):
        visitor.page.locator("input[name=begin]").first.check()
        visitor.press("Kies deze tijd")
    expect(noor.main).to_contain_text("Deze tijd is niet meer vrij")
    noor.look()
    bram.press("Stop en geef de tijd vrij")


def book(noor: Bezoeker) -> None:
    """By the shortest way: the steps themselves are looked at elsewhere."""
    noor.page.locator("input[name=begin]").first.check()
    noor.press("Kies deze tijd")
    noor.fill(Naam="Noor de Wit", Telefoonnummer="06 12345678")
    noor.press("Volgende stap")
    noor.press("Bevestig de afspraak")
    assert noor.heading() == "Uw afspraak staat vast"
