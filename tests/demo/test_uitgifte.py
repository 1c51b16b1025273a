"""What Rietwaard hands over: its forms ask what is needed, and its zaaktypen have what it names."""

import pytest

from eloket.demo.bron import read
from eloket.demo.uitgifte import load_uitgifte
from eloket.demo.zaaktypen import load_zaaktypen
from eloket.uitgifte.models import Productsoort, Zone
from eloket.uitgifte.services import explain_beslissen, find_lacking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _geladen() -> None:
    load_zaaktypen()
    load_uitgifte()


def test_each_form_asks_what_its_soort_needs() -> None:
    for soort in Productsoort.objects.all():
        form = read(f"formulieren/{soort.formulier}")
        asked = {veld["sleutel"] for stap in form["stappen"] for veld in stap["velden"]}
        assert set(soort.vragen) <= asked
        assert form["zaaktype"] == soort.zaaktype


def test_each_zaaktype_has_the_besluit_and_the_resultaat() -> None:
    for soort in Productsoort.objects.all():
        names = {"besluittype": soort.besluittype, "resultaat": soort.resultaat}
        assert list(find_lacking(zaaktype=soort.zaaktype, **names)) == []


def test_two_are_decided_at_once_and_every_rule_names_its_article() -> None:
    told = {each.formulier: explain_beslissen(each.formulier) for each in Productsoort.objects.all()}
    assert {form for form, uitleg in told.items() if uitleg} == {"parkeervergunning", "uittreksel-brp"}
    assert all(artikel for uitleg in told.values() if uitleg for _zin, artikel in uitleg.regels)


def test_what_somebody_changed_stays() -> None:
    Productsoort.objects.filter(code="parkeervergunning").update(actief=False)
    Zone.objects.filter(code="A").update(naam="Binnenstad")
    load_uitgifte()
    assert not Productsoort.objects.get(code="parkeervergunning").actief
    assert Zone.objects.get(code="A").naam == "Binnenstad"
    assert Productsoort.objects.count() == 3
