"""A date explains itself in words that a resident can read."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from eloket.zaken.termijnen import (
    BESLISTERMIJN,
    Duur,
    Opschorting,
    Regel,
    Termijn,
    Termijnregel,
    Verlenging,
    compute_bezwaartermijn,
    compute_dwangsom,
    compute_termijn,
    count_back,
    explain,
    extend_for_storing,
    spell_duur,
)
from eloket.zaken.termijnen.awt import Reden
from eloket.zaken.termijnen.feiten import Termijnbron
from eloket.zaken.termijnen.regel import Aanleiding
from eloket.zaken.termijnen.stap import Stap

DAG = date(2027, 5, 5)


def words(termijn: Termijn) -> list[str]:
    with override("nl"):
        return [explain(stap) for stap in termijn.stappen]


def test_noor_reads_why_her_term_ends_after_hemelvaart() -> None:
    assert words(compute_bezwaartermijn(date(2027, 3, 24))) == [
        "Het besluit is bekendgemaakt op woensdag 24 maart 2027. De dag daarna is dag 1 van de termijn.",
        "De termijn in de wet is 6 weken. Dat is tot en met woensdag 5 mei 2027.",
        "Een termijn uit de wet eindigt niet op een zaterdag, zondag of feestdag. Wij slaan over:"
        " woensdag 5 mei (Bevrijdingsdag), donderdag 6 mei (Hemelvaartsdag),"
        " vrijdag 7 mei (telt als feestdag), zaterdag 8 mei, zondag 9 mei."
        " De datum wordt maandag 10 mei 2027.",
    ]


def test_noor_reads_that_the_clock_stood_still_and_that_more_time_was_taken() -> None:
    termijn = compute_termijn(
        BESLISTERMIJN,
        date(2026, 9, 1),
        vandaag=date(2026, 9, 20),
        opschortingen=[Opschorting(date(2026, 9, 11), date(2026, 9, 20), "uw tekening ontbreekt")],
        verlengingen=[Verlenging(Duur(dagen=42), "er is advies nodig", date(2026, 10, 1))],
    )
    assert words(termijn)[2:] == [
        "Van vrijdag 11 september 2026 tot en met zaterdag 19 september 2026 telt de tijd niet mee."
        " De datum wordt donderdag 5 november 2026.",
        "Op donderdag 1 oktober 2026 liet de gemeente weten dat zij 6 weken meer tijd neemt."
        " De datum wordt donderdag 17 december 2026.",
    ]
    assert [stap.feit for stap in termijn.stappen[2:]] == ["uw tekening ontbreekt", "er is advies nodig"]


@pytest.mark.parametrize("regel", Regel)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_has_words_in_which_nothing_is_left_open(regel: Regel, language: str) -> None:
    variants = [
        Stap(regel, DAG, DAG, duur=Duur(dagen=56), aanleiding=aanleiding, reden=reden, bron=bron)
        for aanleiding in Aanleiding
        for reden in Reden
        for bron in Termijnbron
    ]
    with override(language):
        for stap in variants:
            text = explain(stap)
            assert len(text) > 20
            assert "%" not in text
            assert all(len(sentence.split()) <= 30 for sentence in re.split(r"[.:] ", text))


@pytest.mark.parametrize(
    ("duur", "expected"),
    [
        (Duur(dagen=56), "8 weken"),
        (Duur(dagen=7), "1 week"),
        (Duur(dagen=10), "10 dagen"),
        (Duur(dagen=1), "1 dag"),
        (Duur(maanden=1, dagen=10), "1 maand en 10 dagen"),
        (Duur(jaren=2), "2 jaar"),
        (Duur(uren=48), "48 uur"),
    ],
)
def test_a_term_is_spelled_as_people_say_it(duur: Duur, expected: str) -> None:
    with override("nl"):
        assert spell_duur(duur) == expected


def test_other_dates_explain_themselves_too() -> None:
    dwangsom = compute_dwangsom(
        compute_termijn(BESLISTERMIJN, date(2026, 9, 1), vandaag=DAG),
        ontvangen_op=date(2026, 10, 28),
        besloten_op=None,
        vandaag=date(2026, 10, 28),
    )
    storing = extend_for_storing(
        compute_termijn(BESLISTERMIJN, date(2026, 9, 1), vandaag=DAG),
        eerste=date(2026, 10, 27),
        laatste=date(2026, 10, 27),
    )
    terug = count_back(date(2027, 5, 12), Duur(dagen=7))
    lang = compute_termijn(Termijnregel(Duur(dagen=91)), date(2026, 8, 2), vandaag=DAG)
    with override("nl"):
        assert explain(dwangsom.stappen[2]).endswith("voor elke dag vanaf donderdag 12 november 2026.")
        assert explain(storing.stappen[-1]).endswith("tot en met woensdag 28 oktober 2026.")
        assert explain(terug.stappen[-1]).startswith("Woensdag 5 mei 2027 is een feestdag (Bevrijdingsdag).")
        assert explain(lang.stappen[-1]).startswith("Zondag 1 november 2026. De datum blijft toch zo")
