"""What a form shows and asks after these answers."""

from eloket.formulieren.definitie import Actie
from eloket.formulieren.regels import Plan, beslis
from eloket.formulieren.velden import VELDTYPEN
from tests.formulieren.regels.maken import VANDAAG, als, besluit, formulier, keuze, regel, stap, stop, veld

WIE = stap("wie", veld("huurder"), veld("hulp"))
WAT = stap("wat", veld("verhuurder", "tekst"), veld("email", "email", verplicht=False))
WAAR = stap("waar", veld("adres", "tekst"))


def test_a_question_with_a_rule_is_there_only_when_it_holds() -> None:
    form = formulier(WIE, WAT, regels=[regel("toon_veld", als("huurder", "is", "ja"), doel="verhuurder")])
    assert [each.sleutel for each in besluit(form, huurder="ja").list_velden(form.stappen[1])] == [
        "verhuurder",
        "email",
    ]
    assert [each.sleutel for each in besluit(form, huurder="nee").list_velden(form.stappen[1])] == ["email"]
    assert besluit(form).verborgen_velden == {"verhuurder"}


def test_two_rules_for_one_question_show_it_when_one_of_them_holds() -> None:
    form = formulier(
        WIE,
        WAT,
        regels=[
            regel("toon_veld", als("huurder", "is", "ja"), doel="verhuurder"),
            regel("toon_veld", als("hulp", "is", "ja"), doel="verhuurder"),
        ],
    )
    assert not besluit(form, huurder="nee", hulp="ja").verborgen_velden
    assert besluit(form, huurder="nee", hulp="nee").verborgen_velden


def test_all_conditions_or_one_of_them() -> None:
    both = [als("huurder", "is", "ja"), als("hulp", "is", "ja")]
    alle = formulier(WIE, WAT, WAAR, regels=[regel("toon_stap", *both, doel="waar")])
    een = formulier(WIE, WAT, WAAR, regels=[regel("toon_stap", *both, doel="waar", combinatie="een")])
    assert besluit(alle, huurder="ja", hulp="nee").verborgen_stappen == {"waar"}
    assert besluit(een, huurder="ja", hulp="nee").verborgen_stappen == frozenset()


def test_an_answer_that_is_hidden_counts_for_nothing() -> None:
    form = formulier(
        WIE,
        WAT,
        WAAR,
        regels=[
            regel("toon_veld", als("huurder", "is", "ja"), doel="verhuurder"),
            regel("toon_stap", als("verhuurder", "gevuld"), doel="waar"),
        ],
    )
    assert not besluit(form, huurder="ja", verhuurder="Wonen BV").verborgen_stappen
    assert besluit(form, huurder="nee", verhuurder="Wonen BV").verborgen_stappen == {"waar"}


def test_the_questions_of_a_hidden_step_count_for_nothing() -> None:
    form = formulier(
        WIE,
        WAT,
        WAAR,
        regels=[
            regel("toon_stap", als("huurder", "is", "ja"), doel="wat"),
            stop(als("verhuurder", "gevuld")),
        ],
    )
    assert besluit(form, huurder="nee", verhuurder="x").einde is None
    assert besluit(form, huurder="ja", verhuurder="x").einde is not None


def test_a_step_without_a_question_left_is_not_there() -> None:
    form = formulier(WIE, WAAR, regels=[regel("toon_veld", als("huurder", "is", "ja"), doel="adres")])
    assert besluit(form, huurder="nee").verborgen_stappen == {"waar"}


def test_a_question_becomes_required_and_another_gets_its_answer() -> None:
    form = formulier(
        WIE,
        WAT,
        stap("bedrag", veld("punten", "getal")),
        WAAR,
        regels=[
            regel("verplicht", als("huurder", "is", "ja"), doel="email"),
            regel("waarde", als("hulp", "is", "ja"), doel="punten", waarde="12"),
            regel("toon_stap", als("punten", "groter", "10"), doel="waar"),
        ],
    )
    assert besluit(form, huurder="ja").verplicht == {"email"}
    assert besluit(form, hulp="ja", punten=3).waarden == {"punten": 12}
    assert not besluit(form, hulp="ja", punten=3).verborgen_stappen  # the answer of the rule counts
    assert besluit(form, hulp="nee", punten=3).verborgen_stappen


def test_the_form_ends_after_the_last_question_that_the_rule_needs() -> None:
    form = formulier(WIE, WAT, WAAR, regels=[stop(als("huurder", "is", "ja"), als("verhuurder", "gevuld"))])
    einde = besluit(form, huurder="ja", verhuurder="Wonen BV").einde
    assert einde is not None
    assert (einde.na, einde.regel.actie) == (1, Actie.STOP)


def test_the_form_ends_after_the_first_condition_that_is_enough() -> None:
    rule = stop(als("huurder", "is", "ja"), als("adres", "gevuld"), combinatie="een")
    form = formulier(WIE, WAT, WAAR, regels=[rule])
    first, last = besluit(form, huurder="ja", adres="x").einde, besluit(form, adres="x").einde
    assert first is not None
    assert last is not None
    assert (first.na, last.na) == (0, 2)


def test_the_earliest_end_wins() -> None:
    form = formulier(
        WIE,
        WAT,
        regels=[
            stop(als("verhuurder", "gevuld"), titel={"nl": "Laat"}),
            stop(als("huurder", "is", "ja"), titel={"nl": "Vroeg"}),
        ],
    )
    einde = besluit(form, huurder="ja", verhuurder="x").einde
    assert einde is not None
    assert einde.regel.titel.nl == "Vroeg"


def test_a_rule_that_looks_ahead_never_holds() -> None:
    form = formulier(WIE, WAT, regels=[regel("toon_veld", als("verhuurder", "leeg"), doel="hulp")])
    assert besluit(form, verhuurder="").verborgen_velden == {"hulp"}


def test_only_what_rules_name_is_read() -> None:
    many = [stap(f"s{number}", *(veld(f"v{number}-{each}") for each in range(20))) for number in range(20)]
    form = formulier(*many, regels=[regel("toon_stap", als("v0-0", "is", "ja"), doel="s19")])
    asked: list[str] = []

    beslis(Plan(form, VELDTYPEN), lambda key: asked.append(key), vandaag=VANDAAG)
    assert asked == ["v0-0"]


def test_a_choice_among_several_ends_for_two_of_them() -> None:
    form = formulier(
        stap("een", keuze("boom", "klein", "groot", "ziek")),
        WAAR,
        regels=[stop(als("boom", "een_van", "klein", "ziek"))],
    )
    assert besluit(form, boom="ziek").einde is not None
    assert besluit(form, boom="groot").einde is None
