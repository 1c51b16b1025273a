"""Who asks, and for whom: without a login but with proof, for somebody else, from abroad."""

import re
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from eloket.accounts.services import Niveau, Rol
from eloket.formulieren.aanvrager import Aanvrager, list_rijen
from eloket.formulieren.definitie import InvalidDefinitie, read_definitie
from eloket.formulieren.models import Aanvraag, Concept, FormulierVersie, Mailverzoek
from eloket.formulieren.services import import_formulier
from eloket.formulieren.services.kopie import kopie_context
from eloket.lib import klok
from eloket.lib.partij import Bsn, Eidas, Kvk, Partij, Rsin
from eloket.outbox.services import run_due
from eloket.personen.models import Raadpleging
from eloket.zaken.services import get_dossier, list_zaken
from tests.accounts.helpers import NOOR_BSN, login_burger, login_medewerker, make_medewerker
from tests.formulieren.bronnen import ASKED, BROKEN
from tests.formulieren.factories import WANNEER, WIE, Invuller, definitie, publish
from tests.zaken.factories import open_zaak

pytestmark = pytest.mark.django_db
MAIL = {**WANNEER, "v-email": "club@voorbeeld.nl"}
BALIE = "/balie/formulieren/fietsenstalling/"
KVK = "90004590"  # of the demo: Fietsen & Co


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    cache.clear()  # the limits of one connection
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def with_kvk(*, first: bool = False) -> dict[str, Any]:
    """The small form for a vereniging: the KvK number in its second step, or in its first."""
    stappen = definitie()["stappen"]
    stappen[0 if first else 1]["velden"].append(
        {"soort": "kvk", "sleutel": "nummer", "label": {"nl": "KvK-nummer van uw vereniging"}}
    )
    return {"niveau": 6, "stappen": stappen}


def last_code() -> str:
    run_due(now=klok.now())
    found = re.search(r"^(\d{6})$", str(mail.outbox[-1].body), re.M)
    assert found
    return found[1]


def prove(invuller: Invuller, **more: str) -> None:
    """Post the second step, and again with the code from the mail."""
    invuller.post("wanneer", **MAIL, **more)
    answer = invuller.post("wanneer", **MAIL, **more, **{"v-uw_code": last_code()})
    assert answer["Location"] == f"{invuller.concept}controleren/"


def copy_of(aanvraag: Aanvraag) -> str:
    context = kopie_context(aanvraag)
    rows = [f"{rij.label}: {rij.value}" for rij in context["aanvrager"]]
    return "\n".join([*rows, context["controle"]])


# --- E-mail: no login, but the address is proven -----


@pytest.mark.kern
def test_a_form_that_knows_people_by_their_address(client: Client) -> None:
    publish(niveau=5)  # its question for an address is not required, and asks no code
    noor = Invuller(client)
    noor.begin()
    assert noor.post("wanneer", **WANNEER).status_code == 200  # now it is
    assert noor.post("wanneer", **MAIL)["Location"] == f"{noor.concept}wanneer/"
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"
    prove(noor)
    summary = noor.get("controleren").text
    assert "club@voorbeeld.nl (gecontroleerd met een code)" in summary
    receipt = client.get(noor.send()["Location"]).text
    assert "club@voorbeeld.nl (gecontroleerd met een code)" in receipt
    assert "Naar Mijn zaken" not in receipt

    aanvraag = Aanvraag.objects.get()
    assert aanvraag.belanghebbende == {"soort": "contact", "email": "club@voorbeeld.nl", "bevestigd": True}
    assert aanvraag.niveau == Niveau.EMAIL
    assert "gecontroleerd met een code" in copy_of(aanvraag)
    assert [each.soort for each in get_dossier(aanvraag.identificatie).betrokkenen] == ["contact"]


def test_another_browser_gets_nothing_of_it(client: Client) -> None:
    publish(niveau=5)
    noor = Invuller(client)
    noor.begin()
    prove(noor)
    for page in ("wie", "controleren"):
        assert Client().get(f"{noor.concept}{page}/").status_code == 404
    assert Client().get(noor.send()["Location"]).status_code == 404


def test_who_logged_in_elsewhere_is_not_known_here(client: Client) -> None:
    publish(niveau=5)
    login_burger(client)
    noor = Invuller(client)
    noor.begin()
    prove(noor)
    noor.send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.belanghebbende is not None
    assert aanvraag.belanghebbende["soort"] == "contact"


