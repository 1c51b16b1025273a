"""Samira sets up where and when people can come."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from eloket.afspraken.beheer.woorden import tell_dagen
from eloket.afspraken.models import Afspraaklocatie, Agenda, Kanaal, Openingsregel, Uitzondering, Vaardigheid
from tests.afspraken.beheer.factories import (
    SNIPPETS,
    at,
    make_adres,
    make_afspraak,
    make_agenda,
    make_plek,
    make_regel,
    make_soort,
)

LIJSTEN = ["afspraaklocatie", "agenda", "openingsregel", "uitzondering", "afspraaksoort", "vaardigheid"]


def regel_data(plek: Afspraaklocatie, **changes: Any) -> dict[str, Any]:
    return {
        "locatie": plek.pk,
        "agenda": "",
        "weekdagen": ["0", "3"],
        "van": "09:00",
        "tot": "12:30",
        "week_van_maand": "0",
        "elke_weken": "1",
        "geldig_van": "2026-12-01",
        "geldig_tot": "",
        "doel": "alles",
        "vrijgave_dagen": "",
        "vrijgave_tijd": "",
    } | changes


def uitzondering_data(**changes: Any) -> dict[str, Any]:
    return {
        "locatie": "",
        "agenda": "",
        "eerste_dag": "2026-12-25",
        "laatste_dag": "",
        "van": "",
        "tot": "",
        "effect": "dicht",
        "reden": "Kerst",
        "tekst": "",
        "tekst_en": "",
    } | changes


def test_samira_makes_a_counter_with_a_desk(samira: Client) -> None:
    adres = make_adres()
    data = {
        "naam": "Gemeentehuis",
        "naam_en": "Town hall",
        "code": "gemeentehuis",
        "kanaal": "balie",
        "locatie": adres.pk,
        "postcodes": "",
        "uitleg": "",
        "uitleg_en": "",
        "actief": "on",
        "volgorde": "0",
        "systeem": "default",
    }
    assert samira.post(f"{SNIPPETS}afspraaklocatie/add/", data).status_code == 302
    plek = Afspraaklocatie.objects.get()
    kan = Vaardigheid.objects.create(code="reisdocumenten", naam="Reisdocumenten")
    desk = {"naam": "Balie 1", "locatie": plek.pk, "vaardigheden": [kan.pk], "team": "", "medewerker": ""}
    assert samira.post(f"{SNIPPETS}agenda/add/", desk).status_code == 302
    assert list(Agenda.objects.get(locatie=plek).vaardigheden.all()) == [kan]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kanaal": "balie"}, "Kies het adres van deze balie"),
        ({"kanaal": "telefoon", "postcodes": "1234"}, "Haal de postcodes weg"),
        ({"kanaal": "huisbezoek", "locatie": "", "postcodes": "Rietwaard"}, "Schrijf alleen cijfers"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_words(
    samira: Client, changes: dict[str, str], told: str
) -> None:
    data = {"naam": "X", "code": "x", "volgorde": "0", "systeem": "default", "actief": "on"} | changes
    assert told in samira.post(f"{SNIPPETS}afspraaklocatie/add/", data).text
    assert not Afspraaklocatie.objects.exists()


def test_days_are_seven_boxes_and_a_number_in_the_table(samira: Client) -> None:
    plek = make_plek()
    assert samira.post(f"{SNIPPETS}openingsregel/add/", regel_data(plek)).status_code == 302
    regel = Openingsregel.objects.get()
    assert (regel.weekdagen, regel.van, regel.tot) == (0b0001001, time(9), time(12, 30))
    edit = samira.get(f"{SNIPPETS}openingsregel/edit/{regel.pk}/").text
    assert edit.count('name="weekdagen"') == 7
    assert edit.count("checked") == 2
    listed = samira.get(f"{SNIPPETS}openingsregel/").text
    assert "maandag en donderdag" in listed
    assert "09:00 - 12:30" in listed


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"weekdagen": 0b0011111}, "maandag t/m vrijdag"),
        ({"weekdagen": 0b0000010}, "dinsdag"),
        ({"weekdagen": 0b1000101}, "maandag, woensdag en zondag"),
        ({"weekdagen": 1, "week_van_maand": 1}, "maandag, de eerste van de maand"),
        ({"weekdagen": 1, "elke_weken": 2}, "maandag, om de 2 weken"),
    ],
)
def test_a_rule_reads_as_one_says_it(values: dict[str, int], words: str) -> None:
    assert tell_dagen(Openingsregel(**values)) == words


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"weekdagen": []}, "Kies ten minste één dag"),
        ({"weekdagen": ["9"]}, "9"),
        ({"tot": "08:00"}, "Deze tijd moet later zijn"),
        ({"geldig_tot": "2026-11-01"}, "De laatste dag komt voor de eerste"),
        ({"locatie": ""}, "Kies een locatie of een agenda"),
        ({"elke_weken": "2", "week_van_maand": "1"}, "Kies een van de twee"),
        ({"vrijgave_tijd": "10:00"}, "Vul ook in hoeveel dagen vooraf"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_words(
    samira: Client, changes: dict[str, Any], told: str
) -> None:
    answer = samira.post(f"{SNIPPETS}openingsregel/add/", regel_data(make_plek(), **changes))
    assert told in answer.text
    assert not Openingsregel.objects.exists()


def test_an_exception_of_one_day_needs_one_day(samira: Client) -> None:
    assert samira.post(f"{SNIPPETS}uitzondering/add/", uitzondering_data()).status_code == 302
    row = Uitzondering.objects.get()
    assert (row.eerste_dag, row.laatste_dag, row.bevestigd) == (date(2026, 12, 25),) * 2 + (True,)
    listed = samira.get(f"{SNIPPETS}uitzondering/").text
    assert "alle locaties" in listed
    assert "de hele dag" in listed


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_each_list_asks_as_much_for_many_rows(
    samira: Client, lijst: str, django_assert_max_num_queries: Any
) -> None:
    for n in range(6):
        plek = make_plek(f"plek-{n}")
        make_regel(plek)
        make_soort(f"soort-{n}", naam=f"Soort {n}")
        Uitzondering.objects.create(
            eerste_dag=date(2026, 12, 1 + n), laatste_dag=date(2026, 12, 1 + n), agenda=make_agenda(plek)
        )
        Vaardigheid.objects.create(code=f"kan-{n}", naam=f"Kan {n}")
    samira.get(f"{SNIPPETS}{lijst}/")
    with django_assert_max_num_queries(22):
        assert samira.get(f"{SNIPPETS}{lijst}/").status_code == 200


def test_what_afspraken_hang_on_stays(samira: Client) -> None:
    plek, soort = make_plek(), make_soort()
    agenda = make_agenda(plek)
    make_afspraak(agenda, soort, at(8, "10:00"))
    for name, thing in (("afspraaklocatie", plek), ("agenda", agenda), ("afspraaksoort", soort)):
        page = samira.post(f"{SNIPPETS}{name}/delete/{thing.pk}/", follow=True).text
        assert "er zijn afspraken voor gemaakt" in page
        thing.refresh_from_db()


def test_what_something_else_needs_stays_and_says_what(samira: Client) -> None:
    plek = make_plek()
    make_agenda(plek, "Balie 1")
    page = samira.post(f"{SNIPPETS}afspraaklocatie/delete/{plek.pk}/", follow=True).text
    assert "Het staat nog op: ‘Balie 1’" in page
    assert Afspraaklocatie.objects.exists()


def test_an_address_where_people_come_and_a_skill_that_is_needed_stay(samira: Client, peter: Client) -> None:
    plek, soort = make_plek(), make_soort()
    kan = Vaardigheid.objects.create(code="kan", naam="Reisdocumenten")
    soort.vaardigheden.add(kan)
    make_agenda(plek, "Balie 1").vaardigheden.add(kan)
    page = samira.post(f"{SNIPPETS}vaardigheid/delete/{kan.pk}/", follow=True).text
    assert "Deze hebben hem nodig: Paspoort aanvragen, Gemeentehuis: Balie 1." in page
    url = f"/beheer/snippets/website/locatie/delete/{plek.locatie_id}/"
    assert "Het staat nog op: ‘Gemeentehuis’" in peter.post(url, follow=True).text
    assert Vaardigheid.objects.exists()


def test_a_place_with_afspraken_keeps_its_system(samira: Client, settings: Any) -> None:
    settings.ELOKET_AFSPRAKEN = settings.ELOKET_AFSPRAKEN | {"elders": settings.ELOKET_AFSPRAKEN["default"]}
    plek = make_plek(kanaal=Kanaal.TELEFOON)
    make_afspraak(make_agenda(plek), make_soort(telefoon=True), at(8, "10:00"))
    data = {"naam": "X", "code": plek.code, "kanaal": "telefoon", "volgorde": "0", "systeem": "elders"}
    page = samira.post(f"{SNIPPETS}afspraaklocatie/edit/{plek.pk}/", data | {"actief": "on"}).text
    assert "Er zijn afspraken in het oude systeem" in page


def test_what_nothing_hangs_on_goes(samira: Client) -> None:
    plek = make_plek(kanaal=Kanaal.TELEFOON)
    assert samira.post(f"{SNIPPETS}afspraaklocatie/delete/{plek.pk}/").status_code == 302
    assert not Afspraaklocatie.objects.exists()


def test_kees_and_ilse_look_and_change_nothing(kees: Client, ilse: Client) -> None:
    plek = make_plek(kanaal=Kanaal.TELEFOON)
    for client in (kees, ilse):
        assert client.get(f"{SNIPPETS}openingsregel/").status_code == 200
        assert client.get(f"{SNIPPETS}openingsregel/add/").status_code == 302
        client.post(f"{SNIPPETS}afspraaklocatie/delete/{plek.pk}/")
        client.post(f"{SNIPPETS}openingsregel/add/", regel_data(plek))
    assert Afspraaklocatie.objects.exists()
    assert not Openingsregel.objects.exists()


def test_one_menu_holds_everything(samira: Client, kees: Client, mo: Client) -> None:
    for client in (samira, kees, mo):
        page = client.get("/beheer/").text
        assert f"{SNIPPETS}openingsregel/" in page
        assert "/beheer/afspraken/" in page
    assert "/beheer/afspraken/cijfers/" in samira.get("/beheer/").text
    assert "/beheer/afspraken/cijfers/" not in kees.get("/beheer/").text
