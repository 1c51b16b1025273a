"""Samira sets the rules of a soort, and is told what would keep it from being handed over."""

from copy import deepcopy
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from eloket.accounts.services import Rol
from eloket.formulieren.models import Formulier
from eloket.formulieren.services.publicatie import find_gebreken
from eloket.uitgifte.models import Productsoort, Zone
from eloket.uitgifte.services import find_zone
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.uitgifte.factories import PARKEREN
from tests.uitgifte.parkeren import REGELS, VULLING, make_parkeersoort
from tests.uitgifte.test_soortbeheer import ADD, FILLED

pytestmark = pytest.mark.django_db


def without(blocks: list[dict[str, Any]], **value: str) -> list[dict[str, Any]]:
    """All but the blocks that say this."""
    return [each for each in deepcopy(blocks) if not value.items() <= each["value"].items()]


@pytest.mark.parametrize(
    ("change", "veld", "words"),
    [
        ({"formulier": ""}, "formulier", "Kies het formulier"),
        ({"beslisregels": []}, "beslisregels", "Kies minstens een regel"),
        ({"beslisregels": [*REGELS, REGELS[1]]}, "beslisregels", "staat er twee keer"),
        ({"adresvraag": ""}, "adresvraag", "welke vraag naar het adres vraagt"),
        ({"vulling": without(VULLING, claim="zone")}, "vulling", "niets vult het in: Zone"),
        ({"vulling": [*VULLING, VULLING[0]]}, "vulling", "Iets wordt twee keer ingevuld"),
        (
            {"vulling": [*VULLING, {"type": "dag", "value": {"claim": "stand"}}]},
            "vulling",
            "“stand” staat niet op dit document",
        ),
        (
            {
                "vulling": [
                    {"type": "tekst", "value": {"claim": "kenteken", "tekst": "GT-123-X"}},
                    *without(VULLING, claim="kenteken"),
                ]
            },
            "beslisregels",
            "Geen vraag vult het kenteken in",
        ),
    ],
)
def test_what_cannot_be_handed_over_is_told_at_its_field(
    change: dict[str, Any], veld: str, words: str
) -> None:
    soort = make_parkeersoort()
    for name, value in change.items():
        setattr(soort, name, value)
    with pytest.raises(ValidationError) as told:
        soort.full_clean()
    assert words in " ".join(told.value.message_dict[veld])


def post(client: Client, *, zones: str = "A", **changes: Any) -> Any:
    """What the editor sends for a soort with one rule."""
    blocks = {
        "beslisregels": streamfield([("adres_in_zone", {"zones": zones, "artikel": "Artikel 4"})]),
        "vulling": streamfield(
            [
                ("vraag", {"claim": "kenteken", "vraag": "kenteken"}),
                ("zone", {"claim": "zone"}),
            ]
        ),
    }
    given = {
        **FILLED,
        **nested_form_data(blocks),
        "code": "bewoners",
        "levering": "direct",
        "formulier": "parkeervergunning",
        "zaaktype": "parkeervergunning",
        "besluittype": "Besluit parkeervergunning",
        "resultaat": "Verleend",
        "adresvraag": "adres",
    }
    return client.post(ADD, given | changes)


@pytest.fixture
def samira(client: Client) -> Client:
    """With the form, the zones and the zaaktype there, and no soort yet."""
    make_parkeersoort().delete()
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    return client


def test_samira_sets_a_rule_and_what_fills_the_document(samira: Client) -> None:
    assert post(samira).status_code == 302
    soort = Productsoort.objects.get()
    assert [(each.regel.naam, each.artikel) for each in soort.regels] == [("adres_in_zone", "Artikel 4")]
    assert soort.vragen == ("adres", "kenteken")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"zones": "A, Q"}, "Deze zones zijn er niet: Q"),
        ({"besluittype": "Besluit kap"}, "Wel: Besluit parkeervergunning"),
        ({"resultaat": "Klaar"}, "Wel: Geweigerd, Ingetrokken, Verleend"),
        ({"adresvraag": "thuis"}, "Het formulier heeft deze vragen niet: thuis"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(samira: Client, change: dict[str, str], words: str) -> None:
    page = post(samira, **change)
    assert page.status_code == 200
    assert words in page.text
    assert not Productsoort.objects.exists()


def test_a_form_leads_to_one_soort(client: Client) -> None:
    make_parkeersoort()
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    page = post(client)
    assert "Dit formulier leidt al tot “Parkeervergunning”" in page.text


def test_a_form_that_loses_a_question_is_told_which_soort_needs_it() -> None:
    make_parkeersoort(adresvraag="waar", claimtype=PARKEREN)
    definitie = Formulier.objects.get(slug="parkeervergunning").compose_definitie()
    assert any("Parkeervergunning" in words and "waar" in words for words in find_gebreken(definitie))


def test_samira_sets_a_zone(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    zone = {"code": "C", "naam": "Haven", "naam_en": "", "adressen": "1234 ab 1-9\r\n1234AC"}
    assert client.post("/beheer/zones/add/", zone).status_code == 302
    assert [find_zone("1234 AB", nummer) for nummer in (1, 9, 10)] == ["C", "C", ""]
    assert find_zone("1234ac", 500) == "C"
    wrong = client.post("/beheer/zones/add/", zone | {"code": "D", "adressen": "1234 AC 4"})
    assert "1234AC hoort al bij zone C" in wrong.text
    nonsense = client.post("/beheer/zones/add/", zone | {"code": "D", "adressen": "het centrum"})
    assert "Dit is geen postcode met nummers: “het centrum”" in nonsense.text
    assert Zone.objects.count() == 1


def test_without_zones_nobody_knows() -> None:
    assert find_zone("1234 AB", 1) is None
