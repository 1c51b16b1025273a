"""A form of 20 steps of 20 questions: a step of it costs no more than twice that of a form of 3 by 5."""

import cProfile
import pstats
import re
from collections.abc import Callable
from itertools import cycle, islice
from typing import Any

import pytest
from django.test import Client

from tests.formulieren.alle_velden import GOED, OWN
from tests.formulieren.factories import Invuller, publish

NOT_OURS = re.compile(r"^~|html5lib|/tests/")
SOORTEN = ("tekst", "getal", "datum", "keuze", "telefoon")


def make_step(number: int, questions: int) -> dict[str, Any]:
    kinds = islice(cycle(SOORTEN), questions)
    velden = [
        {
            "soort": soort,
            "sleutel": f"v{number}-{index}",
            "label": {"nl": f"Vraag {index}"},
            **OWN.get(soort, {}),
        }
        for index, soort in enumerate(kinds)
    ]
    return {"sleutel": f"deel-{number}", "titel": {"nl": f"Deel {number}"}, "velden": velden}


def type_step(number: int, questions: int) -> dict[str, str]:
    kinds = islice(cycle(SOORTEN), questions)
    return {
        f"v-v{number}-{index}{part}": text
        for index, soort in enumerate(kinds)
        for part, text in GOED[soort].items()
    }


def count_calls(act: Callable[[], object]) -> int:
    """How many functions it calls: the same on every machine, unlike time."""
    act()  # what is built once and then kept
    profile = cProfile.Profile()
    profile.runcall(act)
    # Without what the guards of the tests do with the page.
    calls = pstats.Stats(profile).stats.items()
    return sum(found[1] for (file, _line, _name), found in calls if not NOT_OURS.search(file))


def get_bare(client: Client, path: str) -> None:
    """Without what the test client and the guards do with each template and page."""
    response = client.handler({**client._base_environ(), "PATH_INFO": path, "REQUEST_METHOD": "GET"})
    assert response.status_code == 200


def cost_of_last_step(client: Client, *, steps: int, questions: int) -> tuple[int, int]:
    """Calls of showing it and of posting it, when all steps before it are filled in."""
    slug, last = f"vorm-{steps}-bij-{questions}", steps - 1
    stappen = [make_step(number, questions) for number in range(steps)]
    publish(slug=slug, stappen=stappen)
    noor = Invuller(client, slug)
    noor.begin(**type_step(0, questions))
    for number in range(1, last):
        assert noor.post(f"deel-{number}", **type_step(number, questions)).status_code == 302
    shown = count_calls(lambda: get_bare(client, f"{noor.concept}deel-{last}/"))
    posted = count_calls(lambda: noor.post(f"deel-{last}", **type_step(last, questions)))
    return shown, posted


@pytest.mark.django_db
def test_a_step_of_a_large_form_costs_at_most_twice_that_of_a_small_one(client: Client) -> None:
    small = cost_of_last_step(client, steps=3, questions=5)
    large = cost_of_last_step(client, steps=20, questions=20)
    assert large[0] <= 2 * small[0]
    assert large[1] <= 2 * small[1]
