"""A gemeente's own colours, as long as people can read them."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Site

from eloket.website import thema
from eloket.website.models import Instellingen
from eloket.website.services import save_instellingen

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_agrees_with_known_values() -> None:
    assert thema.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert thema.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert thema.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_does_not_care_about_order(a: str, b: str) -> None:
    assert thema.contrast(a, b) == thema.contrast(b, a)
    assert 1 <= thema.contrast(a, b) <= 21


@given(COLOURS)
def test_a_ramp_runs_from_light_to_dark(colour: str) -> None:
    light = [thema.luminance(step) for step in thema.ramp(colour).values()]
    assert light == sorted(light, reverse=True)


def test_the_style_sheet_speaks_the_tokens_of_the_front_end(frontend_tokens: set[str]) -> None:
    assert set(thema.build_tokens(Instellingen().thema)) <= frontend_tokens


def test_samira_cannot_choose_colours_nobody_can_read(site: Site) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, balk_kleur="#ffdd00", balk_tekstkleur="#ffffff", link_kleur="#88aacc")
    assert set(fout.value.message_dict) == {"balk_tekstkleur", "link_kleur"}
    assert (
        "4.5" in fout.value.message_dict["link_kleur"][0] or "4,5" in fout.value.message_dict["link_kleur"][0]
    )


@pytest.mark.parametrize("colour", ["blauw", "#12345", "#12345g", "", "}body{display:none"])
def test_samira_cannot_write_something_that_is_no_colour(site: Site, colour: str) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, merk_kleur=colour)
    assert "merk_kleur" in fout.value.message_dict


def test_a_chosen_theme_is_linked_and_kept_for_ever(site: Site, client: Client) -> None:
    assert "/thema/" not in client.get("/").content.decode()
    save_instellingen(site, merk_kleur="#0b5d64", link_kleur="#0b5d64")
    page = client.get("/").content.decode()
    url = page.split('href="/thema/')[1].split('"')[0]
    css = client.get(f"/thema/{url}")
    assert "immutable" in css["Cache-Control"]
    assert "--eloket-merk-500:#0b5d64" in css.content.decode()
    assert css["Content-Type"].startswith("text/css")
    old = client.get("/thema/0123456789abcdef.css")
    assert old["Cache-Control"] == "no-cache"
    assert old.content == css.content


def test_a_banner_must_say_something(site: Site) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, nood_aan=True)
    assert "nood_titel" in fout.value.message_dict
