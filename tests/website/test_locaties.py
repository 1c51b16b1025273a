"""Where one can come, and when: on the contact page, in the footer of every page, for other systems."""

from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django.asserts import assertNumQueries
from time_machine import travel
from wagtail.models import Site

from eloket.accounts.groepen import ensure_rollen
from eloket.accounts.services import Rol
from eloket.website.models import Afwijking, Locatie, Openingstijd
from eloket.website.services import list_locaties, next_moment, save_instellingen
from eloket.website.telefoon import validate_abroad
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.website.factories import make_locatie, make_page

KANTOOR = [(dag, "09:00", "17:00") for dag in range(5)]
KERST = {"vanaf": "2026-12-25", "tot_en_met": "2026-12-26", "reden": "Kerst", "reden_en": "Christmas"}
BODY = '[{"type": "contact", "value": null}]'


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.kern
def test_noor_sees_address_hours_and_exceptions_on_the_contact_page(client: Client, site: Site) -> None:
    save_instellingen(site, pagina_contact=make_page(site, "contact", body=BODY))
    gemeentehuis = make_locatie(tijden=KANTOOR, afwijkingen=[KERST], uitleg="De ingang heeft geen drempel.")
    make_locatie(naam="Milieustraat", straat="Slootkant", volgorde=1)
    with travel(datetime.fromisoformat("2026-12-14T10:00+01:00"), tick=False):
        page = html(client, "/contact/")
    body, footer = page.split("<footer")
    for words in (
        f'id="locatie-{gemeentehuis.pk}"',
        "Rietplein 1",
        "1234 AB Rietwaard",
        "Vandaag open van 9.00 tot 17.00 uur.",
        "<dt>zaterdag</dt>",
        "De ingang heeft geen drempel.",
        "vrijdag 25 december 2026 tot en met zaterdag 26 december 2026: gesloten (<span>Kerst</span>)",
        "Slootkant",
    ):
        assert words in body
    for words in ("Rietplein 1", "Vandaag open", f'href="/contact/#locatie-{gemeentehuis.pk}"', "Slootkant"):
        assert words in footer


def test_an_address_without_hours_is_not_called_closed(client: Client, site: Site) -> None:
    make_locatie()
    assert "gesloten" not in html(client, "/")


def test_what_was_written_before_shows_until_there_is_an_address(client: Client, site: Site) -> None:
    save_instellingen(site, adres="Oude Markt 3", openingstijden="Op werkdagen")
    assert "Oude Markt 3" in html(client, "/")
    make_locatie()
    page = html(client, "/")
    assert "Oude Markt 3" not in page
    assert "Op werkdagen" not in page
    Locatie.objects.all().delete()
    assert "Oude Markt 3" in html(client, "/")


def test_joris_reads_english_and_hears_dutch_words_as_dutch(client: Client, site: Site) -> None:
    make_locatie(naam_en="Town hall", uitleg="Bel aan.", afwijkingen=[KERST])
    make_page(site, "contact", body=BODY).copy_for_translation(
        Site.objects.get().root_page.get_translations().get().locale
    ).save_revision().publish()
    with travel(datetime.fromisoformat("2026-12-14T10:00+01:00"), tick=False):
        page = html(client, "/en/contact/")
    assert "Town hall" in page
    assert "(<span>Christmas</span>)" in page
    assert '<p class="eloket-regels" lang="nl">Bel aan.</p>' in page


def test_other_systems_get_the_hours_as_data(site: Site) -> None:
    make_locatie(tijden=KANTOOR, afwijkingen=[KERST, {"vanaf": "2027-04-27", "reden": "Koningsdag"}])
    with assertNumQueries(3):
        (found,) = list_locaties(taal="en")
    assert found.openingstijden["maandag"] == ["09:00 - 17:00"]
    assert found.openingstijden["zondag"] == []
    assert [each.reden for each in found.tijden.afwijkingen] == ["Christmas", "Koningsdag"]
    assert getattr(found.tijden.afwijkingen[1].reden, "lang", "") == "nl"


def test_two_rows_for_the_same_day_are_one_day_with_a_break(site: Site) -> None:
    rows = [
        {"vanaf": "2026-12-24", "van": van, "tot": tot}
        for van, tot in (("13:00", "15:00"), ("09:00", "12:00"))
    ]
    make_locatie(afwijkingen=rows)
    (found,) = list_locaties(taal="nl")[0].tijden.afwijkingen
    assert [str(each) for each in found.tijdvakken] == ["09:00 - 12:00", "13:00 - 15:00"]


