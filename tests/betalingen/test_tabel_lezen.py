"""Tom's file of next year: what is read, and what he must mend on which row."""

import csv
import io
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from eloket.betalingen.tabel.bestand import MAX_BYTES, TabelOnleesbaar
from eloket.betalingen.tabel.cellen import MAX_BEDRAG, Onleesbaar, parse_bedrag, parse_dag
from eloket.betalingen.tabel.lezen import MAX_RIJEN, Tabel, read_tabel
from eloket.lib.geld import euro
from eloket.lib.rekenblad import FORMULA, bare_cell, plain_cell

KOP = "code;naam;naam_en;artikel;bedrag;vanaf\n"
PASPOORT = "paspoort;Paspoort;Passport;artikel 1.2;89,00;2027-01-01\n"

amounts = st.decimals(min_value=0, max_value=MAX_BEDRAG, places=2)


def read(text: str) -> Tabel:
    return read_tabel(text.encode())


def faults(text: str) -> dict[int, str]:
    """The faults by row, of a table with the usual head."""
    tabel = read(KOP + text)
    return {each.nummer: each.tekst for each in tabel.meldingen if each.fout}


def dutch(amount: Decimal) -> str:
    with translation.override("nl"):
        return euro(amount)


def english(amount: Decimal) -> str:
    with translation.override("en"):
        return euro(amount)


@given(amount=amounts)
@pytest.mark.parametrize(
    "written",
    [
        str,
        dutch,
        english,
        lambda amount: str(amount).replace(".", ","),
        lambda amount: f"  € {str(amount).replace('.', ',')} ",
        lambda amount: f"EUR{amount}",
    ],
)
def test_an_amount_is_read_as_it_was_written(amount: Decimal, written: object) -> None:
    assert callable(written)
    assert parse_bedrag(written(amount)) == amount


@given(whole=st.integers(0, 9_999_999))
def test_whole_euros_are_read_in_every_way_of_writing(whole: int) -> None:
    dots = f"{whole:,}".replace(",", ".")
    for text in (str(whole), f"{whole},-", f"€ {whole},--", f"{dots},-", dots, f"{dots} euro"):
        assert parse_bedrag(text) == whole, text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Vul een bedrag in"),
        ("€", "Vul een bedrag in"),
        ("-5,00", "minteken"),
        ("€ -5,00", "minteken"),
        ("(5,00)", "minteken"),
        ("1,086", "Schrijf het als 1086,85"),  # English thousands, or three decimals?
        ("1.0", None),
        ("18,855", "Schrijf het als"),
        ("1.08,50", "Schrijf het als"),
        ("gratis", "Schrijf het als"),
        ("=1+1", "Schrijf het als"),
        ("१२", "Schrijf het als"),
        ("1e5", "Schrijf het als"),
        ("NaN", "Schrijf het als"),
        ("10000000", "te groot"),
        ("9" * 400, "te groot"),
    ],
)
def test_what_is_no_amount_is_told_in_words(text: str, told: str | None) -> None:
    if told is None:
        assert parse_bedrag(text) == 1
        return
    with pytest.raises(Onleesbaar, match=told):
        parse_bedrag(text)


@given(text=st.text(max_size=40))
def test_whatever_stands_in_a_cell_is_an_amount_or_a_message(text: str) -> None:
    for parse in (parse_bedrag, parse_dag):
        with suppress(Onleesbaar):
            parse(text)


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.day}-{day.month}-{day.year}",
        day.strftime(" %d/%m/%Y"),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.isoformat()} 00:00:00",
    ):
        assert parse_dag(text) == day, text


@pytest.mark.parametrize(
    "text", ["", "1-1-27", "31-2-2027", "46388", "2027-13-01", "1-1-0001", "morgen", "1-1-1999"]
)
def test_what_is_no_day_is_told_in_words(text: str) -> None:
    with pytest.raises(Onleesbaar, match="1-1-2027"):
        parse_dag(text)


@pytest.mark.parametrize(
    "text",
    [
        KOP + PASPOORT,
        "\ufeff" + KOP + PASPOORT,
        "sep=;\r\n" + (KOP + PASPOORT).replace("\n", "\r\n"),
        "Vanaf,BEDRAG, Code ,naam,Naam (Engels),Artikel\n"
        '1-1-2027,"89,00",paspoort,Paspoort,Passport,artikel 1.2\n',
        "Code\tWaarvoor\tnaam-en\tartikel\tPrijs\tGeldt vanaf\n"
        "paspoort\tPaspoort\tPassport\tartikel 1.2\t€ 89\t1-1-2027",
    ],
)
def test_the_same_row_in_whatever_form(text: str) -> None:
    (rij,) = read(text).rijen
    assert (rij.code, rij.naam, rij.naam_en, rij.artikel) == (
        "paspoort",
        "Paspoort",
        "Passport",
        "artikel 1.2",
    )
    assert (rij.bedrag, rij.vanaf) == (Decimal(89), date(2027, 1, 1))


