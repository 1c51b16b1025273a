"""Haal Centraal BRP Personen bevragen 2: one POST on /personen, with only the fields that are needed.

Written after its official description (BRP-API/Haal-Centraal-BRP-bevragen). What docs/bronnen.md says about
what was tried is the truth about this file.
"""

from collections.abc import Collection, Mapping
from typing import Any

from eloket.lib.partij import Bsn
from eloket.personen.backends.base import (
    Adressoort,
    BronUnavailable,
    Gegeven,
    Naam,
    OnvolledigeDatum,
    PersonenBackend,
    Persoon,
    PersoonNotFound,
    Registeradres,
    Verwant,
)
from eloket.personen.backends.web.verbinding import Verbinding

NAAM = ["voornamen", "voorletters", "voorvoegsel", "geslachtsnaam"]
# Asked per Gegeven. What guards it (geheimhouding, opschorting, inOnderzoek) the source adds of itself.
FIELDS: dict[Gegeven, list[str]] = {
    Gegeven.NAAM: [f"naam.{part}" for part in NAAM],
    Gegeven.AANSCHRIJFNAAM: ["adressering.aanschrijfwijze"],
    Gegeven.GEBOORTE: ["geboorte.datum"],
    Gegeven.ADRES: ["verblijfplaats.verblijfadres", "verblijfplaats.functieAdres"],
    Gegeven.PARTNER: [*(f"partners.naam.{part}" for part in NAAM), "partners.geboorte.datum"],
    Gegeven.KINDEREN: [*(f"kinderen.naam.{part}" for part in NAAM), "kinderen.geboorte.datum"],
    Gegeven.NATIONALITEIT: ["nationaliteiten.nationaliteit"],
}
OVERLEDEN = "O"  # code of opschortingBijhouding.reden
BRIEFADRES = "B"  # code of functieAdres
PUNTADRES = "."  # a street that stands for "no address"


