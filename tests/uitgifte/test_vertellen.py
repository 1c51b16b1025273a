"""What Noor hears of her vergunning: by mail that there is news, by letter why, and all in Mijn zaken."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from eloket.berichten.models import Bericht, Brieftaak, Kanaal
from eloket.berichten.opstellen import has_letter, write_out
from eloket.berichten.services import forget_berichten
from eloket.berichten.services.brieven import send_brief
from eloket.berichten.soorten import SOORTEN
from eloket.berichten.woorden import write_paper
from eloket.lib.partij import Contact
from eloket.uitgifte.services import (
    REGEL,
    Door,
    Hoedanigheid,
    expire_due,
    issue_product,
    prepare_product,
    replace_product,
    resume_product,
    suspend_product,
    withdraw_product,
)
from tests.uitgifte.factories import (
    CLAIMS,
    EVENEMENT,
    KEES,
    NOOR,
    NOW,
    PARKEREN,
    issue,
    make_soort,
    new_product,
)

pytestmark = pytest.mark.django_db
MAIL = "noor@voorbeeld.example"
HOUDER, VADER = Door(Hoedanigheid.HOUDER), Door(Hoedanigheid.GEMACHTIGDE)
GEHEIM = ("Parkeer", "GT123X", "Rietkade", "U betaalde niet", NOOR.nummer)


@pytest.fixture(autouse=True)
def _soort(db: None) -> None:
    make_soort(verlengen_dagen=60)


def last() -> Bericht:
    return Bericht.objects.latest("created_at", "pk")


def kinds() -> list[str]:
    return list(Bericht.objects.order_by("created_at", "pk").values_list("sjabloon", flat=True))


def read_letter(bericht: Bericht) -> str:
    soort = SOORTEN[bericht.sjabloon]
    return write_paper(soort, {}, bericht.gegevens, taal=bericht.taal, datum=date(2026, 11, 25))


def test_handed_over_she_hears_it_on_the_address_of_her_aanvraag_and_not_what_it_is() -> None:
    product = issue(email=MAIL)
    mail = write_out(last())
    assert (mail.adres, last().sjabloon) == (MAIL, "product_uitgegeven")
    assert product.tooncode in mail.onderwerp
    assert f"/mijn-zaken/producten/{product.code}/" in mail.tekst
    for secret in GEHEIM:
        assert secret not in mail.tekst + mail.html + mail.onderwerp


def test_a_concept_is_told_to_nobody() -> None:
    prepare_product(new_product(email=MAIL), door=REGEL, now=NOW)
    assert not Bericht.objects.exists()
    issue_product(new_product(email=MAIL), door=KEES, now=NOW)
    issue_product(new_product(email=MAIL), door=KEES, now=NOW)
    assert kinds() == ["product_uitgegeven"]


def test_without_an_address_it_stands_in_mijn_zaken() -> None:
    issue()
    assert (last().kanaal, last().status) == (Kanaal.MIJN_ZAKEN, "verzonden")
    assert not Brieftaak.objects.exists()


def test_who_cannot_log_in_gets_a_mail_that_says_whom_to_call() -> None:
    product = issue(houder=Contact(MAIL))
    mail = write_out(last())
    assert mail.adres == MAIL
    assert f"noem het nummer {product.tooncode}" in mail.tekst
    assert "/mijn-zaken/" not in mail.tekst


def test_withdrawn_by_kees_a_letter_says_why_and_how_to_object() -> None:
    product = issue(email=MAIL)
    withdraw_product(product.id, door=KEES, reden="U betaalde niet.", now=NOW + timedelta(hours=1))
    bericht = last()
    assert (bericht.sjabloon, bericht.aard, bericht.uiterlijk) == (
        "product_ingetrokken",
        "besluit",
        date(2027, 1, 5),
    )
    mail = write_out(bericht)
    for secret in GEHEIM:
        assert secret not in mail.tekst + mail.html
    assert "dinsdag 5 januari 2027" in mail.tekst
    taak = Brieftaak.objects.get()
    assert has_letter(taak.bericht)
    letter = read_letter(taak.bericht)
    for told in ("Rietkade 12", "U betaalde niet.", "Parkeervergunning", "binnen zes weken", "handtekening"):
        assert told in letter
    assert "computer" not in letter
    assert "kees" not in letter.lower()


def test_ended_by_a_rule_the_letter_says_that_a_person_will_look() -> None:
    product = issue(taal="en", claims=CLAIMS[PARKEREN] | {"adres": ""})
    withdraw_product(
        product.id, door=REGEL, reden="U woont niet meer in zone A.", now=NOW + timedelta(hours=1)
    )
    with translation.override("nl"):
        letter = read_letter(last())
    assert "U woont niet meer in zone A." in letter
    assert 'lang="en"' in letter
    assert has_letter(last())  # also where nobody knows the address yet


def test_the_words_of_a_letter_stay_until_it_is_on_its_way() -> None:
    product = issue()
    withdraw_product(product.id, door=KEES, reden="U betaalde niet.", now=NOW)
    later = NOW + timedelta(days=40)
    forget_berichten(now=later)
    assert "U betaalde niet." in read_letter(Brieftaak.objects.get().bericht)
    send_brief(Brieftaak.objects.get().pk, door="kees", now=later)
    forget_berichten(now=later)
    assert Brieftaak.objects.get().bericht.gegevens == {}


def test_stopped_is_a_besluit_and_going_on_is_news() -> None:
    product = issue()
    suspend_product(product.id, door=KEES, reden="Wij zoeken iets uit.", now=NOW + timedelta(hours=1))
    assert (last().sjabloon, last().aard) == ("product_geschorst", "besluit")
    resume_product(product.id, door=KEES, reden="", now=NOW + timedelta(hours=2))
    assert (last().sjabloon, last().aard) == ("product_hervat", "bericht")


@pytest.mark.parametrize("door", [HOUDER, VADER])
def test_what_she_or_her_father_ended_is_confirmed_and_no_besluit(door: Door) -> None:
    product = issue()
    withdraw_product(product.id, door=door, reden="", now=NOW + timedelta(hours=1))
    assert (last().sjabloon, last().aard, last().uiterlijk) == ("product_beeindigd", "bericht", None)
    assert not Brieftaak.objects.exists()


@pytest.mark.parametrize(
    ("kenteken", "kind"), [("GT123X", "product_verlengd"), ("NW456Z", "product_gewijzigd")]
)
def test_replaced_she_hears_once_and_of_the_new_one(kenteken: str, kind: str) -> None:
    old = issue()
    nieuw = new_product(verzoek="w:1", claims=CLAIMS[PARKEREN] | {"kenteken": kenteken})
    new = replace_product(old.id, nieuw, door=HOUDER, reden="", now=NOW + timedelta(hours=1))
    assert kinds() == ["product_uitgegeven", kind]
    assert last().zaak == new.tooncode


def test_what_ends_is_told_of_what_can_be_renewed_only() -> None:
    make_soort("evenementenvergunning", EVENEMENT)
    issue()
    issue(soort="evenementenvergunning", claims=CLAIMS[EVENEMENT], verzoek="a:2")
    expire_due(now=NOW + timedelta(days=400))
    assert kinds().count("product_verlopen") == 1


def test_a_wrong_address_stops_nothing() -> None:
    issue(email="geen adres")
    assert not Bericht.objects.exists()


def test_it_stands_in_her_ledger_with_the_way_to_it(client: Any) -> None:
    from tests.accounts.helpers import login_burger

    product = issue(email=MAIL)
    login_burger(client, NOOR)
    page = client.get("/mijn-zaken/berichten/").text
    assert f"/mijn-zaken/producten/{product.tooncode}/" in page
    client.get(f"/mijn-zaken/producten/{product.code}/")
    assert "gelezen" in client.get("/mijn-zaken/berichten/").text.lower()
