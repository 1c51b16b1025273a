"""Five zaken of Bram that make Mijn zaken look lived in."""

from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from eloket.demo.personen import PERSONEN
from eloket.lib.partij import Bsn
from eloket.zaken.services import (
    NieuwBesluit,
    NieuweZaak,
    NieuwVerzoek,
    ZaakNotFound,
    create_zaak,
    get_zaak,
    request_aanvulling,
    set_status,
    take_besluit,
)

BRAM = Bsn(next(persoon.bsn for persoon in PERSONEN if persoon.sleutel == "bram"))
HEMELVAART = (date(2025, 5, 29), date(2026, 5, 14), date(2027, 5, 6), date(2028, 5, 25))
ACHT_WEKEN = timedelta(weeks=8)


@transaction.atomic
def load_zaken(now: datetime) -> None:
    """Once; what Bram and the behandelaars did since stays as it is."""
    if _is_loaded("ELK-DEMO-1"):
        return
    _load_verhuizing(now)
    _load_klacht(now)
    _load_straatfeest(now)
    _load_concert(now)
    _load_parkeervergunning(now)


def _load_verhuizing(now: datetime) -> None:
    """In hand."""
    _load_zaak("ELK-DEMO-1", "verhuizing", "Verhuizing doorgeven", _days(now, 2))
    _set_status("ELK-DEMO-1", 2, "Uw huurcontract is goed. Wij passen nu uw adres aan.", _days(now, 1))


def _load_klacht(now: datetime) -> None:
    """Done."""
    _load_zaak("ELK-DEMO-2", "klacht", "Klacht over een losse stoeptegel", _days(now, 40))
    _set_status("ELK-DEMO-2", 2, "Wij hebben u gebeld over uw klacht.", _days(now, 38))
    text = "De tegel ligt weer vast. Bedankt voor uw klacht."
    _set_status("ELK-DEMO-2", 3, text, _days(now, 30), resultaat="Verholpen")


def _load_straatfeest(now: datetime) -> None:
    """Waits for a drawing: the clock stands still until Bram answers, for at most two weeks."""
    asked = _days(now, 5)
    _load_zaak("ELK-DEMO-3", "evenementenvergunning", "Straatfeest op het Rietplein", _days(now, 12))
    _set_status("ELK-DEMO-3", 2, "Wij missen de nooduitgangen op uw plattegrond.", asked)
    verzoek = NieuwVerzoek(
        id=str(uuid5(NAMESPACE_URL, "ELK-DEMO-3")),
        vraag="Op uw plattegrond ontbreken de nooduitgangen. Stuur een plattegrond waar die op staan.",
        hersteltermijn=_day(asked) + timedelta(days=15),
        informatieobjecttype="Plattegrond",
        door="demo",
    )
    request_aanvulling("ELK-DEMO-3", verzoek, now=asked)


def _load_concert(now: datetime) -> None:
    """A term that ends on Hemelvaart, and so on the Monday after it. Decided after three weeks."""
    hemelvaart = max((day for day in HEMELVAART if day - ACHT_WEKEN <= _day(now)), default=HEMELVAART[0])
    begun = _noon(hemelvaart - ACHT_WEKEN)
    _load_zaak("ELK-DEMO-4", "evenementenvergunning", "Concert op het Marktplein", begun)
    if (decided := begun + timedelta(weeks=3)) < now:
        _grant("ELK-DEMO-4", _noon(_day(decided)))


def _load_parkeervergunning(now: datetime) -> None:
    """The gemeente is late: eight weeks are over, and a weekend or feestdag after them too."""
    _load_zaak("ELK-DEMO-5", "parkeervergunning", "Parkeervergunning aanvragen", _days(now, 70))
    _set_status("ELK-DEMO-5", 2, "Wij kijken of uw adres in de zone ligt.", _days(now, 66))


def _grant(identificatie: str, moment: datetime) -> None:
    besluit = NieuwBesluit(
        identificatie=f"{identificatie}-B1",
        besluittype="Besluit evenementenvergunning",
        datum=_day(moment),
        ingangsdatum=_day(moment),
        verzenddatum=_day(moment),
        toelichting="U mag het concert houden. De muziek stopt om 23.00 uur.",
        door="demo",
    )
    take_besluit(identificatie, besluit, now=moment)
    _set_status(identificatie, 3, "Uw vergunning is verleend.", moment, resultaat="Verleend")


def _is_loaded(identificatie: str) -> bool:
    try:
        get_zaak(identificatie, voor=BRAM)
    except ZaakNotFound:
        return False
    return True


def _days(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _day(moment: datetime) -> date:
    """The day in Rietwaard, where it may be tomorrow already."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def _load_zaak(identificatie: str, zaaktype: str, omschrijving: str, moment: datetime) -> None:
    create_zaak(
        NieuweZaak(
            identificatie=identificatie,
            zaaktype=zaaktype,
            omschrijving=omschrijving,
            startdatum=_day(moment),
            belanghebbende=BRAM,
            niveau=20,
        ),
        now=moment,
    )


def _set_status(
    identificatie: str, volgnummer: int, toelichting: str, moment: datetime, *, resultaat: str = ""
) -> None:
    set_status(
        identificatie,
        statustype_volgnummer=volgnummer,
        toelichting=toelichting,
        resultaat=resultaat,
        door="demo",
        now=moment,
    )


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone())
