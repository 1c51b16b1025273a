"""Feeds of Samenwerkende Catalogi, as good and as bad as others make them."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.overname import sc
from eloket.producten.overname.aanbod import Aangeboden, Onleesbaar, Upn
from eloket.producten.overname.lezen import detect_soort, read_aanbod
from tests.producten.overname.bestanden import feed, product

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"


def read(file: BytesIO) -> list[Aangeboden]:
    return list(read_aanbod(file))


def test_a_product_with_everything() -> None:
    (found,) = read(
        feed(
            product(
                mantel="<dcterms:audience>particulier</dcterms:audience>"
                "<dcterms:audience>ondernemer</dcterms:audience><dcterms:subject>Reizen</dcterms:subject>",
                scmeta="<overheidproduct:productID>42</overheidproduct:productID>"
                "<overheidproduct:onlineAanvragen>digid</overheidproduct:onlineAanvragen>"
                '<overheidproduct:aanvraagURL resourceIdentifier="https://elders.example/form"/>'
                f'<overheidproduct:uniformeProductnaam resourceIdentifier="{UPN}">paspoort'
                "</overheidproduct:uniformeProductnaam>",
                body="<overheidproduct:productHTML><p>Kom <b>langs</b>.</p></overheidproduct:productHTML>",
            )
        )
    )
    assert (found.titel, found.samenvatting) == ("Paspoort aanvragen", "Alles over paspoort-aanvragen.")
    assert found.kenmerk == found.url == "https://elders.example/producten/paspoort-aanvragen"
    assert (found.slug, found.sleutel) == ("paspoort-aanvragen", "42")
    assert found.waarden == {
        "doelgroep": "beide",
        "online": "https://elders.example/form",
        "identificatie": "digid",
    }
    assert found.upns == [Upn(UPN, "paspoort")]
    assert found.themas == ["Reizen"]
    assert found.teksten == {"inhoud": "<p>Kom <b>langs</b>.</p>"}
    assert (found.meldingen, found.fout) == ([], "")


def test_other_prefixes_and_no_namespaces_are_the_same_feed() -> None:
    plain = feed(product()).getvalue().decode()
    for old, new in (("overheidproduct:", "sc:"), ("overheidproduct:", ""), ("dcterms:", "dc:")):
        changed = plain.replace(old, new).replace("xmlns:dc:", "xmlns:dcterms:")
        assert read(BytesIO(changed.encode()))[0].titel == "Paspoort aanvragen"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("", None),
        ("<overheidproduct:productHTML/>", None),
        ("<overheidproduct:productHTML> </overheidproduct:productHTML>", None),
        ("<productHTML><![CDATA[<p>a &amp; b</p>]]></productHTML>", "<p>a &amp; b</p>"),
        ("<productHTML>&lt;p&gt;a&lt;/p&gt;</productHTML>", "<p>a</p>"),
        ("<productHTML><x:p xmlns:x='u'>a<x:br/>b</x:p></productHTML>", "<p>a<br>b</p>"),
        ("<productHTML><p>a&nbsp;b&eacute;</p></productHTML>", "<p>a&nbsp;b&eacute;</p>"),
        ("<productHTML>3 &lt; 4 &amp; meer</productHTML>", "3 < 4 & meer"),
    ],
)  # fmt: skip
def test_the_text_comes_in_many_forms(body: str, text: str | None) -> None:
    assert read(feed(product(body=body)))[0].teksten.get("inhoud") == text


def test_a_product_without_its_parts_says_what_is_missing() -> None:
    (bare,) = read(BytesIO(b"<scproducten><scproduct><title>Kaal</title></scproduct></scproducten>"))
    assert (bare.titel, bare.kenmerk, bare.fout) == ("Kaal", "", "")
    assert "geen doelgroep" in bare.meldingen[0]
    (english,) = read(feed(product(kern="<dcterms:language>en</dcterms:language>")))
    assert "andere taal (en)" in english.fout


def test_an_audience_that_we_do_not_know_is_told() -> None:
    (found,) = read(feed(product(mantel="<dcterms:audience>toerist</dcterms:audience>")))
    assert "Doelgroep “toerist” kennen wij niet." in found.meldingen


@pytest.mark.parametrize("declared", ["ISO-8859-1", "windows-1252", "iso-8859-15"])
def test_a_feed_in_older_characters(declared: str) -> None:
    xml = feed(product("Café")).getvalue().decode().replace("UTF-8", declared)
    assert read(BytesIO(xml.encode(declared)))[0].titel == "Café"


def test_a_feed_that_lies_about_its_characters_is_read_and_says_so() -> None:
    (found,) = read(BytesIO(feed(product("Café “nul”")).getvalue().decode().encode("windows-1252")))
    assert found.titel == "Café “nul”"
    assert "Windows-1252" in found.meldingen[0]


@pytest.mark.parametrize("codering", ["utf-8-sig", "utf-16"])
def test_a_feed_with_a_byte_order_mark(codering: str) -> None:
    assert read(BytesIO(feed(product("Café")).getvalue().decode().encode(codering)))[0].titel == "Café"


def test_one_broken_character_does_not_make_a_feed_windows() -> None:
    xml = feed(product("Café één"), product("Caf\ufffe")).getvalue().replace("\ufffe".encode(), b"\xe9")
    first, second = read(BytesIO(xml))
    assert (first.titel, second.titel) == ("Café één", "Caf\ufffd")
    assert "Niet alle tekens" in first.meldingen[0]


def test_xml_that_breaks_off_keeps_what_came_before() -> None:
    xml = feed(product("Een"), product("Twee"), product("Drie")).getvalue()
    rows = read(BytesIO(xml[: xml.index(b"Drie")]))
    assert [row.titel for row in rows] == ["Een", "Twee", ""]
    assert "klopt niet op regel" in rows[2].fout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leeg"),
        (b"   \n", "leeg"),
        (b"<scproducten>", "klopt niet"),
        (b"<rss><item/></rss>", "geen product"),
        (b"<a></b>", "klopt niet"),
        (b"<!DOCTYPE html><html><body>Storing</body></html>", "webpagina"),
        (b"PK\x03\x04xlsx", "Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_what_is_no_feed_is_refused_in_plain_words(content: bytes, told: str) -> None:
    with pytest.raises(Onleesbaar, match=told):
        read(BytesIO(content))


LACHEN = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LACHEN}]>',
        '<!DOCTYPE x [<!ENTITY bestand SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://elders.example/x.dtd"> %p;]>',
    ],
)
def test_entities_are_refused_before_anything_grows_or_is_fetched(doctype: str) -> None:
    with pytest.raises(Onleesbaar, match="ENTITY"):
        read(feed(product("&l9;"), kop=f'<?xml version="1.0"?>{doctype}'))


def test_an_external_dtd_is_not_fetched() -> None:
    kop = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://elders.example/x.dtd">'
    assert read(feed(product("Een"), kop=kop))[0].titel == "Een"  # the guard of the network would tell


def test_a_product_as_long_as_a_book_is_one_bad_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sc, "MAX_TEKENS", 10_000)
    body = f"<overheidproduct:productHTML>{'<p>lang</p>' * 5000}</overheidproduct:productHTML>"
    first, second = read(feed(product("Een", body=body), product("Twee")))
    assert "veel te lang" in first.fout
    assert (second.titel, second.fout) == ("Twee", "")


STUKKEN = [
    "<scproduct>", "</scproduct>", "<title>", "</title>", "<productHTML>", "</productHTML>", "x", "&amp;",
    "<p>", "</p>", "<br/>",
]  # fmt: skip


@given(
    st.binary(max_size=300)
    | st.lists(st.sampled_from(STUKKEN), max_size=30).map(lambda all_: "".join(all_).encode())
)
def test_anything_is_read_or_refused(content: bytes) -> None:
    with suppress(Onleesbaar):
        assert read(BytesIO(b"<scproducten>" + content + b"</scproducten>"))


def test_the_kind_of_file_is_seen_from_its_beginning() -> None:
    assert detect_soort(feed(product())) == "sc"
    assert detect_soort(BytesIO(b"\xef\xbb\xbf  <scproducten/>")) == "sc"
    assert detect_soort(BytesIO("<a/>".encode("utf-16"))) == "sc"
    assert detect_soort(BytesIO(b"titel;samenvatting\n")) == "csv"
