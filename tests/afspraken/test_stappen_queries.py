"""No step asks the database more than ten questions, however many places and desks there are."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from tests.afspraken.factories import make_plek
from tests.afspraken.loper import Loper
from tests.website.conftest import kept

__all__ = ["kept"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
PASPOORT: dict[str, Any] = {"soort": "paspoort", "personen": 4}
HOOGSTENS = 10


def test_each_step_asks_little(
    kept: Site, noor: Loper, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        make_plek(f"plek-{number}", desks=3)
    noor.go("plaats/", **PASPOORT)  # what redacteuren set up is read once and kept until it changes
    for step, query in (
        ("waarvoor/", {}),
        ("plaats/", PASPOORT),
        ("tijd/", PASPOORT | {"plaats": "stadhuis"}),
        ("tijd/", PASPOORT | {"plaats": "stadhuis", "dagdeel": "middag", "weekdag": 3}),
    ):
        with django_assert_max_num_queries(HOOGSTENS):
            noor.go(step, **query)
    noor.go("tijd/", **PASPOORT, plaats="stadhuis")
    noor.choose()
    for step in ("gegevens/", "tijd/?soort=paspoort&plaats=stadhuis"):
        with django_assert_max_num_queries(HOOGSTENS):
            noor.go(step)
    noor.go("gegevens/")
    noor.fill()
    with django_assert_max_num_queries(HOOGSTENS):
        noor.go("controleren/")
    noor.confirm()
    with django_assert_max_num_queries(HOOGSTENS):
        noor.go("klaar/")
