"""Samira de redacteur sets the site in the Wagtail samira."""

from typing import Any

import pytest
from django.forms import BaseForm
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


def answers(form: BaseForm) -> dict[str, Any]:
    """What the browser sends when she changes nothing."""
    data = {field.html_name: "" if field.value() is None else field.value() for field in form}
    rich = {"nood_tekst": "null", "nood_tekst_en": "null", "toegankelijk_onderzoeken-count": "0"}
    return {**data, **rich}


def test_she_finds_the_settings_and_changes_the_telephone_number(samira: Client, site: Site) -> None:
    url = f"/beheer/settings/website/instellingen/{site.pk}/"
    form = samira.get(url)
    assert form.status_code == 200
    response = samira.post(url, {**answers(form.context["form"]), "telefoon": "14 0111"})
    assert response.status_code == 302
    assert Instellingen.objects.get().telefoon == "14 0111"


def test_an_unreadable_colour_is_explained_at_its_field(samira: Client, site: Site) -> None:
    url = f"/beheer/settings/website/instellingen/{site.pk}/"
    form = samira.get(url).context["form"]
    response = samira.post(url, {**answers(form), "link_kleur": "#ffee00"})
    assert "niet goed leesbaar" in response.content.decode()
