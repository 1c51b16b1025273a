"""The edit screen helps Samira while she writes: what is missing, and what can be easier."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eloket.lib import klok
from eloket.producten.models import ExterneLink, Linkuitslag
from eloket.producten.redactie.engels import TERMIJN, deadline, find_engels, find_english
from eloket.producten.redactie.hulp import read_hulp
from eloket.producten.redactie.woorden import say_engels
from eloket.producten.services import ProductInvoer, ProductPage, translate_page
from tests.producten.concepten import make_concept, make_upn
from tests.producten.factories import Catalogus, make_complete, make_tarief
from tests.producten.redactiescherm import edit_url, log_in

LANG = (
    "U stuurt het formulier op en daarna krijgt u na een paar weken van ons een brief waarin staat of u de "
    "vergunning krijgt."
)


@pytest.fixture
def samira(db: None) -> Client:
    return log_in()[0]


def screen(client: Client, page: ProductPage) -> str:
    return client.get(edit_url(page)).content.decode()


def hulp_of(page: ProductPage) -> Any:
    return read_hulp(page, now=klok.now())


def sdg_parts(**values: Any) -> ProductInvoer:
    """The rows of a product that Europe asks for in English."""
    return ProductInvoer(
        kanalen={"telefoon": "<p>Bel.</p>"},
        tarieven=[make_tarief().code],
        upns=[make_upn("verhuizing doorgeven", sdg="J1").uri],
        **values,
    )


# --- On the screen -----


def test_a_good_product_hears_that_nothing_is_missing(samira: Client, catalogus: Catalogus) -> None:
    html = screen(samira, make_concept(catalogus))
    assert "Hulp bij het schrijven" in html
    assert "Alle vragen zijn beantwoord." in html
    assert hulp_of(make_concept(catalogus, "leeg")).is_empty


def test_a_draft_says_what_stands_in_the_way_and_a_page_on_line_what_it_lacks(
    samira: Client, catalogus: Catalogus
) -> None:
    assert "Dit ontbreekt nog voor het op de site kan" in screen(samira, make_concept(catalogus, wat=""))
    assert "Dit ontbreekt op de site" in screen(samira, make_complete(catalogus, "rijbewijs"))


def test_the_long_sentence_and_the_hard_word_are_named(samira: Client, catalogus: Catalogus) -> None:
    html = screen(samira, make_concept(catalogus, hoe=f"<p>{LANG}</p><p>U moet het tevens betalen.</p>"))
    assert "Lange zin (24 woorden)" in html
    assert "Moeilijk woord “tevens”, schrijf liever: ook" in html
    assert "Hoe regelt u het?" in html


def test_it_is_about_what_was_saved_last(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.hoe = "<p>Neem tevens uw pasje mee.</p>"
    page.save_revision()
    assert "tevens" in screen(samira, page)


def test_an_internal_note_may_be_hard_to_read(catalogus: Catalogus) -> None:
    page = make_concept(catalogus, desk_memo=f"<p>{LANG} Tevens.</p>")
    assert hulp_of(page).is_empty


def test_dead_links_are_shown_where_they_stand(samira: Client, catalogus: Catalogus) -> None:
    ExterneLink.objects.create(url="https://weg.example/", uitslag=Linkuitslag.DOOD, mislukte_dagen=2)
    page = make_concept(catalogus, hoe='<p><a href="https://weg.example/">Lees meer</a></p>')
    html = screen(samira, page)
    assert "Dode links" in html
    assert "“Lees meer”. Deze pagina op een andere site bestaat niet meer." in html


def test_a_name_that_was_withdrawn_comes_with_advice(samira: Client, catalogus: Catalogus) -> None:
    upn = make_upn("oude naam", is_verwijderd=True)
    parts = ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}, tarieven=[make_tarief().code], upns=[upn.uri])
    html = screen(samira, make_concept(catalogus, invoer=parts))
    assert "“oude naam” is vervallen. Kies een andere naam" in html


def test_a_product_is_looked_at_again_when_its_day_has_come(catalogus: Catalogus) -> None:
    page = make_concept(catalogus, herzien_op=date(2026, 3, 10))
    before, on = datetime(2026, 3, 9, 12, tzinfo=UTC), datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert read_hulp(page, now=before).herzien_op is None
    assert read_hulp(page, now=on).herzien_op == date(2026, 3, 10)


def test_the_screen_for_a_new_product_explains_and_asks_nothing_yet(
    samira: Client, catalogus: Catalogus
) -> None:
    html = samira.get(
        f"/beheer/pages/add/producten/productpage/{catalogus.nl.producten.pk}/"
    ).content.decode()
    assert "Bewaar het product. Daarna ziet u hier wat nog ontbreekt" in html


def test_the_help_is_cheap(catalogus: Catalogus) -> None:
    page = make_concept(catalogus, invoer=sdg_parts(), hoe=f"<p>{LANG}</p>" * 100)
    fresh = ProductPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        hulp_of(fresh)
    assert len(queries) <= 8, [query["sql"] for query in queries]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<p>x</p>" * 5000, "<p><a", "\x01 <b>", "😀" * 500]
)
def test_no_text_breaks_the_screen(samira: Client, catalogus: Catalogus, text: str) -> None:
    page = make_concept(catalogus, wat=text, hoe=text)
    html = screen(samira, page)
    assert "Hulp bij het schrijven" in html
    assert "<script>alert(1)" not in html


# --- English, where Europe asks for it -----


@pytest.fixture
def sdg(catalogus: Catalogus) -> ProductPage:
    page = make_concept(catalogus, "verhuizing", invoer=sdg_parts())
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def task(page: ProductPage) -> Any:
    return find_engels(page, find_english(page))


def test_an_sdg_product_without_english_is_a_task_with_a_date(samira: Client, sdg: ProductPage) -> None:
    found = task(sdg)
    assert found.codes == "J1"
    assert found.voor == klok.today() + TERMIJN
    assert not found.is_late(today=found.voor)
    assert found.is_late(today=found.voor + timedelta(days=1))
    assert "Maak een Engelse pagina van dit product." in screen(samira, sdg)


def test_missing_english_never_stops_a_publication(samira: Client, catalogus: Catalogus) -> None:
    page = make_concept(catalogus, "verhuizing", invoer=sdg_parts())
    assert "30 dagen nadat het op de site staat" in say_engels(task(page), late=False)
    assert hulp_of(page).gaten == []


def test_a_product_without_a_code_has_no_task(catalogus: Catalogus) -> None:
    assert task(make_concept(catalogus)) is None


def test_the_task_is_done_when_every_dutch_answer_has_an_english_one(sdg: ProductPage) -> None:
    english = translate_page(sdg, "en", {"title": "Moving", "wat": "", "voor_wie": "<p>You.</p>"})
    assert task(sdg).velden == ("wat",)
    english.wat = "<p>Tell us.</p>"
    english.save_revision().publish()
    assert task(sdg) is None
    english.unpublish()
    assert task(sdg).velden == ()


def test_the_english_page_itself_has_no_task_and_no_dutch_measure(sdg: ProductPage) -> None:
    english = translate_page(sdg, "en", {"title": "Moving", "wat": f"<p>{LANG}</p>"})
    hulp = hulp_of(english)
    assert hulp.engels is None
    assert hulp.blokken == []


def test_the_days_are_those_of_the_gemeente() -> None:
    late_evening = datetime(2026, 6, 1, 22, 30, tzinfo=UTC)  # 2 June in the Netherlands
    assert deadline(late_evening) == date(2026, 7, 2)
    assert deadline(None) is None
