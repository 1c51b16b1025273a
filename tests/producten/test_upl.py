"""The national list of product names comes in by URI and never loses a name."""

import io
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from eloket.producten.services import ProductInvoer, UniformeProductnaam, UplOnleesbaar, import_upl
from tests.producten.factories import UPL_KOP, Catalogus, make_product

T = "http://standaarden.overheid.nl/owms/terms/"
RIJEN = (
    f"paspoort,{T}paspoort,X,X,,A1,{T}a26,Artikel 26 Paspoortwet,https://wetten.overheid.nl/a\n"
    f"stemrecht,{T}stemrecht,X,X,,,{T}b3,Artikel B3 Kieswet,https://wetten.overheid.nl/b\n"
    f"stemrecht,{T}stemrecht,X,X,,,{T}b4,Artikel B4 Kieswet,https://wetten.overheid.nl/c\n"
)
pytestmark = pytest.mark.django_db


def take_over(rows: str) -> tuple[int, int, int, int, int]:
    verslag = import_upl(io.StringIO(UPL_KOP + rows))
    return verslag.nieuw, verslag.gewijzigd, verslag.ongewijzigd, verslag.vervallen, len(verslag.fouten)


def test_rows_with_one_uri_are_one_name_with_its_articles() -> None:
    assert take_over(RIJEN) == (2, 0, 0, 0, 0)
    stemrecht = UniformeProductnaam.objects.get(uri=f"{T}stemrecht")
    assert [each["label"] for each in stemrecht.grondslagen] == ["Artikel B3 Kieswet", "Artikel B4 Kieswet"]
    assert stemrecht.gemeente
    assert not stemrecht.bedrijf


def test_twice_the_same_list_changes_nothing() -> None:
    take_over(RIJEN)
    assert take_over(RIJEN) == (0, 0, 2, 0, 0)


def test_a_name_that_vanished_is_marked_and_comes_back_when_it_returns(catalogus: Catalogus) -> None:
    take_over(RIJEN)
    page = make_product(catalogus, "stemmen", invoer=ProductInvoer(upns=[f"{T}stemrecht"]))
    paspoort_only = RIJEN.splitlines(keepends=True)[0]
    assert take_over(paspoort_only) == (0, 0, 1, 1, 0)
    assert page.upns.get().upn.is_verwijderd
    assert "vervallen" in str(page.upns.get().upn)
    assert take_over(paspoort_only) == (0, 0, 1, 0, 0), "marked once"
    assert take_over(RIJEN) == (0, 1, 1, 0, 0)
    assert not UniformeProductnaam.objects.get(uri=f"{T}stemrecht").is_verwijderd


def test_another_name_for_the_same_uri_is_a_change() -> None:
    take_over(RIJEN)
    assert take_over(RIJEN.replace("paspoort,", "reisdocument,", 1)) == (0, 1, 1, 0, 0)


def test_bad_rows_are_told_and_skipped() -> None:
    bad = f",{T}zonder-naam\nzonder uri,\ngeen uri,javascript:alert(1)\n{'x' * 201},{T}lang\n"
    assert take_over(bad + RIJEN) == (2, 0, 0, 0, 4)


@pytest.mark.parametrize("content", ["", "a;b;c\n1;2;3\n", UPL_KOP, '<?xml version="1.0"?><a/>'])
def test_what_is_no_list_changes_nothing(content: str) -> None:
    take_over(RIJEN)
    with pytest.raises(UplOnleesbaar):
        import_upl(io.StringIO(content))
    assert not UniformeProductnaam.objects.filter(is_verwijderd=True).exists()


def test_a_part_of_the_list_marks_nothing() -> None:
    take_over(RIJEN)
    import_upl(io.StringIO(UPL_KOP + RIJEN.splitlines()[0]), volledig=False)
    assert not UniformeProductnaam.objects.filter(is_verwijderd=True).exists()


def test_the_command_reports_and_reads_a_byte_order_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "upl.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (UPL_KOP + RIJEN + "kapot,\n").encode())
    call_command("import_upl", str(path))
    told = capsys.readouterr()
    assert "4 rijen gelezen: 2 namen nieuw" in told.out
    assert "Rij 5" in told.err


def test_the_command_says_plainly_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="kan niet gelezen worden"):
        call_command("import_upl", str(tmp_path / "weg.csv"))
    latin = tmp_path / "latin.csv"
    latin.write_bytes((UPL_KOP + "café,").encode("latin-1"))
    with pytest.raises(CommandError, match="UTF-8"):
        call_command("import_upl", str(latin))


def test_the_real_list_comes_in_whole_and_twice_without_change() -> None:
    folder = Path(
        os.environ.get("ELOKET_SHARED_DATA") or Path(__file__).parents[2].parent / "shared" / "data"
    )
    path = folder / "upl.csv"
    if not path.exists():
        if os.environ.get("CI") == "true" or os.environ.get("ELOKET_COMPONENTEN_VERPLICHT") == "1":
            pytest.fail(f"upl.csv is missing in {folder}")
        pytest.skip("upl.csv is not on this machine")
    with path.open(encoding="utf-8-sig", newline="") as lijst:
        first = import_upl(lijst)
    assert (first.rijen, first.nieuw, first.fouten) == (1321, 1214, [])
    assert UniformeProductnaam.objects.filter(gemeente=True).count() == 512
    with path.open(encoding="utf-8-sig", newline="") as lijst:
        second = import_upl(lijst)
    assert (second.nieuw, second.gewijzigd, second.ongewijzigd, second.vervallen) == (0, 0, 1214, 0)
