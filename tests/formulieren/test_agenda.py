"""A form with an afspraak at the gemeente's own places: held, made with the aanvraag, or neither."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.models import Afspraak, Afspraaksoort, Reservering
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services import indienen
from eloket.lib.partij import Bsn, Kvk
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.afspraken.factories import make_agenda, make_plek, make_soort
from tests.formulieren.factories import Invuller, definitie, publish
from tests.formulieren.test_afspraak import begin, vraag
from tests.mijnzaken import conftest

pytestmark = pytest.mark.django_db
EMAIL = {"v-email": "noor@voorbeeld.nl"}


@pytest.fixture
def plekken() -> None:
    """Passports at two places, one desk each."""
    make_soort("paspoort", naam="Paspoort aanvragen")
    make_plek("gemeentehuis", naam="Gemeentehuis")
    make_plek("zuid", naam="Wijkpunt Zuid")


def choices(noor: Invuller) -> list[tuple[str, str]]:
    """The times on the page, without the way out at the end."""
    return [(key, str(words)) for key, words in noor.get("wanneer").context["form"]["komen"].field.choices][
        :-1
    ]


def choose(noor: Invuller, number: int = 0) -> str:
    """Hold one of them; in which words it stood on the page."""
    key, words = choices(noor)[number]
    assert noor.post("wanneer", **{"v-komen": key}, **EMAIL).status_code == 302
    return words


def test_the_first_mornings_of_both_places_are_on_offer(client: Client, plekken: None) -> None:
    offered = [words for _key, words in choices(begin(client, "Twee plekken"))]
    assert len(offered) == 12  # of each place six
    assert {words.rpartition(", ")[2] for words in offered} == {"Gemeentehuis", "Wijkpunt Zuid"}


def test_noor_sends_it_and_has_an_afspraak_with_the_number_of_her_aanvraag(
    client: Client, plekken: None
) -> None:
    noor = begin(client, "Gemaakt")
    words = choose(noor)
    assert Reservering.objects.get().status == "vastgehouden"
    assert f"{words} (uw keuze)" in noor.get("wanneer").text
    noor.send()
    aanvraag, afspraak = Aanvraag.objects.get(), Afspraak.objects.get()
    answer = aanvraag.antwoorden["komen"]
    assert answer["referentie"].replace("-", "") == afspraak.referentie
    assert (answer["begin"], answer["plek"]) == (afspraak.begin.isoformat(), words.rpartition(", ")[2])
    assert afspraak.zaak == aanvraag.identificatie
    assert afspraak.contact["email"] == "noor@voorbeeld.nl"
    assert afspraak.bevestiging == "email"
    assert afspraak.regels.get().soort.code == "paspoort"
    assert Reservering.objects.get().status == "geboekt"


def test_when_sending_fails_there_is_no_afspraak_either(
    client: Client, plekken: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = begin(client, "Mislukt")
    choose(noor)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("the register fell over")

    with monkeypatch.context() as broken:
        broken.setattr(indienen, "deliver_aanvraag", fail)
        with pytest.raises(RuntimeError):
            noor.send()
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (0, 0)
    form = noor.get("controleren").context["form"]
    for _press in ("once", "and again"):
        noor.post("controleren", bewijs=str(form["bewijs"].value()), verklaring="on")
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (1, 1)


def test_a_time_that_went_to_somebody_else_is_chosen_again(client: Client, plekken: None) -> None:
    noor = begin(client, "Te laat")
    choose(noor)
    Reservering.objects.update(status="verlopen")
    form = noor.get("controleren").context["form"]
    refused = noor.post("controleren", bewijs=str(form["bewijs"].value()), verklaring="on")
    assert "niet meer vrij" in client.get(refused["Location"]).text
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (0, 0)
    choose(noor, 1)
    noor.send()
    assert Afspraak.objects.count() == 1


def test_who_has_as_many_afspraken_as_one_may_is_told_that_and_not_that_the_time_is_gone(
    client: Client, plekken: None
) -> None:
    Afspraaksoort.objects.update(max_per_contact=1)
    noor = begin(client, "Een keer")
    choose(noor)
    noor.send()
    again = begin(client, "Nog een keer")
    choose(again)
    form = again.get("controleren").context["form"]
    refused = again.post("controleren", bewijs=str(form["bewijs"].value()), verklaring="on")
    page = client.get(refused["Location"]).text
    assert "al een afspraak hiervoor" in page
    assert "niet meer vrij" not in page
    assert Afspraak.objects.count() == 1
    again.post("wanneer", **{"v-komen": "geen"}, **EMAIL)
    again.send()
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (2, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "gemeentehuis",
        "gemeentehuis morgen",
        "gemeentehuis 2031-01-01T09:00:00",
        "elders 2031-01-01T09:00:00+00:00",
    ],
)
def test_words_that_are_no_time_hold_nothing(client: Client, plekken: None, typed: str) -> None:
    noor = begin(client, "Verzonnen")
    page = noor.post("wanneer", **{"v-komen": typed}, **EMAIL).text
    assert "Wij konden deze tijd niet voor u vasthouden" in page
    assert not Reservering.objects.exists()


def test_one_connection_does_not_keep_all_times_off_others(
    client: Client, plekken: None, settings: Settings
) -> None:
    settings.ELOKET_AFSPRAAK_PER_HALFUUR = 2
    noor = begin(client, "Vaak")
    for number in range(2):
        choose(noor, number)
    key, _words = choices(noor)[3]
    page = noor.post("wanneer", **{"v-komen": key}, **EMAIL).text
    assert "Wij konden deze tijd niet voor u vasthouden" in page
    assert Reservering.objects.filter(status="vastgehouden").count() == 2


def test_what_no_desk_can_do_is_made_by_hand(client: Client, plekken: None) -> None:
    make_soort("trouwen", "trouwambtenaar")
    noor = begin(client, "Trouwen", afspraaksoort="trouwen")
    assert "Maandagochtend" in noor.get("wanneer").text
    make_agenda(make_plek("raadzaal", desks=0), "trouwambtenaar")
    assert "Raadzaal" in noor.get("wanneer").text


def test_an_agenda_that_does_not_answer_is_not_a_full_one(
    client: Client, plekken: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = begin(client, "Storing")

    def silent(*args: Any, **kwargs: Any) -> None:
        raise NietBereikbaar("out of order")

    for name in ("list_plekken", "list_soorten", "hold"):
        monkeypatch.setattr(DatabaseBackend, name, silent)
    assert "Er zijn nu geen tijden te kiezen" in noor.get("wanneer").text
    noor.post("wanneer", **{"v-komen": "geen"}, **EMAIL)
    noor.send()
    assert Aanvraag.objects.get().antwoorden["komen"] == {"voorkeur": []}


def test_who_logged_in_owns_the_afspraak(client: Client, plekken: None) -> None:
    form = definitie()
    form["stappen"][1]["velden"] = [vraag(), form["stappen"][1]["velden"][1]]
    publish(titel={"nl": "Ingelogd"}, niveau=20, stappen=form["stappen"])
    login_burger(client, handelende=Kvk("90007645"))
    noor = Invuller(client)
    noor.begin()
    choose(noor)
    noor.send()
    made = Afspraak.objects
    assert made.visible_to(Bsn(NOOR_BSN)).exists()
    assert made.made_for(Bsn(NOOR_BSN), door=Kvk("90007645")).exists()
    assert not made.made_for(Bsn(NOOR_BSN), door=Kvk("90001354")).exists()


kept = conftest.frame_kept


def test_a_step_with_an_agenda_costs_at_most_ten_queries(
    client: Client, plekken: None, kept: None, django_assert_max_num_queries: Any
) -> None:
    noor = begin(client, "Vragen")
    noor.get("wanneer")
    with django_assert_max_num_queries(10):
        page = noor.get("wanneer")
    key = page.context["form"]["komen"].field.choices[0][0]
    noor.post("wanneer", **{"v-komen": key}, **EMAIL)
    with django_assert_max_num_queries(10):
        assert "(uw keuze)" in noor.get("wanneer").text