class HaalCentraalBrp(PersonenBackend):
    """Options: those of `Verbinding`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.verbinding = Verbinding("de BRP", options)

    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> Persoon:
        # The number comes back so that we know whose answer this is; it tells us nothing new.
        fields = ["burgerservicenummer", *(name for each in sorted(set(gegevens)) for name in FIELDS[each])]
        question = {
            "type": "RaadpleegMetBurgerservicenummer",
            "burgerservicenummer": [bsn.nummer],
            "fields": fields,
        }
        data = self.verbinding.ask("POST", "/personen", content=question)
        try:
            return _to_persoon(_pick(data, bsn))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise BronUnavailable("de BRP: het antwoord heeft een onbekende vorm") from None


def _pick(data: Mapping[str, Any], bsn: Bsn) -> Mapping[str, Any]:
    """The one person in the answer, who must be the one that we asked for."""
    personen = data["personen"]
    if not personen:
        raise PersoonNotFound("de BRP kent dit nummer niet")
    [persoon] = personen
    if persoon["burgerservicenummer"] != bsn.nummer:
        raise ValueError("een ander persoon")
    return dict(persoon)


def _to_persoon(data: Mapping[str, Any]) -> Persoon:
    geheim = bool(data.get("geheimhoudingPersoonsgegevens"))
    doubtful = _find_doubtful(data)
    return Persoon(
        naam=Naam() if Gegeven.NAAM in doubtful else _to_naam(data.get("naam")),
        aanschrijfnaam="" if Gegeven.AANSCHRIJFNAAM in doubtful else _aanschrijfnaam(data),
        geboortedatum=_to_datum(None if Gegeven.GEBOORTE in doubtful else _geboorte(data)),
        adres=None if geheim or Gegeven.ADRES in doubtful else _to_adres(data.get("verblijfplaats")),
        geheim=geheim,
        overleden=_is_overleden(data),
        in_onderzoek=frozenset(doubtful),
        partners=tuple(_to_verwanten(data.get("partners"))),
        kinderen=tuple(_to_verwanten(data.get("kinderen"))),
        nationaliteiten=tuple(_to_nationaliteiten(data.get("nationaliteiten"))),
    )


def _find_doubtful(data: Mapping[str, Any]) -> set[Gegeven]:
    """What is under investigation, or found not to be so: no fact to fill in for anybody."""
    verblijfplaats = data.get("verblijfplaats") or {}
    doubts = {
        Gegeven.NAAM: [data.get("naam")],
        Gegeven.AANSCHRIJFNAAM: [data.get("adressering")],
        Gegeven.GEBOORTE: [data.get("geboorte")],
        Gegeven.ADRES: [verblijfplaats, verblijfplaats.get("verblijfadres")],
        Gegeven.PARTNER: _with_parts(data.get("partners")),
        Gegeven.KINDEREN: _with_parts(data.get("kinderen")),
        Gegeven.NATIONALITEIT: data.get("nationaliteiten") or [],
    }
    found = {gegeven for gegeven, parts in doubts.items() if any(map(_in_onderzoek, parts))}
    if verblijfplaats.get("indicatieVastgesteldVerblijftNietOpAdres"):
        found.add(Gegeven.ADRES)
    return found


def _with_parts(verwanten: list[Mapping[str, Any]] | None) -> list[Any]:
    return [
        part
        for verwant in verwanten or []
        for part in (verwant, verwant.get("naam"), verwant.get("geboorte"))
    ]


def _in_onderzoek(part: Any) -> bool:
    """Any part of this group: a date half certain is not certain."""
    marks = (part or {}).get("inOnderzoek") or {}
    return any(value is True for value in marks.values())


def _to_naam(data: Mapping[str, Any] | None) -> Naam:
    return Naam(**{part: str((data or {}).get(part) or "") for part in NAAM})


def _aanschrijfnaam(data: Mapping[str, Any]) -> str:
    wijze = (data.get("adressering") or {}).get("aanschrijfwijze") or {}
    return str(wijze.get("naam") or "")


def _geboorte(data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return (data.get("geboorte") or {}).get("datum")


def _to_datum(data: Mapping[str, Any] | None) -> OnvolledigeDatum:
    """A date of one of four types: whole, without a day, without a month, unknown."""
    data = data or {"type": "DatumOnbekend"}
    if data["type"] == "Datum":
        jaar, maand, dag = (int(part) for part in str(data["datum"]).split("-"))
        return OnvolledigeDatum(jaar, maand, dag)
    if data["type"] == "JaarMaandDatum":
        return OnvolledigeDatum(int(data["jaar"]), int(data["maand"]))
    if data["type"] == "JaarDatum":
        return OnvolledigeDatum(int(data["jaar"]))
    return OnvolledigeDatum()


def _to_adres(verblijfplaats: Mapping[str, Any] | None) -> Registeradres | None:
    """An address of one of four types; None for an unknown one, and for a street that is a dot."""
    if not verblijfplaats:
        return None
    adres = verblijfplaats.get("verblijfadres") or {}
    briefadres = (verblijfplaats.get("functieAdres") or {}).get("code") == BRIEFADRES
    makers = {"Adres": _to_binnenland, "Locatie": _to_locatie, "VerblijfplaatsBuitenland": _to_buitenland}
    maker = makers.get(verblijfplaats["type"])
    return maker(adres, briefadres) if maker else None


def _to_binnenland(adres: Mapping[str, Any], briefadres: bool) -> Registeradres | None:
    straat = str(adres.get("officieleStraatnaam") or adres.get("korteStraatnaam") or "")
    if straat in ("", PUNTADRES) or not adres.get("huisnummer"):
        return None
    huisnummer, toevoeging = int(adres["huisnummer"]), _toevoeging(adres)
    postcode, woonplaats = str(adres.get("postcode") or ""), str(adres.get("woonplaats") or "")
    return Registeradres(
        soort=Adressoort.BINNENLAND,
        regels=(
            " ".join(part for part in (straat, f"{huisnummer}{_glue(toevoeging)}") if part),
            " ".join(part for part in (postcode[:4], postcode[4:].strip(), woonplaats) if part),
        ),
        straat=straat,
        huisnummer=huisnummer,
        toevoeging=toevoeging,
        postcode=postcode.replace(" ", ""),
        woonplaats=woonplaats,
        briefadres=briefadres,
    )


def _toevoeging(adres: Mapping[str, Any]) -> str:
    parts = [str(adres.get(name) or "").strip() for name in ("huisletter", "huisnummertoevoeging")]
    return "-".join(part for part in parts if part)


def _glue(toevoeging: str) -> str:
    """A letter stands against the number, anything else behind a dash: 12A, 12-2, 12-bis."""
    return toevoeging if not toevoeging or _begins_with_letter(toevoeging) else f"-{toevoeging}"


def _begins_with_letter(toevoeging: str) -> bool:
    return len(toevoeging.split("-")[0]) == 1 and toevoeging[0].isalpha()


def _to_locatie(adres: Mapping[str, Any], briefadres: bool) -> Registeradres | None:
    words = str(adres.get("locatiebeschrijving") or "")
    if words in ("", PUNTADRES):
        return None
    woonplaats = str(adres.get("woonplaats") or "")
    regels = tuple(part for part in (words, woonplaats) if part)
    return Registeradres(Adressoort.LOCATIE, regels, woonplaats=woonplaats, briefadres=briefadres)


def _to_buitenland(adres: Mapping[str, Any], briefadres: bool) -> Registeradres | None:
    land = str((adres.get("land") or {}).get("omschrijving") or "")
    lines = (str(adres.get(name) or "") for name in ("regel1", "regel2", "regel3"))
    regels = tuple(line for line in (*lines, land) if line)
    return Registeradres(Adressoort.BUITENLAND, regels, land=land) if regels else None


def _is_overleden(data: Mapping[str, Any]) -> bool:
    reden = (data.get("opschortingBijhouding") or {}).get("reden") or {}
    return reden.get("code") == OVERLEDEN or bool((data.get("overlijden") or {}).get("indicatieOverleden"))


def _to_verwanten(verwanten: list[Mapping[str, Any]] | None) -> list[Verwant]:
    """Who is known for certain; an unknown parent's child, or one under investigation, is not in the list."""
    found = [
        Verwant(_to_naam(verwant.get("naam")), _to_datum(_geboorte(verwant)))
        for verwant in verwanten or []
        if not any(map(_in_onderzoek, (verwant, verwant.get("naam"), verwant.get("geboorte"))))
    ]
    return [verwant for verwant in found if str(verwant.naam)]


def _to_nationaliteiten(nationaliteiten: list[Mapping[str, Any]] | None) -> list[str]:
    names = [
        str((each.get("nationaliteit") or {}).get("omschrijving") or "")
        for each in nationaliteiten or []
        if not _in_onderzoek(each)
    ]
    return [name for name in names if name]
