"""From claims to an identity: what brokers send, and what they must not get away with."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.accounts.claims import InvalidClaims, read_claim, to_identiteit, to_niveau, to_profiel
from eloket.accounts.identiteit import from_dict, to_dict
from eloket.accounts.instellingen import read_oidc
from eloket.accounts.niveau import Niveau
from eloket.accounts.rollen import Rol
from eloket.lib.omgeving import Omgeving
from eloket.lib.partij import Bsn, Eidas, Kvk, Rsin

OIDC = read_oidc(Omgeving({}), demo_url="")
MIDDEN = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"


def digid(**claims: Any) -> Any:
    return to_identiteit({"acr": MIDDEN, **claims}, OIDC["digid"], "digid")


def eherkenning(**claims: Any) -> Any:
    return to_identiteit(
        {"acr": "http://eidas.europa.eu/LoA/high", **claims}, OIDC["eherkenning"], "eherkenning"
    )


def test_digid() -> None:
    noor = digid(bsn="999990019", name="Noor de Wit")
    assert (noor.belanghebbende, noor.niveau, noor.handelende) == (Bsn("999990019"), Niveau.MIDDEN, None)


def test_digid_machtigen_tells_who_acts_for_whom() -> None:
    noor = digid(**{"aanvrager.bsn": "999990020", "gemachtigde.bsn": "999990019", "service_id": "urn:dienst"})
    assert noor.belanghebbende == Bsn("999990020")
    assert noor.handelende == Bsn("999990019")
    assert noor.machtiging == "urn:dienst"


def test_eherkenning_with_and_without_a_vestiging() -> None:
    assert eherkenning(kvk="90001354").belanghebbende == Kvk("90001354")
    lotte = eherkenning(
        **{
            "urn:etoegang:core:LegalSubjectID": "90004590",
            "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr": "990000216645",
        }
    )
    assert lotte.belanghebbende == Kvk("90004590", "990000216645")
    assert lotte.niveau == Niveau.HOOG


def test_eherkenning_without_a_kvk_number() -> None:
    assert eherkenning(rsin="999990032").belanghebbende == Rsin("999990032")


@pytest.mark.parametrize(
    "claims", [{}, {"bsn": ""}, {"bsn": "123456789"}, {"bsn": "99999001"}, {"bsn": ["x"]}]
)
def test_no_valid_number_no_identity(claims: dict[str, Any]) -> None:
    with pytest.raises(InvalidClaims):
        digid(**claims)


@pytest.mark.parametrize("acr", [None, "", "0", "urn:iets:anders"])
def test_an_unknown_level_is_no_level(acr: str | None) -> None:
    assert to_niveau({"acr": acr}, OIDC["digid"]) == Niveau.GEEN


def test_a_claim_may_lie_deeper() -> None:
    claims = {"realm_access": {"roles": ["kcc"]}, "a.b": "plat"}
    assert read_claim(claims, ["ontbreekt", "realm_access.roles"]) == ["kcc"]
    assert read_claim(claims, "a.b") == "plat"
    assert read_claim(claims, "realm_access.roles.dieper") is None


def test_only_known_groups_become_a_rol() -> None:
    claims = {"sub": "1", "groups": ["Loket-KCC", "Alle medewerkers"], "name": "Ilse Bakker"}
    profiel = to_profiel(claims, OIDC["medewerker"], {"Loket-KCC": "kcc"})
    assert profiel.rollen == {Rol.KCC}
    assert to_profiel({"sub": "1", "groups": "Loket-KCC"}, OIDC["medewerker"], {"Loket-KCC": "kcc"}).rollen


def test_an_employee_without_sub_is_nobody() -> None:
    with pytest.raises(InvalidClaims):
        to_profiel({}, OIDC["medewerker"], {})


@pytest.mark.parametrize(
    ("claim", "hoedanigheid"),
    [
        ("bewindvoerder", "bewindvoerder"),
        ("Bewindvoering", "bewindvoerder"),
        ("curatele", "curator"),
        ("mentor", "mentor"),
        ("", "gemachtigde"),
        ("koning", "gemachtigde"),  # a word that nobody agreed on claims no more than a machtiging
    ],
)
def test_hanna_acts_for_fatima_as_what_the_claim_says(claim: str, hoedanigheid: str) -> None:
    hanna = digid(
        **{"aanvrager.bsn": "999990032", "gemachtigde.bsn": "999990093", "hoedanigheid": claim},
        **{"aanvrager.naam": "Fatima El Amrani", "gemachtigde.naam": "Hanna Smit"},
    )
    assert (hanna.belanghebbende, hanna.handelende) == (Bsn("999990032"), Bsn("999990093"))
    assert hanna.hoedanigheid == hoedanigheid
    assert (hanna.naam, hanna.handelende_naam) == ("Fatima El Amrani", "Hanna Smit")
    assert hanna.getoonde_naam == "Hanna Smit, voor Fatima El Amrani"


def test_a_gemachtigde_without_names_is_no_blank_in_the_bar() -> None:
    piet = digid(**{"aanvrager.bsn": "999990019", "gemachtigde.bsn": "999990068"})
    assert piet.getoonde_naam == "gemachtigde"
    assert digid(bsn="999990019", hoedanigheid="curator").hoedanigheid == ""  # acts for nobody else


def test_who_acts_for_themselves_is_nobodys_gemachtigde() -> None:
    noor = digid(**{"aanvrager.bsn": "999990019", "gemachtigde.bsn": "999990019", "name": "Noor de Wit"})
    assert noor.handelende is None
    assert noor.naam == "Noor de Wit"


@pytest.mark.parametrize("name", ["intermediair.kvk", "urn:etoegang:1.9:IntermediateEntityID:KvKnr"])
def test_ruben_is_the_intermediair_of_a_business(name: str) -> None:
    ruben = eherkenning(**{"kvk": "90001354", name: "90007645"})
    assert (ruben.belanghebbende, ruben.handelende) == (Kvk("90001354"), Kvk("90007645"))
    assert ruben.hoedanigheid == "intermediair"


def test_an_office_for_bewind_acts_for_a_person_with_eherkenning() -> None:
    office = eherkenning(
        **{"kvk": "90007645", "vertegenwoordigde.bsn": "999990032", "hoedanigheid": "bewindvoering"}
    )
    assert (office.belanghebbende, office.handelende) == (Bsn("999990032"), Kvk("90007645"))
    assert office.hoedanigheid == "bewindvoerder"


def test_a_business_with_both_numbers_is_known_by_the_one_that_is_no_bsn() -> None:
    assert eherkenning(kvk="90001354", rsin="999990032").belanghebbende == Kvk("90001354")


def eidas(**claims: Any) -> Any:
    acr = "http://eidas.europa.eu/LoA/substantial"
    return to_identiteit({"acr": acr, **claims}, OIDC["eidas"], "eidas")


def test_eidas_with_and_without_a_bsn() -> None:
    greta = eidas(pseudoniem="SE/NL/7d1c", name="Greta Lindqvist")
    assert (greta.belanghebbende, greta.niveau) == (Eidas("SE/NL/7d1c"), Niveau.SUBSTANTIEEL)
    assert eidas(pseudoniem="IT/NL/99", bsn="999990081").belanghebbende == Bsn("999990081")
    with pytest.raises(InvalidClaims):
        eidas(sub="net-nieuw")  # what may be another word at the next login tells nobody


@given(
    st.dictionaries(
        st.sampled_from(
            [name for config in OIDC.values() for names in config["claims"].values() for name in names]
        ),
        st.none() | st.text(max_size=12) | st.integers() | st.sampled_from(["999990019", "90001354"]),
        max_size=6,
    ),
    st.sampled_from(["digid", "eherkenning", "eidas"]),
)
def test_whatever_a_broker_says_is_somebody_or_nobody(claims: dict[str, Any], middel: str) -> None:
    try:
        who = to_identiteit(claims, OIDC[middel], middel)
    except InvalidClaims:
        return
    assert who.handelende != who.belanghebbende
    assert bool(who.hoedanigheid) == (who.handelende is not None)
    assert from_dict(to_dict(who)) == who


def test_a_session_from_before_still_opens() -> None:
    data = to_dict(digid(bsn="999990019"))
    del data["hoedanigheid"], data["handelende_naam"]
    assert from_dict(data).belanghebbende == Bsn("999990019")
