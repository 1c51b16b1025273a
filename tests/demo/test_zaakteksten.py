"""The texts that Kees begins with in the demo."""

import pytest
from django.apps import apps

from eloket.demo.zaakteksten import TEKSTEN, load_zaakteksten

pytestmark = pytest.mark.django_db


def test_they_are_loaded_once_and_stay_as_somebody_changed_them() -> None:
    load_zaakteksten()
    rows = apps.get_model("zaken", "Tekstsjabloon").objects
    assert rows.count() == len(TEKSTEN)
    rows.exclude(naam="In behandeling").delete()
    load_zaakteksten()
    assert rows.count() == 1
