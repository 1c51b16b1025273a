"""Samira composes rules at her desk."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.formulieren.beheer.regels import list_keuzes
from eloket.formulieren.definitie import Actie
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.samenstelling import decompose_inhoud
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import get_formulier, publish
from tests.formulieren.regels.maken import als, keuze, regel, stap, stop, veld

pytestmark = pytest.mark.django_db

BOOM = stap("boom", keuze("soort", "klein", "groot"), veld("ziekte", "tekst"))
SLOT = stap("slot", veld("email", "email"))


@pytest.fixture
def samira(client: Client) -> User:
    user = make_medewerker(Rol.REDACTEUR)
    wanted = Permission.objects.filter(content_type__app_label="formulieren", content_type__model="formulier")
    user.user_permissions.set([*wanted, Permission.objects.get(codename="access_admin")])
    return login_medewerker(client, user)


def edit_url() -> str:
    return reverse("wagtailsnippets_formulieren_formulier:edit", args=[get_formulier().pk])


def posted(formulier: Formulier, **changes: str) -> dict[str, str]:
    """What the browser sends back for a form as it stands, its blocks included."""
    fields = ("slug", "titel_nl", "titel_en", "inleiding_nl", "nodig_nl", "vervolg_nl", "verklaring_nl")
    data = {name: str(getattr(formulier, name)) for name in fields}
    data |= {"duur_minuten": "5", "niveau": "0", "zaaktype": ""}
    data |= flatten_stream("stappen", formulier.stappen.get_prep_value())
    data |= flatten_stream("regels", formulier.regels.get_prep_value())
    return {**data, **changes}


def flatten_stream(name: str, children: list[dict[str, Any]]) -> dict[str, str]:
    data = {f"{name}-count": str(len(children))}
    for number, child in enumerate(children):
        place = f"{name}-{number}"
        data |= {f"{place}-{key}": str(child.get(key, "")) for key in ("type", "id")}
        data |= {f"{place}-order": str(number), f"{place}-deleted": ""}
        data |= flatten_value(f"{place}-value", child["value"])
    return data


def flatten_value(name: str, value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        pairs = (flatten_value(f"{name}-{key}", each) for key, each in value.items())
        return {key: each for found in pairs for key, each in found.items()}
    if isinstance(value, list):
        return flatten_stream(name, value)
    if isinstance(value, bool):
        return {name: "on"} if value else {}
    return {name: "" if value is None else str(value)}


def test_the_editor_offers_the_questions_and_steps_of_this_form(client: Client, samira: User) -> None:
    publish(schema=2, stappen=[BOOM, SLOT], regels=[stop(als("soort", "is", "klein"))])
    shown = client.get(edit_url()).content.decode()
    assert "Stap boom" in shown
    assert "Ziekte" in shown
    assert "Toon een vraag" in shown
    assert "is groter dan" in shown


def test_samira_publishes_a_rule_in_her_own_words(client: Client, samira: User) -> None:
    publish(schema=2, stappen=[BOOM, SLOT], regels=[stop(als("soort", "is", "klein"))])
    data = posted(get_formulier())
    data["regels-0-value-voorwaarden-0-value-antwoord"] = "Groot"
    response = client.post(edit_url(), {**data, "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    versie = FormulierVersie.objects.current("fietsenstalling")
    assert versie is not None
    (rule,) = versie.definitie.regels
    assert (rule.actie, rule.voorwaarden[0].waarden) == (Actie.STOP, ("groot",))


def test_a_wrong_rule_may_be_kept_but_not_published_and_is_linked_to(client: Client, samira: User) -> None:
    publish(schema=2, stappen=[BOOM, SLOT], regels=[stop(als("soort", "is", "klein"))])
    data = posted(get_formulier())
    data["regels-0-value-voorwaarden-0-value-antwoord"] = "middelgroot"
    response = client.post(edit_url(), {**data, "action-publish": "1"})
    assert response.status_code == 200
    shown = response.content.decode()
    assert "Regel 1 (stop met een uitleg)" in shown
    assert "geen antwoord op" in shown
    assert f"#:w:contentpath=regels.{data['regels-0-id']}" in shown
    assert f"[data-contentpath='{data['regels-0-id']}']" in shown
    assert FormulierVersie.objects.count() == 1
    assert client.post(edit_url(), data).status_code == 302
    assert FormulierVersie.objects.count() == 1
    assert "middelgroot" in client.get(edit_url()).content.decode()


def test_a_question_that_is_gone_stays_in_the_list_with_a_mark(client: Client, samira: User) -> None:
    publish(
        schema=2,
        stappen=[BOOM, SLOT],
        regels=[regel("toon_veld", als("soort", "is", "groot"), doel="ziekte")],
    )
    formulier = get_formulier()
    without = stap("boom", keuze("soort", "klein", "groot"))
    concept = Formulier.objects.get(pk=formulier.pk)
    changed = decompose_inhoud({**concept.versies.get().inhoud, "stappen": [without, SLOT]})
    concept.stappen = changed["stappen"]
    concept.save_revision()
    shown = client.get(edit_url()).content.decode()
    assert "ziekte (bestaat niet meer)" in shown
    response = client.post(edit_url(), {**posted(concept), "action-publish": "1"})
    assert "bestaat niet meer. Kies een andere vraag" in response.content.decode()
    assert FormulierVersie.objects.count() == 1


def test_words_between_the_questions_can_be_shown_but_not_asked_about(samira: User) -> None:
    words = veld("let-op", "uitleg", instellingen={"tekst_nl": "<p>Let op.</p>", "tekst_en": ""})
    publish(schema=2, stappen=[stap("boom", keuze("soort", "klein", "groot"), words)], regels=[])
    offered = list_keuzes(get_formulier())
    asked, decided = ([sleutel for sleutel, _label in offered[name][0][1]] for name in ("velden", "doelen"))
    assert asked == ["soort"]
    assert decided == ["soort", "let-op"]
