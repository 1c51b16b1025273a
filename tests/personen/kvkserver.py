"""The KvK on loopback, after the official descriptions of its Basisprofiel and Vestigingsprofiel (v1).

Not recorded from the real service.
"""

from typing import Any

from tests.bronserver import Vraag

KEY = "sleutel-van-de-proef"


def bezoekadres(straat: str, huisnummer: int, postcode: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "bezoekadres",
        "indAfgeschermd": "Nee",
        "volledigAdres": f"{straat} {huisnummer}                {postcode} Rietwaard",
        "straatnaam": straat,
        "huisnummer": huisnummer,
        "postcode": postcode,
        "plaats": "Rietwaard",
        "land": "Nederland",
        **more,
    }


POSTBUS = {
    "type": "correspondentieadres",
    "indAfgeschermd": "Nee",
    "straatnaam": "Postbus",
    "postbusnummer": 200,
    "postcode": "1234XX",
    "plaats": "Rietwaard",
    "land": "Nederland",
}


def basisprofiel(kvk: str, naam: str, rechtsvorm: str, rsin: str, adressen: list[Any]) -> dict[str, Any]:
    eigenaar: dict[str, Any] = {"rechtsvorm": rechtsvorm, "uitgebreideRechtsvorm": rechtsvorm, "rsin": rsin}
    return {
        "kvkNummer": kvk,
        "indNonMailing": "Nee",
        "naam": naam,
        "formeleRegistratiedatum": "20120601",
        "materieleRegistratie": {"datumAanvang": "20120601"},
        "handelsnamen": [{"naam": naam, "volgorde": 0}],
        "_embedded": {
            "hoofdvestiging": {"kvkNummer": kvk, "eersteHandelsnaam": naam, "adressen": adressen},
            "eigenaar": eigenaar,
        },
    }


BEDRIJVEN: dict[str, dict[str, Any]] = {
    # What the register calls the RSIN of an eenmanszaak is the BSN of its owner.
    "90001354": basisprofiel(
        "90001354",
        "Bakkerij De Rietkraag",
        "Eenmanszaak",
        "999990111",
        [POSTBUS, bezoekadres("Bakkersgang", 5, "1234BB")],
    ),
    "90004590": basisprofiel(
        "90004590",
        "Fietsen & Co B.V.",
        "BeslotenVennootschap",
        "999990056",
        [bezoekadres("Fietserspad", 18, "1234BC")],
    ),
}
VESTIGINGEN: dict[str, dict[str, Any]] = {
    "990000216645": {
        "vestigingsnummer": "990000216645",
        "kvkNummer": "90004590",
        "eersteHandelsnaam": "Fietsen & Co Verhuur",
        "adressen": [bezoekadres("Fietserspad", 20, "1234BC")],
    }
}


def answer(vraag: Vraag) -> tuple[int, Any]:
    if vraag.headers.get("apikey") != KEY:
        return 401, {"fout": [{"code": "API001", "omschrijving": "geen sleutel"}]}
    head, _, nummer = vraag.path.rpartition("/")
    lists = {"/v1/basisprofielen": BEDRIJVEN, "/v1/vestigingsprofielen": VESTIGINGEN}
    found = lists.get(head, {}).get(nummer)
    return (200, found) if found else (404, {"fout": [{"code": "IPD0004", "omschrijving": "onbekend"}]})