def test_a_form_below_a_login_has_the_limits_of_one_without(client: Client, settings: Any) -> None:
    publish(niveau=5)
    settings.ELOKET_FORMULIER_PER_UUR = 1
    assert Invuller(client).begin().status_code == 302
    assert Invuller(Client()).begin().status_code == 429


@pytest.mark.parametrize(("niveau", "left", "words"), [(5, 1, "E-mailadres"), (6, 2, "KvK-nummer")])
def test_a_form_that_cannot_know_who_asks_is_not_published(niveau: int, left: int, words: str) -> None:
    content = definitie(niveau=niveau)
    del content["stappen"][1]["velden"][left:]
    with pytest.raises(InvalidDefinitie, match=words):
        import_formulier(content, now=klok.now())


@pytest.mark.parametrize(("actie", "doel"), [("toon_veld", "email"), ("toon_stap", "wanneer")])
def test_a_rule_may_not_hide_who_asks(actie: str, doel: str) -> None:
    condition = {"veld": "naam", "operator": "is", "waarden": ["Noor"]}
    regel = {"actie": actie, "doel": doel, "voorwaarden": [condition]}
    with pytest.raises(InvalidDefinitie, match="vertelt wie dit invult"):
        import_formulier(definitie(niveau=5, schema=2, regels=[regel]), now=klok.now())


# --- Vereniging: a KvK number that an employee checks -----


@pytest.mark.kern
def test_a_club_without_eherkenning(client: Client, bronnen: None) -> None:
    publish(**with_kvk())
    club = Invuller(client)
    club.begin()
    prove(club, **{"v-nummer": KVK})
    summary = club.get("controleren").text
    assert f"Fietsen &amp; Co B.V., KvK-nummer {KVK}" in summary
    assert "Wij controleren of dit KvK-nummer klopt" in summary
    assert "Wij controleren of dit KvK-nummer klopt" in client.get(club.send()["Location"]).text

    aanvraag = Aanvraag.objects.get()
    assert "Wij controleren" in copy_of(aanvraag)
    assert aanvraag.niveau == Niveau.VERENIGING
    (who,) = get_dossier(aanvraag.identificatie).betrokkenen
    assert (who.soort, who.kvk, who.controle, who.naam) == ("vereniging", KVK, "open", "Fietsen & Co B.V.")
    assert list_zaken(voor=Kvk(KVK)).total == 0
    assert not Aanvraag.objects.visible_to(Kvk(KVK)).exists()
    run_due(now=klok.now())
    assert KVK not in str(mail.outbox[-1].body)


def test_a_number_that_nobody_has_is_told_at_its_question(client: Client, bronnen: None) -> None:
    publish(**with_kvk())
    club = Invuller(client)
    club.begin()
    page = club.post("wanneer", **MAIL, **{"v-nummer": "12345678"})
    assert "staat niet in het Handelsregister" in page.text
    assert 'value="12345678"' in page.text
    assert Mailverzoek.objects.count() == 0  # first the number, then the code
    assert club.get("controleren").status_code == 302


def test_while_the_handelsregister_is_down_the_employee_checks(client: Client, bronnen: None) -> None:
    BROKEN.append(True)
    publish(**with_kvk())
    club = Invuller(client)
    club.begin()
    prove(club, **{"v-nummer": KVK})
    club.send()
    (who,) = get_dossier(Aanvraag.objects.get().identificatie).betrokkenen
    assert (who.controle, who.naam) == ("open", "")
    cache.clear()  # nobody after us waits for the source


def test_the_number_may_stand_in_the_first_step(client: Client, bronnen: None) -> None:
    publish(**with_kvk(first=True))
    club = Invuller(client)
    page = club.begin(**WIE, **{"v-nummer": "12345678"})
    assert "staat niet in het Handelsregister" in page.content.decode()
    assert club.begin(**WIE, **{"v-nummer": KVK}).status_code == 302
    assert Concept.objects.count() == 1
    prove(club)
    assert "Fietsen &amp; Co" in club.get("controleren").text


