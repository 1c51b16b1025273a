"""Samira takes the catalogue of her old site along: as drafts, nothing twice, nobody's work undone."""

from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.test import Client

from eloket.betalingen.services import ensure_tarief
from eloket.lib import klok
from eloket.producten.models import Herkomst, Organisatie, Overname, ProductUpn
from eloket.producten.overname import plaatsen
from eloket.producten.overname.aanbod import Aangeboden, Regel, Uitkomst
from eloket.producten.overname.lezen import read_aanbod
from eloket.producten.overname.plaatsen import take_over
from eloket.producten.overname.verslag import write_verslag
from eloket.producten.services import ProductPage, UniformeProductnaam, republish
from tests.producten.factories import Catalogus, make_complete, make_product
from tests.producten.overname.bestanden import feed, product, tabel
from tests.producten.webserver import file as web_file
from tests.producten.webserver import serve

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"


def take(file: BytesIO, *, proef: bool = False, overname: Overname | None = None) -> list[Regel]:
    return list(take_over(read_aanbod(file), now=klok.now(), proef=proef, overname=overname))


def outcomes(regels: Iterable[Regel]) -> list[str]:
    return [str(regel.uitkomst) for regel in regels]


def test_a_product_of_a_feed_becomes_a_draft_with_all_that_we_can_use(catalogus: Catalogus) -> None:
    upn = UniformeProductnaam.objects.create(uri=UPN, naam="paspoort")
    body = (
        "<overheidproduct:productHTML><p>Een reisdocument.</p><h2>Kosten</h2><p>U betaalt aan de balie.</p>"
        "<h2>Voorwaarden</h2><ul><li>U bent <i>Nederlander</i></li></ul>"
        "<h2>Hoe lang duurt het?</h2><p>Snel.</p>"
        '<h2>Aanvragen</h2><p><a href="/afspraak" onclick="x()">Maak een afspraak</a></p>'
        "<script>alert(1)</script></overheidproduct:productHTML>"
    )
    scmeta = (
        "<overheidproduct:onlineAanvragen>digid</overheidproduct:onlineAanvragen>"
        '<overheidproduct:aanvraagURL resourceIdentifier="https://elders.example/form"/>'
        f'<overheidproduct:uniformeProductnaam resourceIdentifier="{UPN}">paspoort'
        "</overheidproduct:uniformeProductnaam>"
    )
    mantel = "<dcterms:audience>ondernemer</dcterms:audience><dcterms:subject>verhuizen</dcterms:subject>"
    (regel,) = take(feed(product(body=body, scmeta=scmeta, mantel=mantel)))
    assert (regel.uitkomst, regel.meldingen) == (Uitkomst.NIEUW, ["Niet overgenomen uit de tekst: script."])
    page = ProductPage.objects.get(pk=regel.pagina)
    assert not page.live
    assert page.get_parent().specific == catalogus.nl.producten
    assert (page.slug, page.title, page.doelgroep) == (
        "paspoort-aanvragen",
        "Paspoort aanvragen",
        "ondernemer",
    )
    assert page.wat == "<p>Een reisdocument.</p>"
    assert page.kosten == "<p>U betaalt aan de balie.</p>"
    assert page.voor_wie == "<ul><li>U bent Nederlander</li></ul>"
    assert page.termijn == "<p>Snel.</p>"
    assert page.hoe == '<p><a href="https://elders.example/afspraak">Maak een afspraak</a></p>'
    assert [part.upn for part in page.upns.all()] == [upn]
    assert list(page.themas.all()) == [catalogus.thema]
    (kanaal,) = page.kanalen.all()
    assert kanaal.kanaal == "elektronisch"
    assert (kanaal.tekst, kanaal.adres) == (
        "<p>U kunt dit online regelen.</p>",
        "https://elders.example/form",
    )
    assert page.identificatie == "digid"
    assert page.get_latest_revision_as_object().wat == page.wat


def test_a_draft_that_came_in_is_nowhere_on_the_site(client: Client, catalogus: Catalogus) -> None:
    take(feed(product("Zegelwoord")))
    for url in ("/producten/", "/zoeken/?q=zegelwoord", "/samenwerkende-catalogi.xml", "/sitemap.xml"):
        response = client.get(url)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert "producten/zegelwoord" not in body.decode(), url
    assert client.get("/producten/zegelwoord/").status_code == 404


