"""What a first visit of a product page or a form brings over the line."""

from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import PRODUCT, Plaats
from tooling import browser

ONCE = True
FORM = "/formulieren/melding-openbare-ruimte/beginnen/"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def measure(place: Plaats) -> Iterator[Meting]:
    with place.web() as web:
        product, form = (_answers(web.url(path)) for path in (PRODUCT, FORM))
    name = "first visit of a product page"
    yield Meting(name, sum(product) / 1024, "kB", place.database, 100)
    yield Meting(f"{name}, requests", len(product), "requests", place.database, 8)
    name = "first visit of a step of a form"
    yield Meting(name, sum(form) / 1024, "kB", place.database, 60)
    yield Meting(f"{name}, requests", len(form), "requests", place.database, 6)  # the page and five files


def _answers(url: str) -> list[float]:
    """The size in bytes of each answer on the network, headers included, with an empty cache."""
    from playwright.sync_api import sync_playwright

    sizes: list[float] = []

    def add(event: dict[str, float]) -> None:
        sizes.append(event["encodedDataLength"])

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=FLAGS)
        page = chromium.new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", add)
        page.goto(url, wait_until="networkidle")
        chromium.close()
    return sizes
