"""Old beside new: what a table would do to the tarieven of today."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from eloket.accounts.services import Rol
from eloket.betalingen.models import TariefBedrag
from eloket.betalingen.tabel.lezen import Tabelrij
from eloket.betalingen.tabel.vergelijken import Regel, Soort, Vergelijking, compare_tabel
from eloket.betalingen.tabel.weergave import group_rijen, tell_rijen
from tests.betalingen.factories import NIEUWJAAR, VORIG_JAAR, colleague, make_tarief

VANDAAG = date(2026, 11, 20)
JULI = date(2027, 7, 1)


def rij(code: str, bedrag: str, vanaf: date = NIEUWJAAR, *, nummer: int = 2, **words: str) -> Tabelrij:
    texts = {"naam": "", "naam_en": "", "artikel": "", **words}
    return Tabelrij(nummer=nummer, code=code, bedrag=Decimal(bedrag), vanaf=vanaf, **texts)


def compare(*rijen: Tabelrij) -> Vergelijking:
    return compare_tabel(rijen, today=VANDAAG)


def only(*rijen: Tabelrij) -> Regel:
    (regel,) = compare(*rijen).regels
    return regel


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("amounts", "new", "soort", "oud"),
    [
        ({VORIG_JAAR: "18.30"}, rij("a", "18.85"), Soort.BEDRAG, "18.30"),
        ({VORIG_JAAR: "18.30"}, rij("a", "18.30"), Soort.BEDRAG, "18.30"),
        ({}, rij("a", "18.85"), Soort.BEDRAG, None),
        ({VORIG_JAAR: "18.30", NIEUWJAAR: "18.50"}, rij("a", "18.85"), Soort.WIJZIGING, "18.30"),
        ({VORIG_JAAR: "18.30", NIEUWJAAR: "18.85"}, rij("a", "18.85"), Soort.GELIJK, "18.30"),
        ({VORIG_JAAR: "18.30"}, rij("a", "18.30", VORIG_JAAR), Soort.GELIJK, None),
        ({VORIG_JAAR: "18.30"}, rij("a", "18.85", VORIG_JAAR), Soort.GEWEIGERD, None),
        ({VANDAAG: "18.30"}, rij("a", "18.85", VANDAAG), Soort.GEWEIGERD, None),
        ({VORIG_JAAR: "18.30"}, rij("a", "18.85", VANDAAG), Soort.BEDRAG, "18.30"),
        ({VORIG_JAAR: "18.30"}, rij("b", "5", naam="Nieuw"), Soort.NIEUW, None),
    ],
)
def test_each_row_stands_beside_what_it_would_replace(
    amounts: dict[date, str], new: Tabelrij, soort: Soort, oud: str | None
) -> None:
    make_tarief("a", amounts=amounts)
    regel = only(new)
    assert regel.soort is soort
    assert regel.oud == (Decimal(oud) if oud else None)


@pytest.mark.django_db
def test_what_holds_already_is_refused_with_what_to_do() -> None:
    make_tarief("a")
    found = compare(rij("a", "18.85", VORIG_JAAR, nummer=7))
    (fault,) = found.fouten
    assert fault.nummer == 7
    assert "Vanaf 1 januari 2026 geldt al € 18,30." in fault.tekst
    assert "Wijzig het dan bij het tarief zelf" in fault.tekst


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vanaf", "told"),
    [
        (date(2026, 6, 1), "op de site verandert dit meteen"),
        (VANDAAG, "op de site verandert dit meteen"),
        (date(2025, 1, 1), "op de site verandert niets"),
    ],
)
def test_a_day_that_is_over_is_a_warning(vanaf: date, told: str) -> None:
    make_tarief("a")
    found = compare(rij("a", "20", vanaf))
    assert not found.fouten
    assert told in found.meldingen[0].tekst


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("oud", "nieuw", "procent", "is_sprong"),
    [
        ("100", "125", 25, False),
        ("100", "125.01", Decimal("25.01"), True),
        ("100", "75", -25, False),
        ("100", "74.99", Decimal("-25.01"), True),
        ("0", "5", None, True),  # it was free
        ("0", "0", None, False),
        ("100", "0", -100, True),
    ],
)
def test_a_jump_is_marked(oud: str, nieuw: str, procent: Decimal | None, is_sprong: bool) -> None:
    make_tarief("a", amounts={VORIG_JAAR: oud})
    regel = only(rij("a", nieuw))
    assert regel.procent == procent
    assert regel.is_sprong is is_sprong
    assert regel.verschil == Decimal(nieuw) - Decimal(oud)


@pytest.mark.django_db
def test_two_days_of_one_code_stand_on_each_other() -> None:
    make_tarief("a", naam="Uittreksel")
    found = compare(
        rij("a", "20", JULI, nummer=2, naam="Uittreksel BRP"),
        rij("a", "19", NIEUWJAAR, nummer=3, naam="Uittreksel BRP"),
    )
    july, january = found.regels
    assert (january.oud, july.oud) == (Decimal("18.30"), Decimal("19"))
    assert january.woorden.naam == "Uittreksel BRP"
    assert july.woorden.naam == "", "from January on it is called so already"


@pytest.mark.django_db
def test_a_name_or_article_of_next_year_begins_on_its_day() -> None:
    tarief = make_tarief("a", naam="Uittreksel", artikel="leges 2026")
    TariefBedrag.objects.create(tarief=tarief, vanaf=NIEUWJAAR, bedrag=Decimal("18.85"))
    same = only(rij("a", "18.85", naam="Uittreksel", artikel="leges 2026"))
    assert same.soort is Soort.GELIJK
    other = only(rij("a", "18.85", naam="Uittreksel", artikel="leges 2027"))
    assert other.soort is Soort.WOORDEN
    assert (other.woorden.naam, other.woorden.artikel) == ("", "leges 2027")


@pytest.mark.django_db
def test_a_new_code_must_say_what_it_is_for() -> None:
    found = compare(rij("nieuw", "5", nummer=4))
    assert [(each.nummer, "waarvoor" in each.tekst) for each in found.fouten] == [(4, True)]


@pytest.mark.django_db
def test_a_row_that_was_to_end_goes_on_and_says_so() -> None:
    make_tarief("a", vervallen_per=NIEUWJAAR)
    found = compare(rij("a", "20"))
    assert found.regels[0].herleeft
    assert "vervalt op 1 januari 2027" in found.meldingen[0].tekst
    make_tarief("weg", vervallen_per=date(2026, 7, 1))
    assert "al vervallen" in compare(rij("weg", "20")).fouten[0].tekst


@pytest.mark.django_db
def test_what_the_table_does_not_hold_is_told_and_stays() -> None:
    make_tarief("a")
    make_tarief("vergeten")
    make_tarief("straks-weg", vervallen_per=JULI)
    make_tarief("weg", vervallen_per=NIEUWJAAR)
    assert {each.code for each in compare(rij("a", "20")).ontbreekt} == {"vergeten", "straks-weg"}


@pytest.mark.django_db
def test_the_mark_changes_with_what_would_be_done() -> None:
    tarief = make_tarief("a")
    before = compare(rij("a", "20")).kenmerk
    assert compare(rij("a", "20")).kenmerk == before
    TariefBedrag.objects.create(tarief=tarief, vanaf=NIEUWJAAR, bedrag=19)
    assert compare(rij("a", "20")).kenmerk != before


@pytest.mark.django_db
def test_however_long_the_table_the_preview_costs_the_same(
    django_assert_num_queries: DjangoAssertNumQueries, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _client, tom = colleague(Rol.EINDREDACTEUR, "Tom Bakker")
    for number in range(30):
        make_tarief(f"t{number}")
    rijen = [rij(f"t{number}", "20", nummer=number) for number in range(25)]
    with django_assert_num_queries(1):
        found = compare(*rijen)
    with django_assert_max_num_queries(5):
        rows, missing = tell_rijen(found, user=tom, today=VANDAAG)
    assert (len(rows), len(missing)) == (25, 5)
    (groep,) = group_rijen([*rows, *missing])
    assert groep.gebruiker is None
    assert len(groep.rijen) == 30


def test_nothing_to_compare_with_is_no_jump() -> None:
    assert not Regel(rij("a", "5"), Soort.NIEUW).is_sprong
    assert Regel(rij("a", "5"), Soort.NIEUW).verschil is None


@given(oud=st.decimals(0, 99999, places=2), nieuw=st.decimals(0, 99999, places=2))
def test_difference_and_percentage_agree(oud: Decimal, nieuw: Decimal) -> None:
    regel = Regel(rij("a", str(nieuw)), Soort.BEDRAG, oud=oud)
    assert regel.verschil is not None
    assert oud + regel.verschil == nieuw
    if regel.procent is not None:
        assert (regel.procent > 0) == (nieuw > oud)
