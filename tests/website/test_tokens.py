"""A gemeente brings the token set of its own NL Design System theme, and nobody brings anything else."""

import json
import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_django import Settings
from wagtail.models import Site

from eloket.accounts.groepen import ensure_rollen
from eloket.accounts.services import Rol
from eloket.website import huisstijl
from eloket.website.checks import check_thema_tokens
from eloket.website.models import Instellingen
from eloket.website.services import save_instellingen
from eloket.website.tokens.basis import read_basis, select, write_css
from eloket.website.tokens.leesbaar import PAREN, find_unreadable, resolve
from eloket.website.tokens.lezen import MAX_BYTES, read_tokens
from eloket.website.tokens.waarden import MAX_TOKENS, TokensGeweigerd
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.components import need
from tests.website.test_beheer import answers

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "frontend/node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist"
LINK = {"--utrecht-link-color": "#0b5689"}


def package(name: str) -> bytes:
    path = PACKAGE / name
    return Path(need(str(path) if path.exists() else None, "the theme package of the front end")).read_bytes()


@pytest.mark.parametrize("name", ["theme.css", "variables.css", "tokens.json", "list.json"])
def test_every_file_of_a_real_theme_is_read(name: str) -> None:
    found = read_tokens(package(name))
    assert len(found.tokens) + len(found.overgeslagen) == 2780
    assert found.overgeslagen == ("--ams-breadcrumb-separator-background-image",)
    assert found.tokens["--voorbeeld-kleuren-violet-50"] == "#faf8ff"


def test_a_real_theme_becomes_a_small_style_sheet_of_what_we_use() -> None:
    tokens = read_tokens(package("theme.css")).tokens
    css = write_css(select(tokens, read_basis().gebruikt))
    assert "--nl-link-color:" in css
    assert "--ams-avatar" not in css
    named = set(re.findall(r"var\((--[\w-]+)", css))
    given_here = set(re.findall(r"(--[\w-]+):", css))
    assert named <= given_here | set(read_basis().bepaald) | (named - set(tokens))
    assert len(css) < len(package("theme.css"))


