"""Logging in as people do it: in a browser, with and without JavaScript, on a desk and on a phone."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.components import Loket

pytestmark = pytest.mark.browser
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["js", "zonder js"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=request.param, locale="nl-NL"
    )
    yield context.new_page()
    context.close()


def test_too_low_cancelled_and_in(loket: Loket, page: Page) -> None:
    page.goto(f"{loket.url}/mijn-zaken/")
    page.get_by_role("button", name="Inloggen met DigiD").click()
    page.get_by_label("Basis: gebruikersnaam").check()
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in op een zekerder manier")
    page.get_by_role("button", name="Opnieuw inloggen bij DigiD").click()
    page.get_by_role("button", name="Annuleren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent niet ingelogd")
    page.get_by_role("button", name="Opnieuw inloggen").click()
    page.get_by_role("button", name="Inloggen").click()
    assert urlsplit(page.url).path == "/mijn-zaken/"
    expect(page.get_by_text("Ingelogd als Noor de Wit")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent uitgelogd")


def test_an_employee_in_the_same_browser(loket: Loket, page: Page) -> None:
    page.goto(f"{loket.url}/beheer/")
    page.get_by_role("button", name="Inloggen met uw werkaccount").click()
    page.get_by_label("Samira Idrissi").check()
    page.get_by_role("button", name="Inloggen").click()
    assert urlsplit(page.url).path == "/beheer/"
    page.goto(f"{loket.url}/mijn-zaken/")
    assert urlsplit(page.url).path == "/inloggen/", "the employee is nobody on the citizens' side"


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_every_page_of_the_walk_is_for_everybody(loket: Loket, browser: Browser, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{loket.url}/mijn-zaken/")
    look(page)
    page.get_by_role("button", name="Inloggen met DigiD").click()
    look(page)
    page.get_by_role("button", name="Annuleren").click()
    look(page)
    page.goto(f"{loket.url}/inloggen/medewerker/")
    look(page)
    page.get_by_role("button", name="Inloggen met uw werkaccount").click()
    page.get_by_label("Anna Visser").check()
    page.get_by_role("button", name="Inloggen").click()
    look(page)
    page.goto(f"{loket.url}/inloggen/medewerker/nood/")
    page.get_by_role("button", name="Inloggen").click()
    look(page)
    page.context.close()


def look(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == [], page.url
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


@pytest.fixture
def noor(loket: Loket, browser: Browser) -> Iterator[Page]:
    """Noor on Mijn zaken, with a clock of ours."""
    page = browser.new_context().new_page()
    page.clock.install()
    page.goto(f"{loket.url}/mijn-zaken/")
    page.get_by_role("button", name="Inloggen met DigiD").click()
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/mijn-zaken/")  # and its script runs
    yield page
    page.context.close()


def test_two_minutes_before_the_end_noor_may_stay(noor: Page) -> None:
    dialog = noor.get_by_role("dialog")
    noor.clock.fast_forward("12:55")
    expect(dialog).to_be_hidden()
    noor.clock.fast_forward("00:10")
    expect(dialog).to_be_visible()
    look(noor)
    with noor.expect_response("**/inloggen/blijf/") as answer:
        dialog.get_by_role("button", name="Blijf ingelogd").click()
    assert answer.value.status == 204
    expect(dialog).to_be_hidden()
    noor.clock.fast_forward("12:50")
    expect(dialog).to_be_hidden()
    noor.clock.fast_forward("00:15")
    expect(dialog).to_be_visible()


def test_at_the_end_the_page_goes_to_the_login_page(noor: Page) -> None:
    noor.context.clear_cookies(name="eloket_sessie")
    noor.clock.fast_forward("15:05")
    noor.wait_for_url("**/inloggen/?verlopen=1&next=%2Fmijn-zaken%2F")
    expect(noor.get_by_text("omdat u 15 minuten niets hebt gedaan")).to_be_visible()


def test_another_tab_kept_noor_logged_in(noor: Page) -> None:
    noor.clock.fast_forward("15:05")
    noor.wait_for_url("**/mijn-zaken/")
    expect(noor.get_by_text("Ingelogd als Noor de Wit")).to_be_visible()
