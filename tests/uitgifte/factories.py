"""Products for tests, handed over through the door."""

from datetime import UTC, datetime
from typing import Any

from eloket.lib.partij import Bsn, Kvk
from eloket.uitgifte.models import Productsoort
from eloket.uitgifte.services import REGEL, Door, Hoedanigheid, NieuwProduct, ProductInfo, issue_product

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NOOR = Bsn("999990019")
VREEMDE = Bsn("999990408")
JORIS = Kvk("69599084")
KEES = Door(Hoedanigheid.MEDEWERKER, "kees")
PARKEREN, EVENEMENT, UITTREKSEL = (
    f"urn:eloket:{naam}:1" for naam in ("parkeervergunning", "evenementenvergunning", "uittreksel")
)
CLAIMS: dict[str, dict[str, object]] = {
    PARKEREN: {"kenteken": "gt-123-x", "zone": "a", "naam": "Noor de Wit", "adres": "Rietkade 12"},
    EVENEMENT: {
        "evenement": "Buurtfeest",
        "plaats": "Markt",
        "begin": "2026-12-05T14:00+01:00",
        "eind": "2026-12-05T22:00+01:00",
        "organisator": "Joris Bakker",
    },
    UITTREKSEL: {"stand": "2026-11-24", "naam": "Noor de Wit", "adres": "Rietkade 12, Rietwaard"},
}
#: A rule that finds nothing to doubt once the aanvraag was decided.
BEWONER = {
    "type": "antwoord_is",
    "value": {"vraag": "voor-wie", "antwoorden": "bewoner", "uitleg_nl": "Voor een bewoner.", "artikel": ""},
}
#: What a parkeervergunning needs that the counter decides about by itself.
DIRECT: dict[str, Any] = {
    "levering": "direct",
    "formulier": "parkeervergunning",
    "adresvraag": "adres",
    "beslisregels": [BEWONER],
    "vulling": [{"type": "vraag", "value": {"claim": each, "vraag": each}} for each in ("kenteken", "zone")],
}


def make_soort(code: str = "parkeervergunning", claimtype: str = PARKEREN, **fields: Any) -> Productsoort:
    """As a redacteur makes it; shows on the verify page what it may."""
    soort = Productsoort(
        code=code,
        naam=code.capitalize(),
        naam_en=f"{code.capitalize()} (EN)",
        claimtype=claimtype,
        **{"toont": ["zone"] if claimtype == PARKEREN else []} | fields,
    )
    soort.full_clean()
    soort.save()
    return soort


def new_product(**changes: Any) -> NieuwProduct:
    """A parkeervergunning of Noor, unless `changes` says otherwise."""
    fields: dict[str, Any] = {
        "soort": "parkeervergunning",
        "houder": NOOR,
        "claims": CLAIMS[PARKEREN],
        "geldig_vanaf": NOW,
        "verzoek": "aanvraag:1",
        "aanvraag": "1",
        "zaak": "ELK-2026-0000042",
    }
    return NieuwProduct(**fields | changes)


def issue(*, now: datetime = NOW, **changes: Any) -> ProductInfo:
    """Handed over by a rule, `now`."""
    return issue_product(new_product(**changes), door=REGEL, now=now)
