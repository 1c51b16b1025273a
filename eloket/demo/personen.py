"""The people of Rietwaard (fictief). Nobody exists: BSNs of the public test range, KvK numbers made up."""

from dataclasses import dataclass
from datetime import datetime

INWONER, ONDERNEMER, MEDEWERKER = "inwoner", "ondernemer", "medewerker"
EUROPEAAN, VERENIGING = "europeaan", "vereniging"


@dataclass(frozen=True)
class Persoon:
    """Somebody to log in as. `wie` tells in a few words what they come for.

    `voor`: the key of whom they act for, "" for themselves; `hoedanigheid`: as what.
    """

    sleutel: str
    naam: str
    soort: str
    wie: str
    bsn: str = ""
    kvk: str = ""
    vestiging: str = ""
    organisatie: str = ""
    groepen: tuple[str, ...] = ()
    email: str = ""
    pseudoniem: str = ""
    voor: str = ""
    hoedanigheid: str = ""


PERSONEN = (
    Persoon("noor", "Noor de Wit", INWONER, "verhuist binnen de gemeente", bsn="999990019"),
    Persoon("bram", "Bram Willemsen", INWONER, "heeft al zaken lopen", bsn="999990020"),
    Persoon("fatima", "Fatima El Amrani", INWONER, "vraagt iets aan voor haar gezin", bsn="999990032"),
    Persoon("wim", "Wim Terpstra", INWONER, "logt alleen in met gebruikersnaam", bsn="999990044"),
    Persoon(
        "hanna",
        "Hanna Smit",
        INWONER,
        "bewindvoerder van Fatima",
        bsn="999990093",
        voor="fatima",
        hoedanigheid="bewindvoerder",
    ),
    Persoon(
        "piet",
        "Piet de Wit",
        INWONER,
        "regelt iets voor zijn dochter Noor, met DigiD Machtigen",
        bsn="999990068",
        voor="noor",
        hoedanigheid="gemachtigde",
    ),
    Persoon(
        "joris",
        "Joris Vermeulen",
        ONDERNEMER,
        "eigenaar",
        kvk="90001354",
        organisatie="Bakkerij De Rietkraag",
    ),
    Persoon(
        "lotte",
        "Lotte Hendriks",
        ONDERNEMER,
        "bedrijfsleider van één vestiging",
        kvk="90004590",
        vestiging="990000216645",
        organisatie="Fietsen & Co",
    ),
    Persoon(
        "ruben",
        "Ruben Mulder",
        ONDERNEMER,
        "intermediair: regelt iets voor Bakkerij De Rietkraag",
        kvk="90007645",
        organisatie="Mulder Administraties",
        voor="joris",
        hoedanigheid="intermediair",
    ),
    Persoon(
        "greta",
        "Greta Lindqvist",
        EUROPEAAN,
        "woont in Zweden en heeft geen BSN",
        pseudoniem="SE/NL/7d1c-greta",
    ),
    Persoon(
        "luca",
        "Luca Rossi",
        EUROPEAAN,
        "logt in met Italië en heeft een BSN",
        bsn="999990081",
    ),
    Persoon(
        "tess",
        "Tess Kuiper",
        VERENIGING,
        "heeft geen eHerkenning; het KvK-nummer is 90012345",
        kvk="90012345",
        organisatie="Scouting Rietwaard",
    ),
    Persoon("samira", "Samira Idrissi", MEDEWERKER, "redacteur", groepen=("redacteur",)),
    Persoon("peter", "Peter Hoekstra", MEDEWERKER, "eindredacteur", groepen=("eindredacteur",)),
    Persoon("kees", "Kees Jansen", MEDEWERKER, "behandelaar", groepen=("behandelaar",)),
    Persoon("ilse", "Ilse Bakker", MEDEWERKER, "KCC-medewerker", groepen=("kcc",)),
    Persoon("mo", "Mo Yilmaz", MEDEWERKER, "functioneel beheerder", groepen=("beheerder",)),
    Persoon("anna", "Anna Visser", MEDEWERKER, "zonder rol in het loket"),
)


def get_persoon(sleutel: str) -> Persoon:
    """Errors: `StopIteration` for a key that nobody has."""
    return next(persoon for persoon in PERSONEN if persoon.sleutel == sleutel)


def load_medewerkers(now: datetime) -> None:
    """The employees with a rol, so that their names are there before their first login. Safe to repeat."""
    from eloket.accounts.services import Rol, ensure_medewerker

    for persoon in PERSONEN:
        if persoon.groepen:
            ensure_medewerker(
                sub=persoon.sleutel,
                naam=persoon.naam,
                email=email_of(persoon),
                rollen=[Rol(groep) for groep in persoon.groepen],
            )


def email_of(persoon: Persoon) -> str:
    """An address at which no mail can arrive."""
    return f"{persoon.sleutel}@rietwaard.example"
