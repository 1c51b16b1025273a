"""Kees and Ilse at work with what was issued; Mo and Samira see what is theirs and no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.bestanden.services import store_bestand
from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.uitgifte.models import Document, Documentstatus, Raadpleging
from eloket.uitgifte.services import (
    REGEL,
    ProductInfo,
    get_product,
    list_wijzigingen,
    note_bekeken,
    prepare_product,
    suspend_product,
    withdraw_product,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.uitgifte.factories import JORIS, KEES, NOOR, NOW, issue, make_soort, new_product

pytestmark = pytest.mark.django_db
LIJST = "/beheer/uitgifte/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "now", lambda: NOW)


@pytest.fixture
def product(soort: object) -> ProductInfo:
    return issue()


def login(client: Client, rol: Rol, naam: str) -> User:
    return login_medewerker(client, make_medewerker(rol, naam=naam))


@pytest.fixture
def kees(client: Client) -> User:
    return login(client, Rol.BEHANDELAAR, "Kees Bakker")


def url(product: ProductInfo, what: str = "") -> str:
    return f"{LIJST}{product.id}/{what}"


def do(client: Client, product: ProductInfo, slug: str, *, reden: str = "Auto weg.", **more: str) -> Any:
    stand = client.get(url(product, f"doen/{slug}/"))
    seen = stand.context["form"]["stand"].value() if stand.status_code == 200 else ""
    return client.post(url(product, f"doen/{slug}/"), {"reden": reden, "stand": seen} | more, follow=True)


@pytest.mark.usefixtures("kees")
def test_kees_sees_what_was_issued_without_whose_it_is(client: Client, product: ProductInfo) -> None:
    page = client.get(LIJST)
    for words in (product.tooncode, "GT123X, A", "geldig", "23 november 2027", "ELK-2026-0000042"):
        assert words in page.text
    for secret in ("Noor", "Rietkade", NOOR.nummer):
        assert secret not in page.text


@pytest.mark.usefixtures("kees")
def test_a_loket_without_soorten_says_who_makes_them(client: Client) -> None:
    assert "Een redacteur maakt ze" in client.get(LIJST).text


@pytest.mark.usefixtures("kees")
@pytest.mark.parametrize(
    "query",
    ["soort=x", "soort=%00", "stand=x&gebied=%00&vanaf=x", "vanaf=9999-12-31", "na=x&voor=%00", "p=9"],
)
def test_what_makes_no_sense_is_left_out(client: Client, product: ProductInfo, query: str) -> None:
    page = client.get(f"{LIJST}?{query}")
    assert (page.status_code, product.tooncode in page.text) == (200, True)


@pytest.mark.usefixtures("kees")
def test_a_filter_with_nothing_says_so(client: Client, product: ProductInfo) -> None:
    page = client.get(LIJST, {"soort": "parkeervergunning", "stand": "verlopen"})
    assert "Er zijn geen producten die hierbij passen." in page.text


def test_ilse_searches_and_neither_the_address_nor_the_note_says_for_whom(
    client: Client, product: ProductInfo
) -> None:
    ilse = login(client, Rol.KCC, "Ilse de Boer")
    page = client.post(f"{LIJST}zoeken/", {"zoek": "GT-123-X"})
    assert product.tooncode in page.text
    assert "Er is niets gevonden" in client.post(f"{LIJST}zoeken/", {"zoek": "XX-99-YY"}).text
    assert client.post(f"{LIJST}zoeken/", {"zoek": ""}).status_code == 422
    assert client.post(f"{LIJST}zoeken/", {"zoek": "\x00"}).status_code == 422
    assert client.get(f"{LIJST}zoeken/").status_code == 405
    notes = Raadpleging.objects.order_by("pk").values_list("wijze", "aantal", "door")
    assert list(notes) == [("gezocht", number, ilse.username) for number in (1, 0)]


def test_who_opens_a_product_is_noted_once_an_hour(client: Client, product: ProductInfo, kees: User) -> None:
    for _time in range(3):
        assert client.get(url(product)).status_code == 200
    note_bekeken(product.id, door=kees.username, now=NOW + timedelta(hours=1))
    note_bekeken(product.id, door="fatma", now=NOW)
    notes = Raadpleging.objects.order_by("pk").values_list("wijze", "door")
    assert list(notes) == [("bekeken", door) for door in (kees.username, kees.username, "fatma")]


@pytest.mark.usefixtures("kees")
def test_one_product_says_all_but_the_number_of_its_holder(client: Client, product: ProductInfo) -> None:
    suspend_product(product.id, door=KEES, reden="onderzoek", now=NOW)
    page = client.get(url(product))
    for words in ("Noor de Wit", "Rietkade 12", "een inwoner", "geschorst", "onderzoek", "kees"):
        assert words in page.text
    assert NOOR.nummer not in page.text
    assert f'href="/controleer/{product.code}/"' in page.text


@pytest.mark.usefixtures("kees", "soort")
def test_of_a_business_it_says_which(client: Client) -> None:
    assert f"KvK-nummer {JORIS.nummer}" in client.get(url(issue(houder=JORIS))).text


@pytest.mark.usefixtures("kees")
@pytest.mark.parametrize(("slug", "stand"), [("schorsen", "geschorst"), ("intrekken", "ingetrokken")])
def test_kees_ends_it_beside_what_noor_will_read(
    client: Client, product: ProductInfo, slug: str, stand: str
) -> None:
    page = client.get(url(product, f"doen/{slug}/"))
    assert "Dit leest de houder" in page.text
    assert "bezwaar" in page.text
    page = do(client, product, slug)
    assert "De houder krijgt bericht" in page.text
    last = list_wijzigingen(product.id)[-1]
    assert (get_product(product.id, now=NOW).stand, last.reden) == (stand, "Auto weg.")
    assert last.door.startswith("mw-")
    assert "Kees Bakker" in page.text


@pytest.mark.usefixtures("kees")
def test_he_lets_it_hold_again_and_there_is_nothing_to_object_to(
    client: Client, product: ProductInfo
) -> None:
    suspend_product(product.id, door=KEES, reden="onderzoek", now=NOW)
    assert "bezwaar" not in client.get(url(product, "doen/hervatten/")).text
    do(client, product, "hervatten")
    assert get_product(product.id, now=NOW).stand == "geldig"


@pytest.mark.usefixtures("kees")
def test_without_a_reason_nothing_happens(client: Client, product: ProductInfo) -> None:
    page = do(client, product, "intrekken", reden="  ")
    assert page.status_code == 422
    assert "Vul in waarom u dit doet" in page.text
    assert get_product(product.id, now=NOW).stand == "geldig"


@pytest.mark.usefixtures("kees")
def test_he_looks_first_what_noor_reads(client: Client, product: ProductInfo) -> None:
    page = do(client, product, "intrekken", reden="<b>Verhuisd</b>", bekijk="1")
    assert "&lt;b&gt;Verhuisd&lt;/b&gt;" in page.text
    assert get_product(product.id, now=NOW).stand == "geldig"


@pytest.mark.usefixtures("kees")
def test_what_a_colleague_did_meanwhile_is_told_first(client: Client, product: ProductInfo) -> None:
    page = client.get(url(product, "doen/intrekken/"))
    seen = page.context["form"]["stand"].value()
    suspend_product(product.id, door=KEES, reden="onderzoek", now=NOW)
    page = client.post(url(product, "doen/intrekken/"), {"reden": "Verhuisd.", "stand": seen})
    assert page.status_code == 422
    assert "Iemand anders deed intussen iets met dit product" in page.text
    assert "Verhuisd." in page.text
    assert get_product(product.id, now=NOW).stand == "geschorst"


@pytest.mark.usefixtures("kees")
def test_what_is_over_stays_over(client: Client, product: ProductInfo) -> None:
    withdraw_product(product.id, door=KEES, reden="verhuisd", now=NOW)
    assert "Wat kunt u doen?" not in client.get(url(product)).text
    for slug in ("schorsen", "hervatten", "intrekken"):
        assert "Dit kan niet: het product is nu ingetrokken." in do(client, product, slug).text
    assert len(list_wijzigingen(product.id)) == 3


@pytest.mark.usefixtures("kees")
def test_of_a_concept_nothing_can_be_done_yet(client: Client, soort: object) -> None:
    concept = prepare_product(new_product(), door=REGEL, now=NOW)
    assert "Wat kunt u doen?" not in client.get(url(concept)).text
    assert "Dit kan niet" in do(client, concept, "intrekken").text


@pytest.mark.usefixtures("kees")
@pytest.mark.parametrize("path", ["x/", "00000000-0000-0000-0000-000000000000/", "x/doen/intrekken/"])
def test_what_is_not_there_is_not_found(client: Client, product: ProductInfo, path: str) -> None:
    assert client.get(LIJST + path).status_code == 404
    assert client.get(url(product, "doen/opblazen/")).status_code == 404


@pytest.mark.parametrize(
    ("rol", "ziet", "doet", "neemt_mee"),
    [
        (Rol.KCC, True, False, False),
        (Rol.BEHANDELAAR, True, True, True),
        (Rol.BEHEERDER, True, False, False),
        (Rol.REDACTEUR, False, False, False),
        (Rol.EINDREDACTEUR, False, False, False),
    ],
)
def test_each_rol_does_what_is_theirs(
    client: Client, product: ProductInfo, rol: Rol, ziet: bool, doet: bool, neemt_mee: bool
) -> None:
    login(client, rol, "Een Collega")
    assert (client.get(url(product)).status_code == 200) == ziet
    assert (client.get(url(product, "doen/intrekken/")).status_code == 200) == doet
    assert (client.post(f"{LIJST}lijst.csv?soort=parkeervergunning").status_code == 200) == neemt_mee
    client.post(url(product, "doen/intrekken/"), {"reden": "x", "stand": "2"})
    assert (get_product(product.id, now=NOW).stand == "ingetrokken") == doet


@pytest.mark.usefixtures("kees")
def test_the_document_that_waits_says_why_and_is_tried_again(client: Client, product: ProductInfo) -> None:
    Document.objects.update(reden="het zegelcertificaat is verlopen op 31-12-2020")
    Opdracht.objects.filter(handler="uitgifte.make_document").update(
        status="mens_nodig", attempts=12, not_before=NOW + timedelta(days=1)
    )
    page = client.get(url(product))
    assert "Waarom: het zegelcertificaat is verlopen op 31-12-2020." in page.text
    page = client.post(url(product, "opnieuw/"), follow=True)
    assert "Wij proberen het document nu opnieuw te maken" in page.text
    work = Opdracht.objects.get(handler="uitgifte.make_document")
    assert (work.status, work.attempts, work.not_before) == ("wacht", 0, NOW)


@pytest.mark.usefixtures("kees")
def test_what_is_there_is_not_made_again_and_can_be_taken(client: Client, product: ProductInfo) -> None:
    assert client.get(url(product, "document.pdf")).status_code == 404
    bestand = store_bestand(inhoud=b"%PDF-1.7", naam="p.pdf", mimetype="application/pdf", now=NOW)
    Document.objects.update(status=Documentstatus.KLAAR, bestand=bestand, sha256="x", proef=True, gemaakt=NOW)
    page = client.get(url(product))
    assert "PROEFZEGEL" in page.text
    assert "hoeft niet meer" in client.post(url(product, "opnieuw/"), follow=True).text
    answer = client.get(url(product, "document.pdf"))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Raadpleging.objects.filter(wijze="document").count() == 1


@pytest.mark.usefixtures("kees")
def test_what_was_withdrawn_needs_no_document(client: Client, product: ProductInfo) -> None:
    withdraw_product(product.id, door=KEES, reden="", now=NOW)
    run_due(now=NOW)
    assert "dat hoeft niet meer" in client.get(url(product)).text
    assert "hoeft niet meer" in client.post(url(product, "opnieuw/"), follow=True).text


def test_mo_reads_who_looked_and_who_took_what(client: Client, product: ProductInfo, kees: User) -> None:
    client.get(url(product))
    client.post(f"{LIJST}lijst.csv?soort=parkeervergunning")
    login(client, Rol.BEHEERDER, "Mo Haddad")
    page = client.get("/beheer/reports/uitgifte/raadplegingen/")
    for words in (
        "Kees Bakker",
        "opende een product",
        product.code,
        "nam een lijst mee",
        "Parkeervergunning",
    ):
        assert words in page.text


@pytest.mark.usefixtures("kees")
def test_kees_takes_a_list_along_without_names_and_without_formulas(client: Client, soort: object) -> None:
    make_soort("evenement", "urn:eloket:evenementenvergunning:1", toont=["evenement"])
    claims = {
        "evenement": '=HYPERLINK("http://kwaad";"klik")',
        "plaats": "@Markt",
        "begin": "2026-12-05T14:00+01:00",
        "eind": "2026-12-05T22:00+01:00",
        "organisator": "Joris Bakker",
    }
    issue(soort="evenement", claims=claims, houder=JORIS, zaak="+31")
    answer = client.post(f"{LIJST}lijst.csv?soort=evenement&stand=geldig")
    content = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    head, line = content.splitlines()
    assert head == "Code;Waarvoor;Stand;Sinds;Geldig vanaf;Geldig tot;Zaak"
    assert '"\'=HYPERLINK(""http://kwaad"";""klik"")' in line
    assert line.endswith(";'+31")
    assert "Joris" not in content
    assert (answer.headers["Content-Type"], answer.headers["Cache-Control"].count("no-store")) == (
        "text/csv; charset=utf-8",
        1,
    )
    assert list(Raadpleging.objects.values_list("wijze", "soort__code", "aantal")) == [
        ("lijst", "evenement", 1)
    ]


@pytest.mark.usefixtures("kees")
def test_a_list_of_nothing_is_not_found(client: Client, product: ProductInfo) -> None:
    for soort in ("", "bestaat-niet", "%00"):
        assert client.post(f"{LIJST}lijst.csv?soort={soort}").status_code == 404
    assert not Raadpleging.objects.exists()
