"""Peter, eindredacteur, brings the tarieven of 1 January in; Noor reads at once what it will cost."""

from collections.abc import Callable
from datetime import date

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import DESK, PHONE

JAAR = date.today().year + 1
PATH = "/producten/rijbewijs/"
TABEL = (
    "code;naam;artikel;bedrag;vanaf\r\n"
    f"rijbewijs;Rijbewijs;artikel 1.3.1 tarieventabel leges {JAAR};54,55;1-1-{JAAR}\r\n"
    f"rijbewijs-spoed;Rijbewijs met spoed (extra);artikel 1.3.2 leges {JAAR};90,00;1-1-{JAAR}\r\n"
)
FOUT = TABEL.replace("90,00", "-90,00")


def read_in(peter: Bezoeker, text: str) -> None:
    peter.go("/beheer/tarieventabel/")
    peter.page.get_by_label("Bestand met de tarieven").set_input_files(
        files=[{"name": f"tarieven-{JAAR}.csv", "mimeType": "text/csv", "buffer": text.encode()}]
    )
    peter.press("Lees in en vergelijk")
    expect(peter.page.locator("h1")).to_contain_text("Oud en nieuw naast elkaar")


def look_closely(peter: Bezoeker) -> None:
    """What is ours of this screen is for everybody, wide and narrow."""
    peter.page.wait_for_load_state("networkidle")
    for width in (DESK, PHONE):
        peter.page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(peter.page, context="main", options=AXE).response["violations"]
        assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []
        assert peter.page.evaluate("document.documentElement.scrollWidth") <= width
    peter.page.set_viewport_size({"width": DESK, "height": 800})


def test_peter_takes_the_table_of_next_year_over(bezoek: Callable[..., Bezoeker]) -> None:
    peter = bezoek(path="/beheer/snippets/betalingen/tarief/", width=DESK)
    peter.log_in("Peter Hoekstra", middel="Inloggen")
    peter.page.get_by_role("link", name="Tabel inlezen").click()
    expect(peter.page.locator("h1")).to_contain_text("Tabel van volgend jaar inlezen")
    look_closely(peter)

    read_in(peter, FOUT)
    expect(peter.main.get_by_role("heading", name="1 fout")).to_be_visible()
    expect(peter.main.get_by_text("Haal het minteken weg").first).to_be_visible()
    expect(peter.main.get_by_role("button", name="Neem over")).to_have_count(0)
    look_closely(peter)

    read_in(peter, TABEL)
    row = peter.main.get_by_role("row").filter(has_text="54,55")
    expect(row).to_contain_text("€ 52,60")
    expect(row).to_contain_text("(+3,7%)")
    expect(row.get_by_role("link").filter(has_text="(Engels)")).to_be_visible()  # the product, twice
    expect(peter.main.get_by_text("1 bedrag verandert meer dan 25%")).to_be_visible()
    expect(peter.main.get_by_role("heading", name="Staat niet in de nieuwe tabel")).to_be_visible()
    look_closely(peter)
    peter.press("Bekijk per product en formulier")
    look_closely(peter)
    peter.press("Bekijk per tarief")

    noor = bezoek(path=PATH, width=PHONE)
    assert "54,55" not in noor.main.inner_text()
    peter.press("Neem over")
    expect(peter.main.get_by_role("heading", name="Deze tabel is overgenomen")).to_be_visible()
    expect(peter.main.get_by_role("button", name="Neem over")).to_have_count(0)

    noor.page.wait_for_timeout(1000)  # another process may have kept the page
    noor.page.reload()
    expect(noor.main.get_by_text(f"€ 54,55 vanaf 1 januari {JAAR}")).to_be_visible()
    expect(noor.main.get_by_text("€ 52,60").first).to_be_visible()
    noor.look()
