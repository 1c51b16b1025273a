"""Tom Bakker reads next year's table in, looks at it and takes it over; nothing happens before he says so."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from time_machine import Traveller
from wagtail.models import ModelLogEntry

from eloket.accounts.services import Rol
from eloket.betalingen.models import Tabelconcept, Tarief, TariefBedrag
from eloket.betalingen.services import list_tarieven
from eloket.betalingen.tabel.concept import BEWAAR, WACHT
from eloket.betalingen.tabel.overnemen import AlOvergenomen, apply_concept, compare_concept
from eloket.betalingen.tabel.uitvoer import write_tabel
from eloket.betalingen.tasks import ruim_tabellen_op
from eloket.lib import klok
from eloket.producten.services import ProductInvoer, translate_page
from eloket.website.models import CacheVersie
from tests.betalingen.factories import LIST, NIEUWJAAR, VORIG_JAAR, colleague, make_tarief
from tests.producten.factories import make_catalogus, make_product

TABEL = "/beheer/tarieventabel/"
KOP = "code;naam;naam_en;artikel;bedrag;vanaf\n"
NIEUW = KOP + (
    "paspoort;Paspoort;Passport;leges 2027;€ 89,00;1-1-2027\n"
    "uittreksel;Uittreksel;Extract;leges 2027;€ 30,00;1-1-2027\n"
    "drone;Drone-ontheffing;Drone permit;leges 2027;€ 1.120,50;1-1-2027\n"
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def tarieven(november: Traveller) -> dict[str, Tarief]:
    """The table of 2026."""
    return {
        "paspoort": make_tarief("paspoort", {VORIG_JAAR: "86.85"}, naam="Paspoort", artikel="leges 2026"),
        "uittreksel": make_tarief("uittreksel", {VORIG_JAAR: "18.30"}, naam="Uittreksel"),
        "rijbewijs": make_tarief("rijbewijs", {VORIG_JAAR: "53.25"}, naam="Rijbewijs"),
    }


def upload(client: Client, text: str | bytes = NIEUW, name: str = "tarieven-2027.csv") -> Any:
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(TABEL, {"bestand": SimpleUploadedFile(name, content, "text/csv")})


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def take_over(client: Client, url: str, kenmerk: str | None = None) -> str:
    """Press "Neem over" on this preview; what is said then."""
    mark = client.get(url).context["vergelijking"].kenmerk if kenmerk is None else kenmerk
    return str(client.post(url, {"kenmerk": mark}, follow=True).content.decode())


def amounts() -> set[tuple[str, date, Decimal]]:
    return set(TariefBedrag.objects.values_list("tarief__code", "vanaf", "bedrag"))


def test_tom_sees_old_and_new_and_nothing_has_changed_yet(tom: Client, tarieven: dict[str, Tarief]) -> None:
    before = amounts()
    response = upload(tom)
    assert response.status_code == 302
    page = html(tom, response["Location"])
    for text in ("€ 86,85", "€ 89,00", "+ € 2,15 (+2,5%)", "1 januari 2027", "€ 1.120,50", "nieuw tarief"):
        assert text in page
    assert "1 bedrag verandert meer dan 25%" in page  # uittreksel: 18,30 to 30
    assert "Staat niet in de nieuwe tabel" in page
    assert "rijbewijs" in page
    assert amounts() == before


def test_each_row_says_on_which_products_it_stands(tom: Client, tarieven: dict[str, Tarief]) -> None:
    catalogus = make_catalogus()
    product = make_product(
        catalogus, "reisdocument", invoer=ProductInvoer(tarieven=["paspoort", "rijbewijs"])
    )
    translate_page(product, "en", {"title": "Travel document"})
    url = upload(tom)["Location"]
    page = html(tom, url)
    assert f'<a href="/beheer/pages/{product.pk}/edit/">Reisdocument</a>' in page
    assert "Travel document (Engels)" in page
    per_product = html(tom, f"{url}?per=product")
    own = per_product[per_product.index("Reisdocument</a>") : per_product.index("Travel document (Engels)")]
    for text in ("paspoort", "€ 89,00", "rijbewijs", "staat niet in de nieuwe tabel"):
        assert text in own
    assert "drone" in per_product[per_product.index("Staat nog nergens") :]


def test_tom_takes_it_over_and_it_begins_on_new_years_day(tom: Client, tarieven: dict[str, Tarief]) -> None:
    versie = CacheVersie.current()
    told = take_over(tom, upload(tom)["Location"])
    assert "De tabel is overgenomen" in told
    assert CacheVersie.current() != versie
    ids = [*Tarief.objects.order_by("code").values_list("pk", flat=True)]
    old = {each.code: each for each in list_tarieven(ids, op=NIEUWJAAR - timedelta(days=1))}
    new = {each.code: each for each in list_tarieven(ids, op=NIEUWJAAR)}
    assert old["drone"].bedrag is None
    assert (old["paspoort"].bedrag, old["paspoort"].artikel) == (Decimal("86.85"), "leges 2026")
    assert (new["paspoort"].bedrag, new["paspoort"].artikel) == (Decimal("89.00"), "leges 2027")
    assert new["drone"].bedrag == Decimal("1120.50")
    assert new["rijbewijs"].bedrag == Decimal("53.25"), "what the table lacks keeps its amount"
    for asked in ("drone", "ontheff", "paspo"):
        assert asked in html(tom, f"{LIST}?q={asked}"), "a row is found by a part of its name or code"


def test_who_when_and_how_many_stands_in_the_log(tom: Client, tarieven: dict[str, Tarief]) -> None:
    take_over(tom, upload(tom)["Location"])
    (entry,) = ModelLogEntry.objects.filter(action="betalingen.tabel")
    assert entry.user is not None
    assert entry.user.get_full_name() == "Tom Bakker"
    assert "1 nieuwe tarieven, 2 nieuwe bedragen, 0 gewijzigd" in entry.message
    history = html(tom, f"{LIST}history/{tarieven['paspoort'].pk}/")
    assert "€ 89,00 vanaf 1 januari 2027, uit tarieven-2027.csv" in history


def test_the_same_table_twice_changes_nothing(tom: Client, tarieven: dict[str, Tarief]) -> None:
    take_over(tom, upload(tom)["Location"])
    before, versie = amounts(), CacheVersie.current()
    url = upload(tom)["Location"]
    page = html(tom, url)
    assert "Er verandert niets" in page
    assert "Neem over" not in page
    take_over(tom, url)
    assert (amounts(), CacheVersie.current()) == (before, versie)


def test_a_double_click_does_it_once(tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    mark = tom.get(url).context["vergelijking"].kenmerk
    take_over(tom, url, mark)
    before = amounts()
    assert "was al overgenomen" in take_over(tom, url, mark)
    assert amounts() == before
    assert ModelLogEntry.objects.filter(action="betalingen.tabel").count() == 1


def test_two_clicks_at_the_same_moment_are_one(tom: Client, tarieven: dict[str, Tarief]) -> None:
    """The second one holds the row as it was before the first."""
    upload(tom)
    concept = Tabelconcept.objects.get()
    again = Tabelconcept.objects.get()
    mark = compare_concept(concept, now=klok.now()).kenmerk
    apply_concept(concept, kenmerk=mark, user=None, now=klok.now())
    with pytest.raises(AlOvergenomen):
        apply_concept(again, kenmerk=mark, user=None, now=klok.now())


def test_an_amount_that_has_not_come_yet_can_be_changed(tom: Client, tarieven: dict[str, Tarief]) -> None:
    take_over(tom, upload(tom)["Location"])
    url = upload(tom, NIEUW.replace("89,00", "88,00"))["Location"]
    assert "stond op € 89,00" in html(tom, url)
    take_over(tom, url)
    assert ("paspoort", NIEUWJAAR, Decimal("88.00")) in amounts()
    assert TariefBedrag.objects.filter(tarief__code="paspoort").count() == 2


def test_an_amount_that_holds_already_is_refused_and_stops_the_table(
    tom: Client, tarieven: dict[str, Tarief]
) -> None:
    before = amounts()
    url = upload(tom, NIEUW + "rijbewijs;;;;99,00;1-1-2026\n")["Location"]
    page = html(tom, url)
    assert "1 fout: deze tabel kan zo niet worden overgenomen" in page
    assert "Rij 5:" in page
    assert "geldt al € 53,25" in page
    assert "Neem over" not in page
    assert "Er staan nog fouten in de tabel" in take_over(tom, url)
    assert amounts() == before
    assert not Tabelconcept.objects.get().overgenomen_at


def test_what_changed_since_the_preview_is_shown_first(tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    mark = tom.get(url).context["vergelijking"].kenmerk
    TariefBedrag.objects.create(tarief=tarieven["paspoort"], vanaf=NIEUWJAAR, bedrag=Decimal("87.50"))
    before = amounts()
    assert "intussen veranderd" in take_over(tom, url, mark)
    assert amounts() == before
    assert "De tabel is overgenomen" in take_over(tom, url)


def test_the_browser_brings_no_amounts(tom: Client, tarieven: dict[str, Tarief]) -> None:
    """Whatever is posted beside the mark, what was read in is what is written."""
    url = upload(tom)["Location"]
    mark = tom.get(url).context["vergelijking"].kenmerk
    tom.post(url, {"kenmerk": mark, "bedrag": "1,00", "rijen": "[]", "paspoort": "1"})
    assert ("paspoort", NIEUWJAAR, Decimal("89.00")) in amounts()


def test_the_table_waits_and_is_not_read_in_twice(tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    assert upload(tom)["Location"] == url
    listed = html(tom, TABEL)
    assert "Nog niet overgenomen" in listed
    assert "Tom Bakker" in listed
    assert f'href="{url}"' in listed
    assert (
        "is weg. Aan de tarieven is niets veranderd" in tom.post(f"{url}weg/", follow=True).content.decode()
    )
    assert tom.get(url).status_code == 404


def test_a_table_that_was_taken_over_cannot_be_thrown_away(tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    take_over(tom, url)
    tom.post(f"{url}weg/")
    page = html(tom, url)
    assert "Deze tabel is overgenomen" in page
    assert "Gooi deze ingelezen tabel weg" not in page


def test_old_tables_go_by_themselves(tom: Client, tarieven: dict[str, Tarief], november: Traveller) -> None:
    take_over(tom, upload(tom)["Location"])
    upload(tom, NIEUW.replace("89", "90"))
    start = klok.now()

    def left(after: timedelta) -> int:
        ruim_tabellen_op(now=start + after)
        return Tabelconcept.objects.count()

    assert left(WACHT - timedelta(days=1)) == 2
    assert left(WACHT) == 1
    assert left(BEWAAR) == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04", "Dit is een Excel-bestand"),
        (b"naam;bedrag\nx;1\n", "Deze kolommen ontbreken: code, vanaf"),
        (KOP.encode() + b"x" * 2_200_000, "groter dan 2 MB"),
        (b"\xff\xfe\x00", "kolommen ontbreken"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    tom: Client, tarieven: dict[str, Tarief], content: bytes, told: str
) -> None:
    response = upload(tom, content)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Tabelconcept.objects.exists()


def test_no_file_and_an_empty_file_are_told(tom: Client, tarieven: dict[str, Tarief]) -> None:
    assert "Kies eerst een bestand" in tom.post(TABEL).content.decode()
    assert "Het bestand is leeg" in upload(tom, b"").content.decode()


def test_html_and_formulas_are_only_text(tom: Client, tarieven: dict[str, Tarief]) -> None:
    evil = "kwaad;<script>alert(1)</script>;=HYPERLINK(1);\"+cmd|' /C calc'!A0\";1,00;1-1-2027\n"
    url = upload(tom, KOP + evil, name="<img src=x>.csv")["Location"]
    page = html(tom, url)
    assert "<script>alert(1)" not in page
    assert "<img src=x>" not in page
    assert "&lt;script&gt;alert(1)" in page
    take_over(tom, url)
    row = next(row for row in csv.reader(io.StringIO(write_tabel()), delimiter=";") if row[0] == "kwaad")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_samira_may_look_and_do_nothing(samira: Client, tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    mark = tom.get(url).context["vergelijking"].kenmerk
    page = html(samira, url)
    assert "€ 89,00" in page
    assert "Neem over" not in page
    assert f"{LIST}edit/" not in page
    assert "Lees in en vergelijk" not in html(samira, TABEL)
    before = amounts()
    for attempt in (
        lambda: upload(samira, NIEUW + "x;X;;;1;1-1-2027\n"),
        lambda: samira.post(url, {"kenmerk": mark}),
        lambda: samira.post(f"{url}weg/"),
    ):
        assert attempt().status_code == 302
    assert amounts() == before
    assert Tabelconcept.objects.count() == 1


def test_kees_the_behandelaar_sees_nothing_of_it(tom: Client, tarieven: dict[str, Tarief]) -> None:
    url = upload(tom)["Location"]
    kees, _user = colleague(Rol.BEHANDELAAR, "Kees Jansen")
    for each in (TABEL, url, f"{TABEL}download/"):
        assert kees.get(each).status_code == 302


# --- To a spreadsheet and back -----


def read_back(tom: Client, text: str) -> None:
    take_over(tom, upload(tom, text, name="terug.csv")["Location"])


def test_what_tom_downloads_comes_in_without_a_change(tom: Client, tarieven: dict[str, Tarief]) -> None:
    take_over(tom, upload(tom)["Location"])
    response = tom.get(f"{TABEL}download/")
    assert response["Content-Disposition"] == 'attachment; filename="tarieven-2026-11-20.csv"'
    url = upload(tom, response.content)["Location"]
    page = tom.get(url)
    assert page.context["vergelijking"].meldingen == []
    assert page.context["verandert"] == 0
    assert page.context["ontbreekt"] == []


def test_an_empty_counter_gets_the_same_table_from_it(tom: Client, tarieven: dict[str, Tarief]) -> None:
    take_over(tom, upload(tom)["Location"])
    make_tarief("formule", naam="=1+1", naam_en="'=2", artikel="-art")
    written = write_tabel()
    Tarief.objects.all().delete()
    read_back(tom, written)
    assert write_tabel() == written


def test_two_thousand_rows_are_taken_over_in_batches(
    tom: Client, tarieven: dict[str, Tarief], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def table(size: int) -> Tabelconcept:
        rows = "".join(f"c{number};Naam {number};;;1,00;1-1-2027\n" for number in range(size))
        upload(tom, KOP + rows)
        return Tabelconcept.objects.order_by("-pk")[0]

    concept = table(2000)
    mark = compare_concept(concept, now=klok.now()).kenmerk
    with django_assert_max_num_queries(100):
        apply_concept(concept, kenmerk=mark, user=None, now=klok.now())
    assert Tarief.objects.count() == 2003


def test_taking_over_after_new_year_shows_at_once_and_says_so(
    tom: Client, tarieven: dict[str, Tarief], november: Traveller
) -> None:
    """The raad was late: the table of 1 January comes on the fifth."""
    november.move_to(datetime(2027, 1, 5, 9, tzinfo=UTC))
    tom, _user = colleague(Rol.EINDREDACTEUR, "Tom Bakker")  # the session of November is over
    url = upload(tom)["Location"]
    assert "op de site verandert dit meteen na het overnemen" in html(tom, url)
    take_over(tom, url)
    (regel,) = list_tarieven([tarieven["paspoort"].pk], op=klok.today())
    assert regel.bedrag == Decimal("89.00")
