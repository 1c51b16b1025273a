"""From claims to an identity: what brokers send, and what they must not get away with."""

from typing import Any

import pytest

from eloket.accounts.claims import InvalidClaims, read_claim, to_identiteit, to_niveau, to_profiel
from eloket.accounts.instellingen import read_oidc
from eloket.accounts.niveau import Niveau
from eloket.accounts.rollen import Rol
from eloket.lib.omgeving import Omgeving
from eloket.lib.partij import Bsn, Kvk, Rsin

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