def test_a_real_theme_is_readable() -> None:
    assert list(find_unreadable({**read_basis().bepaald, **read_tokens(package("theme.css")).tokens})) == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (":root{--utrecht-link-color:#0b5689}", LINK),
        ("\ufeff/* thema */ .gemeente-theme , :root { --utrecht-link-color : #0b5689 ; }", LINK),
        ('@charset "utf-8";\n.x-theme{--utrecht-link-color:#0b5689;;}', LINK),
        (":root{--a-b:1px} :root{--a-b:2px}", {"--a-b": "2px"}),
        (":root{--a-b:red/*}body{display:none}*/}", {"--a-b": "red"}),
        (":root{--a-font:\"Noto Sans\", 'Arial', serif}", {"--a-font": "\"Noto Sans\", 'Arial', serif"}),
        (":root{--a-b:calc(var(--c-d) * -1 + (2px / 3))}", {"--a-b": "calc(var(--c-d) * -1 + (2px / 3))"}),
        ('{"utrecht":{"link":{"color":{"$value":"#0b5689","$type":"color"}}}}', LINK),
        (
            '{"utrecht":{"link":{"color":{"value":"{gemeente.blauw}"}}},"gemeente":{"blauw":{"value":"#00f"}}}',
            {"--utrecht-link-color": "var(--gemeente-blauw)", "--gemeente-blauw": "#00f"},
        ),
        ('{"utrecht":{"link":{"fontSize":{"$value":16}}}}', {"--utrecht-link-font-size": "16"}),
        ('[{"path":["utrecht","link","color"],"value":"#0b5689"}]', LINK),
    ],
)
def test_each_way_of_writing_is_understood(text: str, tokens: dict[str, str]) -> None:
    assert read_tokens(text.encode()).tokens == tokens


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "body{display:none}",
        ":root{color:red}",
        ":root{--a-b:red}body{display:none}",
        ".a{--a-b:1}.b{--a-b:2}",
        ".a .b{--a-b:1}",
        ".a:hover{--a-b:1}",
        ":root,*{--a-b:1}",
        "@import 'https://x.example/x.css';:root{--a-b:1}",
        "@import url(//x.example);",
        "@media print{:root{--a-b:1}}",
        "@font-face{--a-b:1}",
        ':root{--a-b:url("https://x.example/")}',
        ":root{--a-b:url(//x.example/)}",
        ":root{--a-b:URL(x)}",
        r":root{--a-b:u\72l(x)}",
        ":root{--a-b:image-set('x.png' 1x)}",
        ":root{--a-b:expression(alert(1))}",
        ":root{--a-b:attr(href)}",
        ":root{--a-b:env(x)}",
        ":root{--a-b:javascript:alert(1)}",
        ":root{--a-b:red !important}",
        ":root{--a-b:'</style><script>alert(1)</script>'}",
        ":root{--a-b:</style><script>alert(1)</script>}",
        ":root{--a-b:red",
        ":root{--a-b:red}}",
        ":root{--a-b:(red}",
        ":root{--a-b:red)}",
        ":root{{--a-b:red}}",
        ":root{--a-b:}",
        ":root{--:red}",
        ":root{--a:red}",
        ":root{--a b:red}",
        "/* nooit klaar :root{--a-b:red}",
        "--a-b:red;",
        ";:root{--a-b:red}",
        "{}",
        "[]",
        "{not json",
        '{"a":{"b":{"value":"url(https://x.example/)"}}}',
        '{"a":{"b;}body{display:none}":{"value":"red"}}}',
        '{"a":{"b":{"value":"red;}body{display:none}"}}}',
        '{"a":{"value":"red"}}',
        "[" * 100_000,
    ],
)
def test_whatever_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(TokensGeweigerd) as fout:
        read_tokens(text.encode())
    assert len(str(fout.value)) < 400


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe:\x00r\x00",
        b"\x89PNG\r\n\x1a\n\x00",
        b"x" * (MAX_BYTES + 1),
        b":root{" + b"".join(b"--a-%d:1;" % n for n in range(MAX_TOKENS + 1)) + b"}",
        b":root{--a-b:" + b"a" * 501 + b"}",
        json.dumps({"a": {"b": {"value": 1}}}).replace('{"b"', '{"c":' * 30 + '{"b"').encode() + b"}" * 30,
    ],
)
def test_what_is_too_much_or_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(TokensGeweigerd):
        read_tokens(data)


