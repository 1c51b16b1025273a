"""Noor is called away while she fills in: what she typed is kept before her session ends."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE


def test_the_warning_saves_what_was_typed_first(bezoek: Callable[..., Bezoeker]) -> None:
    noor = bezoek(width=PHONE)
    page = noor.page
    page.clock.install()
    noor.go("/formulieren/verhuizing-doorgeven/")
    noor.press("Begin")
    noor.log_in("Noor de Wit")
    page.wait_for_load_state("networkidle")
    page.get_by_label("Straat").fill("Lisdodde")
    page.get_by_label("Huisnummer").fill("7")
    with page.expect_response(
        lambda answer: answer.request.method == "POST" and "bewaar=1" in (answer.request.post_data or "")
    ) as saved:
        page.clock.fast_forward("13:05")
    assert saved.value.status == 204
    expect(page.get_by_role("dialog")).to_be_visible()
    noor.go(page.url)
    expect(page.get_by_label("Straat")).to_have_value("Lisdodde")
    expect(page.get_by_label("Huisnummer")).to_have_value("7")
