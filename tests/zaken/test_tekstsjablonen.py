"""Samira keeps texts with variables; Kees picks one, changes it, and Noor reads no brace."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.zaken.models import Tekstsjabloon
from eloket.zaken.services import Zaak, get_dossier, get_zaak, list_verzoeken, open_dossierstuk
from eloket.zaken.variabelen import VARIABELEN, Tekstsoort, fill, find_open, find_unknown
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import KAPVERGUNNING, NOOR, open_zaak
from tests.zaken.test_documenten_toevoegen import fill_status
from tests.zaken.test_handelingen import fill as fill_form
from tests.zaken.test_handelingen import hidden, kees, question, url, zaak

__all__ = ["kees", "zaak"]  # fixtures
VRAAG = "Voor {product} ({zaaknummer}) missen wij iets. Antwoord voor {hersteltermijn}. {naam gemeente}"


def make(**fields: str) -> Tekstsjabloon:
    values = {"naam": "Tekening", "soort": "aanvulling", "zaaktype": KAPVERGUNNING, "tekst": VRAAG}
    row = Tekstsjabloon(**values | fields)
    row.full_clean()
    row.save()
    return row


@pytest.mark.django_db
def test_kees_picks_a_text_and_may_change_it(kees: Client, zaak: Zaak) -> None:
    row = make()
    data = fill_form(
        kees, zaak, "aanvulling", **question(vraag="", hersteltermijn="2099-03-02"), sjabloon=str(row.pk)
    )
    page = kees.post(url(zaak, "aanvulling"), {**data, "vul_in": "1"})
    assert page.status_code == 200
    text = f"Voor Kapvergunning ({zaak.identificatie}) missen wij iets. Antwoord voor 2 maart 2099."
    assert page.text.count(text) == 2  # in the field, and in what the resident reads
    sent = {**data, **hidden(page.text), "vraag": f"{text} Dank u wel."}
    assert kees.post(url(zaak, "aanvulling"), sent).status_code == 302
    assert list_verzoeken(zaak.identificatie, voor=NOOR)[0].vraag.endswith("Dank u wel.")


@pytest.mark.django_db
def test_a_variable_that_is_still_there_is_filled_or_asked_for_when_it_is_sent(
    kees: Client, zaak: Zaak
) -> None:
    data = fill_form(kees, zaak, "aanvulling", **question(vraag="Antwoord voor { Hersteltermijn }."))
    assert kees.post(url(zaak, "aanvulling"), data).status_code == 302
    assert "{" not in list_verzoeken(zaak.identificatie, voor=NOOR)[0].vraag
    status = fill_status(kees, zaak, volgnummer="2", resultaat="Verleend", toelichting="Bel {telefoon}.")
    page = kees.post(url(zaak), status)
    assert page.status_code == 422
    assert "Vul dit zelf in, of haal het weg: {telefoon}." in page.text
    assert get_zaak(zaak.identificatie, voor=NOOR).is_open


@pytest.mark.django_db
def test_kees_begins_a_status_with_a_text(kees: Client, zaak: Zaak) -> None:
    row = make(soort="status", tekst="Uw nummer is {zaaknummer}.", zaaktype="")
    data = fill_status(kees, zaak, volgnummer="2", sjabloon=str(row.pk), vul_in="1")
    page = kees.post(url(zaak), data)
    assert page.text.count(f"Uw nummer is {zaak.identificatie}.") == 2
    assert len(get_dossier(zaak.identificatie).zaak.statussen) == 1


@pytest.mark.django_db
def test_a_text_of_another_zaaktype_or_kind_is_not_offered(kees: Client, zaak: Zaak) -> None:
    make(naam="Voor iedereen", zaaktype="")
    make(naam="Van een ander", zaaktype="streng")
    make(naam="Voor een besluit", soort="besluit", tekst="x")
    page = kees.get(url(zaak, "aanvulling")).text
    assert "Voor iedereen" in page
    assert "Van een ander" not in page
    assert "Voor een besluit" not in page


@pytest.mark.django_db
def test_who_reads_english_gets_the_english_text(kees: Client, zaak: Zaak) -> None:
    english = open_zaak(zaaktype=KAPVERGUNNING, taal="en", now=klok.now(), startdatum=klok.today())
    row = make(tekst="Antwoord voor {hersteltermijn}", tekst_en="Reply before {hersteltermijn}")
    data = fill_form(
        kees, english, "aanvulling", **question(hersteltermijn="2099-03-02"), sjabloon=str(row.pk), vul_in="1"
    )
    assert "Reply before 2 March 2099" in kees.post(url(english, "aanvulling"), data).text


@pytest.mark.django_db
def test_kees_writes_a_letter_that_noor_finds(kees: Client, zaak: Zaak) -> None:
    data = fill_form(
        kees,
        zaak,
        "brief",
        onderwerp="Afspraak over de boom",
        tekst="Wij komen langs.",
        informatieobjecttype="",
    )
    for _time in range(2):
        assert kees.post(url(zaak, "brief"), data).status_code == 302
    (letter,) = get_dossier(zaak.identificatie).documenten
    assert (letter.titel, letter.tonen_aan_initiator) == ("Afspraak over de boom.pdf", True)
    _found, chunks = open_dossierstuk(zaak.identificatie, letter.id)
    assert b"".join(chunks).startswith(b"%PDF-")


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Beste {naam}", "{hersteltermijn}", "Half {zaaknummer", "te veel }", "{}"])
def test_samira_is_told_at_once_of_a_variable_that_nobody_fills(client: Client, text: str) -> None:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    add = "/beheer/zaakteksten/add/"
    data = {"naam": "Status", "soort": "status", "zaaktype": "", "tekst": text, "tekst_en": ""}
    page = client.post(add, data)
    assert page.status_code == 200
    assert "Dit kennen wij niet bij deze soort tekst" in page.text
    assert not Tekstsjabloon.objects.exists()
    client.post(add, {**data, "tekst": "Uw nummer is {zaaknummer}"})
    assert Tekstsjabloon.objects.get().tekst == "Uw nummer is {zaaknummer}"


@pytest.mark.parametrize("soort", Tekstsoort.values)
def test_every_kind_knows_its_own_variables(soort: str) -> None:
    text = " ".join(f"{{{name}}}" for name in VARIABELEN[soort])
    assert find_unknown(text, soort) == []
    filled = fill(text, dict.fromkeys(VARIABELEN[soort], "x"))
    assert find_open(filled, soort) == []


@given(st.text(alphabet="{}ab \n", max_size=40))
def test_what_is_accepted_leaves_no_brace_behind(text: str) -> None:
    for soort in Tekstsoort.values:
        if not find_unknown(text, soort):
            assert "{" not in fill(text, dict.fromkeys(VARIABELEN[soort], "x"))


def test_an_error_names_the_field() -> None:
    with pytest.raises(ValidationError) as error:
        Tekstsjabloon(naam="x", soort="status", tekst="goed", tekst_en="{wrong}").clean()
    assert list(error.value.message_dict) == ["tekst_en"]
