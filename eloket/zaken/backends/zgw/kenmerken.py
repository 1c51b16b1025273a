"""What eloket keeps with a zaak that ZGW has no field for, as kenmerken with a bron of our own."""

from eloket.zaken.backends.base import NieuweZaak
from eloket.zaken.backends.zgw.verbinding import Json

NUMMER, KANAAL, TAAL = "eloket", "eloket-kanaal", "eloket-taal"
LENGTE = 40


def make_kenmerken(nieuw: NieuweZaak) -> list[Json]:
    """The first one says that the zaak is ours, so that a number somebody else used is seen."""
    found = {
        NUMMER: nieuw.identificatie,
        KANAAL: nieuw.kanaal,
        TAAL: nieuw.taal if nieuw.taal != "nl" else "",
    }
    return [{"kenmerk": text[:LENGTE], "bron": bron} for bron, text in found.items() if text]


def read_kenmerk(zaak: Json, bron: str) -> str:
    rows = zaak.get("kenmerken") or ()
    return next((str(row.get("kenmerk", "")) for row in rows if row.get("bron") == bron), "")