def test_no_kept_page_outlives_the_closing_of_a_counter(site: Site) -> None:
    assert next_moment(now=datetime.fromisoformat("2026-11-30T10:00+01:00")) is None
    make_locatie(tijden=KANTOOR)
    for now, then in (
        ("2026-11-30T10:00+01:00", "2026-11-30T17:00+01:00"),
        ("2026-11-30T17:00+01:00", "2026-12-01T00:00+01:00"),
    ):
        assert next_moment(now=datetime.fromisoformat(now)) == datetime.fromisoformat(then)


def test_a_kept_page_tells_the_truth_after_closing_time(client: Client, kept: Site) -> None:
    make_locatie(tijden=KANTOOR)
    with travel(datetime.fromisoformat("2026-11-30T16:59:59+01:00"), tick=False):
        assert "Vandaag open van" in html(client, "/")
    with travel(datetime.fromisoformat("2026-11-30T17:00:01+01:00"), tick=False):
        assert "Nu gesloten; morgen open vanaf" in html(client, "/")


@pytest.mark.parametrize("part", [Locatie, Openingstijd, Afwijking])
def test_a_change_shows_at_once(client: Client, kept: Site, part: type) -> None:
    make_locatie(tijden=KANTOOR, afwijkingen=[KERST])
    with travel(datetime.fromisoformat("2026-12-25T10:00+01:00"), tick=False):
        before = html(client, "/")
        part.objects.all().delete()
        assert html(client, "/") != before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"van": "17:00", "tot": "09:00"}, "tot"),
        ({"van": "09:00", "tot": "09:00"}, "tot"),
        ({"van": "09:00"}, "tot"),
        ({"tot_en_met": "2026-12-24"}, "tot_en_met"),
    ],
)
def test_an_exception_that_cannot_be_is_refused_at_its_field(
    site: Site, values: dict[str, str], field: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        Afwijking(locatie=make_locatie(), vanaf="2026-12-25", **values).full_clean()
    assert set(fout.value.message_dict) == {field}


@pytest.mark.parametrize("number", ["+31 10 123 45 67", "+31101234567", "+31 (10) 123-4567", "+31 14 0123"])
def test_a_number_from_abroad_is_taken(number: str) -> None:
    validate_abroad(number)


@pytest.mark.parametrize(
    "number", ["010 123 45 67", "+31 010 123 45 67", "+32 10 123 45 67", "14 0123", "+31", "+31x"]
)
def test_a_number_that_nobody_can_dial_from_abroad_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        validate_abroad(number)


def test_who_lives_abroad_sees_which_number_to_dial(client: Client, site: Site) -> None:
    save_instellingen(site, telefoon_buitenland="+31 10 123 45 67")
    make_page(site, "contact", body=BODY)
    body, footer = html(client, "/contact/").split("<footer")
    assert 'href="tel:+31101234567"' in body
    assert "Vanuit het buitenland" in body
    assert 'href="tel:+31101234567"' in footer


def test_samira_enters_an_address_with_its_hours(client: Client, site: Site) -> None:
    ensure_rollen()
    login_medewerker(client, make_medewerker(Rol.EINDREDACTEUR))
    url = "/beheer/snippets/website/locatie/add/"
    assert "Locaties" in client.get(url).content.decode()
    data = {
        "naam": "Gemeentehuis",
        "straat": "Rietplein",
        "huisnummer": "1",
        "postcode": "1234ab",
        "plaats": "Rietwaard",
        "volgorde": "0",
        "tijden-TOTAL_FORMS": "1",
        "tijden-INITIAL_FORMS": "0",
        "tijden-0-dag": "0",
        "tijden-0-van": "09:00",
        "tijden-0-tot": "08:00",
        "afwijkingen-TOTAL_FORMS": "1",
        "afwijkingen-INITIAL_FORMS": "0",
        "afwijkingen-0-vanaf": "2026-12-25",
        "afwijkingen-0-reden": "Kerst",
    }
    assert "Deze tijd moet later zijn" in client.post(url, data).content.decode()
    assert client.post(url, {**data, "tijden-0-tot": "17:00", "postcode": "1234 AB"}).status_code == 302
    (found,) = list_locaties(taal="nl")
    assert found.openingstijden["maandag"] == ["09:00 - 17:00"]
    assert found.tijden.afwijkingen[0].tijdvakken == ()
