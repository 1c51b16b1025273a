"""What a first visit of a product page brings over the line: page, styles, fonts, scripts, pictures."""

from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import PRODUCT, Plaats
from tooling import browser

ONCE = True
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def measure(place: Plaats) -> Iterator[Meting]:
    with place.web() as web:
        received = _bytes_received(web.url(PRODUCT))
    yield Meting("first visit of a product page", received / 1024, "kB", place.database, 100)


def _bytes_received(url: str) -> float:
    """Bytes as Chromium counts them on the network, headers included, with an empty cache."""
    from playwright.sync_api import sync_playwright

    total = 0.0

    def add(event: dict[str, float]) -> None:
        nonlocal total
        total += event["encodedDataLength"]

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=FLAGS)
        page = chromium.new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", add)
        page.goto(url, wait_until="networkidle")
        chromium.close()
    return total
