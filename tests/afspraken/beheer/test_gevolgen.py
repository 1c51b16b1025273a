"""Before Samira changes the hours she reads which afspraken fall outside; nothing is cancelled by it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from eloket.afspraken.models import (
    Afspraak,
    Afspraaklocatie,
    Afspraaksoort,
    AfspraakStatus,
    Agenda,
    Effect,
    Kanaal,
    Openingsregel,
    Reservering,
    Uitzondering,
    Vaardigheid,
)
from eloket.afspraken.services import Bezoek, Regel, list_plekken
from eloket.afspraken.services.feestdagen import propose_feestdagen
from eloket.afspraken.services.gevolgen import preview_change
from eloket.lib import klok
from eloket.website import versie
from tests.afspraken.beheer.factories import (
    BEHEER,
    SNIPPETS,
    at,
    make_afspraak,
    make_agenda,
    make_plek,
    make_regel,
    make_soort,
)
from tests.afspraken.beheer.test_inrichten import regel_data, uitzondering_data

VRAAG = "Er is nog niets bewaard"


@pytest.fixture
def noor(db: None) -> Afspraak:
    """Noor comes on Tuesday 8 December at 10:00, at desk 1."""
    plek = make_plek()
    make_regel(plek)
    return make_afspraak(make_agenda(plek), make_soort(), at(8, "10:00"))


def go_on(client: Client, url: str, page: str, data: dict[str, Any]) -> Any:
    """Press "Ga door" on the page that asks."""
    token = page.split('name="gevolgen-akkoord" value="')[1].split('"')[0]
    return client.post(url, data | {"gevolgen-akkoord": token}, follow=True)


def test_samira_reads_whom_a_day_off_hits_and_goes_on(samira: Client, noor: Afspraak) -> None:
    url, data = f"{SNIPPETS}uitzondering/add/", uitzondering_data(eerste_dag="2026-12-08")
    page = samira.post(url, data).text
    assert VRAAG in page
    assert f"{noor.referentie[:4]}-{noor.referentie[4:]}" in page
    assert "Noor" not in page
    assert not Uitzondering.objects.exists()
    done = go_on(samira, url, page, data).text
    assert "Ze blijven staan" in done or "De afspraak blijft staan" in done
    assert Uitzondering.objects.get().eerste_dag == date(2026, 12, 8)
    noor.refresh_from_db()
    assert noor.status == AfspraakStatus.GEBOEKT
    assert Reservering.objects.get().status == "geboekt"
    assert noor.referentie[:4] in samira.get(f"{BEHEER}buiten/").text


def test_going_back_loses_nothing_that_was_typed(samira: Client, noor: Afspraak) -> None:
    data = uitzondering_data(eerste_dag="2026-12-08", reden="Verbouwing", tekst="Wij verbouwen.")
    page = samira.post(f"{SNIPPETS}uitzondering/add/", data | {"gevolgen-terug": "1"}).text
    assert 'value="Verbouwing"' in page
    assert 'value="Wij verbouwen."' in page
    assert not Uitzondering.objects.exists()


def test_what_hits_nobody_is_saved_at_once(samira: Client, noor: Afspraak) -> None:
    answer = samira.post(f"{SNIPPETS}uitzondering/add/", uitzondering_data(eerste_dag="2026-12-09"))
    assert answer.status_code == 302


def test_an_old_or_made_up_yes_counts_for_nothing(samira: Client, noor: Afspraak) -> None:
    url, data = f"{SNIPPETS}uitzondering/add/", uitzondering_data(eerste_dag="2026-12-08")
    page = samira.post(url, data).text
    fatima = make_afspraak(Agenda.objects.get(), Afspraaksoort.objects.get(), at(8, "11:00"), naam="Fatima")
    again = go_on(samira, url, page, data).text
    assert "De lijst is intussen veranderd" in again
    assert fatima.referentie[:4] in again
    assert VRAAG in samira.post(url, data | {"gevolgen-akkoord": "x" * 32}).text
    assert not Uitzondering.objects.exists()


Verandering = Callable[[Client], Any]


def rule_ends_earlier(client: Client) -> Any:
    regel = Openingsregel.objects.get()
    data = regel_data(Afspraaklocatie.objects.get(), weekdagen=["0", "1"], tot="10:10")
    return client.post(f"{SNIPPETS}openingsregel/edit/{regel.pk}/", data)


def rule_is_deleted(client: Client) -> Any:
    return client.post(f"{SNIPPETS}openingsregel/delete/{Openingsregel.objects.get().pk}/")


def agenda_gets_hours_of_its_own(client: Client) -> Any:
    data = regel_data(Afspraaklocatie.objects.get(), locatie="", agenda=Agenda.objects.get().pk)
    return client.post(f"{SNIPPETS}openingsregel/add/", data)


def desk_becomes_walk_in(client: Client) -> Any:
    plek = Afspraaklocatie.objects.get()
    data = regel_data(plek, weekdagen=["1"], doel="inloop")
    return client.post(f"{SNIPPETS}openingsregel/add/", data)


def agenda_ends_before(client: Client) -> Any:
    agenda = Agenda.objects.get()
    data = {"naam": "Balie 1", "locatie": agenda.locatie_id, "actief_tot": "2026-12-07"}
    return client.post(f"{SNIPPETS}agenda/edit/{agenda.pk}/", data)


def place_is_taken_out_of_use(client: Client) -> Any:
    plek = Afspraaklocatie.objects.get()
    data = {
        "naam": plek.naam,
        "code": plek.code,
        "kanaal": "balie",
        "locatie": plek.locatie_id,
        "volgorde": "0",
        "systeem": "default",
    }
    return client.post(f"{SNIPPETS}afspraaklocatie/edit/{plek.pk}/", data)


def soort_data(soort: Afspraaksoort, **changes: Any) -> dict[str, Any]:
    return {
        "naam": soort.naam,
        "code": soort.code,
        "doelgroep": "iedereen",
        "balie": "on",
        "minuten": "20",
        "raster": "10",
        "minuten_per_persoon": "0",
        "max_personen": "1",
        "buffer_voor": "0",
        "buffer_na": "0",
        "vooraf_minuten": "60",
        "vooraf_werkdagen": "0",
        "vooruit_dagen": "90",
        "max_per_contact": "0",
    } | changes


def soort_is_by_telephone_now(client: Client) -> Any:
    soort = Afspraaksoort.objects.get()
    data = soort_data(soort, balie="", telefoon="on")
    return client.post(f"{SNIPPETS}afspraaksoort/edit/{soort.pk}/", data)


def soort_asks_for_a_skill(client: Client) -> Any:
    soort, kan = Afspraaksoort.objects.get(), Vaardigheid.objects.create(code="kan", naam="Kan iets")
    return client.post(f"{SNIPPETS}afspraaksoort/edit/{soort.pk}/", soort_data(soort, vaardigheden=[kan.pk]))


@pytest.mark.parametrize(
    "change",
    [
        rule_ends_earlier,
        rule_is_deleted,
        agenda_gets_hours_of_its_own,
        desk_becomes_walk_in,
        agenda_ends_before,
        place_is_taken_out_of_use,
        soort_is_by_telephone_now,
        soort_asks_for_a_skill,
    ],
)
def test_every_change_that_hits_noor_asks_first(samira: Client, noor: Afspraak, change: Verandering) -> None:
    before = _everything()
    page = change(samira)
    assert page.status_code == 200
    assert VRAAG in page.text
    assert noor.referentie[:4] in page.text
    assert _everything() == before


def _everything() -> list[Any]:
    models = (Openingsregel, Uitzondering, Agenda, Afspraaklocatie, Afspraaksoort)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


def test_a_longer_day_and_another_name_ask_nothing(samira: Client, noor: Afspraak) -> None:
    regel = Openingsregel.objects.get()
    data = regel_data(Afspraaklocatie.objects.get(), weekdagen=["0", "1", "2"], van="08:00", tot="18:00")
    assert samira.post(f"{SNIPPETS}openingsregel/edit/{regel.pk}/", data).status_code == 302
    soort = Afspraaksoort.objects.get()
    changed = soort_data(soort, naam="Nieuw paspoort", online="", minuten="30")
    assert samira.post(f"{SNIPPETS}afspraaksoort/edit/{soort.pk}/", changed).status_code == 302


def test_what_fell_outside_already_is_not_asked_again(samira: Client, noor: Afspraak) -> None:
    Uitzondering.objects.create(eerste_dag=date(2026, 12, 8), laatste_dag=date(2026, 12, 8))
    data = uitzondering_data(eerste_dag="2026-12-08", locatie=noor.locatie_id)
    assert samira.post(f"{SNIPPETS}uitzondering/add/", data).status_code == 302


def test_what_is_past_or_cancelled_is_not_hit(samira: Client, noor: Afspraak) -> None:
    make_afspraak(Agenda.objects.get(), Afspraaksoort.objects.get(), at(1, "08:30"))
    Reservering.objects.filter(pk=noor.boeking).update(status="vrij")
    data = uitzondering_data(eerste_dag="2026-12-01", laatste_dag="2026-12-31")
    assert samira.post(f"{SNIPPETS}uitzondering/add/", data).status_code == 302


def test_an_afspraak_that_only_the_counter_could_make_is_within(samira: Client, noor: Afspraak) -> None:
    """Time for employees, and time that is not released yet, is open time."""
    plek = Afspraaklocatie.objects.get()
    make_regel(plek, "17:00", "19:00", doel="kcc")
    make_regel(plek, "19:00", "20:00", vrijgave_dagen=1)
    for clock in ("17:30", "19:30"):
        make_afspraak(Agenda.objects.get(), Afspraaksoort.objects.get(), at(8, clock))
    assert "Alle afspraken vallen binnen" in samira.get(f"{BEHEER}buiten/").text


def test_many_at_once_are_not_deleted_when_they_hit_somebody(samira: Client, noor: Afspraak) -> None:
    other = make_regel(make_plek("wijkpunt", kanaal=Kanaal.TELEFOON))
    keys = [Openingsregel.objects.exclude(pk=other.pk).get().pk, other.pk]
    query = "&".join(f"id={key}" for key in keys)
    url = f"/beheer/bulk/afspraken/openingsregel/delete/?{query}&next=/beheer/"
    page = samira.post(url, follow=True).text
    assert "Verwijder ze een voor een" in page
    assert Openingsregel.objects.count() == 2
    Reservering.objects.update(status="vrij")
    assert preview_change(Openingsregel.objects.all().delete, None, now=klok.now()) == []
    assert Openingsregel.objects.count() == 2
    assert samira.post(url).status_code == 302
    assert not Openingsregel.objects.exists()


def test_samira_decides_on_each_holiday(samira: Client, noor: Afspraak) -> None:
    propose_feestdagen(2027)
    goede_vrijdag = Uitzondering.objects.get(eerste_dag=date(2027, 3, 26))
    kerst = Uitzondering.objects.get(eerste_dag=date(2027, 12, 25))
    url = f"{BEHEER}feestdagen/"
    assert "Goede vrijdag" in samira.get(url).text
    assert "Goede vrijdag" not in samira.get(f"{SNIPPETS}uitzondering/").text
    assert "gewoon open" in samira.post(url, {"open": goede_vrijdag.pk}, follow=True).text
    assert "alle locaties dicht" in samira.post(url, {"dicht": kerst.pk}, follow=True).text
    assert not Uitzondering.objects.filter(pk=goede_vrijdag.pk).exists()
    kerst.refresh_from_db()
    assert kerst.bevestigd
    for wrong in ({"dicht": kerst.pk}, {"open": kerst.pk}, {"open": "x"}, {"dicht": "9" * 40}, {}):
        assert samira.post(url, wrong).status_code == 302
    assert Uitzondering.objects.filter(pk=kerst.pk).exists()


def test_a_holiday_that_hits_somebody_asks_first(samira: Client, noor: Afspraak) -> None:
    row = Uitzondering.objects.create(
        eerste_dag=date(2026, 12, 8), laatste_dag=date(2026, 12, 8), bevestigd=False, effect=Effect.DICHT
    )
    url, data = f"{BEHEER}feestdagen/", {"dicht": str(row.pk)}
    page = samira.post(url, data).text
    assert VRAAG in page
    row.refresh_from_db()
    assert not row.bevestigd
    assert "Voorgestelde feestdagen" in samira.post(url, data | {"gevolgen-terug": "1"}).text
    go_on(samira, url, page, data)
    row.refresh_from_db()
    assert row.bevestigd


def test_what_a_process_kept_of_the_hours_hides_nothing(
    samira: Client, noor: Afspraak, settings: Any
) -> None:
    """The look goes past what is kept for visitors, which hears of a change only when it is done."""
    settings.ELOKET_PAGINACACHE, settings.ELOKET_CACHE_POLL = True, 600
    versie.lezer.forget()
    assert list_plekken(Bezoek((Regel("paspoort"),)), now=klok.now())[0].eerste
    try:
        page = samira.post(f"{SNIPPETS}uitzondering/add/", uitzondering_data(eerste_dag="2026-12-08"))
    finally:
        versie.lezer.forget()
    assert VRAAG in page.text


def test_looking_at_many_afspraken_takes_as_many_questions(
    samira: Client, noor: Afspraak, django_assert_max_num_queries: Any
) -> None:
    agenda, soort = Agenda.objects.get(), Afspraaksoort.objects.get()
    for clock in ("09:00", "09:20", "09:40", "11:00", "12:00", "13:00", "14:00"):
        make_afspraak(agenda, soort, at(8, clock))
    samira.get(f"{BEHEER}buiten/")
    Openingsregel.objects.update(tot="09:05")
    with django_assert_max_num_queries(27):
        assert samira.get(f"{BEHEER}buiten/").text.count("Paspoort aanvragen") == 8