def test_windows_1252_is_read_and_said() -> None:
    tabel = read_tabel((KOP + "cafe;Café;;;€ 12,50;1-1-2027\n").encode("cp1252"))
    assert tabel.rijen[0].naam == "Café"
    assert tabel.rijen[0].bedrag == Decimal("12.50")
    assert [(each.nummer, each.fout) for each in tabel.meldingen] == [(0, False)]
    assert "Windows-1252" in tabel.meldingen[0].tekst
    assert read_tabel((KOP + "cafe;Café;;;€ 12,50;1-1-2027\n").encode()).meldingen == []
    assert read_tabel((KOP + "cafe;Café;;;1;1-1-2027\n").encode("utf-16")).rijen[0].naam == "Café"


def test_every_fault_is_told_with_its_row_and_good_rows_are_read() -> None:
    found = faults(
        PASPOORT
        + ";Zonder code;;;1,00;1-1-2027\n"  # 3
        + "min;;;;-1,00;1-1-2027\n"
        + "\n"  # an empty row counts
        + "geen-dag;;;;1,00;\n"  # 6
        + "spatie in code;;;;1,00;1-1-2027\n"
        + "alles-mis;;;;x;y\n"
        + "paspoort;Nog eens;;;90,00;1-1-2027\n"  # 9
        + "cellen;a;b;c;1,00;1-1-2027;te veel\n"
        + f"lang;{'x' * 121};;;1,00;1-1-2027\n"
        + 'quote;"half;;;1,00;1-1-2027\n'  # 12
        + "goed;;;;1,00;1-1-2027\n"
    )
    assert sorted(found) == [3, 4, 6, 7, 8, 9, 10, 11, 12]
    assert "Vul de code in" in found[3]
    assert "minteken" in found[4]
    assert "Vul de dag in" in found[6]
    assert "letters, cijfers en streepjes" in found[7]
    assert "ook op rij 2" in found[9]
    assert "meer cellen" in found[10]
    assert "langer dan 120" in found[11]
    assert "niet te lezen" in found[12]


def test_both_faults_of_one_row_are_told() -> None:
    tabel = read(KOP + "a;;;;x;y\n")
    assert len(tabel.meldingen) == 2
    assert tabel.rijen == []


def test_a_code_may_have_more_days() -> None:
    assert faults("a;;;;1;1-1-2027\na;;;;2;1-7-2027\n") == {}


def test_a_column_we_do_not_know_is_told_and_left_out() -> None:
    tabel = read("code;bedrag;vanaf;Opmerking van Jan\na;1;1-1-2027;hoi\n")
    assert [each.tekst for each in tabel.meldingen] == [
        "Deze kolommen gebruiken wij niet: Opmerking van Jan."
    ]
    assert not tabel.meldingen[0].fout
    assert len(tabel.rijen) == 1


@pytest.mark.parametrize(
    ("inhoud", "told"),
    [
        (b"", "leeg"),
        (b"\0\0\0\n", "leeg"),
        (b"\x01\x02", "kolommen ontbreken"),
        (b"PK\x03\x04rommel", "Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"naam;bedrag\nPaspoort;89\n", "code, vanaf"),
        (b"code;bedrag;Prijs;vanaf\na;1;1;1-1-2027\n", "twee keer: bedrag"),
        (KOP.encode(), "geen enkele rij"),
        (b'code;"bedrag\n', "namen van kolommen"),
        (KOP.encode() + b"x" * MAX_BYTES, "2 MB"),
        (KOP.encode() + b"a;;;;1;1-1-2027\n" * (MAX_RIJEN + 1), "meer dan 5000 rijen"),
        (b"<html><body>kop</body></html>", "kolommen ontbreken"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(inhoud: bytes, told: str) -> None:
    with pytest.raises(TabelOnleesbaar, match=told):
        read_tabel(inhoud)


def test_formulas_html_and_nul_stay_text() -> None:
    text = 'a;<script>x</script>;"\'=HYPERLINK(1)";a\0rt\x07ikel;1;1-1-2027\n'
    (rij,) = read(KOP + text).rijen
    assert (rij.naam, rij.naam_en, rij.artikel) == ("<script>x</script>", "=HYPERLINK(1)", "artikel")


@given(text=st.text(max_size=30))
def test_a_cell_comes_back_as_it_went_out(text: str) -> None:
    out = plain_cell(text.strip())
    assert not out.startswith(FORMULA)
    assert bare_cell(out) == text.strip()


@given(inhoud=st.binary(max_size=300))
def test_whatever_the_bytes_there_is_a_table_or_a_message(inhoud: bytes) -> None:
    for each in (inhoud, KOP.encode() + inhoud):
        with suppress(TabelOnleesbaar):
            read_tabel(each)


@given(rows=st.lists(st.tuples(st.text(max_size=20), amounts), max_size=10))
def test_what_a_spreadsheet_writes_is_read(rows: list[tuple[str, Decimal]]) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(["code", "naam", "bedrag", "vanaf"])
    for number, (naam, amount) in enumerate(rows):
        writer.writerow([f"c{number}", " ".join(naam.split()), str(amount).replace(".", ","), "1-1-2027"])
    if rows:
        tabel = read(file.getvalue())
        read_back = {(rij.code, rij.bedrag) for rij in tabel.rijen}
        assert read_back == {(f"c{number}", amount) for number, (_naam, amount) in enumerate(rows)}
