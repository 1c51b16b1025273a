"""What Noor sought in vain reaches Samira, who gives a product that word; nobody learns who asked."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from eloket.accounts.services import Rol
from eloket.producten.models import ProductPage, VraagZonderTreffer
from eloket.producten.services import translate_page
from eloket.producten.tasks import vergeet_vragen
from eloket.producten.zonder_treffer import bewaren
from eloket.producten.zonder_treffer.bewaren import count_vraag, may_be_kept, normalise
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus, make_complete, make_product
from tests.producten.test_zoeken import find

OWN = {"origin": "http://testserver"}
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
RAPPORT = "/beheer/zonder-resultaat/"


@pytest.fixture(autouse=True)
def _no_turns_taken() -> None:
    cache.clear()


@pytest.fixture
def paspoort(catalogus: Catalogus) -> ProductPage:
    return make_complete(catalogus, "paspoort")


def tell(client: Client, question: str, headers: dict[str, str] | None = None, prefix: str = "") -> int:
    """What the script on an empty results page sends."""
    sent = client.post(
        f"{prefix}/zoeken/niets-gevonden/", {"q": question}, headers=OWN if headers is None else headers
    )
    assert not sent.content
    return int(sent.status_code)


def kept() -> dict[str, int]:
    return dict(VraagZonderTreffer.objects.values_list("vraag", "aantal"))


# --- Counting -----


@pytest.mark.kern
def test_the_same_question_is_counted_once_per_time(client: Client, paspoort: ProductPage) -> None:
    html = client.get("/zoeken/?q=Vliegbrevet").content.decode()
    assert 'data-eloket-niets="/zoeken/niets-gevonden/" data-eloket-vraag="Vliegbrevet"' in html
    for question in ("Vliegbrevet", "  vliegbrevet ", "zwembad"):
        assert tell(client, question) == 204
    assert kept() == {"vliegbrevet": 2, "zwembad": 1}


def test_a_search_alone_writes_nothing(client: Client, paspoort: ProductPage) -> None:
    assert find(client, "vliegbrevet") == []
    assert kept() == {}


def test_what_finds_something_is_not_counted(client: Client, paspoort: ProductPage) -> None:
    assert tell(client, "paspoort") == 204
    assert tell(client, "pasport") == 204
    assert kept() == {}
    assert "data-eloket-niets" not in client.get("/zoeken/?q=paspoort").content.decode()


def test_each_language_has_its_own_list(client: Client, paspoort: ProductPage) -> None:
    translate_page(paspoort, "en", {"title": "Passport", "synoniemen": "", "samenvatting": "Travel."})
    tell(client, "paspoort", prefix="/en")
    assert VraagZonderTreffer.objects.get().taal == "en"


@pytest.mark.parametrize(
    "question",
    [
        "noor@voorbeeld.example",
        "999990019",
        "bezwaar zaak 2027 11",
        "1 2 3 4",
        "mijn buurman jan heeft een veel te hoge schutting",
        "",
        "   ",
    ],
)
def test_what_may_be_somebodys_is_not_kept(client: Client, db: None, question: str) -> None:
    assert tell(client, question) == 204
    assert kept() == {}


def test_another_site_cannot_fill_the_list(client: Client, db: None) -> None:
    for headers in ({}, {"origin": "https://elders.example"}, {"sec-fetch-site": "cross-site"}):
        assert tell(client, "vliegbrevet", headers=headers) == 403
    assert kept() == {}


def test_one_address_cannot_go_on_for_ever(client: Client, db: None) -> None:
    codes = [tell(client, "vliegbrevet") for _ in range(61)]
    assert codes == [204] * 60 + [429]
    assert kept() == {"vliegbrevet": 60}


def test_the_list_has_an_end(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bewaren, "MAX_VRAGEN", 2)
    assert [count_vraag(word, taal="nl", now=NOON) for word in ("een", "twee", "drie", "een")] == [
        True,
        True,
        False,
        True,
    ]
    assert kept() == {"een": 2, "twee": 1}


def test_after_ninety_days_it_is_forgotten(db: None) -> None:
    count_vraag("oud", taal="nl", now=NOON - timedelta(days=91))
    count_vraag("nieuw", taal="nl", now=NOON - timedelta(days=89))
    vergeet_vragen(now=NOON)
    assert kept() == {"nieuw": 1}


@given(st.text(max_size=300))
def test_what_is_kept_is_short_and_holds_no_numbers(text: str) -> None:
    asked = normalise(text)
    assert normalise(asked) == asked
    assert len(asked) <= 100
    if may_be_kept(asked):
        assert "@" not in asked
        assert sum(sign.isdigit() for sign in asked) < 4
        assert 1 <= len(asked.split()) <= 6


# --- Samira reads it, and gives a product the word -----


def samira(*rollen: Rol) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(*(rollen or (Rol.EINDREDACTEUR,)), naam="Samira Idrissi"))
    return client


@pytest.fixture
def vraag(paspoort: ProductPage) -> VraagZonderTreffer:
    for _ in range(3):
        count_vraag("vliegbrevet", taal="nl", now=NOON)
    return VraagZonderTreffer.objects.get()


def add(client: Client, vraag: VraagZonderTreffer, product: Any, woord: str = "vliegbrevet") -> Any:
    data = {"woord": woord, "product": getattr(product, "pk", product)}
    return client.post(f"{RAPPORT}{vraag.pk}/synoniem/", data)


def test_she_sees_what_is_asked_most_first_and_takes_it_along(vraag: VraagZonderTreffer) -> None:
    count_vraag("=zwembad", taal="nl", now=NOON)
    page = samira().get(RAPPORT).content.decode()
    assert page.index("vliegbrevet") < page.index("zwembad")
    assert f"{RAPPORT}{vraag.pk}/synoniem/" in page
    sheet = samira().get(f"{RAPPORT}?export=csv")
    rows = list(csv.DictReader(StringIO(b"".join(sheet.streaming_content).decode())))
    assert [(row["Vraag"], row["Hoe vaak"]) for row in rows] == [("vliegbrevet", "3"), ("'=zwembad", "1")]


@pytest.mark.kern
def test_a_word_that_samira_gives_a_product_finds_it_from_then_on(client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard, "paspoort")
    assert find(client, "vliegbrevet") == []
    tell(client, "vliegbrevet")
    vraag = VraagZonderTreffer.objects.get()
    assert "vliegbrevet" in samira().get(f"{RAPPORT}{vraag.pk}/synoniem/").content.decode()
    assert add(samira(), vraag, page)["Location"] == RAPPORT
    assert find(client, "vliegbrevet") == find(client, "vliegbrevetten") == ["paspoort"]
    assert kept() == {}
    page.refresh_from_db()
    assert page.synoniemen == "reisdocument\npas\nvliegbrevet"


def test_other_changes_that_wait_are_not_published_with_it(client: Client, vraag: VraagZonderTreffer) -> None:
    page = ProductPage.objects.get()
    page.title = "Concept van een collega"
    page.save_revision()
    add(samira(), vraag, page)
    page.refresh_from_db()
    assert page.title == "Paspoort"
    assert find(client, "vliegbrevet") == []
    draft = page.get_latest_revision_as_object()
    assert draft.title == "Concept van een collega"
    assert draft.synoniemen.endswith("\nvliegbrevet")


def test_a_word_that_is_there_already_is_not_there_twice(vraag: VraagZonderTreffer) -> None:
    page = ProductPage.objects.get()
    add(samira(), vraag, page, woord="  Reisdocument ")
    page.refresh_from_db()
    assert page.synoniemen == "reisdocument\npas"


def test_a_locked_product_stays_as_it_is(vraag: VraagZonderTreffer) -> None:
    page = ProductPage.objects.get()
    ProductPage.objects.update(locked=True)
    assert "staat op slot" in add(samira(Rol.REDACTEUR), vraag, page).content.decode()
    page.refresh_from_db()
    assert "vliegbrevet" not in page.synoniemen
    assert kept() == {"vliegbrevet": 3}


def test_a_full_field_says_what_to_do(vraag: VraagZonderTreffer, catalogus: Catalogus) -> None:
    full = make_product(catalogus, "vol", synoniemen="x" * 995)
    assert "Haal er eerst een paar weg" in add(samira(), vraag, full).content.decode()


def test_only_a_product_on_the_site_in_that_language_will_do(
    vraag: VraagZonderTreffer, catalogus: Catalogus
) -> None:
    english = translate_page(ProductPage.objects.get(), "en", {"title": "Passport"})
    draft = make_product(catalogus, "concept")
    draft.unpublish()
    for wrong in (english, draft, catalogus.thema, "", "abc", 10**12):
        assert add(samira(), vraag, wrong).status_code == 200, wrong
    assert kept() == {"vliegbrevet": 3}


def test_a_question_that_no_product_answers_is_taken_away(vraag: VraagZonderTreffer) -> None:
    assert samira().post(f"{RAPPORT}{vraag.pk}/weg/")["Location"] == RAPPORT
    assert kept() == {}


def test_kees_the_behandelaar_has_nothing_to_do_here(vraag: VraagZonderTreffer) -> None:
    kees = samira(Rol.BEHANDELAAR)
    assert kees.get(RAPPORT).status_code in (302, 403)
    assert add(kees, vraag, ProductPage.objects.get()).status_code in (302, 403)
    assert kees.post(f"{RAPPORT}{vraag.pk}/weg/").status_code in (302, 403)
    assert kept() == {"vliegbrevet": 3}
