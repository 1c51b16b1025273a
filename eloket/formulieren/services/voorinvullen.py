"""Asking the sources what a form may fill in beforehand: once for each draft, and only what the form needs.

The source is asked about the belanghebbende: for who acts for somebody else that is the represented one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from eloket.accounts.services import asks_login
from eloket.formulieren.definitie import Definitie, Stap, Veld
from eloket.formulieren.models import Concept
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.velden.bronnen import bron_of, is_van_zaak
from eloket.formulieren.voorinvulling import NIETS, Gezinslid, Uitkomst, Voorinvulling
from eloket.lib import partij
from eloket.lib.partij import Bsn, Identificerend, Kvk, Partij
from eloket.personen.services import (
    Aanleiding,
    Adressoort,
    Bedrijf,
    Bron,
    BronAbsent,
    Gegeven,
    PersonenbronError,
    Persoon,
    PersoonNotFound,
    Registeradres,
    Verwant,
    find_bedrijf,
    find_persoon,
)

# What must be asked for each source of a field. What the login itself tells is asked nowhere.
GEGEVENS: dict[str, tuple[Gegeven, ...]] = {
    "persoon.naam": (Gegeven.NAAM,),
    "persoon.voornamen": (Gegeven.NAAM,),
    "persoon.voorvoegsel": (Gegeven.NAAM,),
    "persoon.achternaam": (Gegeven.NAAM,),
    "persoon.geslachtsnaam": (Gegeven.NAAM,),
    "persoon.aanschrijfnaam": (Gegeven.AANSCHRIJFNAAM,),
    "persoon.geboortedatum": (Gegeven.GEBOORTE,),
    "persoon.adres": (Gegeven.ADRES,),
    "persoon.postcode": (Gegeven.ADRES,),
    "persoon.gezin": (Gegeven.PARTNER, Gegeven.KINDEREN),
}
BEDRIJFSBRONNEN = {"bedrijf.naam", "bedrijf.adres", "bedrijf.postcode"}
AFDELING = "Klantcontactcentrum"  # what a person reads of an employee who looked them up
ADRESBRONNEN = ("persoon.adres", "persoon.postcode")


def needed_bron(veld: Veld) -> Bron | None:
    """Which register must be asked for this question; None for what a login tells."""
    bron = bron_of(veld)
    if bron in GEGEVENS:
        return Bron.BRP
    return Bron.KVK if bron in BEDRIJFSBRONNEN else None


def needs_source(stap: Stap) -> bool:
    """Whether this step holds a question that a register can answer."""
    bronnen = filter(None, map(bron_of, stap.velden))
    return any(not is_van_zaak(bron) for bron in bronnen)


@dataclass(frozen=True, slots=True)
class Navraag:
    """About whom the sources are asked. `door`: the login name of an employee, "" for who logged in."""

    wie: Partij
    door: str = ""
    afdeling: str = ""


def navraag_of(eigenaar: Eigenaar) -> Navraag | None:
    """For who logged in; None when nobody did."""
    return Navraag(eigenaar.identiteit.belanghebbende) if eigenaar.identiteit else None


def navraag_at_desk(concept: Concept, *, door: str) -> Navraag | None:
    """For whom an employee fills it in; None when the answers must tell who that is.

    A form without login asks no source about anybody: neither here, and nobody takes such answers over
    without having logged in.
    """
    if not concept.namens or not asks_login(concept.versie.definitie.niveau):
        return None
    return Navraag(partij.from_dict(concept.namens), door=door, afdeling=AFDELING)


def fetch_voorinvulling(definitie: Definitie, navraag: Navraag, *, now: datetime) -> Voorinvulling:
    """What the sources know for this form of who it is about. One question at most; never an error."""
    bronnen = {bron for bron in map(bron_of, definitie.velden) if bron}
    wie = navraag.wie
    aanleiding = Aanleiding(f"Formulier: {definitie.titel.nl}", navraag.door, navraag.afdeling)
    if isinstance(wie, Bsn):
        return _try(lambda: _ask_persoon(wie, bronnen, aanleiding, now=now), wie)
    if isinstance(wie, Kvk):
        return _try(lambda: _ask_bedrijf(wie, bronnen, aanleiding, now=now), wie)
    return NIETS  # eIDAS without a BSN, a RSIN, an address: no source knows them, and the form works as well


def _try(ask: Callable[[], Voorinvulling], wie: Identificerend) -> Voorinvulling:
    """What the login tells stands, whatever becomes of the question."""
    try:
        return ask()
    except BronAbsent:
        return Voorinvulling(waarden=_from_login(wie))
    except PersoonNotFound:
        return Voorinvulling(Uitkomst.NIET_GEVONDEN, _from_login(wie))
    except PersonenbronError:
        return Voorinvulling(Uitkomst.STORING, _from_login(wie))


def _from_login(wie: Identificerend) -> dict[str, Any]:
    if isinstance(wie, Bsn):
        return {"persoon.bsn": wie.nummer}
    return {"bedrijf.kvk": wie.nummer} if isinstance(wie, Kvk) else {}


def _ask_persoon(bsn: Bsn, bronnen: Iterable[str], aanleiding: Aanleiding, *, now: datetime) -> Voorinvulling:
    gegevens = {gegeven for bron in bronnen for gegeven in GEGEVENS.get(bron, ())}
    if not gegevens:
        return Voorinvulling(waarden=_from_login(bsn))
    persoon = find_persoon(bsn, gegevens=gegevens, aanleiding=aanleiding, now=now)
    if persoon.overleden:  # somebody who died fills in no form: nothing is given away
        return Voorinvulling(Uitkomst.NIET_GEVONDEN, _from_login(bsn))
    return Voorinvulling(
        Uitkomst.GEVONDEN,
        waarden=_without_nothing({**_from_login(bsn), **_waarden_of_persoon(persoon)}),
        geheim=ADRESBRONNEN if persoon.geheim else (),
        gezin=(*_leden(persoon.partners, "partner"), *_leden(persoon.kinderen, "kind")),
    )


def _ask_bedrijf(kvk: Kvk, bronnen: set[str], aanleiding: Aanleiding, *, now: datetime) -> Voorinvulling:
    if not bronnen & BEDRIJFSBRONNEN:
        return Voorinvulling(waarden=_from_login(kvk))
    bedrijf = find_bedrijf(kvk, aanleiding=aanleiding, now=now)
    waarden = {**_from_login(kvk), **_waarden_of_bedrijf(bedrijf)}
    return Voorinvulling(Uitkomst.GEVONDEN, waarden=_without_nothing(waarden))


def _waarden_of_persoon(persoon: Persoon) -> dict[str, Any]:
    geboren = persoon.geboortedatum.volledig
    return {
        "persoon.naam": str(persoon.naam),
        "persoon.voornamen": persoon.naam.voornamen,
        "persoon.voorvoegsel": persoon.naam.voorvoegsel,
        "persoon.achternaam": persoon.naam.achternaam,
        "persoon.aanschrijfnaam": persoon.aanschrijfnaam,
        "persoon.geslachtsnaam": persoon.naam.geslachtsnaam,
        "persoon.geboortedatum": geboren.isoformat() if geboren else "",
        "persoon.adres": _adres(persoon.adres),
        "persoon.postcode": _postcode(persoon.adres),
    }


def _waarden_of_bedrijf(bedrijf: Bedrijf) -> dict[str, Any]:
    return {
        "bedrijf.naam": bedrijf.naam,
        "bedrijf.adres": _adres(bedrijf.adres),
        "bedrijf.postcode": _postcode(bedrijf.adres),
    }


def _adres(adres: Registeradres | None) -> dict[str, Any] | None:
    """As a field for an address stores it; one abroad, or a place in words, fits in no such field."""
    if adres is None or adres.soort != Adressoort.BINNENLAND:
        return None
    return {
        "postcode": _postcode(adres),
        "huisnummer": adres.huisnummer,
        "toevoeging": adres.toevoeging,
        "straat": adres.straat,
        "woonplaats": adres.woonplaats,
    }


def _postcode(adres: Registeradres | None) -> str:
    if adres is None or not adres.postcode:
        return ""
    return f"{adres.postcode[:4]} {adres.postcode[4:]}"


def _without_nothing(waarden: Mapping[str, Any]) -> dict[str, Any]:
    return {bron: value for bron, value in waarden.items() if value}


def _leden(verwanten: Iterable[Verwant], relatie: str) -> Iterable[Gezinslid]:
    return (
        Gezinslid(f"{relatie}-{number}", str(verwant.naam), verwant.geboortedatum.iso, relatie)
        for number, verwant in enumerate(verwanten, start=1)
    )