def test_ilse_types_what_a_club_says_without_a_code(client: Client, bronnen: None) -> None:
    versie = publish(**with_kvk())
    ilse = login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    start = {"kanaal": "telefoon", "soort": "", "nummer": ""}
    day = {"ontvangen_op_dag": "1", "ontvangen_op_maand": "11", "ontvangen_op_jaar": "2026"}
    client.post(f"/balie/formulieren/{versie.definitie.slug}/beginnen/", {**start, **day})
    base = f"/balie/formulieren/{versie.definitie.slug}/{Concept.objects.get().pk}/"
    client.post(f"{base}wie/", WIE)
    assert client.post(f"{base}wanneer/", {**MAIL, "v-nummer": KVK})["Location"] == f"{base}controleren/"
    form = client.get(f"{base}controleren/").context["form"]
    shown = {name: str(form[name].value() or "") for name in ("bewijs", "bedragen")}
    assert client.post(f"{base}controleren/", {**shown, "verklaring": "on"}).status_code == 302
    assert Mailverzoek.objects.count() == 0
    (who, *_more) = get_dossier(Aanvraag.objects.get().identificatie).betrokkenen
    assert (who.soort, who.controle) == ("vereniging", "open")
    assert [note.door for note in Raadpleging.objects.all()] == [ilse.username]


