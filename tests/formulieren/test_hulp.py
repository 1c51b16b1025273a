"""Ilse of the KCC helps Noor with her own form, and hands over what she began for her."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.formulieren.models import Aanvraag, Concept, Gebeurtenis, Hulpcode, Logregel
from eloket.formulieren.services.hulp import TEKENS
from eloket.formulieren.services.kopie import kopie_context
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.zaken.services import get_dossier
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.formulieren.factories import WANNEER, WIE, Invuller, publish
from tests.zaken.factories import VREEMDE

pytestmark = pytest.mark.django_db
BALIE = "/balie/formulieren/"


@pytest.fixture(autouse=True)
def _no_limits_left() -> None:
    cache.clear()


@pytest.fixture
def ilse(db: None) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    return client


@pytest.fixture
def noor(client: Client) -> Invuller:
    publish()
    noor = Invuller(client)
    noor.begin()
    return noor


def code_on(page: Any) -> str:
    found = re.search(r'class="eloket-code">([^<]+)<', page.text)
    assert found
    return found[1]


def at_desk(noor: Invuller) -> str:
    return noor.concept.replace("/formulieren/", BALIE, 1)


# --- Ilse looks along -----


@pytest.mark.kern
def test_ilse_opens_the_very_draft_with_noors_code(noor: Invuller, ilse: Client) -> None:
    step = noor.get("wanneer").text
    assert "Hulp nodig?" in step
    assert f"{noor.concept}hulp/" in step
    assert Hulpcode.objects.count() == 0
    noor.get("hulp")
    assert Hulpcode.objects.count() == 0  # made only when she asks
    code = code_on(noor.post("hulp"))
    assert len(code.replace(" ", "")) == 6

    desk = ilse.post(BALIE, {"code": code.lower()})
    assert desk["Location"] == at_desk(noor)
    page = ilse.get(f"{at_desk(noor)}wie/")
    assert "Noor de Wit" in page.text
    assert "De inwoner ziet dat u het hebt geopend" in page.text
    assert "Ilse Bakker" in page.text
    ilse.post(f"{at_desk(noor)}wanneer/", WANNEER)

    seen = noor.get("controleren").text
    assert "1 februari 2027" in seen
    assert "Een medewerker opende dit formulier op" in seen
    assert "Ilse" not in seen  # the department, never the name
    lines = list(Logregel.objects.order_by("pk").values_list("gebeurtenis", "medewerker__last_name"))
    assert lines == [(Gebeurtenis.HULPCODE, None), (Gebeurtenis.GEOPEND, "Bakker")]


def test_the_resident_sends_and_ilse_does_not(noor: Invuller, ilse: Client) -> None:
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    ilse.post(f"{at_desk(noor)}wanneer/", WANNEER)
    summary = ilse.get(f"{at_desk(noor)}controleren/")
    assert "De inwoner verstuurt het formulier zelf" in summary.text
    answer = ilse.post(f"{at_desk(noor)}controleren/", {"bewijs": noor.bewijs(), "verklaring": "on"})
    assert answer.status_code == 403
    assert ilse.post(f"{at_desk(noor)}weg/").status_code == 404
    assert Aanvraag.objects.count() == 0
    assert noor.send().status_code == 302
    assert Aanvraag.objects.get().kanaal == "website"


def test_without_a_code_ilse_sees_nothing(noor: Invuller, ilse: Client) -> None:
    for path in ("", "wie/", "controleren/", "overgeven/"):
        assert ilse.get(f"{at_desk(noor)}{path}").status_code == 404
    assert "klopt niet" in ilse.post(BALIE, {"code": "ACDEFG"}).text
    assert "Vul de code" in ilse.post(BALIE, {"code": ""}).text


def test_a_code_works_for_one_employee_and_one_hour(noor: Invuller, ilse: Client) -> None:
    other, helper = Client(), User.objects.get(last_name="Bakker")
    login_medewerker(other, make_medewerker(Rol.KCC))
    with time_machine.travel(klok.now(), tick=False) as clock:
        code = code_on(noor.post("hulp"))
        assert ilse.post(BALIE, {"code": code}).status_code == 302
        assert other.post(BALIE, {"code": code}).status_code == 200
        assert other.get(f"{at_desk(noor)}wie/").status_code == 404
        clock.shift(timedelta(minutes=59))
        login_medewerker(ilse, helper)
        assert ilse.get(f"{at_desk(noor)}wie/").status_code == 200
        clock.shift(timedelta(minutes=2))
        assert ilse.get(f"{at_desk(noor)}wie/").status_code == 404
        assert ilse.post(BALIE, {"code": code}).status_code == 200


def test_noor_ends_the_help_when_she_likes(noor: Invuller, ilse: Client) -> None:
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    assert noor.post("hulp", stop="1").status_code == 302
    assert ilse.get(f"{at_desk(noor)}wie/").status_code == 404


def test_a_new_code_makes_the_old_one_worthless(noor: Invuller, ilse: Client) -> None:
    old = code_on(noor.post("hulp"))
    noor.post("hulp")
    assert "klopt niet" in ilse.post(BALIE, {"code": old}).text


def test_nobody_guesses_codes(noor: Invuller, ilse: Client) -> None:
    for _guess in range(20):
        ilse.post(BALIE, {"code": "AAAAAA"})
    code = code_on(noor.post("hulp"))
    assert "Wacht een uur" in ilse.post(BALIE, {"code": code}).text


def test_a_code_is_kept_as_a_hash_and_reads_well_aloud(noor: Invuller) -> None:
    code = code_on(noor.post("hulp")).replace(" ", "")
    assert set(code) <= set(TEKENS)
    assert code not in str(Hulpcode.objects.values())
    assert not set("0O1IS5B8Z2") & set(TEKENS)


def test_only_the_owner_makes_a_code_and_only_the_kcc_uses_it(noor: Invuller) -> None:
    assert Client().post(f"{noor.concept}hulp/").status_code == 404
    kees = Client()
    login_medewerker(kees, make_medewerker(Rol.BEHANDELAAR))
    assert kees.post(BALIE, {"code": code_on(noor.post("hulp"))}).status_code == 403


def test_a_draft_after_a_login_can_be_helped_with_and_stays_noors(client: Client, ilse: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    noor = Invuller(client)
    noor.begin()
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    assert "Noor de Wit" in ilse.get(f"{at_desk(noor)}wie/").text
    ilse.post(f"{at_desk(noor)}wanneer/", WANNEER)
    noor.send()
    assert Aanvraag.objects.get().niveau == 20


# --- Ilse fills in for somebody else -----

PHONE_CALL = {
    "kanaal": "telefoon",
    "ontvangen_op_dag": "24",
    "ontvangen_op_maand": "11",
    "ontvangen_op_jaar": "2026",
    "soort": "",
    "nummer": "",
}


def begin_at_desk(ilse: Client, **changes: str) -> Any:
    with time_machine.travel("2026-11-25 10:00+01:00", tick=False):
        return ilse.post(f"{BALIE}fietsenstalling/beginnen/", {**PHONE_CALL, **changes})


def fill_at_desk(ilse: Client, concept: str) -> Any:
    ilse.post(f"{concept}wie/", WIE)
    ilse.post(f"{concept}wanneer/", WANNEER)
    proof = ilse.get(f"{concept}controleren/").context["form"]["bewijs"].value()
    return ilse.post(f"{concept}controleren/", {"bewijs": proof, "verklaring": "on"})


@pytest.mark.kern
def test_ilse_fills_in_the_same_form_for_a_letter_and_has_the_same_receipt(ilse: Client) -> None:
    publish(niveau=20)
    assert "Plek in de fietsenstalling" in ilse.get(BALIE).text
    assert "Voor wie vult u dit in?" in ilse.get(f"{BALIE}fietsenstalling/beginnen/").text
    with time_machine.travel("2026-11-25 10:00+01:00", tick=False):
        begun = begin_at_desk(ilse, kanaal="post", soort="bsn", nummer=VREEMDE.nummer)
        assert begun["Location"].endswith("/scan/")  # the letter first; test_balie_bestanden tells the rest
        sent = fill_at_desk(ilse, begun["Location"].removesuffix("scan/"))
        receipt = ilse.get(sent["Location"])
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.identificatie in receipt.text
    assert aanvraag.zaak_id
    assert (aanvraag.kanaal, str(aanvraag.ontvangen_op)) == ("post", "2026-11-24")
    assert str(get_dossier(aanvraag.identificatie).zaak.startdatum) == "2026-11-24"  # when the letter came
    assert "24 november 2026" in receipt.text
    copy = render_to_string("formulieren/kopie.html", kopie_context(aanvraag))
    assert "24 november 2026" in copy
    assert aanvraag.medewerker is not None
    assert aanvraag.belanghebbende == {"soort": "bsn", "nummer": VREEMDE.nummer}
    burger = Client()
    login_burger(burger, Bsn(VREEMDE.nummer))
    assert aanvraag.identificatie in burger.get("/mijn-zaken/").text
    other = Client()
    login_medewerker(other, make_medewerker(Rol.KCC))
    assert other.get(sent["Location"]).status_code == 404


def test_for_who_left_only_an_address_or_nothing_the_answers_tell(ilse: Client) -> None:
    publish()
    begun = begin_at_desk(ilse, soort="contact", nummer="joris@voorbeeld.nl")
    fill_at_desk(ilse, begun["Location"])
    fill_at_desk(ilse, begin_at_desk(ilse)["Location"])
    found = {str((each.belanghebbende or {}).get("email")) for each in Aanvraag.objects.all()}
    assert found == {"joris@voorbeeld.nl", "None"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kanaal": ""}, "Kies hoe het binnenkwam"),
        ({"kanaal": "website"}, "website"),
        ({"soort": "bsn", "nummer": "123456789"}, "klopt niet bij uw keuze"),
        ({"soort": "kvk", "nummer": "12"}, "klopt niet bij uw keuze"),
        ({"soort": "contact", "nummer": "geen adres"}, "klopt niet bij uw keuze"),
        ({"ontvangen_op_jaar": "2006"}, "Kijk het jaar na"),
        ({"ontvangen_op_jaar": "2027"}, "Kies vandaag of een dag daarvoor"),
        ({"ontvangen_op_dag": "31"}, "datum"),
    ],
)
def test_mistakes_before_the_form_are_told(ilse: Client, changes: dict[str, str], words: str) -> None:
    publish()
    page = begin_at_desk(ilse, **changes)
    assert page.status_code == 200
    assert words in page.text
    assert Concept.objects.count() == 0


def test_ilse_finds_her_own_work_again_and_throws_it_away(ilse: Client) -> None:
    publish()
    concept = begin_at_desk(ilse)["Location"]
    kept = ilse.post(f"{concept}wie/", {**WIE, "later": "1"}, follow=True)
    assert kept.redirect_chain[-1][0] == BALIE
    assert concept in kept.text
    other = Client()
    login_medewerker(other, make_medewerker(Rol.KCC))
    assert concept not in other.get(BALIE).text
    assert other.get(f"{concept}wie/").status_code == 404
    assert ilse.get(f"{concept}weg/").status_code == 200
    assert ilse.post(f"{concept}weg/")["Location"] == BALIE
    assert Concept.objects.count() == 0


def test_what_ilse_begins_is_on_no_public_address(ilse: Client, client: Client) -> None:
    publish()
    concept = begin_at_desk(ilse)["Location"]
    assert client.get(concept.replace(BALIE, "/formulieren/")).status_code == 404


# --- Ilse hands over -----


def test_ilse_hands_her_draft_over_and_can_no_longer_see_it(ilse: Client, client: Client) -> None:
    publish(niveau=20)
    concept = begin_at_desk(ilse)["Location"]
    ilse.post(f"{concept}wie/", WIE)
    assert "Formulier overgeven" in ilse.get(f"{concept}overgeven/").text
    page = ilse.post(f"{concept}overgeven/")
    assert "/formulieren/fietsenstalling/overnemen/" in page.text
    code = code_on(page)
    address = "/formulieren/fietsenstalling/overnemen/"
    assert "/inloggen/" in client.post(address, {"code": code}).text
    login_burger(client)
    assert "klopt niet" in client.post(address, {"code": "ACDEFG"}).text
    taken = client.post(address, {"code": code})
    assert "Noor de Wit" in client.get(f"{taken['Location']}wie/").text
    assert ilse.get(f"{concept}wie/").status_code == 404
    assert Concept.objects.get().niveau == 20
    assert "klopt niet" in client.post(address, {"code": code}).text
    events = list(Logregel.objects.order_by("pk").values_list("gebeurtenis", flat=True))
    assert events == [Gebeurtenis.OVERGEGEVEN, Gebeurtenis.OVERGENOMEN]


@pytest.mark.parametrize(
    ("kanaal", "day"),
    [("post", "2026-11-24"), ("email", "2026-11-24"), ("telefoon", "None"), ("balie", "None")],
)
def test_what_was_only_said_is_received_when_noor_sends_it(
    ilse: Client, client: Client, kanaal: str, day: str
) -> None:
    publish()
    concept = begin_at_desk(ilse, kanaal=kanaal)["Location"].removesuffix("scan/")
    code = code_on(ilse.post(f"{concept}overgeven/"))
    client.post("/formulieren/fietsenstalling/overnemen/", {"code": code})
    assert str(Concept.objects.get().ontvangen_op) == day


def test_nobody_else_takes_over_what_was_begun_for_noor(ilse: Client, client: Client) -> None:
    publish(niveau=20)
    concept = begin_at_desk(ilse, soort="bsn", nummer="999990019")["Location"]
    code = code_on(ilse.post(f"{concept}overgeven/"))
    login_burger(client, Bsn(VREEMDE.nummer))
    address = "/formulieren/fietsenstalling/overnemen/"
    assert "klopt niet" in client.post(address, {"code": code}).text
    noor = Client()
    login_burger(noor)
    assert noor.post(address, {"code": code}).status_code == 302


def test_taking_over_has_a_limit(client: Client) -> None:
    publish()
    address = "/formulieren/fietsenstalling/overnemen/"
    for _guess in range(10):
        client.post(address, {"code": "AAAAAA"})
    assert "te vaak" in client.post(address, {"code": "AAAAAA"}).text
