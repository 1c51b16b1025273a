"""At midnight of 1 January Noor reads the new price: kept pages, other processes and all."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from time import sleep

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings
from time_machine import Traveller

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.producten.services import translate_page
from eloket.website import momenten, versie
from eloket.website.cache import PaginaCacheMiddleware
from tests.producten.factories import Catalogus, make_complete, make_tarief

MIDDERNACHT = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)  # 00:00 in Rietwaard
NIEUWJAAR = date(2027, 1, 1)
PATH = "/producten/paspoort/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Traveller]:
    monkeypatch.setattr(momenten, "lezer", momenten.MomentLezer())
    with time_machine.travel(MIDDERNACHT - timedelta(hours=2), tick=False) as clock:
        yield clock


@pytest.fixture
def paspoort(clock: Traveller, bewaard: Catalogus) -> Tarief:
    page = make_complete(bewaard)
    translate_page(page, "en", {"title": "Passport"})
    return make_tarief(bedrag="89.00", vanaf=NIEUWJAAR)


def prices(html: str) -> tuple[bool, bool]:
    """Whether the glance at the top says the old and the new price."""
    glance = html[html.index("eloket-gegevens") :].partition("</dl>")[0]
    return "86" in glance, "89" in glance


def read(client: Client, path: str = PATH) -> tuple[bool, bool]:
    return prices(client.get(path).content.decode())


@pytest.mark.parametrize("path", [PATH, f"/en{PATH}"])
def test_the_new_price_stands_there_from_midnight_on(
    client: Client, paspoort: Tarief, clock: Traveller, path: str
) -> None:
    clock.move_to(MIDDERNACHT - timedelta(milliseconds=100))
    for _twice in range(2):
        assert read(client, path) == (True, False)
    clock.move_to(MIDDERNACHT)
    for _twice in range(2):
        assert read(client, path) == (False, True)


def test_it_is_midnight_in_the_gemeente_and_not_in_london(
    client: Client, paspoort: Tarief, clock: Traveller
) -> None:
    clock.move_to(datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC))
    assert read(client) == (True, False)
    clock.move_to(datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC))
    assert read(client) == (False, True)


def other_process(client: Client) -> Callable[[], tuple[bool, bool]]:
    """Another process with the same cache: it looks at the version of the site by itself."""

    def make(request: HttpRequest) -> HttpResponse:
        return client.get(PATH)  # type: ignore[return-value]

    middleware = PaginaCacheMiddleware(make, lezer=versie.VersieLezer())
    ask = RequestFactory().get(PATH, headers={"host": "testserver"})

    def look() -> tuple[bool, bool]:
        response = middleware(ask)
        assert isinstance(response, HttpResponse)
        return prices(response.content.decode())

    return look


def test_another_process_turns_at_the_same_moment(client: Client, paspoort: Tarief, clock: Traveller) -> None:
    other = other_process(client)
    clock.move_to(MIDDERNACHT - timedelta(milliseconds=100))
    assert read(client) == other() == (True, False)
    clock.move_to(MIDDERNACHT)
    assert other() == (False, True)


def test_a_price_that_is_changed_today_shows_elsewhere_within_a_second(
    client: Client, paspoort: Tarief, clock: Traveller, settings: Settings
) -> None:
    """The price of 1 January is set once more, while another process keeps the page of last year."""
    other = other_process(client)
    clock.move_to(MIDDERNACHT)
    assert read(client) == other() == (False, True)
    amount = TariefBedrag.objects.get(tarief=paspoort, vanaf=NIEUWJAAR)
    amount.bedrag = 86
    amount.save()
    assert read(client) == (True, False), "here at once"
    assert other() == (False, True), "the control: as long as it does not look, it knows nothing"
    settings.ELOKET_CACHE_POLL = 0.5  # as in production
    for _try in range(20):
        if other() == (True, False):
            return
        sleep(0.05)
    pytest.fail("het andere proces toont na een seconde nog de oude prijs")


def test_a_price_that_ends_leaves_the_table(client: Client, clock: Traveller, bewaard: Catalogus) -> None:
    make_complete(bewaard)
    tarief = Tarief.objects.get()
    tarief.vervallen_per = NIEUWJAAR
    tarief.save()
    assert "vervalt op 1 januari 2027" in client.get(PATH).content.decode()
    clock.move_to(MIDDERNACHT)
    html = client.get(PATH).content.decode()
    assert "eloket-tarieven" not in html
    assert "86,85" not in html
