"""A real browser on the real running counter."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.bezoeker import Bezoeker
from tests.components import Loket

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = 360, 1280


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one worker: there is one counter, and what one test does the next may see."""
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """One for all journeys; each visitor has a context of their own in it, and it goes with them."""
    # Not for the whole session: its event loop would stand in the way of tests that use the database.
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def bezoek(browser: Browser, loket: Loket) -> Iterator[Callable[..., Bezoeker]]:
    """Somebody with a browser of their own. Afterwards nothing may have gone wrong in it."""
    with receive(browser, loket) as start:
        yield start


@contextmanager
def receive(browser: Browser, loket: Loket) -> Iterator[Callable[..., Bezoeker]]:
    """Visitors of this counter, looked after until they leave."""
    visitors: list[Bezoeker] = []

    def start(*, width: int = DESK, js: bool = True, path: str = "/") -> Bezoeker:
        visitor = Bezoeker.start(browser, loket.url, width=width, js=js)
        visitors.append(visitor)
        visitor.go(path)
        return visitor

    yield start
    for visitor in visitors:
        visitor.leave()
    assert [fault for visitor in visitors for fault in visitor.faults] == []