@pytest.mark.parametrize("piece", [b":root{}", b"/*", b"'", b'"\n', b"{", b".a{--a-b:1;", b"\\", b";"])
def test_a_hostile_file_costs_no_more_than_a_large_one(piece: bytes) -> None:
    """Read in one pass: four megabytes of anything must not keep a process busy."""
    with pytest.raises(TokensGeweigerd):
        read_tokens((piece * (MAX_BYTES // len(piece)))[:MAX_BYTES])


PIECES = st.sampled_from(
    [":root", ".a", ".b", "{", "}", ";", ":", "--a-b", "--c-d", "red", "url(", "(", ")", "'", '"', "/*", "*/",
     "\\", "\n", " ", "@import", "<", "var(--a-b)", "!important", ",", "body", "javascript:", "data:image/"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
@example(":root{--a-b:'}body{display:none}'}")
@example(':root{--a-b:url("data:image/png,x)}body{display:none}")}')
def test_what_we_write_is_always_one_harmless_rule(text: str) -> None:
    try:
        tokens = read_tokens(text.encode()).tokens
    except TokensGeweigerd:
        return
    css = write_css(tokens)
    assert css.count("{") == css.count("}") == bool(tokens)
    assert not re.search(r"url|@|<|\\|!|/\*|image|body|javascript", css)
    assert all(re.fullmatch(r"--[\w-]+:[^;{}]+", each) for each in css[6:-2].split(";") if tokens)


@given(
    st.dictionaries(
        st.from_regex(r"--[a-c]-[a-c]", fullmatch=True),
        st.sampled_from(["#fff", "var(--a-a)", "var(--b-b, #000)"]),
    )
)
def test_a_circle_of_tokens_ends(values: dict[str, str]) -> None:
    for name in values:
        assert resolve(name, values) in (None, "#ffffff", "#000000")


def test_the_pairs_we_judge_are_tokens_of_our_own_style_sheet() -> None:
    basis = read_basis().bepaald
    for pair in PAREN:
        assert all(resolve(name, basis) for name in pair), pair


def test_a_set_that_nobody_can_read_is_refused_with_the_reason(site: Site) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, thema_tokens={"--nl-link-color": "#ffff00"})
    assert "--nl-link-color" in str(fout.value)
    assert "niet goed leesbaar" in str(fout.value)


@pytest.mark.parametrize("tokens", [{"--a-b": "url(x)"}, {"body": "x"}, ["--a-b"], "x", {"--a-b": 1}])
def test_a_set_cannot_come_in_by_another_door(site: Site, tokens: object) -> None:
    with pytest.raises(ValidationError):
        save_instellingen(site, thema_tokens=tokens)


def css_of(client: Client) -> str:
    page = client.get("/").content.decode()
    url = re.search(r'href="(/thema/[^"]+)"', page)
    return client.get(url[1]).content.decode() if url else ""


def test_the_set_comes_after_the_eight_choices(client: Client, site: Site) -> None:
    save_instellingen(site, merk_kleur="#0b5d64", thema_tokens={"--nl-link-color": "#7a0019", "--x-y": "1"})
    css = css_of(client)
    assert "--eloket-merk-500:#0b5d64" in css
    assert css.index("--eloket-") < css.index("--nl-link-color:#7a0019")
    assert "--x-y" not in css


def test_an_installation_can_bring_the_set(
    client: Client, site: Site, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "theme.css"
    path.write_text(".x-theme{--nl-link-color:#7a0019}")
    settings.ELOKET_THEMA_TOKENS = str(path)
    save_instellingen(site, thema_tokens={"--nl-link-color": "#003366"})
    assert check_thema_tokens(None) == []
    assert "--nl-link-color:#7a0019" in css_of(client)


@pytest.mark.parametrize("content", [None, "body{display:none}"])
def test_a_bad_set_of_the_installation_is_told_to_the_administrator_alone(
    client: Client, site: Site, settings: Settings, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "theme.css"
    if content:
        path.write_text(content)
    settings.ELOKET_THEMA_TOKENS = str(path)
    huisstijl.installed_tokens.cache_clear()
    assert [each.id for each in check_thema_tokens(None)] == ["website.E001"]
    assert css_of(client) == ""


def test_samira_uploads_a_theme_and_takes_it_away_again(client: Client, site: Site) -> None:
    ensure_rollen()
    login_medewerker(client, make_medewerker(Rol.EINDREDACTEUR))
    url = f"/beheer/settings/website/instellingen/{site.pk}/"
    form = client.get(url)
    assert 'enctype="multipart/form-data"' in form.content.decode()
    data = {name: value for name, value in answers(form.context["form"]).items() if name != "thema_weg"}
    hostile = SimpleUploadedFile("theme.css", b"body{display:none}")
    assert "hoort niet in een bestand met tokens" in client.post(url, {**data, "thema_bestand": hostile}).text
    unreadable = SimpleUploadedFile("theme.css", b":root{--nl-link-color:#eee}")
    assert "niet goed leesbaar" in client.post(url, {**data, "thema_bestand": unreadable}).text
    assert Instellingen.objects.get().thema_tokens == {}
    good = SimpleUploadedFile("theme.css", b".x-theme{--nl-link-color:#7a0019}")
    assert client.post(url, {**data, "thema_bestand": good}).status_code == 302
    assert "--nl-link-color:#7a0019" in css_of(client)
    assert client.post(url, data).status_code == 302
    assert "theme.css, 1 token" in client.get(url).text
    assert client.post(url, {**data, "thema_weg": "on"}).status_code == 302
    assert css_of(client) == ""