def test_who_takes_over_from_ilse_proves_the_address_before_sending(client: Client) -> None:
    publish(niveau=5)
    ilse = Client()
    login_medewerker(ilse, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    day = {"ontvangen_op_dag": "1", "ontvangen_op_maand": "11", "ontvangen_op_jaar": "2026"}
    ilse.post(f"{BALIE}beginnen/", {"kanaal": "telefoon", "soort": "", "nummer": "", **day})
    base = f"{BALIE}{Concept.objects.get().pk}/"
    ilse.post(f"{base}wie/", WIE)
    assert ilse.post(f"{base}wanneer/", MAIL)["Location"] == f"{base}controleren/"
    code = ilse.post(f"{base}overgeven/").context["code"]

    taken = client.post("/formulieren/fietsenstalling/overnemen/", {"code": code})
    noor = Invuller(client)
    noor.concept = taken["Location"]
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"
    prove(noor)
    noor.send()
    assert Aanvraag.objects.get().belanghebbende == {
        "soort": "contact",
        "email": "club@voorbeeld.nl",
        "bevestigd": True,
    }


# --- For somebody else -----


def send_for(client: Client, wie: Any, **login: Any) -> tuple[str, Aanvraag]:
    """Fill in and send; gives the summary and the aanvraag."""
    login_burger(client, wie, **login)
    invuller = Invuller(client)
    invuller.fill()
    summary = invuller.get("controleren").text
    receipt = client.get(invuller.send()["Location"]).text
    assert "Ingevuld door" in receipt
    return summary, Aanvraag.objects.get()


@pytest.mark.parametrize("als", ["gemachtigde", "bewindvoerder", "curator", "mentor"])
def test_both_are_kept_and_shown(client: Client, als: str) -> None:
    publish(niveau=20)
    who = {"handelende": Bsn("999990093"), "hoedanigheid": als, "handelende_naam": "Hanna Smit"}
    summary, aanvraag = send_for(client, Bsn("999990032"), naam="Fatima El Amrani", **who)
    assert "Voor wie: Fatima El Amrani\n" in copy_of(aanvraag)
    assert f"Hanna Smit, {als}" in summary
    assert f"Hanna Smit, {als}" in copy_of(aanvraag)
    assert "99999" not in copy_of(aanvraag)

    fatima, hanna = get_dossier(aanvraag.identificatie).betrokkenen
    assert (fatima.rol, fatima.naam, fatima.hoedanigheid) == ("initiator", "Fatima El Amrani", "")
    assert (hanna.rol, hanna.naam, hanna.hoedanigheid) == ("belanghebbende", "Hanna Smit", als)


def test_an_intermediair_for_a_business(client: Client) -> None:
    publish(niveau=20)
    who = {"handelende": Kvk("90007645"), "hoedanigheid": "intermediair"}
    summary, aanvraag = send_for(client, Kvk("90001354"), naam="Bakkerij De Rietkraag", **who)
    assert "Bakkerij De Rietkraag, KvK-nummer 90001354" in summary
    assert "KvK-nummer 90007645, intermediair" in summary
    assert aanvraag.middel == "eherkenning"
    assert list_zaken(voor=Kvk("90001354")).total == 1
    assert list_zaken(voor=Kvk("90007645")).total == 0


@pytest.mark.parametrize("als", ["", "bewindvoerder"])
def test_a_copy_that_says_who_is_under_bewind_goes_in_no_mail(client: Client, als: str) -> None:
    publish(niveau=20, ongevoelig=True)
    handelende = Bsn("999990093") if als else None
    login_burger(client, Bsn("999990032"), handelende=handelende, hoedanigheid=als, naam="Fatima")
    invuller = Invuller(client)
    invuller.begin()
    invuller.post("wanneer", **MAIL)
    invuller.send()
    run_due(now=klok.now())
    assert bool(mail.outbox[-1].attachments) == (not als)
    assert "Fatima" not in str(mail.outbox[-1].body)


def test_a_form_for_oneself_alone_sends_a_gemachtigde_away(client: Client) -> None:
    publish(niveau=20, alleen_zelf=True)
    login_burger(client, Bsn(NOOR_BSN), handelende=Bsn("999990068"), hoedanigheid="gemachtigde")
    start = "/formulieren/fietsenstalling/beginnen/"
    assert client.get(start).status_code == 403
    assert "Dit kan alleen voor uzelf" in client.post(start, WIE).content.decode()
    assert not Concept.objects.exists()
    login_burger(client, Bsn(NOOR_BSN))
    assert client.get(start).status_code == 200


def with_bsn(als: str = "bewindvoerder", **changes: Any) -> dict[str, Any]:
    """The small form, that asks for whom somebody acts; not everybody does."""
    stappen = definitie()["stappen"]
    stappen[1]["velden"].append(
        {
            "soort": "bsn",
            "sleutel": "voor",
            "label": {"nl": "BSN van degene voor wie u dit aanvraagt"},
            "verplicht": False,
            "instellingen": {"vertegenwoordigt": als},
        }
    )
    return {"niveau": 20, "stappen": stappen, **changes}


def fill_for(client: Client, bsn: str) -> Invuller:
    invuller = Invuller(client)
    invuller.begin()
    assert invuller.post("wanneer", **WANNEER, **{"v-voor": bsn}).status_code == 302
    return invuller


@pytest.mark.kern
def test_hanna_says_herself_that_she_acts_for_fatima(client: Client) -> None:
    publish(**with_bsn())
    hanna, fatima = Bsn("999990093"), Bsn("999990032")
    login_burger(client, hanna, naam="Hanna Smit")
    invuller = fill_for(client, "999990032")
    summary = invuller.get("controleren").text
    assert "Hanna Smit, bewindvoerder" in summary
    assert "Wij controleren of u voor deze persoon mag aanvragen" in summary
    invuller.send()

    aanvraag = Aanvraag.objects.get()
    assert "Wij controleren of u voor deze persoon mag aanvragen" in copy_of(aanvraag)
    represented, acting = get_dossier(aanvraag.identificatie).betrokkenen
    assert (represented.rol, represented.controle) == ("initiator", "")
    assert (acting.naam, acting.hoedanigheid, acting.controle) == ("Hanna Smit", "bewindvoerder", "open")
    assert list_zaken(voor=fatima).total == 1  # it is hers, and she may know of it
    assert list_zaken(voor=hanna).total == 0
    page = client.get(f"/mijn-zaken/{aanvraag.identificatie}/").text
    assert "U vroeg dit aan voor iemand anders" in page
    assert client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/ontvangst/").status_code == 200


@pytest.mark.parametrize("bsn", ["", "999990093"], ids=["nobody", "herself"])
def test_hanna_for_herself(client: Client, bsn: str) -> None:
    publish(**with_bsn())
    login_burger(client, Bsn("999990093"), naam="Hanna Smit")
    fill_for(client, bsn).send()
    (who,) = get_dossier(Aanvraag.objects.get().identificatie).betrokkenen
    assert (who.rol, who.naam, who.controle) == ("initiator", "Hanna Smit", "")


def test_who_says_so_gets_nothing_of_the_other(client: Client, bronnen: None) -> None:
    """Their word opens no zaak of Fatima, and no source is asked about her."""
    publish(**with_bsn())
    login_burger(client, Bsn(NOOR_BSN))
    invuller = fill_for(client, "999990032")
    invuller.send()
    assert "999990032" not in ASKED
    secret = open_zaak(belanghebbende=Bsn("999990032")).identificatie
    assert secret not in client.get("/mijn-zaken/").text
    assert client.get(f"/mijn-zaken/{secret}/").status_code == 404


def test_a_login_that_tells_for_whom_is_believed_above_an_answer(client: Client) -> None:
    publish(**with_bsn())
    login_burger(client, Bsn(NOOR_BSN), handelende=Bsn("999990068"), hoedanigheid="gemachtigde")
    fill_for(client, "999990032").send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.belanghebbende == {"soort": "bsn", "nummer": NOOR_BSN}
    assert not aanvraag.zelf_verklaard


def test_without_a_login_nobody_acts_for_anybody(client: Client) -> None:
    publish(**with_bsn(niveau=0))
    fill_for(client, "999990032").send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.belanghebbende is None
    assert list_zaken(voor=Bsn("999990032")).total == 0


@pytest.mark.parametrize(
    ("wie", "words"),
    [(Bsn(NOOR_BSN), "persoon met een BSN"), (Rsin(NOOR_BSN), "organisatie met een RSIN")],
    ids=["bsn", "rsin"],
)
def test_who_has_no_name_is_described_without_a_number(wie: Partij, words: str) -> None:
    (row, *_more) = list_rijen(Aanvrager(wie))
    assert row.value == words


# --- From abroad, and which login -----


@pytest.mark.kern
def test_greta_has_no_bsn_and_gets_a_zaak_all_the_same(client: Client, bronnen: None) -> None:
    publish(niveau=20, middelen=["digid", "eidas"])
    greta = Eidas("SE/NL/greta")
    login_burger(client, greta, naam="Greta Lindqvist", middel="eidas", niveau=Niveau.SUBSTANTIEEL)
    invuller = Invuller(client)
    invuller.fill()
    assert "Greta Lindqvist, inwoner van een ander EU-land" in invuller.get("controleren").text
    invuller.send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.middel == "eidas"
    assert "SE/NL" not in copy_of(aanvraag)
    assert list_zaken(voor=greta).total == 1
    assert aanvraag.identificatie in client.get("/mijn-zaken/").text
    assert "Stappen" in client.get(f"/mijn-zaken/{aanvraag.identificatie}/").text
    (who,) = get_dossier(aanvraag.identificatie).betrokkenen
    assert (who.soort, who.naam) == ("eidas", "Greta Lindqvist")


def test_only_the_ways_to_log_in_that_the_form_names(client: Client) -> None:
    publish(niveau=20, middelen=["eherkenning"])
    start = "/formulieren/fietsenstalling/beginnen/"
    assert "U logt in met eHerkenning." in client.get("/formulieren/fietsenstalling/").text
    login_burger(client)  # with DigiD
    page = client.get(start, follow=True).content.decode()
    assert "Inloggen met eHerkenning" in page
    assert "Inloggen met DigiD" not in page
    assert client.post(start, WIE).status_code == 403
    login_burger(client, Kvk("90001354"))
    assert client.get(start).status_code == 200


def test_a_form_of_before_lets_in_who_it_let_in(client: Client) -> None:
    versie: FormulierVersie = publish(niveau=20)
    assert versie.definitie.middelen == ("digid", "eherkenning")
    assert "middelen" not in versie.inhoud
    assert "alleen_zelf" not in versie.inhoud
    assert not read_definitie(versie.inhoud).alleen_zelf
    assert "U logt in met DigiD of eHerkenning." in client.get("/formulieren/fietsenstalling/").text


def test_an_rsin_stands_nowhere(client: Client) -> None:
    """That of an eenmanszaak is the BSN of its owner."""
    publish(niveau=20)
    login_burger(client, Rsin(NOOR_BSN), naam="Wolwinkel Noor")
    winkel = Invuller(client)
    winkel.begin()
    winkel.post("wanneer", **MAIL)
    pages = winkel.get("controleren").text + client.get(winkel.send()["Location"]).text
    aanvraag = Aanvraag.objects.get()
    run_due(now=klok.now())
    written = pages + copy_of(aanvraag) + "".join(str(each.message()) for each in mail.outbox)
    assert "Aanvrager: Wolwinkel Noor\n" in written
    assert mail.outbox
    assert NOOR_BSN not in written
    assert NOOR_BSN not in repr(get_dossier(aanvraag.identificatie))
