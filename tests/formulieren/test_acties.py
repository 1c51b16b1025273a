"""What Noor can do with her zaak, day by day. Pure: no database, no clock."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.formulieren.definitie import Waarvoor
from eloket.formulieren.services import find_mogelijkheden
from eloket.zaken.services import Besluit, Tekst, Zaak, Zaaktype
from eloket.zaken.termijnen import Opschorting, Termijnbron, compute_bezwaartermijn

START = date(2027, 3, 10)
LAST_DAY = date(2027, 5, 10)  # eight weeks, moved over 5 May and Hemelvaart (F-01)
KNOWN = date(2027, 3, 24)  # objecting is possible up to 10 May as well (F-02)
ALWAYS = {Waarvoor.VRAAG, Waarvoor.KLACHT}
OPEN = {Waarvoor.WIJZIGING, Waarvoor.INTREKKEN}
DAYS = st.dates(START, date(2028, 12, 31))

ZAAKTYPE = Zaaktype(
    identificatie="kapvergunning",
    omschrijving="Kapvergunning",
    omschrijving_burger=Tekst("Kapvergunning", "Felling permit"),
    begin_geldigheid=date(2020, 1, 1),
    doorlooptijd="P8W",
    servicenorm="P2W",
    vertrouwelijkheidaanduiding="zaakvertrouwelijk",
    statustypen=(),
    resultaattypen=(),
)


def make_zaak(**changes: Any) -> Zaak:
    fields: dict[str, Any] = {
        "identificatie": "ELK-2027-0000001",
        "omschrijving": "Kapvergunning eik",
        "zaaktype": ZAAKTYPE,
        "startdatum": START,
        "registratiedatum": START,
        "einddatum_gepland": START + timedelta(weeks=2),
        "uiterlijke_einddatum_afdoening": LAST_DAY,
        "einddatum": None,
        "statussen": (),
        "resultaat": None,
        "kanaal": "website",
    }
    return Zaak(**fields | changes)


def make_besluit(verzenddatum: date | None = KNOWN, **changes: Any) -> Besluit:
    tot = compute_bezwaartermijn(verzenddatum).einddatum if verzenddatum else None
    fields: dict[str, Any] = {
        "identificatie": "B1",
        "omschrijving": Tekst("Besluit kapvergunning"),
        "datum": KNOWN,
        "ingangsdatum": KNOWN,
        "vervaldatum": None,
        "verzenddatum": verzenddatum,
        "uiterlijke_reactiedatum": tot,
    }
    return Besluit(**fields | changes)


def what(zaak: Zaak, *besluiten: Besluit, op: date = START) -> set[Waarvoor]:
    return {each.waarvoor for each in find_mogelijkheden(zaak, besluiten, vandaag=op)}


@given(DAYS)
def test_a_question_and_a_klacht_are_always_possible(day: date) -> None:
    for zaak in (make_zaak(), make_zaak(einddatum=START)):
        assert what(zaak, op=day) >= ALWAYS


@given(DAYS)
def test_only_an_open_zaak_is_changed_or_withdrawn(day: date) -> None:
    assert what(make_zaak(), op=day) >= OPEN
    assert what(make_zaak(einddatum=START, zienswijze_tot=day), op=day) == ALWAYS


@given(DAYS)
def test_the_gemeente_is_declared_late_from_the_day_after_the_last_day(day: date) -> None:
    assert (Waarvoor.INGEBREKESTELLING in what(make_zaak(), op=day)) == (day > LAST_DAY)


@given(DAYS)
def test_after_a_besluit_that_was_made_known_nobody_is_late(day: date) -> None:
    assert Waarvoor.INGEBREKESTELLING not in what(make_zaak(), make_besluit(), op=day)


@pytest.mark.parametrize(
    "zaaktype",
    [{"termijnbron": Termijnbron.DIENSTNORM}, {"dwangsom_mogelijk": False}],
    ids=["promise", "klacht"],
)
def test_what_costs_the_gemeente_nothing_offers_no_ingebrekestelling(zaaktype: dict[str, Any]) -> None:
    zaak = make_zaak(zaaktype=replace(ZAAKTYPE, **zaaktype))
    assert Waarvoor.INGEBREKESTELLING not in what(zaak, op=date(2028, 1, 1))


@given(DAYS)
def test_while_the_clock_stands_still_nobody_is_late(day: date) -> None:
    still = Opschorting(START + timedelta(days=1), None, "advies")
    assert Waarvoor.INGEBREKESTELLING not in what(
        make_zaak(is_opgeschort=True, opschortingen=(still,)), op=day
    )


@given(DAYS)
def test_bezwaar_is_in_time_up_to_its_last_day_and_late_after_it(day: date) -> None:
    found = find_mogelijkheden(make_zaak(einddatum=KNOWN), [make_besluit()], vandaag=day)
    (bezwaar,) = [each for each in found if each.waarvoor is Waarvoor.BEZWAAR]
    assert bezwaar.laatste_dag == date(2027, 5, 10)
    assert bezwaar.te_laat == (day > date(2027, 5, 10))


def test_a_besluit_that_is_not_known_yet_or_knows_no_bezwaar_offers_none() -> None:
    for besluit in (make_besluit(None), make_besluit(uiterlijke_reactiedatum=None)):
        assert Waarvoor.BEZWAAR not in what(make_zaak(), besluit)


@given(DAYS)
def test_a_zienswijze_only_when_it_was_asked(day: date) -> None:
    assert Waarvoor.ZIENSWIJZE not in what(make_zaak(), op=day)
    found = find_mogelijkheden(make_zaak(zienswijze_tot=KNOWN), vandaag=day)
    assert (found[0].waarvoor, found[0].te_laat) == (Waarvoor.ZIENSWIJZE, day > KNOWN)
