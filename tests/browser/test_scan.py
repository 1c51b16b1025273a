"""A letter lies on Ilse's table: she scans it, types it over and sends it. Mo reads what was noted."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.accounts.helpers import NOOR_BSN
from tests.bestanden.monsters import pdf
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_bijlagen import add
from tests.browser.test_hulp import at_desk
from tests.browser.test_rapporten import look

Bezoek = Callable[..., Bezoeker]
RAPPORTEN = ("formulieren/logboek", "formulieren/leveringen", "personen/raadplegingen")


def test_ilse_adds_the_letter_and_it_comes_along(bezoek: Bezoek) -> None:
    ilse = at_desk(bezoek, js=True)
    ilse.press("Klacht over de gemeente")
    ilse.page.get_by_label("post", exact=True).check()
    ilse.press("Begin met invullen")
    expect(ilse.page.locator("h1")).to_have_text("Scan van de brief")
    ilse.look()
    ilse.press("Voeg toe")
    ilse.look()  # in words what is wrong
    add(ilse, "brief.pdf", pdf())
    ilse.press("Verder")
    ilse.look()
    expect(ilse.main).to_contain_text("Bekijk de scan van de brief")
    ilse.page.get_by_label("Waar gaat uw klacht over?").fill("Losse tegel")
    ilse.page.get_by_label("Wat is er gebeurd?").fill("Zij struikelde.")
    ilse.press("Volgende stap")
    ilse.press("Volgende stap")
    expect(ilse.main).to_contain_text("brief.pdf")
    ilse.look()
    ilse.press("Versturen")
    expect(ilse.main).to_contain_text("Uw brief: brief.pdf")
    ilse.look()


def test_ilse_looks_up_a_caller_and_mo_reads_that_she_did(bezoek: Bezoek) -> None:
    ilse = at_desk(bezoek, js=True)
    ilse.press("Uittreksel uit de BRP")
    ilse.page.get_by_label("telefoon", exact=True).check()
    ilse.page.get_by_label("Een inwoner, met het BSN").check()
    ilse.page.get_by_label("BSN, KvK-nummer of e-mailadres").fill(NOOR_BSN)
    ilse.press("Begin met invullen")
    expect(ilse.main).to_contain_text("Basisregistratie Personen")
    ilse.look()
    ilse.press("Geef dit formulier over")
    ilse.press("Maak een code")

    mo = bezoek(path=f"/beheer/reports/{RAPPORTEN[0]}/")
    mo.log_in("Mo Yilmaz", middel="Inloggen")
    for rapport in RAPPORTEN:
        mo.go(f"/beheer/reports/{rapport}/")
        if rapport != "formulieren/leveringen":  # the demo has no other targets
            expect(mo.main).to_contain_text("Ilse Bakker")
        for width in (DESK, PHONE):
            look(mo, width)
        table = mo.main.locator(".w-overflow-x-auto[role=region]")
        if table.count():
            table.evaluate("box => box.scrollLeft = 10000")
            expect(table.locator("th").last).to_be_in_viewport()
