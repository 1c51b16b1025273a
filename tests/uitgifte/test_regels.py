"""States, terms, codes and claims, without a database."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.uitgifte.claims import CLAIMTYPEN, InvalidClaims, Vorm, clean_claims
from eloket.uitgifte.regels.code import LENGTE, TEKENS, mint_code, show_code
from eloket.uitgifte.regels.geldigheid import count_end
from eloket.uitgifte.regels.status import LEVEND, Productstatus, Stand, may_become, read_stand
from tests.uitgifte.factories import CLAIMS, NOW, PARKEREN, UITTREKSEL

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OVER = (Productstatus.VERLOPEN, Productstatus.INGETROKKEN, Productstatus.VERVANGEN)


@pytest.mark.parametrize("over", OVER)
def test_what_is_over_stays_over(over: Productstatus) -> None:
    assert not [naar for naar in Productstatus if may_become(over, naar)]


def test_nothing_becomes_a_concept_again_and_a_concept_is_issued_first() -> None:
    assert not [van for van in Productstatus if may_become(van, Productstatus.CONCEPT)]
    assert [naar for naar in Productstatus if may_become(Productstatus.CONCEPT, naar)] == ["uitgegeven"]


@given(
    status=st.sampled_from(list(Productstatus)),
    before=st.integers(-5, 5),
    length=st.none() | st.integers(1, 5),
)
def test_only_what_was_issued_and_within_its_term_holds(
    status: Productstatus, before: int, length: int | None
) -> None:
    vanaf = NOW + timedelta(days=before)
    tot = None if length is None else vanaf + timedelta(days=length)
    stand = read_stand(status, vanaf=vanaf, tot=tot, now=NOW)
    within = vanaf <= NOW and (tot is None or tot > NOW)
    assert (stand == Stand.GELDIG) == (status == Productstatus.UITGEGEVEN and within)
    if status not in LEVEND:
        assert stand == status  # a term that passes does not undo what was done


@pytest.mark.parametrize(
    ("vanaf", "aantal", "eenheid", "last_day"),
    [
        ("2026-11-24T10:30", 1, "jaren", "2027-11-23"),
        ("2028-02-29T00:00", 1, "jaren", "2029-02-28"),
        ("2027-01-31T23:59", 1, "maanden", "2027-02-28"),
        ("2026-12-15T12:00", 2, "maanden", "2027-02-14"),
        ("2027-03-27T12:00", 2, "dagen", "2027-03-28"),  # over the night without 2 o'clock
    ],
)
def test_a_term_ends_at_midnight_of_the_gemeente(
    vanaf: str, aantal: int, eenheid: str, last_day: str
) -> None:
    end = count_end(datetime.fromisoformat(vanaf).replace(tzinfo=AMSTERDAM), aantal=aantal, eenheid=eenheid)
    assert end is not None
    local = end.astimezone(AMSTERDAM)
    assert (local.hour, local.minute) == (0, 0)
    assert (local.date() - timedelta(days=1)).isoformat() == last_day


def test_without_an_end_there_is_none() -> None:
    assert count_end(NOW, aantal=0, eenheid="geen") is None


def test_codes_are_long_random_and_readable() -> None:
    codes = {mint_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == LENGTE and set(code) <= set(TEKENS) for code in codes)
    assert len(TEKENS) ** LENGTE >= 2**80
    assert not set("01IO") & set(TEKENS)
    assert show_code("A7K3QX9M2BCDEFGH") == "A7K3-QX9M-2BCD-EFGH"


def test_claims_are_kept_in_one_form() -> None:
    kept = clean_claims(PARKEREN, CLAIMS[PARKEREN])
    assert (kept["kenteken"], kept["zone"]) == ("GT123X", "A")
    assert clean_claims(PARKEREN, kept) == kept


@pytest.mark.parametrize(
    ("claims", "wrong"),
    [
        ({}, "kenteken, zone"),
        ({"kenteken": "GT123X", "zone": "A", "bsn": "999990019"}, "bsn"),
        ({"kenteken": "'; drop table", "zone": "A"}, "kenteken"),
        ({"kenteken": "GT123X", "zone": "A", "naam": "x" * 501}, "naam"),
        ({"kenteken": "GT123X", "zone": "A", "naam": ["Noor"]}, "naam"),
        ({"kenteken": "GT123X", "zone": "\x00"}, "zone"),
    ],
)
def test_claims_of_another_form_are_refused_by_name_alone(claims: dict[str, object], wrong: str) -> None:
    with pytest.raises(InvalidClaims) as fout:
        clean_claims(PARKEREN, claims)
    assert str(fout.value) == wrong


@pytest.mark.parametrize("value", ["gisteren", "2026-13-01", 7, "2026-11-24T00:00"])
def test_a_day_is_a_day(value: object) -> None:
    with pytest.raises(InvalidClaims, match="stand"):
        clean_claims(UITTREKSEL, CLAIMS[UITTREKSEL] | {"stand": value})


def test_a_moment_needs_a_time_zone() -> None:
    eventtype = "urn:eloket:evenementenvergunning:1"
    with pytest.raises(InvalidClaims, match="begin"):
        clean_claims(eventtype, CLAIMS[eventtype] | {"begin": "2026-12-05T14:00"})
    moment = datetime(2026, 12, 5, 13, 0, tzinfo=UTC)
    assert clean_claims(eventtype, CLAIMS[eventtype] | {"begin": moment})["begin"].endswith("+00:00")


def test_nothing_that_tells_of_a_person_can_be_shown_to_everybody() -> None:
    personal = {"naam", "adres", "kenteken", "geboortedatum", "organisator", "sinds", "voorwaarden"}
    for claimtype in CLAIMTYPEN.values():
        assert not personal & {veld.naam for veld in claimtype.toonbaar}
        assert not [veld for veld in claimtype.toonbaar if veld.vorm == Vorm.KENTEKEN]
