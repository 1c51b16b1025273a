"""What the counter hands over itself, from the form to its end.

Noor has a parkeervergunning at once; somebody scans its code while Kees withdraws it. Joris has his
evenementenvergunning after Kees decided.
"""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from eloket.lib import klok
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_behandelen import look as look_at_beheer
from tests.browser.test_demoformulieren import answer_all, foto, plan

__all__ = ["foto", "plan"]  # fixtures
Bezoek = Callable[..., Bezoeker]
KENTEKEN = "GT-123-X"  # hers, says the register of the demo
CODE = re.compile(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){3}")


def apply_for_vergunning(noor: Bezoeker) -> None:
    """From the form to the page that says yes, in one visit."""
    noor.press("Begin")
    noor.log_in("Noor de Wit")
    noor.page.get_by_label("Voor mij als bewoner").check()
    noor.page.get_by_label("Zone A: centrum").check()
    noor.press("Volgende stap")
    today = klok.today()
    noor.fill(Kenteken=KENTEKEN, Dag=str(today.day), Maand=str(today.month), Jaar=str(today.year))
    noor.page.get_by_label("Van mij of van mijn bedrijf").check()
    noor.page.get_by_label("De eerste").check()
    noor.press("Volgende stap")
    noor.press("Volgende stap")
    noor.page.get_by_label("E-mailadres").fill("noor@rietwaard.example")
    noor.press("Volgende stap")
    expect(noor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    expect(noor.main).to_contain_text("Laat een medewerker beslissen")
    noor.look()
    noor.page.get_by_label(re.compile("naar waarheid|Ik verklaar", re.IGNORECASE)).check()
    noor.press("Versturen")
    expect(noor.page.locator("h1")).to_have_text("Uw aanvraag is goedgekeurd")
    noor.look()


def withdraw(kees: Bezoeker, code: str) -> None:
    kees.log_in("Kees Jansen", middel="Inloggen")
    look_at_beheer(kees)
    kees.page.get_by_label("Zoek een product").fill(code)
    kees.press("Zoek")
    look_at_beheer(kees)
    kees.press(code)
    look_at_beheer(kees)
    kees.press("Trek in")
    kees.page.get_by_label("Waarom?").fill("U woont niet meer in zone A (artikel 6).")
    look_at_beheer(kees)
    kees.press("Trek in")
    expect(kees.page.get_by_text("Het product is ingetrokken.").first).to_be_visible()
    look_at_beheer(kees)


def test_noor_has_her_vergunning_at_once_and_whoever_scans_sees_it_end(bezoek: Bezoek) -> None:
    noor = bezoek(path="/formulieren/parkeervergunning/", width=PHONE)
    apply_for_vergunning(noor)
    noor.go("/mijn-zaken/producten/")
    noor.look()
    noor.press("Parkeervergunning")
    expect(noor.main).to_contain_text("Geldig")
    noor.look()
    found = CODE.search(noor.main.inner_text())
    assert found
    product, code = noor.page.url, found[0]
    for choice in ("Kenteken wijzigen", "Beëindigen"):
        noor.press(choice)
        noor.look()
        noor.go(product)

    handhaver = bezoek(path=f"/controleer/{code}/", width=PHONE, js=False)
    expect(handhaver.page.locator("h1")).to_contain_text("geldig")
    assert "Noor" not in handhaver.main.inner_text()
    assert handhaver.cookies() == []
    handhaver.look()

    withdraw(bezoek(path="/beheer/uitgifte/", width=DESK), code)

    handhaver.page.reload()
    expect(handhaver.main).to_contain_text("ingetrokken")
    handhaver.look()
    noor.go(product)
    expect(noor.main).to_contain_text("U woont niet meer in zone A (artikel 6).")
    expect(noor.main).to_contain_text("Bezwaar maken kan tot en met")
    noor.look()
    noor.go(f"/controleer/{code}/")
    noor.look()


def apply_for_evenement(joris: Bezoeker, foto: Path, plan: Path) -> str:
    """The number of what he asked."""
    joris.press("Begin")
    joris.log_in("Joris Vermeulen", middel="Inloggen met eHerkenning")
    for _step in range(8):
        if joris.heading() == "Controleer uw antwoorden":
            break
        answer_all(joris.main, foto, plan)
        joris.press("Volgende stap")
    joris.page.get_by_label(re.compile("naar waarheid")).check()
    joris.press("Versturen")
    found = re.search(r"ELK-\d{4}-\d{7}", joris.main.inner_text())
    assert found
    return found[0]


def decide(kees: Bezoeker) -> None:
    """Yes, made known, and closed."""
    kees.log_in("Kees Jansen", middel="Inloggen")
    kees.press("Neem een besluit")
    kees.page.get_by_label("Wat besluit u, en waarom?").fill("U mag het feest houden. Het is veilig.")
    kees.press("Leg het besluit vast")
    kees.press("Maak het besluit bekend")
    kees.press("Maak bekend")
    kees.page.get_by_label("Afgehandeld").check()
    kees.page.get_by_label("Resultaat", exact=False).select_option("Verleend")
    kees.press("Zet status")
    expect(kees.main).to_contain_text("Deze zaak is gesloten")


def test_joris_has_his_vergunning_after_kees_decided(bezoek: Bezoek, foto: Path, plan: Path) -> None:
    joris = bezoek(path="/formulieren/evenementenvergunning/", width=PHONE)
    number = apply_for_evenement(joris, foto, plan)
    decide(bezoek(path=f"/beheer/zaken/{number}/", width=DESK))
    joris.go("/mijn-zaken/producten/")  # which asks for a higher level than the form did
    joris.log_in("Joris Vermeulen", middel="Inloggen met eHerkenning")
    vergunning = joris.main.get_by_role("link", name="Evenementenvergunning")
    wait_for_worker(joris, vergunning)
    joris.look()
    vergunning.first.click()
    joris.look()
    expect(joris.main).to_contain_text("Bekijk de zaak waarin u dit kreeg")


def wait_for_worker(visitor: Bezoeker, wanted: Locator) -> None:
    """Look again until the work behind the page is done."""
    for _again in range(60):
        if wanted.count():
            return
        visitor.page.wait_for_timeout(500)
        visitor.page.reload()
    expect(wanted.first).to_be_visible()
