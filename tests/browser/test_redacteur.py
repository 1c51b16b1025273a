"""Samira makes a product, from nothing to published, and Noor reads it."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.bezoeker import Bezoeker

Bezoek = Callable[..., Bezoeker]


def publish(samira: Bezoeker) -> None:
    samira.page.get_by_role("button", name="Meer acties").last.click()
    samira.page.get_by_role("button", name="Publiceren").last.click()
    samira.page.wait_for_load_state()


def write(samira: Bezoeker, box: Locator, text: str) -> None:
    """In an editor for rich text."""
    box.click()
    samira.page.keyboard.type(text)


def field(samira: Bezoeker, name: str) -> Locator:
    return samira.page.locator(f"[data-contentpath='{name}']").first


def choose(samira: Bezoeker, name: str, *, several: bool) -> None:
    """One row in the window of a chooser."""
    window = samira.page.locator(".modal")
    if several:
        window.get_by_role("row", name=name).get_by_role("checkbox").check()
        window.get_by_role("button", name="Selectie bevestigen").click()
    else:
        window.get_by_role("link", name=name).first.click()
    expect(window).to_have_count(0)


def test_samira_makes_a_product_from_nothing_to_published(bezoek: Bezoek) -> None:
    samira = bezoek(path="/beheer/")
    samira.log_in("Samira Idrissi", middel="Inloggen")
    samira.go("/beheer/pages/search/?q=Alle+producten")
    samira.page.get_by_role("link", name="Alle producten").first.click()
    overview = samira.page.url.rstrip("/").split("/")[-2]
    samira.go(f"/beheer/pages/add/producten/productpage/{overview}/")
    samira.page.locator("[name=title]").press_sequentially("Boom kappen")
    samira.page.locator("[name=samenvatting]").fill("U wilt een boom kappen. Vraag eerst of dat mag.")
    publish(samira)

    told = samira.page.locator(".eloket-hulp")
    expect(told).to_contain_text("Dit ontbreekt nog voor het op de site kan (8)")
    expect(samira.page.locator("[name=samenvatting]")).to_have_value(
        "U wilt een boom kappen. Vraag eerst of dat mag."
    )
    answer(samira, told)
    publish(samira)
    expect(samira.page.locator(".messages .success")).to_be_visible()

    noor = bezoek(path="/producten/boom-kappen/", width=360)
    assert noor.heading() == "Boom kappen"
    expect(noor.main).to_contain_text("Gratis")
    expect(noor.main).to_contain_text("Bel ons met het adres.")
    noor.look()


def answer(samira: Bezoeker, told: Locator) -> None:
    """Everything that was asked for; the links lead to the tab on which the field stands."""
    for name, text in {
        "wat": "Een vergunning voor het kappen van een boom.",
        "voor_wie": "Voor de eigenaar van de grond.",
        "hoe": "Vertel ons waar de boom staat.",
    }.items():
        write(samira, field(samira, name).get_by_role("textbox"), text)
    samira.page.locator("[name=kosten_soort]").select_option("gratis")
    samira.page.locator("[name=termijn_eenheid]").select_option("direct")

    told.get_by_role("link", name="Voeg een kanaal toe").click()
    samira.page.locator("#id_kanalen-ADD").click()
    samira.page.locator("[name=kanalen-0-kanaal]").select_option("telefoon")
    row = samira.page.locator("#inline_child_kanalen-0")
    write(samira, row.get_by_role("textbox").first, "Bel ons met het adres.")

    back(samira)
    told.get_by_role("link", name="Kies een uniforme productnaam").click()
    samira.page.locator("#id_upns-OPEN_MODAL").click()
    choose(samira, "UPL-naam nog niet beschikbaar", several=True)

    back(samira)
    told.get_by_role("link", name="Kies welke organisatie").click()
    field(samira, "verantwoordelijke").locator(".unchosen button").click()
    choose(samira, "Rietwaard", several=False)


def back(samira: Bezoeker) -> None:
    samira.page.get_by_role("tab", name="Tekst").click()
