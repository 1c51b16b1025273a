"""The same tour with zaken in another system: `ELOKET_ZAKEN=zgw`, and nothing else."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, receive
from tests.browser.test_demo import STOPS, Rondleiding, method_of
from tests.browser.test_verhuizing import wait_for_mail
from tests.components import Loket, run_loket
from tests.tooling.commando import free_ports

Bezoek = Callable[..., Bezoeker]


@pytest.fixture(scope="module")
def elders(loket: Loket, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """A second counter with its zaken elsewhere, filled with what the first one has: filling takes long."""
    data = tmp_path_factory.mktemp("elders")
    with sqlite3.connect(loket.data / "db.sqlite3") as there, sqlite3.connect(data / "db.sqlite3") as here:
        there.backup(here)
    for each in (there, here):
        each.close()
    shutil.copytree(loket.data / "static", data / "static")
    with run_loket(data, free_ports(3), ELOKET_ZAKEN="zgw") as found:
        yield found


@pytest.fixture
def bezoek(browser: Browser, elders: Loket) -> Iterator[Bezoek]:
    with receive(browser, elders) as start:
        yield start


class RondleidingElders(Rondleiding):
    """Only what Kees does is done in another place."""

    def verander_een_product(self) -> None:
        """Knows no zaken: `test_demo` walks it."""

    def behandel_de_zaak(self) -> None:
        self.open_zaaksysteem(self.nummer)
        self.visitor.page.get_by_label("Toelichting voor de aanvrager").fill("Wij zijn ermee bezig.")
        self.press("Zet de status", "De status is gezet")
        self.visitor.go(f"/mijn-zaken/{self.nummer}/")
        self.visitor.look()
        expect(self.visitor.main).to_contain_text("Wij zijn ermee bezig.")
        # The zaaksysteem told it: Noor need not look to know that there is news.
        assert "Wij zijn ermee bezig." not in wait_for_mail(self.visitor, self.nummer, "nieuws")

    def open_zaaksysteem(self, nummer: str) -> None:
        """From the page of the demo, as a visitor finds it."""
        self.visitor.go("/demo/")
        self.visitor.look()
        self.visitor.press("het zaaksysteem van Rietwaard")
        self.visitor.look()
        self.visitor.press(nummer)
        self.visitor.look()

    def press(self, button: str, told: str) -> None:
        self.visitor.press(button)
        expect(self.visitor.page.get_by_role("status")).to_contain_text(told)
        self.visitor.look()


@pytest.fixture
def tour(bezoek: Bezoek) -> RondleidingElders:
    visitor = bezoek(width=DESK)
    parts = urlsplit(visitor.url)
    visitor.neighbours.add(f"127.0.0.1:{(parts.port or 0) + 2}")
    return RondleidingElders(visitor)


def test_the_same_tour_can_be_walked_on_another_zaaksysteem(tour: RondleidingElders) -> None:
    for _number, title in STOPS:
        getattr(tour, method_of(title))()


def test_bram_reads_the_letter_and_the_besluit_that_kees_takes_there(tour: RondleidingElders) -> None:
    bram = tour.visitor
    bram.go("/mijn-zaken/")
    bram.log_in("Bram Willemsen")
    tour.open_zaaksysteem("ELK-DEMO-3")
    bram.fill(Onderwerp="Uw straatfeest", Tekst_van_de_brief="De tekening is goed.")
    tour.press("Stuur de brief", "De brief is verstuurd")
    bram.page.get_by_label("Wat besluit u, en waarom?").fill("U mag het feest houden.")
    tour.press("Neem het besluit en maak het bekend", "Het besluit is genomen")
    bram.go("/mijn-zaken/ELK-DEMO-3/")
    bram.look()
    expect(bram.main).to_contain_text("U mag het feest houden.")
    expect(bram.main).to_contain_text(re.compile("bezwaar maken", re.I))
    with bram.page.expect_download() as found:
        bram.main.get_by_role("link", name="Uw straatfeest").click()
    assert found.value.path().read_bytes().startswith(b"%PDF")


def test_an_outage_there_is_told_and_loses_nothing(tour: RondleidingElders, elders: Loket) -> None:
    visitor = tour.visitor
    visitor.go("/demo/")
    visitor.press("Zet het zaakregister uit")
    try:
        tour.geef_een_verhuizing_door()
        visitor.faults = [each for each in visitor.faults if not each.startswith("503 at")]
        visitor.go("/mijn-zaken/")
        visitor.look()
        expect(visitor.main).to_contain_text("storing")
        expect(visitor.main).to_contain_text(tour.nummer)
        assert "geen zaken" not in visitor.main.inner_text()
    finally:
        visitor.go("/demo/")
        visitor.press("Zet het zaakregister aan")
    visitor.faults = [each for each in visitor.faults if not each.startswith("503 at")]
    visitor.go("/mijn-zaken/")
    expect(visitor.main).not_to_contain_text("storing")
