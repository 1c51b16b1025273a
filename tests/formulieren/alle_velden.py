"""One form with every type of field on it, with what Noor types in each: wrong and right."""

from typing import Any

from eloket.formulieren.velden import VELDTYPEN

Json = dict[str, Any]
OPTIES = [
    {"waarde": "groot", "label": {"nl": "Groot", "en": "Big"}},
    {"waarde": "klein", "label": {"nl": "Klein", "en": "Small"}},
    {"waarde": "heel-klein", "label": {"nl": "Heel klein", "en": "Tiny"}},
]
# Another hand makes these: they need a file or another system.
ELDERS = {"bestand"}

WORDS = {
    "tekst_nl": "<p>Lees dit <b>eerst</b>. Meer op <a href='https://rietwaard.example/'>de site</a>.</p>"
}
OWN: dict[str, Json] = {
    "keuze": {"opties": OPTIES},
    "keuzelijst": {"opties": OPTIES},
    "meerkeuze": {"opties": OPTIES},
    "uitleg": {"instellingen": WORDS},
    "let_op": {"instellingen": WORDS},
    "herhaling": {
        "instellingen": {"rij_nl": "Kind", "rij_en": "Child", "maximum": 3},
        "velden": [
            {"soort": "tekst", "sleutel": "voornaam", "label": {"nl": "Voornaam"}},
            {"soort": "datum", "sleutel": "geboren", "label": {"nl": "Geboortedatum"}},
        ],
    },
    "afspraak": {"instellingen": {"afspraaksoort": "paspoort"}},
    "berekening": {"instellingen": {"tarief": "parkeervergunning-eerste"}},
}

# By type: what stands behind the name of the question on the wire.
GOED: dict[str, dict[str, str]] = {
    "tekst": {"": "Noor de Wit"},
    "lange_tekst": {"": "Eerste regel\nTweede regel"},
    "getal": {"": "12"},
    "bedrag": {"": "1.234,50"},
    "datum": {"_dag": "1", "_maand": "2", "_jaar": "2027"},
    "tijd": {"": "14.30"},
    "email": {"": "noor@voorbeeld.nl"},
    "telefoon": {"": "06 12345678"},
    "postcode": {"": "1234 AB"},
    "adres": {
        "_postcode": "1234 AB",
        "_huisnummer": "12",
        "_straat": "Rietkraag",
        "_woonplaats": "Rietwaard",
    },
    "locatie": {"_straat": "Dorpsstraat", "_postcode": "", "_plek": "Bij de brievenbus"},
    "bsn": {"": "999990019"},
    "kvk": {"": "68599984"},
    "iban": {"": "NL91ABNA0417164300"},
    "kenteken": {"": "r123ab"},
    "keuze": {"": "groot"},
    "keuzelijst": {"": "klein"},
    "meerkeuze": {"": "klein"},
    "ja_nee": {"": "ja"},
    "afspraak": {"": "ma-ochtend"},
    "personen": {"": "Saar de Wit"},
    "verklaring": {"": "on"},
    "herhaling": {
        "_aantal": "1",
        "_0_voornaam": "Bram",
        "_0_geboren_dag": "1",
        "_0_geboren_maand": "2",
        "_0_geboren_jaar": "2020",
    },
}
# What the summary and the copy show for it.
GETOOND = {
    "tekst": "Noor de Wit",
    "lange_tekst": "Tweede regel",
    "getal": "12",
    "bedrag": "€ 1.234,50",
    "datum": "1 februari 2027",
    "tijd": "14.30",
    "email": "noor@voorbeeld.nl",
    "telefoon": "06 12345678",
    "postcode": "1234 AB",
    "adres": "Rietkraag 12",
    "locatie": "Bij de brievenbus",
    "bsn": "999990019",
    "kvk": "68599984",
    "iban": "NL91 ABNA 0417 1643 00",
    "kenteken": "R-123-AB",
    "keuze": "Groot",
    "keuzelijst": "Klein",
    "meerkeuze": "Klein",
    "ja_nee": "Ja",
    "afspraak": "Maandagochtend",
    "personen": "Saar de Wit",
    "verklaring": "Ja",
    "herhaling": "Kind 1",
}
FOUT: dict[str, dict[str, str]] = {
    **{soort: dict.fromkeys(typed, "?") for soort, typed in GOED.items()},
    "tekst": {"": "x" * 300},
    "lange_tekst": {"": ""},
    "verklaring": {},
    "personen": {"": "\n".join("?" * 30)},
    "locatie": {"_straat": "Dorpsstraat", "_postcode": "x"},
    "herhaling": {**GOED["herhaling"], "_0_geboren_maand": "13"},
}


def list_soorten() -> list[str]:
    return [soort for soort in VELDTYPEN if soort not in ELDERS]


def make_sleutel(soort: str) -> str:
    return soort.replace("_", "-")


def make_veld(soort: str) -> Json:
    label = str(VELDTYPEN[soort].naam)
    return {
        "soort": soort,
        "sleutel": make_sleutel(soort),
        "label": {"nl": label},
        "hulp": {"nl": "Wat wij hiermee doen, staat op de site."},
        **OWN.get(soort, {}),
    }


def alle_velden(*, slug: str = "alles", stappen: int = 1) -> Json:
    """The form; its questions spread over so many steps."""
    velden = [make_veld(soort) for soort in list_soorten()]
    size = -(-len(velden) // stappen)
    return {
        "schema": 1,
        "slug": slug,
        "titel": {"nl": "Alle soorten vragen"},
        "niveau": 0,
        "stappen": [
            {
                "sleutel": f"deel-{number + 1}",
                "titel": {"nl": f"Deel {number + 1}"},
                "velden": velden[number * size : (number + 1) * size],
            }
            for number in range(stappen)
        ],
    }


def post(typed: dict[str, dict[str, str]]) -> dict[str, str]:
    """As a browser sends it."""
    return {
        f"v-{make_sleutel(soort)}{part}": text
        for soort, parts in typed.items()
        for part, text in parts.items()
    }
