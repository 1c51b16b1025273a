"""The KvK's own web services: Basisprofiel for a company, Vestigingsprofiel for one vestiging.

Written after their official descriptions (developers.kvk.nl). What docs/bronnen.md says about what was tried
is the truth about this file.
"""

from collections.abc import Mapping
from typing import Any

from eloket.lib.partij import InvalidPartij, Kvk, Rsin
from eloket.personen.backends.base import (
    Adressoort,
    Bedrijf,
    BedrijvenBackend,
    BronUnavailable,
    PersoonNotFound,
    Registeradres,
)
from eloket.personen.backends.web.verbinding import Json, Verbinding

NEDERLAND = ("", "Nederland")


class KvkHandelsregister(BedrijvenBackend):
    """Options: those of `Verbinding`; the key goes in the header `apikey`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.verbinding = Verbinding("de KvK", options)

    def get_bedrijf(self, kvk: Kvk) -> Bedrijf:
        profiel = self.verbinding.ask("GET", f"/v1/basisprofielen/{kvk.nummer}")
        vestiging = self._get_vestiging(kvk) if kvk.vestiging else None
        try:
            return _to_bedrijf(kvk, profiel, vestiging)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise BronUnavailable("de KvK: het antwoord heeft een onbekende vorm") from None

    def _get_vestiging(self, kvk: Kvk) -> Json:
        """The vestiging, which must be one of this company."""
        vestiging = self.verbinding.ask("GET", f"/v1/vestigingsprofielen/{kvk.vestiging}")
        if vestiging.get("kvkNummer") != kvk.nummer:
            raise PersoonNotFound("de KvK kent deze vestiging niet bij dit bedrijf")
        return vestiging


def _to_bedrijf(kvk: Kvk, profiel: Json, vestiging: Json | None) -> Bedrijf:
    if profiel["kvkNummer"] != kvk.nummer:
        raise ValueError("een ander bedrijf")
    embedded = profiel.get("_embedded") or {}
    eigenaar = embedded.get("eigenaar") or {}
    # A company without a vestiging is where its owner is, but a person's home is nobody's business.
    plaats = vestiging or embedded.get("hoofdvestiging") or ({} if _is_eenmanszaak(eigenaar) else eigenaar)
    return Bedrijf(
        kvk=kvk,
        naam=str((vestiging or {}).get("eersteHandelsnaam") or profiel.get("naam") or ""),
        handelsnamen=tuple(str(each["naam"]) for each in profiel.get("handelsnamen") or []),
        rechtsvorm=str(eigenaar.get("rechtsvorm") or ""),
        rsin=None if _is_eenmanszaak(eigenaar) else _to_rsin(eigenaar.get("rsin")),
        adres=_find_adres(plaats.get("adressen")),
        opgeheven=bool((profiel.get("materieleRegistratie") or {}).get("datumEinde")),
    )


def _is_eenmanszaak(eigenaar: Mapping[str, Any]) -> bool:
    """Then what is called its RSIN is the BSN of its owner, and goes no further than here."""
    return "eenmanszaak" in str(eigenaar.get("rechtsvorm") or "").lower()


def _to_rsin(rsin: Any) -> Rsin | None:
    try:
        return Rsin(str(rsin))
    except InvalidPartij:
        return None


def _find_adres(adressen: list[Mapping[str, Any]] | None) -> Registeradres | None:
    """Where one can come, unless it is shielded; a postal address says nothing about where a company is."""
    for adres in adressen or []:
        if adres.get("type") == "bezoekadres":
            return None if str(adres.get("indAfgeschermd")).lower() == "ja" else _to_adres(adres)
    return None


def _to_adres(adres: Mapping[str, Any]) -> Registeradres | None:
    land = str(adres.get("land") or "")
    if land not in NEDERLAND:
        lines = (str(adres.get(name) or "") for name in ("straatHuisnummer", "postcodeWoonplaats", "regio"))
        return Registeradres(Adressoort.BUITENLAND, (*(line for line in lines if line), land), land=land)
    if not adres.get("straatnaam") or not adres.get("huisnummer"):
        return None
    letter, rest = str(adres.get("huisletter") or ""), str(adres.get("huisnummerToevoeging") or "").strip()
    straat, huisnummer, postcode = str(adres["straatnaam"]), int(adres["huisnummer"]), str(adres["postcode"])
    number = f"{huisnummer}{letter}{f'-{rest}' if rest else ''}"
    return Registeradres(
        soort=Adressoort.BINNENLAND,
        regels=(f"{straat} {number}", f"{postcode[:4]} {postcode[4:].strip()} {adres['plaats']}"),
        straat=straat,
        huisnummer=huisnummer,
        toevoeging="-".join(part for part in (letter, rest) if part),
        postcode=postcode.replace(" ", ""),
        woonplaats=str(adres["plaats"]),
    )