def test_a_second_time_doubles_nothing(catalogus: Catalogus) -> None:
    source = feed(product("Een"), product("Twee")).getvalue()
    assert outcomes(take(BytesIO(source))) == ["nieuw", "nieuw"]
    assert outcomes(take(BytesIO(source))) == ["bestond al", "bestond al"]
    assert ProductPage.objects.count() == 2


def test_an_untouched_draft_follows_the_source(catalogus: Catalogus) -> None:
    take(tabel("id;titel;wat;hoe;balie\n1;Paspoort;oud;zo;kom\n"))
    (regel,) = take(tabel("id;titel;wat;telefoon\n1;Uw paspoort;nieuw;bel\n"))
    assert regel.uitkomst == Uitkomst.BIJGEWERKT
    page = ProductPage.objects.get()
    assert (page.title, page.slug, page.wat, page.hoe) == ("Uw paspoort", "paspoort", "<p>nieuw</p>", "")
    assert [part.kanaal for part in page.kanalen.all()] == ["telefoon"]
    assert page.get_latest_revision_as_object().title == "Uw paspoort"
    assert outcomes(take(tabel("id;titel;wat;telefoon\n1;Uw paspoort;nieuw;bel\n"))) == ["bestond al"]


def test_work_of_a_redacteur_is_never_undone(catalogus: Catalogus) -> None:
    take(tabel("id;titel;samenvatting\n1;Paspoort;x\n2;Rijbewijs;x\n"))
    draft, published = ProductPage.objects.get(slug="paspoort"), ProductPage.objects.get(slug="rijbewijs")
    draft.samenvatting = "Van Samira."
    draft.save_revision()
    republish(published)
    first, second = take(tabel("id;titel;wat\n1;Paspoort;anders\n2;Rijbewijs;anders\n"))
    assert outcomes([first, second]) == ["bestond al", "bestond al"]
    assert "is hier al gewerkt" in first.meldingen[0]
    assert "staat al op de site" in second.meldingen[0]
    assert draft.get_latest_revision_as_object().samenvatting == "Van Samira."
    published.refresh_from_db()
    assert published.wat == ""


def test_a_product_that_samira_made_herself_is_found_by_its_address(catalogus: Catalogus) -> None:
    make_product(catalogus, "paspoort-aanvragen")
    (regel,) = take(feed(product("Paspoort aanvragen")))
    assert regel.uitkomst == Uitkomst.BESTOND
    assert ProductPage.objects.count() == 1


def test_two_products_with_one_name_both_come_in(catalogus: Catalogus) -> None:
    assert outcomes(take(tabel("id;titel\n1;Vergunning\n2;Vergunning\n2;Vergunning\n"))) == [
        "nieuw", "nieuw", "overgeslagen",
    ]  # fmt: skip
    assert sorted(ProductPage.objects.values_list("slug", flat=True)) == ["vergunning", "vergunning-2"]
    assert outcomes(take(tabel("id;titel\n1;Vergunning\n2;Vergunning\n"))) == ["bestond al", "bestond al"]


def test_a_try_tells_the_same_and_changes_nothing(catalogus: Catalogus) -> None:
    def source() -> BytesIO:
        return tabel("id;titel;thema\n1;Een;Onbekend\n2;;x\n3;Een;\n1;Nog eens;\n")

    tried = take(source(), proef=True)
    assert ProductPage.objects.count() == 0
    assert Herkomst.objects.count() == 0
    done = take(source())
    assert [(regel.uitkomst, regel.meldingen) for regel in tried] == [
        (regel.uitkomst, regel.meldingen) for regel in done
    ]
    assert outcomes(done) == ["nieuw", "overgeslagen", "nieuw", "overgeslagen"]


def test_a_bad_row_never_stops_the_rest(catalogus: Catalogus, monkeypatch: pytest.MonkeyPatch) -> None:
    real = plaatsen._fill

    def break_one(page: ProductPage, opgesteld: plaatsen.Opgesteld) -> None:
        real(page, opgesteld)
        if page.title == "Kapot":
            raise IntegrityError("stuk")

    monkeypatch.setattr(plaatsen, "_fill", break_one)
    regels = take(tabel("titel;wat\nEen;a\nKapot;b\n;c\nTwee;d\n"))
    assert outcomes(regels) == ["nieuw", "overgeslagen", "overgeslagen", "nieuw"]
    assert "niet te bewaren" in regels[1].meldingen[0]
    assert "titel ontbreekt" in regels[2].meldingen[0]


