"""Ilse van het KCC finds a product while the caller talks, and sees what the caller does not."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from eloket.accounts.services import Rol
from eloket.producten.services import KanaalInvoer, ProductInvoer, ProductVerwant, republish
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import publish
from tests.producten.factories import Catalogus, make_complete, make_product, make_tarief

MEMO = "<p>Bel bij twijfel <b>Kees</b>, toestel 12.</p>"


@pytest.fixture
def ilse(client: Client, db: None) -> Client:
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Jansen"))
    return client


def make_rijbewijs(catalogus: Catalogus) -> None:
    publish()
    invoer = ProductInvoer(
        kanalen={
            "telefoon": "<p>Bel voor een afspraak.</p>",
            "persoonlijk": "<p>Kom langs.</p>",
            "schriftelijk": "<p>Stuur een brief.</p>",
            "elektronisch": "<p>Regel het online.</p>",
        },
        kanaal_vast={
            "telefoon": KanaalInvoer(te_regelen=False, adres="000 111", knip="zelf"),
            "persoonlijk": KanaalInvoer(knip="aannemen", behandelaar="team Burgerzaken"),
            "schriftelijk": KanaalInvoer(knip="doorverwijzen", behandelaar="de RDW"),
        },
        tarieven=[make_tarief("rijbewijs", bedrag="49.85").code],
        formulieren=["fietsenstalling"],
        vragen=[("Mag ik rijden zonder?", "<p>Nee.</p>")],
        checks=[{"vraag": "Is de beller 18 of ouder?", "goed": "ja", "uitleg": "<p>Wacht dan.</p>"}],
    )
    make_product(
        catalogus,
        "rijbewijs",
        invoer=invoer,
        desk_memo=MEMO,
        wat="<p>Een bewijs dat u mag rijden.</p>",
        bewijs="<p>Een pasfoto.</p>",
        bezwaar="<p>Maak bezwaar.</p>",
        kosten_soort="tarief",
        termijn_aantal=5,
        termijn_eenheid="werkdagen",
        synoniemen="rij bewijs\nroze pasje",
    )


@pytest.mark.kern
def test_ilse_finds_it_in_the_callers_words_and_opens_it(ilse: Client, catalogus: Catalogus) -> None:
    make_rijbewijs(catalogus)
    assert 'action="/balie/producten/"' in ilse.get("/balie/").text
    found = ilse.get("/balie/producten/?q=roze pasje").text
    assert "1 product voor “roze pasje”" in found
    assert 'href="/balie/producten/rijbewijs/"' in found
    assert ilse.get("/balie/producten/rijbewijs/").status_code == 200


def test_she_reads_what_the_caller_reads(ilse: Client, catalogus: Catalogus) -> None:
    make_rijbewijs(catalogus)
    page = ilse.get("/balie/producten/rijbewijs/").text
    for words in (
        "Alles over rijbewijs.",
        "Een bewijs dat u mag rijden.",
        "Een pasfoto.",
        "49,85",
        "Binnen 5 werkdagen",
        "Stuur een brief.",
        "000 111",
        "Maak bezwaar.",
        "Mag ik rijden zonder?",
        "rij bewijs, roze pasje",
        'href="http://localhost:8000/producten/rijbewijs/"',
        'href="/formulieren/fietsenstalling/"',
    ):
        assert words in page, words


def test_she_sees_what_is_for_colleagues_alone_and_it_says_so(ilse: Client, catalogus: Catalogus) -> None:
    make_rijbewijs(catalogus)
    page = ilse.get("/balie/producten/rijbewijs/").text
    own = page[page.index("Alleen voor u") : page.index("Dit leest de inwoner")]
    for words in (
        "Dit staat niet op de website.",
        "U handelt dit zelf af.",
        "Neem het aan. Team Burgerzaken handelt het af.",
        "Verwijs door naar de RDW.",
        "Niet ingevuld",
        MEMO,
        "Is de beller 18 of ouder?",
        "Goed is: ja.",
    ):
        assert words in own, words


def test_she_goes_on_to_what_fits_without_leaving_the_desk(ilse: Client, catalogus: Catalogus) -> None:
    make_rijbewijs(catalogus)
    paspoort = make_complete(catalogus)
    gone = make_product(catalogus, "oud")
    paspoort.verwante_producten = [
        ProductVerwant(product=other, sort_order=nr)
        for nr, other in enumerate([gone, paspoort.get_siblings().get(slug="rijbewijs").specific])
    ]
    republish(paspoort)
    gone.unpublish()
    page = ilse.get("/balie/producten/paspoort/").text
    assert 'href="/balie/producten/rijbewijs/"' in page
    assert "/balie/producten/oud/" not in page


def test_she_sees_what_is_closed_to_the_public_and_no_draft(ilse: Client, catalogus: Catalogus) -> None:
    closed, draft = make_complete(catalogus), make_product(catalogus, "rijbewijs")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    draft.unpublish()
    assert "/balie/producten/paspoort/" in ilse.get("/balie/producten/?q=paspoort").text
    assert ilse.get("/balie/producten/paspoort/").status_code == 200
    assert ilse.get("/balie/producten/rijbewijs/").status_code == 404


@pytest.mark.parametrize("vraag", ["", "zzzz", "x" * 10_000, "'; DROP TABLE", "😀", "%00", "a" * 99 + " b"])
def test_whatever_she_types_gets_an_answer(ilse: Client, catalogus: Catalogus, vraag: str) -> None:
    make_complete(catalogus)
    page = ilse.get("/balie/producten/", {"q": vraag})
    assert page.status_code == 200
    assert ("Typ waar de beller" in page.text) == (vraag == "")


def test_the_search_of_a_day_costs_few_queries(
    ilse: Client, catalogus: Catalogus, django_assert_max_num_queries: object
) -> None:
    make_rijbewijs(catalogus)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        ilse.get("/balie/producten/rijbewijs/")


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.BEHANDELAAR, Rol.BEHEERDER])
def test_another_role_is_refused(client: Client, catalogus: Catalogus, rol: Rol) -> None:
    make_complete(catalogus)
    login_medewerker(client, make_medewerker(rol))
    assert client.get("/balie/producten/?q=paspoort").status_code == 403
    assert client.get("/balie/producten/paspoort/").status_code == 403


def test_nobody_keeps_a_copy_of_it(ilse: Client, catalogus: Catalogus) -> None:
    make_rijbewijs(catalogus)
    assert "no-store" in ilse.get("/balie/producten/rijbewijs/").headers["Cache-Control"]
