"""Noor does something with her zaak: from its page to a receipt and a zaak with a term of its own."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services import get_zaakpost, list_acties
from eloket.formulieren.services.kopie import kopie_context
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.zaken.models import Zaak as Rij
from eloket.zaken.services import Zaak, get_dossier, get_zaak, list_besluiten
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import Invuller
from tests.formulieren.over_een_zaak import DAG, OverEenZaak, decide, open_kap, publish_for
from tests.zaken.factories import NOOR, VREEMDE, make_zaaktype
from tests.zaken.faulty import SETTING as BROKEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(client: Client) -> Zaak:
    """Noor is logged in; her kapvergunning began ten days ago."""
    login_burger(client)
    make_zaaktype("kapvergunning")
    return open_kap()


def newest() -> Zaak:
    """The zaak that the last aanvraag became."""
    return get_zaak(Aanvraag.objects.latest("ingediend_at").identificatie, voor=NOOR)


@pytest.mark.parametrize("waarvoor", ["intrekken", "wijziging", "vraag", "klacht", "zienswijze"])
def test_noor_sends_it_without_typing_what_we_know(client: Client, zaak: Zaak, waarvoor: str) -> None:
    publish_for(waarvoor)
    noor = OverEenZaak(client, waarvoor, zaak)
    assert zaak.identificatie in noor.open().content.decode()
    receipt = noor.send_all().content.decode()
    assert f"Kapvergunning eik ({zaak.identificatie})" in receipt
    made = newest()
    assert made.zaaktype.identificatie == waarvoor
    assert made.uiterlijke_einddatum_afdoening >= klok.today() + timedelta(weeks=6)
    (received,) = get_dossier(zaak.identificatie).ingekomen
    assert (received.identificatie, received.soort) == (made.identificatie, waarvoor)
    assert get_dossier(made.identificatie).eigenschappen["zaaknummer"] == zaak.identificatie
    assert get_zaak(zaak.identificatie, voor=NOOR).is_open  # also after a withdrawal: a person decides


def test_noor_objects_to_a_besluit_and_the_term_counts_from_its_last_day(client: Client, zaak: Zaak) -> None:
    publish_for("bezwaar")
    besluit = decide(zaak, days_ago=3)
    noor = OverEenZaak(client, "bezwaar", zaak, besluit)
    receipt = noor.send_all().content.decode()
    assert f"Besluit kapvergunning ({besluit.identificatie})" in receipt
    assert "Laatste dag" in receipt
    made, last_day = newest(), besluit.uiterlijke_reactiedatum
    assert last_day is not None
    assert made.termijn_vanaf == last_day
    assert made.uiterlijke_einddatum_afdoening >= last_day + timedelta(weeks=6)


def test_a_bezwaar_without_a_zaak_counts_from_the_day_that_noor_typed(client: Client) -> None:
    login_burger(client)
    publish_for("bezwaar")
    noor, day = Invuller(client, "bezwaar"), klok.today() - 10 * DAG
    typed = {"v-bekend_dag": day.day, "v-bekend_maand": day.month, "v-bekend_jaar": day.year}
    noor.begin(**{name: str(value) for name, value in typed.items()}, **{"v-nummer": "-", "v-tekst": "Nee"})
    assert noor.send().status_code == 302
    assert newest().termijn_vanaf >= day + timedelta(weeks=6)
    assert not Rij.objects.filter(relaties__isnull=False).exists()


def test_the_letter_that_declares_the_gemeente_late_is_ready(client: Client) -> None:
    login_burger(client)
    make_zaaktype("kapvergunning")
    zaak = open_kap(days_ago=100)
    publish_for("ingebrekestelling", zaaktype={"doorlooptijd": "P2W"})
    noor = OverEenZaak(client, "ingebrekestelling", zaak)
    brief = noor.open().context["form"]["brief"].value()
    assert "Kapvergunning eik" in brief
    assert f"Het zaaknummer is {zaak.identificatie}." in brief
    assert "Neem binnen twee weken een besluit." in brief
    assert noor.begin(**{"v-brief": brief}).status_code == 302
    assert noor.send().status_code == 302
    assert Aanvraag.objects.get().antwoorden["brief"] == brief
    assert newest().uiterlijke_einddatum_afdoening >= klok.today() + timedelta(weeks=2)


def test_the_number_of_the_zaak_is_ours_whatever_is_posted(client: Client, zaak: Zaak) -> None:
    publish_for("vraag")
    noor = OverEenZaak(client, "vraag", zaak)
    noor.begin(**{"v-nummer": "ELK-VAN-EEN-ANDER"})
    noor.send()
    assert Aanvraag.objects.get().antwoorden["nummer"] == zaak.identificatie


@pytest.mark.parametrize("waarvoor", ["intrekken", "klacht"])
def test_the_zaak_of_somebody_else_is_not_found(client: Client, waarvoor: str) -> None:
    make_zaaktype("kapvergunning")
    zaak = open_kap(belanghebbende=VREEMDE)
    login_burger(client)
    publish_for(waarvoor)
    noor = OverEenZaak(client, waarvoor, zaak)
    assert noor.open().status_code == 404
    assert client.post(noor.address, {"v-tekst": "x", "v-nummer": "x"}).status_code == 404
    assert not Concept.objects.exists()


def test_a_besluit_of_another_zaak_is_not_found(client: Client, zaak: Zaak) -> None:
    publish_for("bezwaar")
    besluit = decide(open_kap(belanghebbende=VREEMDE))
    assert OverEenZaak(client, "bezwaar", zaak, besluit).open().status_code == 404


def test_what_one_person_was_shown_is_no_proof_for_another(client: Client, zaak: Zaak) -> None:
    publish_for("vraag")
    merk = OverEenZaak(client, "vraag", zaak).open().context["betreft_merk"]
    other = Client()
    login_burger(other, VREEMDE)
    stranger = OverEenZaak(other, "vraag", zaak)
    posted = {"v-tekst": "x", "v-nummer": "x", "betreft": merk}
    assert other.post(stranger.address, posted).status_code == 404


def test_a_gemachtigde_does_nothing_with_a_zaak_that_they_did_not_send(client: Client) -> None:
    login_burger(client, NOOR, handelende=Bsn(VREEMDE.nummer))
    make_zaaktype("kapvergunning")
    publish_for("intrekken")
    assert OverEenZaak(client, "intrekken", open_kap()).open().status_code == 404


def test_a_low_login_is_asked_for_more_before_it_sees_a_zaak(client: Client) -> None:
    login_burger(client, niveau=Niveau.BASIS)
    make_zaaktype("kapvergunning")
    publish_for("intrekken", niveau=10)
    page = OverEenZaak(client, "intrekken", open_kap()).open()
    assert page.status_code == 302
    assert "inloggen" in page["Location"]


def test_without_a_login_a_typed_number_tells_nothing(client: Client) -> None:
    """Of a zaak that is there and of one that is not: the same page, and no relation."""
    make_zaaktype("kapvergunning")
    zaak = open_kap()
    publish_for("klacht", niveau=0)
    pages = []
    for number in (zaak.identificatie, "ELK-1900-0000001"):
        page = client.get(f"/formulieren/klacht/beginnen/?zaak={number}")
        assert page.context["betreft_merk"] == ""
        pages.append(page.context["form"]["nummer"].value())
    assert pages == [None, None]
    stranger = Invuller(client, "klacht")
    stranger.begin(**{"v-nummer": zaak.identificatie, "v-tekst": "Slecht."})
    assert stranger.send().status_code == 302
    assert get_dossier(zaak.identificatie).ingekomen == ()


def test_a_klacht_without_login_is_noors_own_when_she_comes_from_her_zaak(client: Client, zaak: Zaak) -> None:
    publish_for("klacht", niveau=0)
    OverEenZaak(client, "klacht", zaak).send_all()
    assert newest().zaaktype.identificatie == "klacht"
    assert Aanvraag.objects.get().niveau == Niveau.MIDDEN


def test_two_zaken_are_two_drafts(client: Client, zaak: Zaak) -> None:
    publish_for("vraag")
    OverEenZaak(client, "vraag", zaak).begin()
    other = OverEenZaak(client, "vraag", open_kap())
    assert other.open().status_code == 200
    again = OverEenZaak(client, "vraag", zaak).open()
    assert again.status_code == 302
    assert str(Concept.objects.get(betreft_zaak=zaak.identificatie).pk) in again["Location"]


def test_sent_twice_is_one(client: Client, zaak: Zaak) -> None:
    publish_for("intrekken")
    noor = OverEenZaak(client, "intrekken", zaak)
    noor.begin()
    form = noor.get("controleren").context["form"]
    shown = {name: str(form[name].value() or "") for name in ("bewijs", "bedragen", "stand")}
    first, second = (noor.post("controleren", **shown) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert len(get_dossier(zaak.identificatie).ingekomen) == 1
    assert "U stuurde dit al op" in noor.open().content.decode()


def test_noor_hears_that_her_zaak_was_closed_meanwhile_and_loses_nothing(client: Client, zaak: Zaak) -> None:
    publish_for("intrekken")
    noor = OverEenZaak(client, "intrekken", zaak)
    noor.begin()
    row = Rij.objects.get(identificatie=zaak.identificatie)
    Rij.objects.filter(pk=row.pk).update(
        einddatum=klok.today(), resultaattype=row.zaaktype.resultaattypen.first()
    )
    told = noor.send()
    assert told.status_code == 200
    assert "Uw zaak is afgerond." in told.content.decode()
    assert "Het gaat zo niet." in told.content.decode()
    assert noor.send(stand="gesloten").status_code == 302


def test_noor_reads_at_once_that_the_gemeente_is_in_time(client: Client, zaak: Zaak) -> None:
    publish_for("ingebrekestelling")
    page = OverEenZaak(client, "ingebrekestelling", zaak).open()
    assert "Wij zijn nu niet te laat" in page.content.decode()


def test_noor_hears_that_the_gemeente_decided_meanwhile(client: Client) -> None:
    login_burger(client)
    make_zaaktype("kapvergunning")
    zaak = open_kap(days_ago=100)
    publish_for("ingebrekestelling")
    noor = OverEenZaak(client, "ingebrekestelling", zaak)
    noor.begin()
    decide(zaak)
    assert "Wij zijn nu niet te laat: wij hebben al beslist" in noor.send().content.decode()
    assert noor.send(stand="op_tijd").status_code == 302


def test_noor_hears_that_the_last_day_passed_and_can_still_object(
    client: Client, zaak: Zaak, settings: Any
) -> None:
    publish_for("bezwaar")
    besluit = decide(zaak)
    noor = OverEenZaak(client, "bezwaar", zaak, besluit)
    noor.begin()
    opened = noor.get("controleren")
    assert opened.context["melding"] == ""
    shown = {
        name: str(opened.context["form"][name].value() or "") for name in ("bewijs", "bedragen", "stand")
    }
    day_after = (besluit.uiterlijke_reactiedatum or klok.today()) + DAG
    settings.ELOKET_KLOK_VERSCHUIVING = (day_after - klok.today()).days
    login_burger(client)  # a session does not live that long
    Concept.objects.update(expires_at=klok.now() + DAG)
    told = noor.post("controleren", **shown)
    assert "De laatste dag om bezwaar te maken was" in told.content.decode()
    assert noor.send().status_code == 302
    made = newest()
    assert made.uiterlijke_einddatum_afdoening >= day_after + timedelta(weeks=6)  # from its receipt


@pytest.mark.parametrize(("waarvoor", "status"), [("intrekken", 503), ("bezwaar", 200), ("klacht", 200)])
def test_while_the_register_is_away_noor_reads_what_to_do(
    client: Client, zaak: Zaak, settings: Any, waarvoor: str, status: int
) -> None:
    publish_for(waarvoor)
    settings.ELOKET_ZAKEN = BROKEN
    page = OverEenZaak(client, waarvoor, zaak).open()
    assert page.status_code == status
    words = "Uw zaak is er nog." if status == 503 else "Vul de gegevens zelf in: uw bericht komt gewoon aan."
    assert words in page.content.decode()


def test_a_register_that_falls_silent_while_noor_types_costs_her_nothing(
    client: Client, zaak: Zaak, settings: Any
) -> None:
    publish_for("intrekken")
    noor = OverEenZaak(client, "intrekken", zaak)
    merk = noor.open().context["betreft_merk"]
    settings.ELOKET_ZAKEN = BROKEN
    response = client.post(noor.address, {"v-tekst": "Ik wil niet meer.", "betreft": merk})
    assert response.status_code == 302
    noor.concept = response["Location"].removesuffix("controleren/")
    assert noor.send().status_code == 302
    assert Aanvraag.objects.get().betreft_zaak == zaak.identificatie


def test_the_copy_says_what_it_is_about(client: Client, zaak: Zaak) -> None:
    publish_for("vraag")
    OverEenZaak(client, "vraag", zaak).send_all()
    rows = kopie_context(Aanvraag.objects.get())["betreft"]
    assert [row.value for row in rows] == [f"Kapvergunning eik ({zaak.identificatie})"]


def test_the_page_of_the_zaak_gets_links_with_words_and_a_last_day(client: Client, zaak: Zaak) -> None:
    for waarvoor in ("vraag", "klacht", "bezwaar"):
        publish_for(waarvoor)
    besluit = decide(zaak)
    OverEenZaak(client, "bezwaar", zaak, besluit).send_all()
    besluiten = list_besluiten(zaak.identificatie, voor=NOOR)
    sent = get_zaakpost(zaak.identificatie, voor=NOOR).verstuurd
    bezwaar, vraag, klacht = list_acties(zaak, besluiten, verstuurd=sent, vandaag=klok.today())
    assert (vraag.waarvoor, klacht.waarvoor) == ("vraag", "klacht")
    assert bezwaar.laatste_dag == besluit.uiterlijke_reactiedatum
    assert bezwaar.url.endswith(f"?zaak={zaak.identificatie}&besluit={besluit.identificatie}")
    assert bezwaar.verstuurd_als == newest().identificatie
    late = list_acties(zaak, besluiten, vandaag=date(2099, 1, 1))
    assert "bij een goede reden kijken wij er toch naar (Awb 6:11)" in late[0].uitleg


def test_a_step_about_a_zaak_asks_few_questions_of_the_database(
    client: Client, zaak: Zaak, django_assert_max_num_queries: Any
) -> None:
    publish_for("vraag")
    noor = OverEenZaak(client, "vraag", zaak)
    noor.begin()
    with django_assert_max_num_queries(10):
        noor.get("wat")
    with django_assert_max_num_queries(10):
        noor.get("controleren")