def test_what_we_do_not_have_is_told_and_not_made(catalogus: Catalogus) -> None:
    UniformeProductnaam.objects.create(uri=UPN, naam="paspoort", is_verwijderd=True)
    (regel,) = take(tabel(f"titel;thema;levensgebeurtenis;upn\nEen;Reizen;Ik ga verhuizen;{UPN}|fiets\n"))
    assert regel.meldingen == [
        "Thema “Reizen” bestaat hier niet. Voeg het zelf toe.",
        f"Uniforme productnaam “{UPN}” is vervallen. Kies een andere.",
        "Uniforme productnaam “fiets” staat niet in de UPL; weggelaten.",
        "Er is geen samenvatting. Schrijf er een.",
    ]
    page = ProductPage.objects.get()
    assert list(page.levensgebeurtenissen.all()) == [catalogus.gebeurtenis]
    assert page.upns.get().upn.is_verwijderd


def test_what_is_too_long_is_cut_and_told(catalogus: Catalogus) -> None:
    long = "woord " * 100
    (regel,) = take(tabel(f"titel;samenvatting;termijn_grondslag;kosten_kort\n{long};{long};{long};{long}\n"))
    page = ProductPage.objects.get()
    assert len(page.title) <= 255
    assert len(page.samenvatting) <= 300
    assert page.samenvatting.endswith("woord…")
    assert len(page.termijn_grondslag) <= 120
    assert len([melding for melding in regel.meldingen if "ingekort" in melding]) == 4


def test_a_table_fills_the_whole_record(catalogus: Catalogus) -> None:
    ensure_tarief(code="pas", naam="Paspoort", bedragen={})
    gemeente = Organisatie.objects.create(code="rietwaard", naam="Gemeente Rietwaard")
    cells = {
        "titel": "Paspoort",
        "samenvatting": "Reizen.",
        "tarief": "pas | bestaat-niet",
        "meenemen": "Uw oude pas.",
        "bezwaar en beroep": "Schrijf ons.",
        "geen_reactie": "Bel ons.",
        "elders_naam": "RDW",
        "elders_url": "https://rdw.example/",
        "inloggen": "beide",
        "niveau": "midden",
        "organisatie": "Rietwaard",
        "bevoegde": "Rijk",
        "deskmemo": "<h2>Let op</h2>Geheim",
        "herzien op": "1-1-2027",
    }
    (regel,) = take(tabel(";".join(cells) + "\n" + ";".join(cells.values()) + "\n"))
    assert regel.meldingen == [
        "Kolom tarieven: “bestaat-niet” bestaat hier niet.",
        "Organisatie “Rijk” bestaat hier niet. Voeg haar zelf toe.",
    ]
    page = ProductPage.objects.get()
    page.full_clean()
    assert [str(part) for part in page.tarieven.all()] == [f"tarief {page.tarieven.get().tarief_id}"]
    assert (page.kosten_soort, page.verantwoordelijke, page.bevoegde) == ("tarief", gemeente, None)
    assert (page.bewijs, page.bezwaar, page.geen_reactie) == (
        "<p>Uw oude pas.</p>", "<p>Schrijf ons.</p>", "<p>Bel ons.</p>",
    )  # fmt: skip
    assert (page.elders_naam, page.identificatie, page.niveau) == ("RDW", "beide", 20)
    assert page.desk_memo == "<p><b>Let op</b></p><p>Geheim</p>"
    assert str(page.herzien_op) == "2027-01-01"


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("kosten_soort;titel\nverschilt;x", "waar het van afhangt"),
        ("elders_naam;titel\nRDW;x", "naam en een webadres"),
        ("elders_url;elders_naam;titel\njavascript:alert(1);RDW;x", "naam en een webadres"),
        ("aanvraag_url;titel\njavascript:alert(1);x", "geen webadres"),
        ("aanvraag_url;titel\n//[;x", "geen webadres"),
    ],
)
def test_half_an_answer_is_left_out_and_told(catalogus: Catalogus, columns: str, told: str) -> None:
    (regel,) = take(tabel(f"samenvatting;{columns.split(chr(10))[0]}\nx;{columns.split(chr(10))[1]}\n"))
    assert regel.uitkomst == Uitkomst.NIEUW
    assert told in regel.meldingen[0]
    ProductPage.objects.get().full_clean()


