"""Samira de redacteur sets the site in the Wagtail samira."""

import pytest
from django.test import Client
from wagtail.models import Site

from eloket.accounts.groepen import ensure_rollen
from eloket.accounts.services import Rol
from eloket.website.models import Instellingen
from tests.accounts.helpers import login_medewerker, make_medewerker


@pytest.fixture
def samira(client: Client, site: Site) -> Client:
    ensure_rollen()
    login_medewerker(client, make_medewerker(Rol.EINDREDACTEUR))
    return client


def test_she_finds_the_settings_and_changes_the_telephone_number(samira: Client, site: Site) -> None:
    url = f"/beheer/settings/website/instellingen/{site.pk}/"
    form = samira.get(url)
    assert form.status_code == 200
    data = {
        field.html_name: field.value() if field.value() is not None else "" for field in form.context["form"]
    }
    for name in ("nood_tekst", "nood_tekst_en"):
        data[name] = "null"
    response = samira.post(url, {**data, "telefoon": "14 0111"})
    assert response.status_code == 302
    assert Instellingen.objects.get().telefoon == "14 0111"


def test_an_unreadable_colour_is_explained_at_its_field(samira: Client, site: Site) -> None:
    url = f"/beheer/settings/website/instellingen/{site.pk}/"
    form = samira.get(url).context["form"]
    data = {field.html_name: field.value() if field.value() is not None else "" for field in form}
    response = samira.post(
        url, {**data, "nood_tekst": "null", "nood_tekst_en": "null", "link_kleur": "#ffee00"}
    )
    assert "niet goed leesbaar" in response.content.decode()
