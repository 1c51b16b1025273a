"""Ilse of the KCC makes an afspraak for who calls, with the same steps and a little more room."""

from datetime import time
from typing import Any

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.afspraken.models import Afspraak, Doel, Voorval
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.afspraken.factories import MAANDAG, make_agenda, make_plek, make_regel, make_soort, wall
from tests.afspraken.loper import Loper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdag")]
PASPOORT: dict[str, Any] = {"soort": "paspoort", "plaats": "stadhuis", "van": "2026-09-28"}
EERSTE = wall(MAANDAG, 9).isoformat()


@pytest.fixture
def ilse(client: Client) -> Loper:
    plek = make_plek("stadhuis")
    make_soort("paspoort")
    make_soort("huwelijk", online=False)
    make_regel(locatie=plek, van=time(13), tot=time(14), doel=Doel.KCC)
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    return Loper(client, "/balie/afspraken/")


def fill(ilse: Loper, **answers: str) -> None:
    ilse.go("tijd/", **PASPOORT)
    ilse.choose(EERSTE)
    ilse.fill(**{"aanmeldkanaal": "telefoon", "bevestiging": "geen", "email": "", **answers})


def test_she_makes_one_for_a_caller_and_it_says_who_did(ilse: Loper) -> None:
    fill(ilse)
    login = User.objects.get(first_name="Ilse").username
    assert ilse.kop == "Controleer de afspraak"
    ilse.confirm()
    assert ilse.kop == "De afspraak staat vast"
    afspraak = Afspraak.objects.get()
    assert (afspraak.aanmeldkanaal, afspraak.bevestiging, afspraak.medewerker) == ("telefoon", "geen", login)
    assert afspraak.email_sleutel == ""
    assert Voorval.objects.get().door == login


def test_a_letter_needs_an_address(ilse: Loper) -> None:
    fill(ilse, bevestiging="brief")
    assert "Vul het adres in waar de brief heen moet." in ilse.text
    where = {"postcode": "1234 AB", "huisnummer": "5", "straat": "Dorpsstraat", "plaats": "Rietwaard"}
    ilse.fill(aanmeldkanaal="balie", bevestiging="brief", email="", **where)
    ilse.confirm()
    afspraak = Afspraak.objects.get()
    assert (afspraak.aanmeldkanaal, afspraak.bevestiging) == ("balie", "brief")
    assert afspraak.contact is not None
    assert list(afspraak.contact["adres"]) == ["Dorpsstraat 5", "1234 AB Rietwaard"]


def test_she_sees_what_is_for_employees_alone_and_a_resident_does_not(ilse: Loper) -> None:
    make_agenda(make_plek("reserve", desks=0), reserve=True)
    ilse.go("tijd/", **PASPOORT)
    noor = Loper(Client())
    noor.go("tijd/", **PASPOORT)
    afternoon = wall(MAANDAG, 13).isoformat()
    assert afternoon in ilse.list_tijden()
    assert afternoon not in noor.list_tijden()
    ilse.go("plaats/", **PASPOORT)
    noor.go("plaats/", **PASPOORT)
    assert ("Reserve" in ilse.text, "Reserve" in noor.text) == (True, False)
    ilse.go("waarvoor/")
    assert "Voor een inwoner" in ilse.text
    assert "Huwelijk" in ilse.text


def test_her_time_is_guarded_like_any_other(ilse: Loper) -> None:
    """A resident takes the only desk while the caller is still thinking."""
    ilse.go("tijd/", **PASPOORT)
    noor = Loper(Client())
    noor.go("tijd/", **PASPOORT)
    noor.choose(EERSTE)
    ilse.choose(EERSTE)
    assert "Deze tijd is niet meer vrij" in ilse.text
    ilse.take_other(ilse.list_others()[0])
    assert ilse.kop == "Wie komt er?"


def test_what_she_holds_is_not_in_her_own_session_as_a_resident(ilse: Loper) -> None:
    ilse.go("tijd/", **PASPOORT)
    ilse.choose(EERSTE)
    page = ilse.client.get("/afspraken/gegevens/")
    assert "Wij houden geen tijd voor u vast" in page.text


def test_a_form_at_the_desk_needs_its_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    make_plek("stadhuis")
    make_soort("paspoort")
    login_medewerker(strict, make_medewerker(Rol.KCC))
    data = PASPOORT | {"begin": EERSTE}
    page = strict.post("/balie/afspraken/vasthouden/", data, headers={"origin": "http://testserver"})
    assert page.status_code == 403
    loper = Loper(strict, "/balie/afspraken/")
    loper.go("tijd/", **PASPOORT)
    loper.choose(EERSTE)
    assert loper.kop == "Wie komt er?"
