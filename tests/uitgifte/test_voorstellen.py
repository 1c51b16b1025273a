"""Zone A is no longer: Kees proposes to withdraw all its permits, and his colleague Fatma decides."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.uitgifte.models import Intrekvoorstel, Voorstelregel
from eloket.uitgifte.services import (
    Productfilter,
    ProductInfo,
    Regeluitkomst,
    SamePerson,
    VoorstelNotFound,
    VoorstelRefused,
    decide_voorstel,
    drop_voorstel,
    get_product,
    get_voorstel,
    list_voorstelproducten,
    list_wijzigingen,
    propose_alles,
    propose_gekozen,
    resume_product,
    suspend_product,
    withdraw_product,
    withdraw_voorstel,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.uitgifte.factories import KEES, NOW, issue, make_soort
from tests.zaken.test_race import PEOPLE, at_once

pytestmark = pytest.mark.django_db
LIJST = "/beheer/uitgifte/"
ALLES = Productfilter("parkeervergunning")
WHY: dict[str, Any] = {"reden": "Zone A is er niet meer.", "door": "kees", "now": NOW}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "now", lambda: NOW)


@pytest.fixture
def drie(soort: object) -> list[ProductInfo]:
    return [issue(verzoek=str(number)) for number in range(3)]


def propose() -> str:
    return propose_alles(ALLES, **WHY)


def stands(producten: list[ProductInfo]) -> list[str]:
    return [get_product(each.id, now=NOW).stand.value for each in producten]


def test_nothing_happens_until_a_colleague_approves(drie: list[ProductInfo]) -> None:
    voorstel = propose()
    run_due(now=NOW)
    assert stands(drie) == ["geldig"] * 3
    decide_voorstel(voorstel, akkoord=True, door="fatma", now=NOW)
    assert stands(drie) == ["geldig"] * 3  # the worker does it
    run_due(now=NOW)
    assert stands(drie) == ["ingetrokken"] * 3
    found = get_voorstel(voorstel)
    assert (found.aantallen, found.klaar) == ({Regeluitkomst.INGETROKKEN: 3}, NOW)
    last = list_wijzigingen(drie[0].id)[-1]
    assert (last.door, last.reden) == ("fatma", "Zone A is er niet meer.")


def test_whoever_proposes_does_not_decide(drie: list[ProductInfo]) -> None:
    voorstel = propose()
    for akkoord in (True, False):
        with pytest.raises(SamePerson):
            decide_voorstel(voorstel, akkoord=akkoord, door="kees", now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():  # nor does the database allow it
        Intrekvoorstel.objects.filter(pk=voorstel).update(status="akkoord", beslist_door="kees")
    assert get_voorstel(voorstel).status == "open"


def test_what_changed_meanwhile_is_left_out_and_told(drie: list[ProductInfo]) -> None:
    voorstel = propose()
    suspend_product(drie[0].id, door=KEES, reden="", now=NOW)
    resume_product(drie[0].id, door=KEES, reden="", now=NOW)  # looks the same, and is not
    withdraw_product(drie[1].id, door=KEES, reden="verhuisd", now=NOW)
    changed = {each.product.id for each in list_voorstelproducten(voorstel, now=NOW) if each.veranderd}
    assert changed == {drie[0].id, drie[1].id}
    decide_voorstel(voorstel, akkoord=True, door="fatma", now=NOW)
    run_due(now=NOW)
    assert stands(drie) == ["geldig", "ingetrokken", "ingetrokken"]
    assert list_wijzigingen(drie[1].id)[-1].reden == "verhuisd"
    assert get_voorstel(voorstel).aantallen == {Regeluitkomst.VERANDERD: 2, Regeluitkomst.INGETROKKEN: 1}


def test_a_refusal_and_taking_back_leave_all_as_it_was(drie: list[ProductInfo]) -> None:
    refused, dropped = propose(), propose()
    decide_voorstel(refused, akkoord=False, uitleg="Zone A blijft.", door="fatma", now=NOW)
    with pytest.raises(VoorstelRefused):
        drop_voorstel(dropped, door="fatma", now=NOW)
    drop_voorstel(dropped, door="kees", now=NOW)
    for voorstel in (refused, dropped):
        with pytest.raises(VoorstelRefused, match="al beslist"):
            decide_voorstel(voorstel, akkoord=True, door="fatma", now=NOW)
    run_due(now=NOW)
    assert stands(drie) == ["geldig"] * 3
    assert get_voorstel(refused).uitleg == "Zone A blijft."


def test_a_worker_that_dies_halfway_goes_on_where_it_was(
    drie: list[ProductInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    voorstel = propose()
    decide_voorstel(voorstel, akkoord=True, door="fatma", now=NOW)
    done: list[str] = []

    def dying(product: str, **words: Any) -> ProductInfo:
        if len(done) == 1:
            raise KeyboardInterrupt
        done.append(product)
        return withdraw_product(product, **words)

    with monkeypatch.context() as at:
        at.setattr("eloket.uitgifte.services.voorstellen.withdraw_product", dying)
        with pytest.raises(KeyboardInterrupt):
            withdraw_voorstel(voorstel, now=NOW)
    assert sorted(stands(drie)) == ["geldig", "geldig", "ingetrokken"]
    assert get_voorstel(voorstel).klaar is None
    run_due(now=NOW)
    withdraw_voorstel(voorstel, now=NOW)
    assert stands(drie) == ["ingetrokken"] * 3
    assert get_voorstel(voorstel).aantallen == {Regeluitkomst.INGETROKKEN: 3}
    assert {len(list_wijzigingen(each.id)) for each in drie} == {3}


def test_only_what_still_runs_and_is_of_this_soort(drie: list[ProductInfo]) -> None:
    make_soort("bedrijfsvergunning")
    other = issue(soort="bedrijfsvergunning", verzoek="9")
    withdraw_product(drie[0].id, door=KEES, reden="", now=NOW)
    ids = [*(each.id for each in drie), other.id, "x", "\x00"]
    voorstel = propose_gekozen("parkeervergunning", ids, **WHY)
    assert {each.product.id for each in list_voorstelproducten(voorstel, now=NOW)} == {drie[1].id, drie[2].id}


def test_nothing_and_too_much_are_refused(drie: list[ProductInfo], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(VoorstelRefused, match="niets"):
        propose_gekozen("parkeervergunning", [], **WHY)
    monkeypatch.setattr("eloket.uitgifte.services.voorstellen.MAXIMUM", 2)
    with pytest.raises(VoorstelRefused, match="meer dan 2"):
        propose()
    assert not Intrekvoorstel.objects.exists()


@pytest.mark.parametrize("voorstel", ["x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_what_is_no_proposal_is_not_found(voorstel: str) -> None:
    with pytest.raises(VoorstelNotFound):
        get_voorstel(voorstel)
    with pytest.raises(VoorstelNotFound):
        decide_voorstel(voorstel, akkoord=True, door="fatma", now=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_decide_at_once_one_counts(drie: list[ProductInfo]) -> None:
    voorstel = propose()

    def decide(number: int) -> str:
        try:
            decide_voorstel(voorstel, akkoord=number % 2 == 0, door=f"collega-{number}", now=NOW)
        except VoorstelRefused:
            return "told"
        return "done"

    assert at_once(decide).count("told") == PEOPLE - 1
    approved = get_voorstel(voorstel).status == "akkoord"
    assert Opdracht.objects.filter(handler="uitgifte.withdraw_voorstel").count() == approved


@pytest.fixture
def fatma() -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Fatma Yildiz"))
    return client


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


def ask(client: Client, **data: Any) -> Any:
    asked = {"reden": "Zone A is er niet meer.", "welke": "gekozen"} | data
    return client.post(f"{LIJST}voorstellen/nieuw/?soort=parkeervergunning", asked, follow=True)


def test_kees_ticks_and_fatma_approves(kees: Client, fatma: Client, drie: list[ProductInfo]) -> None:
    page = ask(kees, product=[drie[0].id, drie[1].id])
    where = page.redirect_chain[-1][0]
    assert "Een collega moet het goedkeuren" in page.text
    assert "Keur goed" not in page.text
    assert "1 wacht op een collega" in fatma.get(LIJST).text
    assert "Kees Bakker" in fatma.get(f"{LIJST}voorstellen/").text
    page = fatma.get(where)
    for words in ("Kees Bakker stelde dit voor", "Zone A is er niet meer.", "bezwaar", drie[0].tooncode):
        assert words in page.text
    assert "zelf voor" in kees.post(f"{where}besluit/", {"besluit": "akkoord"}, follow=True).text
    assert "Uw besluit is bewaard" in fatma.post(f"{where}besluit/", {"besluit": "akkoord"}, follow=True).text
    assert "Wij trekken de producten nu in. Nog te doen: 2." in fatma.get(where).text
    run_due(now=NOW)
    assert "Ingetrokken: 2." in kees.get(where).text
    assert stands(drie) == ["ingetrokken", "ingetrokken", "geldig"]
    assert "Fatma Yildiz" in kees.get(f"{LIJST}{drie[0].id}/").text
    assert "Er wacht geen voorstel" in kees.get(f"{LIJST}voorstellen/").text
    assert "goedgekeurd" in kees.get(f"{LIJST}voorstellen/?alle=1").text


def test_all_of_the_filter_at_once(kees: Client, drie: list[ProductInfo]) -> None:
    assert ask(kees, welke="alles").status_code == 200
    assert Voorstelregel.objects.count() == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [({}, "vink aan wat nog loopt"), ({"reden": ""}, "Vul in waarom"), ({"welke": "x"}, "keuze")],
)
def test_what_cannot_be_proposed_is_said_above_the_same_list(
    kees: Client, drie: list[ProductInfo], data: dict[str, str], words: str
) -> None:
    page = ask(kees, **data)
    assert page.status_code == 422
    assert words in page.text
    assert drie[0].tooncode in page.text


def test_fatma_refuses_with_a_reason(kees: Client, fatma: Client, drie: list[ProductInfo]) -> None:
    where = ask(kees, welke="alles").redirect_chain[-1][0]
    page = fatma.post(f"{where}besluit/", {"besluit": "afwijzen"})
    assert (page.status_code, "Vul in waarom u het afwijst" in page.text) == (422, True)
    assert fatma.post(f"{where}besluit/", {"besluit": "opblazen"}).status_code == 422
    fatma.post(f"{where}besluit/", {"besluit": "afwijzen", "uitleg": "Zone A blijft."})
    assert "Zone A blijft." in kees.get(where).text
    page = fatma.post(f"{where}besluit/", {"besluit": "akkoord"}, follow=True)
    assert "al beslist" in page.text


def test_kees_takes_it_back(kees: Client, drie: list[ProductInfo]) -> None:
    where = ask(kees, welke="alles").redirect_chain[-1][0]
    assert "U nam het voorstel terug" in kees.post(f"{where}besluit/", {"besluit": "terug"}, follow=True).text
    assert "Neem het voorstel terug" not in kees.get(where).text


def test_ilse_looks_and_does_not_decide(kees: Client, drie: list[ProductInfo]) -> None:
    where = ask(kees, welke="alles").redirect_chain[-1][0]
    login_medewerker(kees, make_medewerker(Rol.KCC, naam="Ilse de Boer"))
    assert "Keur goed" not in kees.get(where).text
    assert "mag hier niet over" in kees.post(f"{where}besluit/", {"besluit": "akkoord"}, follow=True).text
    assert get_voorstel(where.rstrip("/").rsplit("/", 1)[-1]).status == "open"
