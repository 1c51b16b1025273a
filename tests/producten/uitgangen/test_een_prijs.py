"""One price changes: every outlet changes with it, at the moment itself, kept answers and all."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from time_machine import Traveller

from eloket.betalingen.models import Tarief
from eloket.producten.services import ProductInvoer, import_upl, translate_page
from eloket.website import momenten
from tests.producten.factories import UPL_KOP, Catalogus, make_product, make_tarief
from tests.producten.uitgangen.ophalen import FEED, fetch

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"
NIEUWJAAR = datetime(2027, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
PAGE = "/producten/paspoort/"


def between(begin: str, end: str) -> Callable[[str], str]:
    """The part of a page that is an outlet of its own."""
    return lambda text: text[text.index(begin) :].partition(end)[0]


glance, json_ld, table = (
    between("eloket-gegevens", "</dl>"),
    between("application/ld+json", "</script>"),
    between("eloket-tarieven", "</table>"),
)
# Outlet → its address, the part that counts, and the old and the new amount as they stand there.
OUTLETS: dict[str, tuple[str, Callable[[str], str], str, str]] = {
    "page": (PAGE, glance, "€ 86,85", "€ 89,10"),
    "page, in English": (f"/en{PAGE}", glance, "€ 86.85", "€ 89.10"),
    "table of the page": (PAGE, table, ">€ 86,85<", ">€ 89,10<"),
    "schema.org": (PAGE, json_ld, '"86.85"', '"89.10"'),
    "schema.org, in English": (f"/en{PAGE}", json_ld, '"86.85"', '"89.10"'),
    "Samenwerkende Catalogi": (FEED, str, "Paspoort: € 86,85", "Paspoort: € 89,10"),
    "API, list": ("/api/v1/producten", str, '"bedrag": "86.85"', '"bedrag": "89.10"'),
    "API, one": ("/api/v1/producten/paspoort", str, '"bedrag": "86.85"', '"bedrag": "89.10"'),
    "API, in English": ("/api/v1/producten?taal=en", str, '"bedrag": "86.85"', '"bedrag": "89.10"'),
    "SDG": ("/api/v1/sdg/producten", str, "- Paspoort: \\u20ac 86,85", "- Paspoort: \\u20ac 89,10"),
    "SDG, English": ("/api/v1/sdg/producten", str, "- Passport: \\u20ac 86.85", "- Passport: \\u20ac 89.10"),
}  # fmt: skip


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Traveller]:
    monkeypatch.setattr(momenten, "lezer", momenten.MomentLezer())
    with time_machine.travel(NIEUWJAAR - timedelta(hours=2), tick=False) as clock:
        yield clock


@pytest.fixture
def paspoort(clock: Traveller, bewaard: Catalogus) -> Tarief:
    """The passport in both languages, at the price of this year."""
    import_upl(iter([UPL_KOP, f"paspoort,{UPN},X,X,,A4\n"]))  # type: ignore[arg-type]
    tarief = make_tarief(naam_en="Passport")
    invoer = ProductInvoer(upns=[UPN], tarieven=[tarief.code])
    page = make_product(bewaard, "paspoort", invoer=invoer, kosten_soort="tarief")
    translate_page(page, "en", {"title": "Passport"})
    return tarief


def seen(client: Client) -> dict[str, tuple[bool, bool]]:
    """For each outlet whether the old and the new amount is what it costs now; what comes later aside."""
    texts = {address: fetch(client, address) for address, *_rest in OUTLETS.values()}
    found = {}
    for name, (address, part, old, new) in OUTLETS.items():
        told = " ".join(part(texts[address]).split())
        found[name] = (old in told, new in told)
    return found


def only_old(found: dict[str, tuple[bool, bool]]) -> set[str]:
    return {name for name, (old, _new) in found.items() if old}


def only_new(found: dict[str, tuple[bool, bool]]) -> set[str]:
    return {name for name, (old, new) in found.items() if new and not old}


def test_a_price_that_begins_changes_every_outlet_at_midnight(
    client: Client, paspoort: Tarief, clock: Traveller
) -> None:
    before = seen(client)
    assert only_old(before) == set(OUTLETS)
    make_tarief(bedrag="89.10", vanaf=date(2027, 1, 1))
    clock.move_to(NIEUWJAAR - timedelta(seconds=1))
    for _twice in range(2):
        assert only_old(seen(client)) == set(OUTLETS)
    clock.move_to(NIEUWJAAR)
    for _twice in range(2):
        assert only_new(seen(client)) == set(OUTLETS)


def test_what_was_kept_before_midnight_is_asked_for_anew(
    client: Client, paspoort: Tarief, clock: Traveller
) -> None:
    make_tarief(bedrag="89.10", vanaf=date(2027, 1, 1))
    clock.move_to(NIEUWJAAR - timedelta(seconds=1))
    marks = {address: client.get(address)["ETag"] for address, *_rest in OUTLETS.values()}
    for address, mark in marks.items():
        assert client.get(address, headers={"If-None-Match": mark}).status_code == 304, address
    clock.move_to(NIEUWJAAR)
    for address, mark in marks.items():
        assert client.get(address, headers={"If-None-Match": mark}).status_code == 200, address


def test_a_price_that_is_mended_today_changes_every_outlet_at_once(
    client: Client, paspoort: Tarief, clock: Traveller
) -> None:
    assert only_old(seen(client)) == set(OUTLETS)
    amount = paspoort.bedragen.get()
    amount.bedrag = "89.10"
    amount.save()
    assert only_new(seen(client)) == set(OUTLETS)


def test_without_the_moment_the_kept_answers_would_be_old(
    client: Client, paspoort: Tarief, clock: Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: these outlets are really kept, so that it is the moment that renews them."""
    make_tarief(bedrag="89.10", vanaf=date(2027, 1, 1))
    monkeypatch.setattr(momenten, "_sources", [])
    clock.move_to(NIEUWJAAR - timedelta(seconds=1))
    seen(client)
    clock.move_to(NIEUWJAAR)
    made_anew = {"Samenwerkende Catalogi"}  # for whoever has no mark; it is never kept
    assert only_old(seen(client)) == set(OUTLETS) - made_anew