def test_half_a_term_is_no_term(catalogus: Catalogus) -> None:
    (regel,) = take(tabel("titel;samenvatting;termijn_aantal\nEen;x;8\n"))
    assert "aantal en een eenheid" in regel.meldingen[0]
    page = ProductPage.objects.get()
    assert (page.termijn_aantal, page.termijn_eenheid) == (None, "")


@pytest.mark.parametrize(
    "titel", ["\0\0", "🙂", "日本", "x" * 5000, "<script>alert(1)</script>", "a\x1bb\x85c"]
)
def test_any_title_is_placed_or_told(catalogus: Catalogus, titel: str) -> None:
    (regel,) = list(take_over([Aangeboden(2, titel=titel, kenmerk=titel)], now=klok.now()))
    page = ProductPage.objects.first()
    assert (page is None) == (regel.uitkomst == Uitkomst.OVERGESLAGEN)
    if page:
        assert page.slug
        assert "\0" not in page.title


def test_a_run_that_was_cut_off_goes_on_where_it_was(catalogus: Catalogus) -> None:
    """The worker died halfway; the same work comes again and the report is as if nothing happened."""
    overname = Overname.objects.create(naam="x.csv", created_at=klok.now())
    text = "id;titel\n1;Een\n2;Twee\n3;Drie\n"
    begun = take_over(read_aanbod(tabel(text)), now=klok.now(), overname=overname)
    next(begun), next(begun)
    begun.close()
    assert outcomes(take(tabel(text), overname=overname)) == ["nieuw"] * 3
    assert ProductPage.objects.count() == 3


def test_our_own_feed_comes_back_as_it_went(client: Client, catalogus: Catalogus) -> None:
    upn = UniformeProductnaam.objects.create(uri=UPN, naam="paspoort")
    page = make_complete(catalogus, title="Paspoort & reis", doelgroep="beide")
    page.upns.add(ProductUpn(upn=upn, sort_order=0))
    republish(page)
    make_product(catalogus, "rijbewijs")
    source = b"".join(client.get("/samenwerkende-catalogi.xml").streaming_content)  # type: ignore[attr-defined]
    assert outcomes(take(BytesIO(source))) == ["bestond al", "bestond al"]
    ProductPage.objects.all().delete()
    assert outcomes(take(BytesIO(source))) == ["nieuw", "nieuw"]
    back = ProductPage.objects.get(slug="paspoort")
    assert (back.title, back.samenvatting, back.doelgroep) == ("Paspoort & reis", page.samenvatting, "beide")
    assert [part.upn for part in back.upns.all()] == [upn]


# --- The command -----


def test_the_command_tells_per_row_and_writes_the_report(catalogus: Catalogus, tmp_path: Path) -> None:
    source, report = tmp_path / "producten.csv", tmp_path / "verslag.csv"
    source.write_bytes("titel;thema\nCafé;Horeca\n=1+1;\n;x\n".encode("cp1252"))
    out = StringIO()
    call_command("import_producten", str(source), "--verslag", str(report), stdout=out)
    told = out.getvalue()
    assert "2: Café: nieuw" in told
    assert "    Thema “Horeca” bestaat hier niet." in told
    assert "4: –: overgeslagen" in told
    assert told.endswith("3 rijen: 2 nieuw, 0 bijgewerkt, 0 bestond al, 1 overgeslagen.\n")
    lines = report.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "rij;titel;uitkomst;meldingen"
    assert lines[1].startswith("2;Café;nieuw;")
    assert lines[2].startswith("3;'=1+1;nieuw"), "a title is no formula in a spreadsheet"


def test_the_command_takes_an_address_and_can_only_try(catalogus: Catalogus) -> None:
    out = StringIO()
    with serve({"/sc.xml": web_file(feed(product()).getvalue())}) as url:
        call_command("import_producten", f"{url}/sc.xml", "--proef", stdout=out)
    assert "1 nieuw" in out.getvalue()
    assert "dit was een proef" in out.getvalue()
    assert ProductPage.objects.count() == 0


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"geen;tabel\n", b"<rss/>"])
def test_the_command_says_plainly_what_is_wrong(
    catalogus: Catalogus, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "x.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("import_producten", str(path), stdout=StringIO())
    assert ProductPage.objects.count() == 0


def test_a_report_is_written_line_by_line() -> None:
    file = StringIO()
    write_verslag([Regel(2, "Een", Uitkomst.NIEUW, ["a", "b"])], file)
    assert file.getvalue().splitlines()[1] == "2;Een;nieuw;a | b"
