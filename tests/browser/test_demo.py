"""The tour of docs/demo.md, stop by stop, in one browser, as a newcomer walks it."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK
from tests.browser.test_verhuizing import fill_in, open_zaak, send, set_next_status, wait_for_mail
from tests.tooling.commando import ROOT

DOCUMENT = (ROOT / "docs" / "demo.md").read_text()
STOPS = re.findall(r"^## (\d+)\. ([^(\n]+?) *(?:\([^)]*\))?$", DOCUMENT, re.M)


def told(stop: int, words: str) -> str:
    """These words, which the document must give a walker at this stop."""
    text = DOCUMENT.partition(f"\n## {stop}. ")[2].partition("\n## ")[0]
    assert f"**{words}**" in text, f"stop {stop} does not name {words!r}"
    return words


class Rondleiding:
    """Walks the stops; what one leaves behind the next goes on with."""

    def __init__(self, visitor: Bezoeker) -> None:
        self.visitor = visitor
        self.nummer = ""

    def vind_een_product(self) -> None:
        box = self.visitor.page.locator("input[type=search]").last
        box.fill("verhuizing")
        box.press("Enter")
        self.visitor.press("Verhuizing doorgeven")
        self.visitor.page.get_by_role("banner").get_by_role("link", name="English").click()
        assert "/en/" in self.visitor.page.url
        for words in ("lantaarnpaal kapot", "hond", "zzzz"):
            self.visitor.go(f"/zoeken/?q={words}")
            self.visitor.look()

    def geef_een_verhuizing_door(self) -> None:
        self.visitor.go("/producten/verhuizing-doorgeven/")
        self.visitor.press("Regel het online")
        self.visitor.press("Begin")
        self.visitor.log_in("Noor de Wit")
        fill_in(self.visitor)
        self.nummer = send(self.visitor)

    def lees_de_e_mail(self) -> None:
        assert "Rietkraag" not in wait_for_mail(self.visitor, self.nummer)

    def volg_de_zaak(self) -> None:
        self.visitor.go("/mijn-zaken/")
        expect(self.visitor.main).to_contain_text(self.nummer)

    def behandel_de_zaak(self) -> None:
        """Noor and Kees in one browser: neither session sees the other."""
        self.visitor.go("/beheer/zaken/")
        self.visitor.log_in("Kees Jansen", middel="Inloggen")
        open_zaak(self.visitor, self.nummer)
        set_next_status(self.visitor, "Wij zijn ermee bezig.")
        self.visitor.go(f"/mijn-zaken/{self.nummer}/")
        expect(self.visitor.main).to_contain_text("Wij zijn ermee bezig.")
        self.log_out_employee()

    def verander_een_product(self) -> None:
        page, old, new = self.visitor.page, "/producten/paspoort/", "/producten/een-paspoort-aanvragen/"
        self.open_product()
        edit = page.url
        self.summarise("Een nieuw paspoort, in twee stappen.")
        self.publish()
        self.see(old, "in twee stappen")

        self.visitor.go(edit)
        self.summarise("Een nieuw paspoort, in drie stappen.")
        page.get_by_role("button", name=told(6, "Bewaar concept")).last.click()
        expect(page.locator(".messages .success")).to_be_visible()
        self.see(old, "in twee stappen")

        self.visitor.go(edit)
        page.get_by_role("tab", name=told(6, "Vindbaar")).click()
        page.locator("input[name=slug]").fill("een-paspoort-aanvragen")
        self.publish()
        self.see(old, "in drie stappen")
        assert page.url.endswith(new)
        self.log_out_employee()

    def open_product(self) -> None:
        page = self.visitor.page
        self.visitor.go("/beheer/")
        self.visitor.log_in("Samira Idrissi", middel="Inloggen")
        page.locator("#menu-search-q").fill("paspoort")
        page.locator("#menu-search-q").press("Enter")
        page.get_by_role("main").get_by_role("link", name=told(6, "Paspoort aanvragen")).first.click()

    def put_the_address_back(self) -> None:
        """The counter is there for the other tests too."""
        page = self.visitor.page
        self.open_product()
        page.get_by_role("tab", name=told(6, "Vindbaar")).click()
        page.locator("input[name=slug]").fill("paspoort")
        self.publish()
        self.log_out_employee()

    def summarise(self, words: str) -> None:
        self.visitor.page.get_by_role("textbox", name=told(6, "Samenvatting")).fill(words)

    def publish(self) -> None:
        page = self.visitor.page
        page.get_by_role("button", name="Meer acties").last.click()
        page.get_by_role("button", name=told(6, "Publiceren")).last.click()
        expect(page.locator(".messages .success")).to_be_visible()

    def see(self, path: str, words: str) -> None:
        """Within a second in every process."""
        self.visitor.page.wait_for_timeout(1000)
        self.visitor.go(path)
        expect(self.visitor.main).to_contain_text(words)

    def kijk_of_alles_aankomt(self) -> None:
        self.visitor.go("/beheer/bezorging/")
        self.visitor.log_in("Mo Yilmaz", middel="Inloggen")
        expect(self.visitor.page.locator("h1, h2").filter(has_text="Bezorging").first).to_be_visible()
        self.log_out_employee()

    def log_out_employee(self) -> None:
        self.visitor.go("/inloggen/medewerker/uitloggen/")
        self.visitor.press("Uitloggen")


def method_of(title: str) -> str:
    return re.sub(r"\W+", "_", title.strip().lower())


def test_the_tour_of_the_document_can_be_walked(bezoek: Callable[..., Bezoeker]) -> None:
    tour = Rondleiding(bezoek(width=DESK))
    assert [int(number) for number, _title in STOPS] == list(range(1, 8))
    for _number, title in STOPS:
        getattr(tour, method_of(title))()
    tour.put_the_address_back()


def test_the_demo_page_names_the_same_people(bezoek: Callable[..., Bezoeker]) -> None:
    visitor = bezoek(path="/demo/", width=DESK)
    for name in set(re.findall(r"\*\*(Noor de Wit|Kees Jansen|Samira Idrissi|Mo Yilmaz)\*\*", DOCUMENT)):
        expect(visitor.main).to_contain_text(name)
