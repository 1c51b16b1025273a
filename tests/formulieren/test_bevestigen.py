"""An address is confirmed with a code, on the page where the form asks for it."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from eloket.formulieren.models import Aanvraag, Concept, Mailverzoek
from eloket.lib import klok
from eloket.outbox.services import run_due
from tests.formulieren.factories import WANNEER, WIE, Invuller, definitie, publish

pytestmark = pytest.mark.django_db
NOOR = {**WANNEER, "v-email": "noor@voorbeeld.nl"}


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    cache.clear()  # the limits of one connection
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def with_code(*, first: bool = False) -> dict[str, Any]:
    """The small form, whose address must be confirmed; in its second step, or in its first."""
    content = definitie()
    stappen = content["stappen"]
    stappen[1]["velden"][1]["instellingen"] = {"bevestigen": True}
    if first:
        stappen[0]["velden"].append(stappen[1]["velden"].pop())
    return {"stappen": stappen}


def last_code() -> str:
    run_due(now=klok.now())
    found = re.search(r"^(\d{6})$", str(mail.outbox[-1].body), re.M)
    assert found
    return found[1]


@pytest.fixture
def noor(client: Client) -> Invuller:
    publish(**with_code())
    noor = Invuller(client)
    noor.begin()
    return noor


@pytest.mark.kern
def test_noor_types_the_code_over_on_the_same_page(noor: Invuller) -> None:
    assert "Code uit de e-mail" not in noor.get("wanneer").text
    answer = noor.post("wanneer", **NOOR)
    assert answer["Location"] == f"{noor.concept}wanneer/"
    page = noor.get("wanneer")
    assert page.context["form"]["uw_code"].field.required  # so it is not marked "niet verplicht"
    assert 'value="noor@voorbeeld.nl"' in page.text
    assert "nog moet aanpassen" not in page.text
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"

    answer = noor.post("wanneer", **NOOR, **{"v-uw_code": last_code()})
    assert answer["Location"] == f"{noor.concept}controleren/"
    assert noor.send().status_code == 302
    belanghebbende = Aanvraag.objects.get().belanghebbende
    assert belanghebbende == {"soort": "contact", "email": "noor@voorbeeld.nl", "bevestigd": True}


def test_the_mail_says_who_asked_and_holds_nothing_that_was_typed(noor: Invuller) -> None:
    noor.post("wanneer", **NOOR)
    last_code()
    text = str(mail.outbox[-1].body)
    assert "Plek in de fietsenstalling" in text
    assert "Was u dit niet?" in text
    assert "Noor de Wit" not in text


def test_a_wrong_code_keeps_all_that_was_typed(noor: Invuller) -> None:
    noor.post("wanneer", **NOOR)
    wrong = f"{(int(last_code()) + 1) % 1_000_000:06}"
    page = noor.post("wanneer", **NOOR, **{"v-uw_code": wrong})
    assert "klopt niet" in page.text
    assert 'value="noor@voorbeeld.nl"' in page.text
    assert "Vul de 6 cijfers" in noor.post("wanneer", **NOOR).text
    assert noor.get("controleren").status_code == 302


def test_a_code_works_a_quarter_of_an_hour_and_a_new_one_can_be_had(noor: Invuller) -> None:
    with time_machine.travel(klok.now(), tick=False) as clock:
        noor.post("wanneer", **NOOR)
        old = last_code()
        clock.shift(timedelta(minutes=16))
        assert "klopt niet" in noor.post("wanneer", **NOOR, **{"v-uw_code": old}).text
        noor.post("wanneer", **NOOR, nieuwe_code="1")
        assert noor.post("wanneer", **NOOR, **{"v-uw_code": last_code()}).status_code == 302
    assert noor.get("controleren").status_code == 200


def test_another_address_asks_for_another_code(noor: Invuller) -> None:
    noor.post("wanneer", **NOOR)
    code = last_code()
    other = {**NOOR, "v-email": "joris@voorbeeld.nl"}
    assert "klopt niet" in noor.post("wanneer", **other, **{"v-uw_code": code}).text
    noor.post("wanneer", **NOOR, **{"v-uw_code": code})
    assert noor.post("wanneer", **NOOR)["Location"] == f"{noor.concept}controleren/"  # not asked again
    assert noor.post("wanneer", **other)["Location"] == f"{noor.concept}wanneer/"
    assert noor.get("controleren").status_code == 302


def test_without_an_address_no_code_is_asked(noor: Invuller) -> None:
    assert noor.post("wanneer", **WANNEER)["Location"] == f"{noor.concept}controleren/"
    assert Mailverzoek.objects.count() == 0


def test_who_goes_back_or_stops_is_not_asked_but_does_not_get_around_it(noor: Invuller) -> None:
    assert noor.post("wanneer", **NOOR, terug="1")["Location"] == f"{noor.concept}wie/"
    assert noor.post("wanneer", **NOOR, later="1")["Location"] == f"{noor.concept}later/"
    assert Mailverzoek.objects.count() == 0
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"


def test_the_first_step_can_ask_for_a_code(client: Client) -> None:
    publish(**with_code(first=True))
    noor = Invuller(client)
    answers = {**WIE, "v-email": "noor@voorbeeld.nl"}
    assert noor.begin(**answers).status_code == 302
    assert client.get(noor.concept)["Location"] == f"{noor.concept}wie/"
    assert "Code uit de e-mail" in noor.get("wie").text
    assert noor.post("wie", **answers, **{"v-uw_code": last_code()})["Location"] == f"{noor.concept}wanneer/"
    assert Concept.objects.count() == 1


def test_a_third_person_cannot_be_flooded(client: Client) -> None:
    publish(**with_code())
    for _try in range(6):
        stranger = Invuller(Client())
        stranger.begin()
        page = stranger.post("wanneer", **NOOR)
    assert "Wacht een kwartier" in page.content.decode()
    assert 'value="noor@voorbeeld.nl"' in stranger.get("wanneer").text  # what was typed is not lost
    run_due(now=klok.now())
    assert len(mail.outbox) == 3


def test_the_first_step_of_a_flooder_is_kept_too(client: Client) -> None:
    publish(**with_code(first=True))
    for _try in range(4):
        stranger = Invuller(Client())
        page = stranger.begin(**WIE, **{"v-email": "noor@voorbeeld.nl"})
    assert page.status_code == 200
    assert "Wacht een kwartier" in page.content.decode()
    assert Concept.objects.count() == 4


def test_a_step_with_a_code_costs_at_most_ten_queries(noor: Invuller, django_assert_max_num_queries) -> None:
    noor.post("wanneer", **NOOR)
    with django_assert_max_num_queries(10):
        assert noor.get("wanneer").status_code == 200
