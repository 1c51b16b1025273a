"""An afspraak as a question: by hand while there is no agenda, and with one that holds a time."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from eloket.afspraken import planner as planners
from eloket.afspraken.services import (
    Aanvraaggegevens,
    NietBereikbaar,
    Planner,
    Tijd,
    TijdBezet,
    ensure_afspraaksoort,
    register_planner,
)
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services.papier import papier_context
from eloket.formulieren.velden import get_veldtype
from tests.formulieren.beantwoorden import answer_all, make_veld
from tests.formulieren.factories import Invuller, definitie, get_formulier, publish

pytestmark = pytest.mark.django_db
BEGIN = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)


class Agenda(Planner):
    """Times as an agenda offers them, in memory."""

    def __init__(self) -> None:
        self.vrij = {"a": BEGIN, "b": BEGIN + timedelta(hours=1)}
        self.vast: dict[str, datetime] = {}
        self.gemaakt: dict[UUID, str] = {}
        self.weg = False
        self.plek = ""
        self.soorten: set[str] | None = None

    def plans(self, soort: str, *, now: datetime) -> bool:
        return self.soorten is None or soort in self.soorten

    def list_tijden(self, soort: str, *, now: datetime) -> Sequence[Tijd]:
        self.answer()
        return [Tijd(sleutel, begin, self.plek) for sleutel, begin in self.vrij.items()]

    def hold(self, soort: str, tijd: str, *, now: datetime) -> Tijd:
        self.answer()
        if tijd not in self.vrij:
            raise TijdBezet(tijd)
        self.vast[f"{tijd}-vast"] = self.vrij.pop(tijd)
        return Tijd(f"{tijd}-vast", self.vast[f"{tijd}-vast"], self.plek)

    def prolong(self, houvast: str, *, now: datetime) -> Tijd:
        self.answer()
        if houvast not in self.vast:
            raise TijdBezet(houvast)
        return Tijd(houvast, self.vast[houvast])

    def confirm(self, houvast: str, *, bron: UUID, gegevens: Aanvraaggegevens, now: datetime) -> str:
        self.prolong(houvast, now=now)
        return self.gemaakt.setdefault(bron, f"AFS{len(self.gemaakt) + 1}")

    def answer(self) -> None:
        if self.weg:
            raise NietBereikbaar


@pytest.fixture
def agenda(monkeypatch: pytest.MonkeyPatch) -> Iterator[Agenda]:
    monkeypatch.setattr(planners, "_planners", [])
    own = Agenda()
    register_planner(own)
    return own


def vraag(**instellingen: Any) -> dict[str, Any]:
    return {
        "soort": "afspraak",
        "sleutel": "komen",
        "label": {"nl": "Wanneer kunt u komen?", "en": "When can you come?"},
        "eigenschap": "Afspraak",
        "instellingen": {"afspraaksoort": "paspoort", **instellingen},
    }


def begin(client: Client, name: str, **instellingen: Any) -> Invuller:
    """Noor at the last step of a form that ends with an afspraak; `name` sets its forms apart."""
    form = definitie()
    form["stappen"][1]["velden"] = [vraag(**instellingen), form["stappen"][1]["velden"][1]]
    publish(titel={"nl": name}, stappen=form["stappen"])
    noor = Invuller(client)
    noor.begin()
    return noor


def test_without_an_agenda_noor_says_when_she_can_come_and_kees_reads_it(client: Client) -> None:
    ensure_afspraaksoort(code="paspoort", naam="Paspoort aanvragen", minuten=10, meenemen="Uw oude paspoort.")
    noor = begin(client, "Met de hand")
    page = noor.get("wanneer").content.decode()
    for told in ("bellen of mailen u", "“Paspoort aanvragen” duurt ongeveer 10 minuten", "Neem mee: Uw oude"):
        assert told in page
    assert "Zaterdag" not in page
    assert "Kies een of meer dagdelen" in noor.post("wanneer").content.decode()
    assert "Kies uit de dagdelen" in noor.post("wanneer", **{"v-komen": "zo-nacht"}).content.decode()

    client.post(f"{noor.concept}wanneer/", {"v-komen": ["ma-ochtend", "do-middag"]})
    assert "Maandagochtend<br>Donderdagmiddag" in noor.get("controleren").content.decode()
    noor.send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.antwoorden["komen"] == {"voorkeur": ["ma-ochtend", "do-middag"]}


def test_the_redacteur_chooses_the_parts_of_the_week() -> None:
    avonden = make_veld("afspraak", dagdelen=["do-avond", "za-ochtend"])
    assert answer_all(avonden, {"": ["za-ochtend", "altijd"]}) == ({"voorkeur": ["altijd"]}, [])
    assert answer_all(avonden, {"": ["ma-ochtend"]})[0] is None
    assert [optie.waarde for optie in get_veldtype("afspraak").opties(avonden)] == [
        "altijd",
        "do-avond",
        "za-ochtend",
    ]


def test_on_paper_one_ticks_several(client: Client) -> None:
    versie = publish(stappen=[{**definitie()["stappen"][0], "velden": [vraag()]}])
    (asked,) = papier_context(versie.definitie)["stappen"][0]["vragen"]
    assert (asked.meer, len(asked.opties)) == (True, 11)


def test_a_kind_that_changed_is_told_on_the_page_that_was_kept(client: Client) -> None:
    noor = begin(client, "Gewijzigd")
    assert "duurt ongeveer" not in noor.get("wanneer").content.decode()
    ensure_afspraaksoort(code="paspoort", naam="Paspoort", naam_en="Passport", minuten=15)
    assert "“Paspoort” duurt ongeveer 15 minuten" in noor.get("wanneer").content.decode()


def test_samira_hears_that_nobody_could_be_reached(client: Client) -> None:
    ensure_afspraaksoort(code="paspoort", naam="Paspoort")
    begin(client, "Onbereikbaar")
    formulier = get_formulier()
    block = formulier.stappen.stream_block
    block.clean(formulier.stappen)
    del formulier.stappen[1].value["velden"][1]
    with pytest.raises(ValidationError) as refused:
        block.clean(formulier.stappen)
    assert "telefoonnummer of e-mailadres" in str(refused.value.non_block_errors)


def test_a_time_is_held_shown_as_noors_own_and_made_when_she_sends(client: Client, agenda: Agenda) -> None:
    noor = begin(client, "Agenda")
    assert "maandag 1 februari 2027 om 9.30 uur" in noor.get("wanneer").content.decode()
    noor.post("wanneer", **{"v-komen": "a"})
    page = noor.get("wanneer").content.decode()
    assert "om 9.30 uur (uw keuze)" in page
    mark = str(noor.get("wanneer").context["form"]["komen"].value())
    noor.post("wanneer", **{"v-komen": mark})  # the same once more: still hers
    assert list(agenda.vrij) == ["b"]
    assert agenda.gemaakt == {}

    noor.send()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.antwoorden["komen"] == {"begin": BEGIN.isoformat(), "referentie": "AFS1"}
    told = get_veldtype("afspraak").to_eigenschap(aanvraag.antwoorden["komen"], make_veld("afspraak"))
    assert told == "maandag 1 februari 2027 om 9.30 uur, Afspraaknummer: AFS1"


@pytest.mark.parametrize("chosen", ["weg", "a-vast", '{"houvast": "a"}'])
def test_a_time_that_is_not_there_is_not_held(client: Client, agenda: Agenda, chosen: str) -> None:
    noor = begin(client, "Bezet")
    page = noor.post("wanneer", **{"v-komen": chosen}).content.decode()
    assert "Wij konden deze tijd niet voor u vasthouden" in page
    assert "(uw keuze)" not in page


def test_each_time_says_where_and_so_do_the_summary_and_the_zaak(client: Client, agenda: Agenda) -> None:
    agenda.plek = "Wijkpunt Zuid"
    noor = begin(client, "Plaatsen")
    assert "om 9.30 uur, Wijkpunt Zuid" in noor.get("wanneer").content.decode()
    noor.post("wanneer", **{"v-komen": "a"})
    assert "om 9.30 uur, Wijkpunt Zuid (uw keuze)" in noor.get("wanneer").content.decode()
    noor.send()
    made = Aanvraag.objects.get().antwoorden["komen"]
    told = get_veldtype("afspraak").to_eigenschap(made, make_veld("afspraak"))
    assert told == "maandag 1 februari 2027 om 9.30 uur, Wijkpunt Zuid, Afspraaknummer: AFS1"


def test_the_agenda_plans_passports_only(client: Client, agenda: Agenda) -> None:
    agenda.soorten = {"paspoort"}
    ensure_afspraaksoort(code="trouwen", naam="Trouwen")
    noor = begin(client, "Met de hand", afspraaksoort="trouwen")
    assert "Maandagochtend" in noor.get("wanneer").content.decode()
    agenda.soorten.add("trouwen")  # the same form, from now on
    assert "om 9.30 uur" in noor.get("wanneer").content.decode()


def test_a_mark_of_another_kind_of_afspraak_is_refused(client: Client, agenda: Agenda) -> None:
    trouwen = make_veld("afspraak", afspraaksoort="trouwen")
    mark = answer_all(trouwen, {"": "a"})[0]["bewijs"]
    assert answer_all(make_veld("afspraak", afspraaksoort="paspoort"), {"": mark})[0] is None
    assert answer_all(trouwen, {"": mark})[1] == []


@pytest.mark.parametrize("fault", ["bezet", "weg", "geen agenda meer"])
def test_a_time_that_is_gone_at_sending_is_chosen_again_and_nothing_was_sent(
    client: Client, agenda: Agenda, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    noor = begin(client, f"Verlopen {fault}")
    noor.post("wanneer", **{"v-komen": "a", "v-email": "noor@voorbeeld.nl"})
    form = noor.get("controleren").context["form"]
    if fault == "geen agenda meer":
        monkeypatch.setattr(planners, "_planners", [])
    agenda.vast.clear()
    agenda.weg = fault == "weg"
    refused = noor.post("controleren", bewijs=str(form["bewijs"].value()), verklaring="on")
    page = client.get(refused["Location"]).content.decode()
    assert "niet meer vrij" in page
    assert "noor@voorbeeld.nl" in page
    assert (Aanvraag.objects.count(), Concept.objects.count()) == (0, 1)
    if fault == "weg":
        assert "Er zijn nu geen tijden te kiezen" in page
    noor.post("wanneer", **{"v-komen": "geen", "v-email": "noor@voorbeeld.nl"})
    noor.send()
    assert Aanvraag.objects.get().antwoorden["komen"] == {"voorkeur": []}
