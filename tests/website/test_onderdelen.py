"""The shared components: what goes in comes out, for people who see it and people who hear it."""

import re
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string

from eloket.website.services import DatumField, Link, Rij, Stap


class Formulier(forms.Form):
    naam = forms.CharField(label="Hoe heet u?", help_text="Zoals in uw paspoort.")
    email = forms.EmailField(label="E-mailadres", required=False)
    datum = DatumField(label="Wanneer verhuist u?", help_text="Bijvoorbeeld 27 3 2027.")
    soort = forms.ChoiceField(
        label="Huurt u?", choices=[("h", "Huur"), ("k", "Koop")], widget=forms.RadioSelect
    )
    land = forms.ChoiceField(label="Land", choices=[("nl", "Nederland")])
    tekst = forms.CharField(label="Toelichting", widget=forms.Textarea, required=False)
    bestand = forms.FileField(label="Huurcontract", required=False)
    akkoord = forms.BooleanField(label="Alles is waar")
    geheim = forms.CharField(widget=forms.HiddenInput, required=False)


def component(template: str, /, **context: Any) -> str:
    return render_to_string(f"components/{template}.html", context)


def test_every_box_has_a_label_and_unique_id() -> None:
    html = component("form_fields", form=Formulier())
    ids = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', html)
    labels = re.findall(r'<label[^>]* for="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 12
    assert set(ids) - {"id_geheim"} == set(labels)


def test_help_and_error_are_tied_to_the_box() -> None:
    html = component("form_field", field=Formulier({})["naam"])
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize("name", ["datum", "soort"])
def test_a_group_is_described_as_a_whole(name: str) -> None:
    html = component("form_field", field=Formulier({})[name])
    assert "<fieldset" in html
    assert re.search(rf'<fieldset[^>]* aria-describedby="[^"]*id_{name}_error"', html)


def test_only_what_may_stay_empty_is_marked() -> None:
    form = Formulier()
    assert "niet verplicht" in component("form_field", field=form["email"])
    assert "niet verplicht" not in component("form_field", field=form["naam"])


def test_the_summary_links_to_the_first_box_of_each_faulty_field() -> None:
    form = Formulier({"soort": "x"})
    html = component("error_summary", form=form)
    boxes = set(re.findall(r' id="([^"]+)"', component("form_fields", form=form)))
    links = re.findall(r'href="#([^"]+)"', html)
    assert links == ["id_naam", "id_datum_0", "id_soort_0", "id_land", "id_akkoord"]
    assert set(links) <= boxes
    assert "Er zijn 5 dingen" in html
    assert component("error_summary", form=Formulier()).strip() == ""


def test_what_people_typed_is_never_html() -> None:
    html = component(
        "data_list", rows=[Rij("Naam", "<script>alert(1)</script>", "/wijzig/"), Rij("Leeg", "")]
    )
    assert "<script>" not in html
    assert '<span class="eloket-verborgen">Naam</span>' in html
    assert "Niet ingevuld" in html


def test_a_timeline_says_in_words_where_we_are() -> None:
    steps = [Stap("Ontvangen", "done", "12 november 2026"), Stap("Besluit", "current"), Stap("Klaar", "todo")]
    html = component("timeline", steps=steps)
    assert html.count("aria-current") == 1
    for word in ("(afgerond)", "(hier zijn we nu)", "(komt nog)", "12 november 2026"):
        assert word in html


def test_long_lists_have_pages_and_short_ones_do_not() -> None:
    html = component("pagination", page=Paginator(range(200), 10).page(5), base="?pagina=")
    assert 'aria-current="page" href="?pagina=5"' in html
    assert 'rel="prev" href="?pagina=4"' in html
    assert "…" in html
    assert component("pagination", page=Paginator(range(5), 10).page(1), base="?pagina=").strip() == ""


def test_a_breadcrumb_ends_with_the_page_itself() -> None:
    html = component("breadcrumb", crumbs=[Link("Home", "/"), Link("Hier", "/hier/")])
    assert '<span aria-current="page">Hier</span>' in html
    assert "/hier/" not in html


@pytest.mark.parametrize(
    ("tone", "role"), [("info", ""), ("warning", ""), ("ok", ' role="status"'), ("error", ' role="alert"')]
)
def test_only_an_outcome_is_read_out_by_itself(tone: str, role: str) -> None:
    html = component("alert", tone=tone, title="Let op", text="Dit is belangrijk.")
    assert f'utrecht-alert--{tone}"{role}>' in html


def test_logging_out_is_a_post_with_a_token() -> None:
    html = component("session_bar", name="Noor", logout_url="/uit/", csrf_token="abc", idle_seconds=900)
    assert 'action="/uit/" method="post"' in html
    assert 'value="abc"' in html
    assert 'data-eloket-sessie="900"' in html


def test_a_step_says_which_of_how_many() -> None:
    html = component("step_indicator", step=2, total=4)
    assert "Stap 2 van 4" in html
    assert html.count("eloket-stap__deel--klaar") == 2
