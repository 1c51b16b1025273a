"""The people of Rietwaard (fictief). Nobody exists: BSNs of the public test range, KvK numbers made up."""

from dataclasses import dataclass
from datetime import datetime

INWONER, ONDERNEMER, MEDEWERKER = "inwoner", "ondernemer", "medewerker"


@dataclass(frozen=True)
class Persoon:
    """Somebody to log in as. `wie` tells in a few words what they come for."""

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


PERSONEN = (
    Persoon("noor", "Noor de Wit", INWONER, "verhuist binnen de gemeente", bsn="999990019"),
    Persoon("bram", "Bram Willemsen", INWONER, "heeft al zaken lopen", bsn="999990020"),
    Persoon("fatima", "Fatima El Amrani", INWONER, "vraagt iets aan voor haar gezin", bsn="999990032"),
    Persoon("wim", "Wim Terpstra", INWONER, "logt alleen in met gebruikersnaam", bsn="999990044"),
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
    Persoon("samira", "Samira Idrissi", MEDEWERKER, "redacteur", groepen=("redacteur",)),
    Persoon("peter", "Peter Hoekstra", MEDEWERKER, "eindredacteur", groepen=("eindredacteur",)),
    Persoon("kees", "Kees Jansen", MEDEWERKER, "behandelaar", groepen=("behandelaar",)),
    Persoon("ilse", "Ilse Bakker", MEDEWERKER, "KCC-medewerker", groepen=("kcc",)),
    Persoon("mo", "Mo Yilmaz", MEDEWERKER, "functioneel beheerder", groepen=("beheerder",)),
    Persoon("anna", "Anna Visser", MEDEWERKER, "zonder rol in het loket"),
)


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
