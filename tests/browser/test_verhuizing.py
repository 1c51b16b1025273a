"""Noor moves house: she finds, logs in, fills in on a phone, gets a receipt and a mail, follows her zaak."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from eloket.lib import klok
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE

Bezoek = Callable[..., Bezoeker]


def find_form(noor: Bezoeker) -> None:
    """By the search box of the home page to the start of the form."""
    noor.look()
    box = noor.page.locator("input[type=search]").last
    box.fill("verhuizing")
    box.press("Enter")
    noor.look()
    noor.press("Verhuizing doorgeven")
    expect(noor.page.locator("h1")).to_have_text("Verhuizing doorgeven")
    noor.look()
    assert noor.cookies() == [], "an anonymous page gave a cookie"
    noor.main.get_by_role(
        "link", name=re.compile("online|Verhuizing doorgeven|aanvragen", re.I)
    ).first.click()
    noor.look()
    assert "/formulieren/verhuizing-doorgeven/" in noor.page.url


def fill_in(noor: Bezoeker, *, straat: str = "Rietkraag") -> None:
    """Three steps, from the first to the summary."""
    day = klok.today() + timedelta(days=10)
    for name, value in (("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)):
        noor.page.get_by_label(name, exact=True).fill(str(value))
    noor.page.get_by_label("Nee", exact=True).check()  # not abroad
    noor.page.get_by_label("Postcode").fill("1234 ZZ")  # no list knows it: street and place by hand
    noor.page.get_by_label("Huisnummer").fill("12")
    noor.page.get_by_label("Straat").fill(straat)
    noor.page.get_by_label("Woonplaats").fill("Rietwaard")
    noor.look()
    noor.press("Volgende stap")
    noor.look()
    noor.page.get_by_label("Alleen ik").check()
    noor.page.get_by_label("Nee", exact=True).check()
    noor.press("Volgende stap")
    noor.look()
    noor.page.get_by_label("E-mailadres").fill("noor@rietwaard.example")
    noor.press("Volgende stap")


def send(noor: Bezoeker) -> str:
    """From the summary to the receipt; returns the number."""
    noor.look()
    expect(noor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    noor.page.get_by_label("Ik heb alles naar waarheid ingevuld").check()
    noor.press("Versturen")
    expect(noor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")
    noor.look()
    found = re.search(r"ELK-\d{4}-\d{7}", noor.main.inner_text())
    assert found, noor.main.inner_text()
    return found[0]


def wait_for_mail(visitor: Bezoeker, *words: str, seconds: int = 20) -> str:
    """Until the mailbox of the demo holds a mail with these words; returns its text."""
    for _ in range(seconds * 2):
        visitor.go("/demo/")
        links = visitor.main.locator(".eloket-links__link[href*='/demo/post/']")
        for url in [link.get_attribute("href") or "" for link in links.all()][:6]:
            visitor.go(url)
            text = visitor.main.inner_text()
            if all(word in text for word in words):
                return text
        visitor.page.wait_for_timeout(500)
    raise AssertionError(f"no mail with {words}")


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_reports_her_move_and_everybody_does_their_part(bezoek: Bezoek, js: bool) -> None:
    noor = bezoek(width=PHONE, js=js)
    find_form(noor)
    noor.press("Begin")
    noor.look()
    noor.log_in("Noor de Wit")
    fill_in(noor)
    nummer = send(noor)

    noor.press("Naar Mijn zaken")
    noor.look()
    expect(noor.main).to_contain_text(nummer)

    text = wait_for_mail(bezoek(js=js), nummer)
    assert "Rietkraag" not in text  # never the content
    link = re.search(r"http://\S+", text)
    assert link
    assert noor.url in link[0]

    kees = bezoek(path="/beheer/zaken/", js=True)
    kees.log_in("Kees Jansen", middel="Inloggen")
    open_zaak(kees, nummer)
    set_next_status(kees, "Wij kijken vandaag naar uw verhuizing.")

    noor.go(f"/mijn-zaken/{nummer}/")
    expect(noor.main).to_contain_text("Wij kijken vandaag naar uw verhuizing.")
    noor.look()


def test_fatima_moves_abroad_and_reads_what_to_do_instead(bezoek: Bezoek) -> None:
    fatima = bezoek(path="/formulieren/verhuizing-doorgeven/", width=PHONE, js=False)
    fatima.press("Begin")
    fatima.log_in("Fatima El Amrani")
    day = klok.today() + timedelta(days=4)
    for name, value in (("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)):
        fatima.page.get_by_label(name, exact=True).fill(str(value))
    fatima.page.get_by_label("Ja", exact=True).check()  # and no address here
    fatima.press("Volgende stap")
    expect(fatima.page.locator("h1")).to_have_text("Vertrekken naar het buitenland gaat anders")
    fatima.look()
    fatima.press("Ga naar Verhuizen naar het buitenland")
    expect(fatima.page.locator("h1")).to_have_text("Verhuizen naar het buitenland")
    fatima.look()


def open_zaak(kees: Bezoeker, nummer: str) -> None:
    """From the worklist, where other tests may have put more than a page of zaken before it."""
    kees.go(f"/beheer/zaken/?zoek={nummer}")
    kees.page.get_by_role("link", name=re.compile(nummer)).first.click()


def set_next_status(kees: Bezoeker, words: str) -> None:
    """The first of the statuses that may follow."""
    kees.page.locator("input[name=volgnummer]").first.check()
    kees.page.locator("textarea[name=toelichting]").fill(words)
    kees.page.get_by_role("button", name="Zet status").click()
    kees.page.wait_for_load_state()


def test_samira_changes_a_product_and_the_page_is_new_at_once(bezoek: Bezoek) -> None:
    """At once in the process that publishes, within a second in the others."""
    joris = bezoek(path="/producten/parkeervergunning/")
    before = joris.main.inner_text()
    samira = bezoek(path="/beheer/pages/search/?q=parkeervergunning")
    samira.log_in("Samira Idrissi", middel="Inloggen")
    change_product(samira, "Parkeervergunning", "Parkeer in uw eigen buurt voor een vast bedrag per jaar.")
    assert "vast bedrag per jaar" not in before
    joris.page.wait_for_timeout(1000)
    for _ in range(6):  # whichever process answers
        joris.page.reload()
        expect(joris.main).to_contain_text("vast bedrag per jaar", timeout=1)


def change_product(samira: Bezoeker, title: str, words: str) -> None:
    """From the search results of the editor: a new summary, published."""
    samira.page.get_by_role("main").get_by_role("link", name=title).first.click()
    samira.page.locator("textarea[name=samenvatting]").fill(words)
    samira.page.get_by_role("button", name="Meer acties").last.click()
    samira.page.get_by_role("button", name="Publiceren").last.click()
    expect(samira.page.locator(".messages .success")).to_be_visible()
