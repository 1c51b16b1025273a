"""A price that follows from the answers: computed by us, never typed, and unknown is never nothing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.betalingen.services import ensure_tarief
from eloket.formulieren.definitie import Tekst, Veld
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.velden.berekening import bereken
from tests.formulieren.factories import WANNEER, Invuller, definitie, get_formulier, publish

pytestmark = pytest.mark.django_db
VANDAAG = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def tabel() -> Iterator[None]:
    for code, bedrag in (("eerste", "75.00"), ("tweede", "150.50"), ("gratis", "0")):
        ensure_tarief(code=code, naam=code, bedragen={date(2027, 1, 1): Decimal(bedrag)})
    ensure_tarief(code="onbekend", naam="Onbekend", bedragen={})
    with time_machine.travel("2027-03-01 12:00:00+01:00"):
        yield


PER_AUTO = [{"waarde": "een", "tarief": "eerste"}, {"waarde": "twee", "tarief": "tweede"}]


def cost(antwoorden: dict[str, Any], **own: Any) -> Any:
    veld = Veld("berekening", "prijs", Tekst("Dit kost het"), instellingen=own)
    return bereken(veld, antwoorden.get, op=VANDAAG)


def tell(stored: Any) -> str:
    return get_veldtype("berekening").show(stored, Veld("berekening", "prijs", Tekst("Prijs")))


def test_a_fixed_tarief_is_the_price() -> None:
    stored = cost({}, tarief="eerste")
    assert stored == {"bedrag": "75.00", "per": "75.00", "aantal": 1, "tarieven": ["eerste"]}
    assert tell(stored) == "€ 75,00"
    assert get_veldtype("berekening").to_eigenschap(stored, Veld("berekening", "prijs", Tekst())) == "75.00"


def test_a_tarief_goes_with_an_answer_and_times_a_number() -> None:
    own = {"keuzevraag": "auto", "tarieven": PER_AUTO, "aantalvraag": "maanden"}
    assert tell(cost({"auto": "een", "maanden": 3}, **own)) == "€ 225,00 (3 × € 75,00)"
    assert tell(cost({"auto": "twee", "maanden": 1}, **own)) == "€ 150,50"
    assert tell(cost({"auto": ["een", "twee"], "maanden": 1}, **own)) == "€ 225,50"
    assert tell(cost({"auto": "twee", "maanden": 0}, **own)) == "€ 0,00 (0 × € 150,50)"


def test_the_number_may_be_how_many_were_filled_in() -> None:
    assert (
        tell(cost({"kinderen": [{}, {}]}, tarief="eerste", aantalvraag="kinderen"))
        == "€ 150,00 (2 × € 75,00)"
    )


def test_without_the_answers_there_is_no_price_yet() -> None:
    own = {"keuzevraag": "auto", "tarieven": PER_AUTO, "aantalvraag": "maanden"}
    for missing in (
        {},
        {"auto": "een"},
        {"maanden": 2},
        {"auto": None, "maanden": 2},
        {"auto": [], "maanden": 2},
    ):
        assert cost(missing, **own) is None


@pytest.mark.parametrize(
    ("antwoord", "extra"),
    [
        ("drie", {}),  # an answer that nobody gave a tarief
        ("vier", {"tarief": "onbekend"}),  # a row without an amount
        ("vier", {"tarief": "weg"}),  # a row that is not there
        (["een", "drie"], {}),  # one of two is not known
    ],
)
def test_what_is_not_known_is_never_nothing(antwoord: Any, extra: dict[str, str]) -> None:
    stored = cost({"auto": antwoord}, keuzevraag="auto", tarieven=PER_AUTO, **extra)
    assert stored["bedrag"] is None
    assert tell(stored) == "Nog niet bekend"


def test_nothing_is_nothing_only_when_the_table_says_so() -> None:
    assert tell(cost({}, tarief="gratis")) == "€ 0,00"


def test_the_other_answers_fall_back_on_the_fixed_tarief() -> None:
    stored = cost({"auto": "anders"}, keuzevraag="auto", tarieven=PER_AUTO, tarief="tweede")
    assert tell(stored) == "€ 150,50"


def test_a_price_costs_one_query_at_most(django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(1):
        cost({}, tarief="eerste")


# --- In a form -----

AUTO = {
    "soort": "keuze",
    "sleutel": "auto",
    "label": {"nl": "Voor welke auto?"},
    "opties": [
        {"waarde": "een", "label": {"nl": "De eerste"}},
        {"waarde": "twee", "label": {"nl": "De tweede"}},
    ],
}
PRIJS = {
    "soort": "berekening",
    "sleutel": "prijs",
    "label": {"nl": "Dit kost het"},
    "instellingen": {"keuzevraag": "auto", "tarieven": PER_AUTO},
}


@pytest.fixture
def noor(client: Client) -> Invuller:
    form = definitie()
    form["stappen"][0]["velden"].append(AUTO)
    form["stappen"][1]["velden"].append(PRIJS)
    publish(stappen=form["stappen"])
    return Invuller(client)


def test_the_next_page_the_summary_and_the_aanvraag_hold_the_price(noor: Invuller) -> None:
    noor.begin(**{"v-naam": "Noor", "v-auto": "twee"})
    assert "€ 150,50" in noor.get("wanneer").content.decode()
    noor.post("wanneer", **WANNEER, **{"v-prijs": "0", "v-prijs_bedrag": "0"})
    page = noor.get("controleren").content.decode()
    assert "€ 150,50" in page
    assert "#id_v-prijs" not in page  # nothing to change there
    noor.send()
    assert Aanvraag.objects.get().antwoorden["prijs"]["bedrag"] == "150.50"


def test_a_price_that_changed_since_the_summary_is_shown_before_it_is_sent(noor: Invuller) -> None:
    noor.begin(**{"v-naam": "Noor", "v-auto": "een"})
    noor.post("wanneer", **WANNEER)
    form = noor.get("controleren").context["form"]
    shown = {"bewijs": str(form["bewijs"].value()), "bedragen": str(form["bedragen"].value())}
    eerste = Tarief.objects.get(code="eerste")
    TariefBedrag.objects.create(tarief=eerste, vanaf=VANDAAG, bedrag=Decimal("80.00"))
    response = noor.post("controleren", **shown, verklaring="on")
    assert response["Location"].endswith("?gewijzigd=1")
    assert not Aanvraag.objects.exists()
    assert "€ 80,00" in noor.get("controleren").content.decode()
    noor.send()
    assert Aanvraag.objects.get().antwoorden["prijs"]["bedrag"] == "80.00"


def test_the_desk_keeps_which_tarief_goes_with_which_answer(noor: Invuller) -> None:
    stored = get_formulier().versies.get().inhoud["stappen"][1]["velden"][-1]
    assert stored["instellingen"] == {"keuzevraag": "auto", "tarieven": PER_AUTO}


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"keuzevraag": "fiets", "tarieven": PER_AUTO}, "geen vraag met de sleutel “fiets”"),
        ({"tarief": "eerste", "aantalvraag": "vanaf-later"}, "geen vraag met de sleutel “vanaf-later”"),
        ({"aantalvraag": "auto"}, "kies een tarief"),
    ],
)
def test_samira_hears_what_an_amount_lacks(noor: Invuller, own: dict[str, Any], told: str) -> None:
    form = definitie()
    form["stappen"][0]["velden"].append(AUTO)
    form["stappen"][0]["velden"].append({**PRIJS, "instellingen": own})
    publish(stappen=form["stappen"])
    stappen = get_formulier().stappen
    with pytest.raises(ValidationError) as refused:
        stappen.stream_block.clean(stappen)
    assert told in str(refused.value.non_block_errors)
