"""Tables as people save them from a spreadsheet."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.overname.aanbod import Aangeboden, Onleesbaar, Upn
from eloket.producten.overname.kolommen import ANDERS, KOLOMMEN, read_amount, read_date
from eloket.producten.overname.lezen import read_aanbod
from tests.producten.overname.bestanden import tabel


def read(text: str, *, codering: str = "utf-8") -> list[Aangeboden]:
    return list(read_aanbod(tabel(text, codering=codering)))


def test_a_row_with_everything() -> None:
    cells = {
        "id": "42",
        "url": "https://elders.example/paspoort",
        "Titel": "Paspoort",
        "Korte omschrijving": "Reizen.",
        "doelgroep": "inwoners en ondernemers",
        "UPN": "paspoort | http://standaarden.overheid.nl/owms/terms/paspoort",
        "Thema’s": "Reizen | Verhuizen",
        "trefwoorden": "pas, reisdocument",
        "wat": "Een reisdocument.",
        "bedrag": "86.85",
        "termijn": "binnen 5 werkdagen",
        "balie": "Kom langs.",
        "aanvraag-URL": "https://elders.example/form",
        "gecontroleerd op": "1 maart 2026",
    }
    (found,) = read(";".join(cells) + "\n" + ";".join(cells.values()) + "\n")
    assert (found.nummer, found.titel, found.samenvatting) == (2, "Paspoort", "Reizen.")
    assert (found.kenmerk, found.slug) == ("https://elders.example/paspoort", "paspoort")
    assert found.upns == [
        Upn(naam="paspoort"),
        Upn(uri="http://standaarden.overheid.nl/owms/terms/paspoort"),
    ]
    assert found.themas == ["Reizen", "Verhuizen"]
    assert found.teksten == {"wat": "Een reisdocument."}
    assert found.kanalen == {"persoonlijk": "Kom langs."}
    assert found.waarden == {
        "doelgroep": "beide",
        "synoniemen": "pas\nreisdocument",
        "kosten_soort": "verschilt",
        "kosten_kort": "€ 86,85",
        "termijn_aantal": 5,
        "termijn_eenheid": "werkdagen",
        "online": "https://elders.example/form",
        "gecontroleerd_op": date(2026, 3, 1),
    }
    assert (found.meldingen, found.fout) == (
        ["Zet het bedrag € 86,85 in de tarieventabel en kies het daar."],
        "",
    )


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("begin", ["", "sep={}\n"])
def test_every_usual_separator(separator: str, begin: str) -> None:
    text = begin.format(separator) + f'titel{separator}wat\n"Een, twee; drie"{separator}x\n'
    (found,) = read(text)
    assert (found.titel, found.teksten["wat"]) == ("Een, twee; drie", "x")
    assert found.nummer == (3 if begin else 2)


@pytest.mark.parametrize(
    ("codering", "assumed"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("cp1252", True)]
)
def test_every_usual_character_set(codering: str, assumed: bool) -> None:
    (found,) = read("titel;kosten_kort\nCafé “nul”;€ 10\n", codering=codering)
    assert (found.titel, found.waarden["kosten_kort"]) == ("Café “nul”", "€ 10,00")
    assert any("Windows-1252" in melding for melding in found.meldingen) == assumed


def test_columns_that_we_do_not_know_are_told_once() -> None:
    first, second = read("titel;beheerder;titel\nEen;Jan;x\nTwee;Jan;x\n")
    assert "beheerder, titel" in first.meldingen[0]
    assert first.titel == "Een"
    assert second.meldingen == []


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    rows = read('titel;wat\nEen;"kapot\nTwee;goed\nDrie;"ook ""goed"""\n')
    assert [(row.nummer, row.titel, bool(row.fout)) for row in rows] == [
        (2, "", True), (3, "Twee", False), (4, "Drie", False),
    ]  # fmt: skip
    assert rows[2].teksten["wat"] == 'ook "goed"'


def test_a_cell_may_hold_lines_and_an_empty_row_is_nothing() -> None:
    rows = read('titel;wat\n"Een";"a\n\nb"\n;\n\nTwee;c\n')
    assert [(row.nummer, row.titel) for row in rows] == [(2, "Een"), (5, "Twee")]


def test_a_row_with_too_many_cells_is_used_and_told() -> None:
    (found,) = read("titel;wat\nEen;a;b\n")
    assert found.titel == "Een"
    assert "te veel cellen" in found.meldingen[0]


def test_a_huge_cell_is_one_bad_row() -> None:
    first, second = read(f"titel;wat\nEen;{'x' * 200_000}\nTwee;y\n")
    assert first.fout
    assert second.titel == "Twee"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam_van_iets;wat\na;b\n", "geen kolom “titel”. Gevonden: naam_van_iets, wat"),
        ("titel;wat\n", "geen enkele rij"),
        ("zomaar een brief", "geen kolom"),
        ("a;" * 300, "niet te lezen"),
        ('"', "niet te lezen"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(text: str, told: str) -> None:
    with pytest.raises(Onleesbaar, match=told):
        read(text)


def test_what_a_column_cannot_hold_is_told_and_left_out() -> None:
    (found,) = read(
        "titel;doelgroep;termijn_eenheid;termijn_aantal;gecontroleerd_op\nEen;toeristen;eeuwen;veel;ooit\n"
    )
    assert found.waarden == {}
    assert len(found.meldingen) == 4
    assert "Kolom doelgroep: met “toeristen” kunnen wij niets" in found.meldingen[0]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("18.30", "€ 18,30"), ("18,30", "€ 18,30"), ("€ 1.250", "€ 1.250,00"), ("12,-", "€ 12,00"),
        ("EUR 5", "€ 5,00"), ("1250 euro", "€ 1.250,00"), ("0", "gratis"), ("gratis", "gratis"),
        ("vanaf € 10", "vanaf € 10"), ("1,250.00", "1,250.00"),
    ],
)  # fmt: skip
def test_an_amount_is_written_our_way(typed: str, read_as: str) -> None:
    assert read_amount(typed) == read_as


@pytest.mark.parametrize(
    "typed", ["2026-03-01", "1-3-2026", "01/03/2026", "1 maart 2026", "2026-03-01T10:00:00Z", "1.3.2026"]
)
def test_a_day_in_every_usual_form(typed: str) -> None:
    assert read_date(typed) == date(2026, 3, 1)


@pytest.mark.parametrize("typed", ["", "ooit", "31-02-2026", "1-3", "99-99-9999", "0-0-0"])
def test_what_is_no_day(typed: str) -> None:
    assert read_date(typed) is None


KOP = "titel;wat;termijn;kosten_kort;gecontroleerd_op\n"


@given(st.text(max_size=200).map(str.encode) | st.binary(max_size=200))
def test_anything_is_read_or_refused(content: bytes) -> None:
    with suppress(Onleesbaar):
        assert list(read_aanbod(BytesIO(KOP.encode() + content)))


def test_every_column_stands_in_the_docs() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "overnemen.md").read_text()
    assert [name for name in KOLOMMEN if f"`{name}`" not in docs] == []
    assert set(ANDERS.values()) <= set(KOLOMMEN)
