"""Who somebody is, in the words of ZGW: to write it down, to search by it, to recognise it."""

import hashlib
from collections.abc import Iterable
from typing import Any, get_args

from eloket.lib.partij import Bsn, Contact, Eidas, Identificerend, Kvk, Partij, Rsin, Vereniging
from eloket.zaken.backends.zgw.verbinding import Json

ROL = "rol__betrokkeneIdentificatie__"
INITIATOR = "initiator"
EIGEN_VELD = "kvkNummer"  # of Open Zaak, on a niet_natuurlijk_persoon
BSN_FILTER = f"{ROL}natuurlijkPersoon__inpBsn"


def make_filter(voor: Identificerend, kvk_veld: str) -> dict[str, str]:
    """The keys of `_zoek` that find the zaken of which `voor` is the initiator; never empty.

    A Contact does not identify and is a `TypeError`.
    """
    if not isinstance(voor, get_args(Identificerend)):
        raise TypeError("only a Bsn, Kvk, Rsin or Eidas says whose zaken these are")
    return {**_identity_filter(voor, kvk_veld), "rol__omschrijvingGeneriek": INITIATOR}


def _identity_filter(voor: Identificerend, kvk_veld: str) -> dict[str, str]:
    match voor:
        case Bsn():
            return {BSN_FILTER: voor.nummer}
        case Eidas():
            return {f"{ROL}natuurlijkPersoon__anpIdentificatie": pseudonym_of(voor)}
        case Rsin():
            return {f"{ROL}nietNatuurlijkPersoon__innNnpId": voor.nummer}
        case Kvk():
            return _kvk_filter(voor, kvk_veld)


def _kvk_filter(voor: Kvk, kvk_veld: str) -> dict[str, str]:
    if not voor.vestiging:
        return {f"{ROL}nietNatuurlijkPersoon__{kvk_veld}": voor.nummer}
    if kvk_veld != EIGEN_VELD:
        return {f"{ROL}vestiging__vestigingsNummer": voor.vestiging}
    return {
        f"{ROL}nietNatuurlijkPersoon__{kvk_veld}": voor.nummer,
        f"{ROL}nietNatuurlijkPersoon__vestigingsNummer": voor.vestiging,
    }


def make_canaries(kvk_veld: str) -> list[dict[str, str]]:
    """Numbers that nobody has, one for each way to search: a server that finds something does not filter."""
    people = (Bsn("999990019"), Rsin("999990019"), Kvk("00000000"))
    return [dict.fromkeys(_identity_filter(each, kvk_veld), "0" * len(each.nummer)) for each in people]


def identity_of(partij: Partij, kvk_veld: str) -> tuple[str, dict[str, str]]:
    """betrokkeneType and betrokkeneIdentificatie. A Contact or Vereniging has nothing that identifies."""
    match partij:
        case Bsn():
            return "natuurlijk_persoon", {"inpBsn": partij.nummer}
        case Eidas():
            return "natuurlijk_persoon", {"anpIdentificatie": pseudonym_of(partij)}
        case Rsin():
            return "niet_natuurlijk_persoon", {"innNnpId": partij.nummer}
        case Kvk():
            return _kvk_identity(partij, kvk_veld)
        case Contact():
            return "natuurlijk_persoon", {}
        case Vereniging():
            return "niet_natuurlijk_persoon", {}


def _kvk_identity(partij: Kvk, kvk_veld: str) -> tuple[str, dict[str, str]]:
    """The standard knows a vestiging as another kind of party; Open Zaak keeps it with the business."""
    if not partij.vestiging:
        return "niet_natuurlijk_persoon", {kvk_veld: partij.nummer}
    if kvk_veld != EIGEN_VELD:
        return "vestiging", {"vestigingsNummer": partij.vestiging, "kvkNummer": partij.nummer}
    return "niet_natuurlijk_persoon", {kvk_veld: partij.nummer, "vestigingsNummer": partij.vestiging}


def contact_of(partij: Partij, naam: str, email: str) -> dict[str, str]:
    """contactpersoonRol: where news goes, and a name when there is one."""
    address = partij.email if isinstance(partij, Contact | Vereniging) else email
    return {"emailadres": address, "naam": naam[:40], "telefoonnummer": "", "functie": ""}


def is_of(rollen: Iterable[Json], voor: Identificerend, kvk_veld: str) -> bool:
    """Whether one of these rollen makes `voor` the initiator; nothing that is empty is ever the same."""
    kind, wanted = identity_of(voor, kvk_veld)
    return bool(wanted) and any(_is_same(rol, kind, wanted) for rol in rollen)


def _is_same(rol: Json, kind: str, wanted: dict[str, str]) -> bool:
    given: Any = rol.get("betrokkeneIdentificatie")
    if rol.get("omschrijvingGeneriek") != INITIATOR or not isinstance(given, dict):
        return False
    # With a vestiging it is another party than the business as a whole.
    names = set(wanted) | ({"vestigingsNummer"} if kind == "niet_natuurlijk_persoon" else set())
    return rol.get("betrokkeneType") == kind and all(
        (given.get(name) or "") == wanted.get(name, "") for name in names
    )


def identities_of(voor: Identificerend) -> tuple[Identificerend, ...]:
    """All that is somebody's own: the RSIN of an eenmanszaak is the BSN of its owner, one person for the law.

    With the RSIN a business finds nothing of its owner.
    """
    return (voor, Rsin(voor.nummer)) if isinstance(voor, Bsn) else (voor,)


def is_whole_business(voor: Identificerend, kvk_veld: str) -> bool:
    """Whether a search finds what their vestigingen asked as well, which is not theirs to see."""
    return isinstance(voor, Kvk) and not voor.vestiging and kvk_veld == EIGEN_VELD


def is_same_business(rollen: Iterable[Json], voor: Identificerend, kvk_veld: str) -> bool:
    """Whether it is of another vestiging of this business, or of the whole of it."""
    given = [rol.get("betrokkeneIdentificatie") or {} for rol in rollen]
    return isinstance(voor, Kvk) and any(each.get(kvk_veld) == voor.nummer for each in given)


def pseudonym_of(voor: Eidas) -> str:
    """As much of it as fits: the field holds 17 characters, a pseudonym up to 256."""
    return f"E{hashlib.sha256(f'eidas:{voor.pseudoniem}'.encode()).hexdigest()[:16]}"
