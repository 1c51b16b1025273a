"""A BRP on loopback, after the official description of Haal Centraal BRP Personen bevragen, version 2.

It refuses what the description refuses (another path or method, no fields, a field that it does not know) and
gives each person only the fields that were asked, with what the source adds of itself: geheimhouding,
opschorting, inOnderzoek. Not recorded from the real service.
"""

from typing import Any

from tests.bronserver import Vraag

KEY = {"X-API-KEY": "sleutel-van-de-proef"}


def naam(voornamen: str, voorletters: str, voorvoegsel: str, geslachtsnaam: str) -> dict[str, Any]:
    parts = {
        "voornamen": voornamen,
        "voorletters": voorletters,
        "voorvoegsel": voorvoegsel,
        "geslachtsnaam": geslachtsnaam,
        "volledigeNaam": f"{voornamen} {voorvoegsel} {geslachtsnaam}",
    }
    return {name: value for name, value in parts.items() if value}


def datum(iso: str) -> dict[str, Any]:
    return {"type": "Datum", "datum": iso, "langFormaat": iso}


def verwant(name: dict[str, Any], geboren: str, bsn: str) -> dict[str, Any]:
    return {"burgerservicenummer": bsn, "naam": name, "geboorte": {"datum": datum(geboren)}}


def adres(straat: str, huisnummer: int, postcode: str, **more: str) -> dict[str, Any]:
    return {
        "type": "Adres",
        "verblijfadres": {
            "officieleStraatnaam": straat,
            "korteStraatnaam": straat[:24],
            "huisnummer": huisnummer,
            "postcode": postcode,
            "woonplaats": "Rietwaard",
            **more,
        },
        "functieAdres": {"code": "W", "omschrijving": "woonadres"},
        "adresseerbaarObjectIdentificatie": "9999010000000001",
        "datumVan": datum("2012-06-01"),
    }


NEDERLANDSE = {"type": "Nationaliteit", "nationaliteit": {"code": "0001", "omschrijving": "Nederlandse"}}
PERSONEN: dict[str, dict[str, Any]] = {
    "999990019": {
        "naam": naam("Noor", "N.", "de", "Wit"),
        "adressering": {"aanschrijfwijze": {"naam": "N. de Wit"}, "aanhef": "Geachte mevrouw De Wit"},
        "geboorte": {
            "datum": datum("1987-03-14"),
            "plaats": {"code": "0599", "omschrijving": "Rotterdam"},
        },
        "verblijfplaats": adres("Rietkade", 12, "1234AB", huisletter="A"),
        "partners": [verwant(naam("Daan Pieter", "D.P.", "", "Mulder"), "1985-11-02", "999990068")],
        "kinderen": [
            verwant(naam("Sem", "S.", "", "Mulder"), "2015-05-03", "999990081"),
            verwant(naam("Lotte Marie", "L.M.", "", "Mulder"), "2018-09-21", "999990093"),
        ],
        "nationaliteiten": [NEDERLANDSE],
    },
    "999990020": {
        "naam": naam("Bram", "B.", "", "Willemsen"),
        "geheimhoudingPersoonsgegevens": True,
        "verblijfplaats": adres("Geheimlaan", 99, "1234ZZ"),
        "nationaliteiten": [NEDERLANDSE],
    },
    "999990032": {
        "naam": naam("Fatima", "F.", "", "El Amrani"),
        "geboorte": {"datum": {"type": "JaarDatum", "jaar": 1979, "langFormaat": "1979"}},
    },
    "999990044": {
        "naam": naam("Willem Hendrik", "W.H.", "", "Terpstra"),
        "verblijfplaats": {
            **adres("Molendijk", 21, "1234AE", huisletter="A", huisnummertoevoeging="2"),
            "inOnderzoek": {"type": True, "datumIngangOnderzoek": datum("2026-01-05")},
        },
    },
}
# What comes along with a person whether it was asked or not.
ALWAYS = ("geheimhoudingPersoonsgegevens", "opschortingBijhouding")
KNOWN = {
    "burgerservicenummer", "naam", "adressering", "geboorte", "verblijfplaats", "partners", "kinderen",
    "nationaliteiten",
}  # fmt: skip


def answer(vraag: Vraag) -> tuple[int, Any]:
    if (vraag.method, vraag.path) != ("POST", "/personen"):
        return 404, {"title": "niet gevonden", "status": 404}
    if {name: vraag.headers.get(name) for name in KEY} != KEY:
        return 401, {"title": "Niet correct geauthenticeerd.", "status": 401}
    question = vraag.json()
    fields = question.get("fields")
    if question.get("type") != "RaadpleegMetBurgerservicenummer" or not fields or len(fields) > 130:
        return 400, {"title": "Een of meerdere parameters zijn niet correct.", "status": 400}
    if {field.split(".")[0] for field in fields} - KNOWN:
        return 400, {"title": "Parameter bevat een niet bestaande veldnaam.", "status": 400}
    found = [
        narrow({"burgerservicenummer": bsn, **PERSONEN[bsn]}, fields)
        for bsn in question["burgerservicenummer"]
        if bsn in PERSONEN
    ]
    return 200, {"type": question["type"], "personen": found}


def narrow(persoon: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {name: persoon[name] for name in ALWAYS if name in persoon}
    for field in fields:
        copy(persoon, found, field.split("."))
    return found


def copy(source: dict[str, Any], target: dict[str, Any], path: list[str]) -> None:
    """One field into the answer; type and inOnderzoek of each group on the way come along."""
    name, rest = path[0], path[1:]
    if name not in source:
        return
    for mark in ("type", "inOnderzoek"):
        if mark in source:
            target[mark] = source[mark]
    value = source[name]
    if not rest:
        target[name] = value
    elif isinstance(value, list):
        into = target.setdefault(name, [{} for _each in value])
        for each, one in zip(value, into, strict=True):
            copy(each, one, rest)
    else:
        inner = target.setdefault(name, {})
        copy(value, inner, rest)
        if "inOnderzoek" in value:
            inner["inOnderzoek"] = value["inOnderzoek"]
