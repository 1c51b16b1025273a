"""The three clients of the loket: who can log in with which, and what each level is called."""

from dataclasses import dataclass

from eloket.demo.personen import EUROPEAAN, INWONER, MEDEWERKER, ONDERNEMER, PERSONEN, Persoon

DIGID_ACR = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
EIDAS_ACR = "http://eidas.europa.eu/LoA/"
EH_ACR = "urn:etoegang:core:assurance-class:"


@dataclass(frozen=True)
class Niveau:
    """A level of this login service: what the list shows and what the token says."""

    code: str
    naam: str
    acr: str


@dataclass(frozen=True)
class Middel:
    client_id: str
    naam: str
    soort: str
    secret: str
    niveaus: tuple[Niveau, ...]
    standaard: str

    @property
    def personen(self) -> list[Persoon]:
        return [persoon for persoon in PERSONEN if persoon.soort == self.soort]

    def get_niveau(self, code: str) -> Niveau | None:
        return next((niveau for niveau in self.niveaus if niveau.code == code), None)


MIDDELEN = {
    "digid": Middel(
        "eloket-digid",
        "DigiD",
        INWONER,
        "demo-digid",
        (
            Niveau("basis", "Basis: gebruikersnaam en wachtwoord", f"{DIGID_ACR}PasswordProtectedTransport"),
            Niveau("midden", "Midden: met app of sms-code", f"{DIGID_ACR}MobileTwoFactorContract"),
            Niveau("substantieel", "Substantieel: app met ID-check", f"{DIGID_ACR}Smartcard"),
            Niveau("hoog", "Hoog: app met identiteitskaart", f"{DIGID_ACR}SmartcardPKI"),
        ),
        "midden",
    ),
    "eherkenning": Middel(
        "eloket-eherkenning",
        "eHerkenning",
        ONDERNEMER,
        "demo-eherkenning",
        (
            Niveau("eh2", "EH2", f"{EH_ACR}loa2"),
            Niveau("eh2plus", "EH2+", f"{EH_ACR}loa2plus"),
            Niveau("eh3", "EH3", f"{EH_ACR}loa3"),
            Niveau("eh4", "EH4", f"{EH_ACR}loa4"),
        ),
        "eh3",
    ),
    "eidas": Middel(
        "eloket-eidas",
        "eIDAS",
        EUROPEAAN,
        "demo-eidas",
        (
            Niveau("laag", "Laag", f"{EIDAS_ACR}low"),
            Niveau("eu-substantieel", "Substantieel", f"{EIDAS_ACR}substantial"),
            Niveau("eu-hoog", "Hoog", f"{EIDAS_ACR}high"),
        ),
        "eu-substantieel",
    ),
    "medewerker": Middel(
        "eloket-medewerker",
        "werkaccount van de gemeente",
        MEDEWERKER,
        "demo-medewerker",
        (Niveau("mfa", "Met tweede factor", "mfa"),),
        "mfa",
    ),
}


def find_middel(client_id: str) -> tuple[str, Middel] | None:
    """The middel of this client, with its name in the loket's addresses."""
    return next((pair for pair in MIDDELEN.items() if pair[1].client_id == client_id), None)


def login_name(persoon: Persoon, niveau: Niveau) -> str:
    """Each person has a login per level here, so that the token can tell the level."""
    return f"{persoon.sleutel}:{niveau.code}"


def find_login(name: str) -> tuple[Persoon, Niveau] | None:
    """The reverse of `login_name`."""
    for middel in MIDDELEN.values():
        for persoon in middel.personen:
            for niveau in middel.niveaus:
                if login_name(persoon, niveau) == name:
                    return persoon, niveau
    return None
