"""Each rule by itself, and what holds of all of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.lib.partij import Bsn, Eidas, Kvk
from eloket.uitgifte.backends.base import Kentekenregister
from eloket.uitgifte.backends.kentekens import DemoKentekens, GeenKentekens
from eloket.uitgifte.beslisregels import BESLISREGELS, Antwoord, Bevinding, Feiten, Uitslag
from eloket.uitgifte.regels.gebied import Gebied, InvalidGebied, read_gebieden
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling

INSTELLINGEN: dict[str, Any] = {
    "zones": "A, b",
    "maximum": 2,
    "vraag": "voor-wie",
    "antwoorden": "bewoner, gezin",
    "uitleg_nl": "Voor een bewoner.",
    "uitleg_en": "",
}
FEITEN = st.builds(
    Feiten,
    antwoorden=st.dictionaries(
        st.sampled_from(["voor-wie", "anders"]), st.builds(Antwoord, st.none() | st.text() | st.integers())
    ),
    zone=st.sampled_from([None, "", "A", "B", "C"]),
    gevraagde_zone=st.sampled_from(["", "A", "C"]),
    aantal=st.none() | st.integers(0, 5),
    woont_er=st.sampled_from([None, True, False]),
    tenaamstelling=st.sampled_from(Tenaamstelling),
)


@given(feiten=FEITEN, naam=st.sampled_from(sorted(BESLISREGELS)))
def test_whatever_is_known_a_rule_says_something_in_both_languages_and_refuses_nobody(
    feiten: Feiten, naam: str
) -> None:
    uitslag, zin = BESLISREGELS[naam].judge(feiten, INSTELLINGEN)
    assert uitslag in (Uitslag.GOED, Uitslag.TWIJFEL, Uitslag.ONBEKEND)
    assert zin.nl
    assert zin.en
    assert "%(" not in zin.nl + zin.en
    kept = Bevinding(naam, uitslag, zin, "artikel 1")
    assert Bevinding.from_dict(kept.to_dict()) == kept


@pytest.mark.parametrize("naam", sorted(BESLISREGELS))
def test_when_nothing_is_known_no_rule_holds(naam: str) -> None:
    uitslag, _zin = BESLISREGELS[naam].judge(Feiten(), INSTELLINGEN)
    assert uitslag == Uitslag.ONBEKEND
    assert BESLISREGELS[naam].describe(INSTELLINGEN).nl


@pytest.mark.parametrize(("there", "uitslag"), [(0, "goed"), (1, "goed"), (2, "twijfel"), (9, "twijfel")])
def test_the_one_that_is_asked_counts_too(there: int, uitslag: str) -> None:
    assert BESLISREGELS["aantal_per_adres"].judge(Feiten(aantal=there), INSTELLINGEN)[0] == uitslag


@pytest.mark.parametrize(
    ("zone", "asked", "uitslag"),
    [("A", "", "goed"), ("B", "B", "goed"), ("A", "B", "twijfel"), ("C", "", "twijfel"), ("", "", "twijfel")],
)
def test_the_zone_must_be_one_of_these_and_the_one_that_was_asked(
    zone: str, asked: str, uitslag: str
) -> None:
    feiten = Feiten(zone=zone, gevraagde_zone=asked)
    assert BESLISREGELS["adres_in_zone"].judge(feiten, INSTELLINGEN)[0] == uitslag


class Kentekencontract:
    """What every register of vehicles does."""

    register: Kentekenregister

    @pytest.mark.parametrize("van", [Bsn("999990019"), Kvk("90001354"), Eidas("SE/NL/x")])
    def test_a_kenteken_that_is_nowhere_is_unknown(self, van: Any) -> None:
        assert self.register.get_tenaamstelling("ZZ999Z", van=van) == Tenaamstelling.ONBEKEND


class TestGeen(Kentekencontract):
    register = GeenKentekens({})


class TestDemo(Kentekencontract):
    register = DemoKentekens({})

    @pytest.mark.parametrize(
        ("kenteken", "found"),
        [
            ("GT123X", Tenaamstelling.EIGEN),
            ("KL456Z", Tenaamstelling.LEASE),
            ("HB789N", Tenaamstelling.ANDER),
        ],
    )
    def test_noor_has_a_car_leases_one_and_borrows_one(self, kenteken: str, found: Tenaamstelling) -> None:
        assert self.register.get_tenaamstelling(kenteken, van=Bsn("999990019")) == found

    def test_who_has_no_number_cannot_be_found(self) -> None:
        assert self.register.get_tenaamstelling("GT123X", van=Eidas("SE/NL/x")) == Tenaamstelling.ONBEKEND


@given(st.text(max_size=40))
def test_a_zone_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        gebieden = read_gebieden(text)
    except InvalidGebied:
        return
    assert all(1 <= each.van <= each.tot and len(each.postcode) == 6 for each in gebieden)


def test_what_a_zone_holds() -> None:
    assert read_gebieden("1234 ab\n\n1234AC 12\n 1234 AD 1-99 ") == [
        Gebied("1234AB"),
        Gebied("1234AC", 12, 12),
        Gebied("1234AD", 1, 99),
    ]
