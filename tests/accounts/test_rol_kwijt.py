"""An employee whose last rol was taken away at the gemeente."""

import pytest
from django.test import Client

from eloket.accounts.services import Rol, ensure_medewerker
from tests.accounts.helpers import login_medewerker
from tests.accounts.wandeling import Wandelaar

pytestmark = pytest.mark.django_db


def test_who_is_refused_for_want_of_a_rol_keeps_none_in_another_browser(wandelaar: Wandelaar) -> None:
    anna = ensure_medewerker(sub="anna", naam="Anna Visser", email="", rollen=[Rol.BEHANDELAAR])
    before = Client()
    login_medewerker(before, anna)
    assert before.get("/beheer/zaken/").status_code == 200
    assert wandelaar.log_in("anna", "mfa", middel="medewerker").status_code == 403
    assert not anna.groups.exists()
    assert before.get("/beheer/zaken/").status_code == 302
