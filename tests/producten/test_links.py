"""Links that lead nowhere are found: our own pages by reading, other sites by a worker who visits them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import get_default_timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings
from wagtail.documents import get_document_model

from eloket.lib import klok
from eloket.outbox.periodiek import run_periodiek
from eloket.producten.backends.base import LinkBackend, Linkuitslag
from eloket.producten.models import ExterneLink, Tekstblok
from eloket.producten.models.externelink import DAYS_TO_DIE
from eloket.producten.models.productdelen import ProductTekstblok
from eloket.producten.redactie.dodelinks import find_dode_links
from eloket.producten.redactie.linkcontrole import PER_BEURT, check_links, collect_links
from eloket.producten.redactie.links import is_checkable, list_links
from eloket.producten.redactie.teksten import Tekst
from eloket.producten.services import ProductPage, republish
from tests.producten.concepten import make_concept
from tests.producten.factories import Catalogus, make_complete

MAANDAG = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAG = timedelta(days=1)
RDW = "https://rdw.example/kenteken"


class Proefsite(LinkBackend):
    """Answers as the test says and remembers who came."""

    uitslagen: dict[str, Linkuitslag] = {}
    visited: list[str] = []

    def check(self, url: str) -> Linkuitslag:
        self.visited.append(url)
        return self.uitslagen.get(url, Linkuitslag.LEEFT)


@pytest.fixture
def site(settings: Settings) -> type[Proefsite]:
    settings.ELOKET_LINKS = {"default": {"BACKEND": f"{__name__}.Proefsite"}}
    settings.ELOKET_LINKCONTROLE = True
    Proefsite.uitslagen, Proefsite.visited = {}, []
    return Proefsite


def with_text(page: ProductPage, html: str) -> ProductPage:
    page.wat = html
    return republish(page)


def dead(page: ProductPage) -> list[tuple[str, str]]:
    """Where and what, for every link of this page that leads nowhere."""
    return [(found.link.veld, found.link.doel) for found in find_dode_links(page, now=klok.now())]


# --- Our own pages -----


def test_a_page_that_is_gone_is_a_dead_link(catalogus: Catalogus) -> None:
    other = make_complete(catalogus, "rijbewijs")
    link = f'<p>Zie <a linktype="page" id="{other.pk}">het rijbewijs</a>.</p>'
    page = with_text(make_complete(catalogus), link)
    assert dead(page) == []
    other.unpublish()
    assert dead(page) == [("wat", str(other.pk))]
    other.delete()
    [found] = find_dode_links(page, now=klok.now())
    assert found.link.tekst == "het rijbewijs"
    assert "niet (meer) op de site" in found.uitleg


def test_a_page_that_expired_is_gone_before_wagtail_takes_it_away(catalogus: Catalogus) -> None:
    other = make_complete(catalogus, "rijbewijs", expire_at=klok.now() + DAG)
    page = with_text(make_complete(catalogus), f'<p><a linktype="page" id="{other.pk}">x</a></p>')
    assert dead(page) == []
    assert len(find_dode_links(page, now=klok.now() + 2 * DAG)) == 1


def test_a_document_that_is_gone_is_a_dead_link(catalogus: Catalogus) -> None:
    document = get_document_model().objects.create(title="Folder")
    page = with_text(make_complete(catalogus), f'<p><a linktype="document" id="{document.pk}">x</a></p>')
    assert dead(page) == []
    pk = document.pk
    document.delete()
    assert dead(page) == [("wat", str(pk))]


@pytest.mark.parametrize("strange", ["", "abc", "-1", "9" * 40, "١٢", "1 OR 1=1"])
def test_a_strange_number_is_a_dead_link_and_no_error(catalogus: Catalogus, strange: str) -> None:
    page = with_text(make_complete(catalogus), f'<p><a linktype="page" id="{strange}">x</a></p>')
    assert dead(page) == [("wat", strange)]


def test_links_are_found_in_every_place_a_redacteur_writes(catalogus: Catalogus) -> None:
    page = make_complete(catalogus, bezwaar=f'<p><a href="{RDW}/bezwaar">x</a></p>')
    page.elders_naam, page.elders_url = "RDW", f"{RDW}/elders"
    page.vragen = [("vraag", {"vraag": "Hoe?", "antwoord": f'<p><a href="{RDW}/vraag">x</a></p>'})]
    blok = Tekstblok.objects.create(code="b", naam="Blok", tekst=f'<p><a href="{RDW}/gedeeld">x</a></p>')
    page.tekstblokken = [ProductTekstblok(plek="wat", tekstblok=blok)]
    kanaal = page.kanalen.all()[0]
    kanaal.tekst, kanaal.adres = f'<p><a href="{RDW}/kanaal">x</a></p>', f"{RDW}/adres"
    page.kanalen = [kanaal]
    republish(page)
    collect_links()
    found = {url.removeprefix(f"{RDW}/") for url in ExterneLink.objects.values_list("url", flat=True)}
    assert found == {"bezwaar", "elders", "vraag", "gedeeld", "kanaal", "adres"}


# --- Other sites -----


@pytest.fixture
def page(catalogus: Catalogus) -> ProductPage:
    page = with_text(make_complete(catalogus), f'<p><a href="{RDW}">het kenteken</a></p>')
    collect_links()
    return page


def test_a_link_is_dead_after_two_bad_days_and_not_before(page: ProductPage, site: type[Proefsite]) -> None:
    site.uitslagen = {RDW: Linkuitslag.DOOD}
    check_links(now=MAANDAG)
    check_links(now=MAANDAG + timedelta(hours=2))
    assert dead(page) == []
    check_links(now=MAANDAG + DAG)
    assert dead(page) == [("wat", RDW)]


def test_two_bad_hours_of_one_day_are_one_bad_day(page: ProductPage) -> None:
    link = ExterneLink.objects.get()
    for hour in range(3):
        link.record(Linkuitslag.DOOD, now=MAANDAG + timedelta(hours=hour))
    assert not link.is_dead


def test_unknown_is_not_dead(page: ProductPage, site: type[Proefsite]) -> None:
    site.uitslagen = {RDW: Linkuitslag.ONBEKEND}
    for week in range(8):
        check_links(now=MAANDAG + week * 7 * DAG)
    assert len(site.visited) == 8
    assert dead(page) == []


def test_what_is_unknown_today_does_not_bring_a_dead_link_back(
    page: ProductPage, site: type[Proefsite]
) -> None:
    site.uitslagen = {RDW: Linkuitslag.DOOD}
    check_links(now=MAANDAG)
    check_links(now=MAANDAG + DAG)
    site.uitslagen = {RDW: Linkuitslag.ONBEKEND}
    check_links(now=MAANDAG + 8 * DAG)
    assert dead(page) == [("wat", RDW)]
    site.uitslagen = {}
    check_links(now=MAANDAG + 15 * DAG)
    assert dead(page) == []


def test_a_link_that_lives_is_visited_once_a_week(page: ProductPage, site: type[Proefsite]) -> None:
    for hour in range(0, 24 * 14, 6):
        check_links(now=MAANDAG + timedelta(hours=hour))
    assert site.visited == [RDW, RDW]


def test_a_few_are_visited_each_turn_and_all_in_the_end(catalogus: Catalogus, site: type[Proefsite]) -> None:
    urls = [f"https://site{number:02}.example/" for number in range(PER_BEURT * 2 + 1)]
    with_text(make_complete(catalogus), "".join(f'<p><a href="{url}">x</a></p>' for url in urls))
    collect_links()
    for minute in range(3):
        check_links(now=MAANDAG + timedelta(minutes=minute))
        assert len(site.visited) <= PER_BEURT * (minute + 1)
    assert sorted(site.visited) == urls


def test_the_list_follows_the_products(page: ProductPage, site: type[Proefsite]) -> None:
    with_text(page, '<p><a href="https://nieuw.example/">x</a></p>')
    collect_links()
    assert [link.url for link in ExterneLink.objects.all()] == ["https://nieuw.example/"]


def test_collecting_again_forgets_nothing_of_what_was_found(page: ProductPage, site: type[Proefsite]) -> None:
    site.uitslagen = {RDW: Linkuitslag.DOOD}
    check_links(now=MAANDAG)
    collect_links()
    assert ExterneLink.objects.get().mislukte_dagen == 1


def test_drafts_are_looked_after_too(catalogus: Catalogus) -> None:
    make_concept(catalogus, wat=f'<p><a href="{RDW}">x</a></p>')
    collect_links()
    assert ExterneLink.objects.filter(url=RDW).exists()


def test_the_workers_do_it_by_themselves(catalogus: Catalogus, site: type[Proefsite]) -> None:
    with_text(make_complete(catalogus), f'<p><a href="{RDW}">x</a></p>')
    run_periodiek(now=MAANDAG)
    run_periodiek(now=MAANDAG + timedelta(minutes=2))
    assert set(site.visited) == {RDW}


def test_a_gemeente_that_switched_it_off_visits_nobody(
    page: ProductPage, site: type[Proefsite], settings: Settings
) -> None:
    settings.ELOKET_LINKCONTROLE = False
    run_periodiek(now=MAANDAG)
    assert site.visited == []


# --- Whatever is in the text -----


def test_only_https_addresses_are_visited() -> None:
    html = "".join(
        f'<a href="{href}">x</a>'
        for href in (
            "https://goed.example/",
            "http://oud.example/",
            "mailto:a@b.example",
            "tel:140999",
            "/producten/",
            "#boven",
            "",
            "https://lang.example/" + "a" * 1000,
        )
    )
    links = list_links([Tekst("wat", "Wat", html)])
    assert [link.doel for link in links if is_checkable(link)] == ["https://goed.example/"]


@given(
    st.text(max_size=300),
    st.sampled_from(["<a href='https://x.example/'>", "<a", "</a>", "<a linktype='page'>"]),
)
def test_no_text_is_too_strange_to_read_links_from(text: str, tag: str) -> None:
    links = list_links([Tekst("wat", "Wat", f"{text}{tag}{text}")])
    assert all(link.soort in ("page", "document", "adres") for link in links)


@given(st.lists(st.tuples(st.sampled_from(list(Linkuitslag)), st.integers(0, 72)), max_size=12))
def test_a_link_is_dead_exactly_after_two_days_without_a_sign_of_life(steps: list[tuple[Any, int]]) -> None:
    """Against a model: the days of failure since it last lived."""
    link = ExterneLink(url=RDW)
    link.save = lambda *args, **kwargs: None  # type: ignore[method-assign]
    now, bad = MAANDAG, set()
    for uitslag, hours in steps:
        now += timedelta(hours=hours)
        link.record(uitslag, now=now)
        if uitslag is Linkuitslag.LEEFT:
            bad = set()
        elif uitslag is Linkuitslag.DOOD:
            bad.add(now.astimezone(get_default_timezone()).date())
    assert link.is_dead is (len(bad) >= DAYS_TO_DIE)
