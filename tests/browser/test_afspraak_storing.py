"""What Noor reads when it cannot be: full, out of order, too often. Readable for everybody.

A running counter does not get into these states on command: the pages are made in this process, and laid in
a real browser on top of the counter's own styles.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from playwright.sync_api import expect
from pytest_django import Settings

from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, make_uitzondering
from tests.afspraken.loper import Loper
from tests.afspraken.storing import STUK
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE

TIJD: dict[str, Any] = {"soort": "paspoort", "plaats": "wijkpunt", "van": "2026-09-28"}


@pytest.fixture
def during_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright leaves an event loop on this thread; nothing of ours runs in it."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def noor(during_a_browser: None, db: None) -> Loper:
    make_plek("wijkpunt")
    make_soort("paspoort")
    return Loper(Client())


def make_full(noor: Loper, settings: Settings) -> None:
    make_uitzondering(MAANDAG - timedelta(days=7), laatste_dag=MAANDAG + timedelta(days=400))
    noor.go("tijd/", **TIJD)


def make_down(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAKEN = STUK
    noor.go("tijd/", **TIJD)


def make_places_down(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAKEN = STUK
    noor.go("plaats/", soort="paspoort")


def make_too_often(noor: Loper, settings: Settings) -> None:
    settings.ELOKET_AFSPRAAK_PER_HALFUUR = 0
    noor.go("tijd/", **TIJD)
    noor.choose()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (make_full, "Er is hier geen tijd vrij"),
        (make_down, "Storing"),
        (make_places_down, "Storing"),
        (make_too_often, "Wacht een halfuur"),
    ],
)
def test_three_messages_that_are_not_the_same(
    bezoek: Callable[..., Bezoeker],
    noor: Loper,
    settings: Settings,
    make: Callable[[Loper, Settings], None],
    told: str,
) -> None:
    with time_machine.travel(NOW, tick=False):
        make(noor, settings)
    visitor = bezoek(path="/contact/", width=PHONE)
    visitor.page.set_content(noor.html)
    expect(visitor.main).to_contain_text(told)
    visitor.look()
