"""After an employee decided: hand over what the zaak was about, whichever register the zaak is in."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import get_default_timezone

from eloket.lib.partij import identifies
from eloket.outbox.services import NeedsPerson, TryLater, publish
from eloket.uitgifte.beslisregels import Feiten
from eloket.uitgifte.claims import InvalidClaims
from eloket.uitgifte.models import Beslissing, Hoedanigheid, Uitkomst
from eloket.uitgifte.services.beslissen import hand_over
from eloket.uitgifte.services.feiten import read_adres
from eloket.uitgifte.services.gegevens import Door, UitgifteError
from eloket.uitgifte.services.zones import find_zone
from eloket.zaken.services import (
    Besluit,
    RegisterError,
    RegisterUnavailable,
    Zaak,
    get_zaak,
    has_besluiten,
    list_besluiten,
)

NA_BESLUIT = Door(Hoedanigheid.MEDEWERKER)  # which one, the zaak tells


def settle_zaak(identificatie: str, *, now: datetime) -> None:
    """Hand over, when the zaak closed with the resultaat of its soort and the besluit was made known.

    May run at any time and twice. Errors: `TryLater` when the register is away, `NeedsPerson` when something
    that stands on the product is not known.
    """
    row = _find_waiting(identificatie)
    if row is None:
        return
    try:
        zaak, besluiten = _read_zaak(row)
    except RegisterUnavailable as error:
        raise TryLater(f"zaakregister: {error}") from error
    except RegisterError as error:
        raise NeedsPerson(f"zaakregister: {error}") from error
    if zaak is None or zaak.resultaat is None or zaak.is_open:
        return
    if zaak.resultaat.omschrijving.nl != row.soort.resultaat:
        _finish_without(row, now=now)
    elif not row.soort.besluittype or besluiten:
        _hand_over(row, besluiten[-1] if besluiten else None, now=now)


def _find_waiting(identificatie: str) -> Beslissing | None:
    rows = Beslissing.objects.filter(zaak=identificatie, uitkomst=Uitkomst.MEDEWERKER)
    return rows.select_related("soort").first()


def _read_zaak(row: Beslissing) -> tuple[Zaak | None, list[Besluit]]:
    """The zaak, and its besluiten of this soort that were made known; nothing for who is not known."""
    wie = row.partij
    if not identifies(wie):
        return None, []
    zaak = get_zaak(row.zaak, voor=wie)
    if not row.soort.besluittype or not has_besluiten():
        return zaak, []
    known = list_besluiten(row.zaak, voor=wie)
    return zaak, [each for each in known if each.omschrijving.nl == row.soort.besluittype]


def _finish_without(row: Beslissing, *, now: datetime) -> None:
    """An employee said no, or the aanvrager withdrew it."""
    waiting = Beslissing.objects.filter(pk=row.pk, uitkomst=Uitkomst.MEDEWERKER)
    waiting.update(uitkomst=Uitkomst.GEEN, besloten=now, mist="")


def _hand_over(row: Beslissing, besluit: Besluit | None, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            _issue(row, besluit, now=now)
    except (InvalidClaims, UitgifteError) as error:
        Beslissing.objects.filter(pk=row.pk).update(mist=str(error)[:300])
        raise NeedsPerson(
            f"{row.zaak}: het product is nog niet uitgegeven, want dit ontbreekt of klopt niet: {error}. "
            "Kijk bij “Productsoorten” wat het document vult, en laat het werk dan opnieuw doen."
        ) from error


def _issue(row: Beslissing, besluit: Besluit | None, *, now: datetime) -> None:
    row = Beslissing.objects.select_for_update(of=("self",)).select_related("soort").get(pk=row.pk)
    if row.uitkomst != Uitkomst.MEDEWERKER:
        return
    adres = read_adres(row.soort, row.gegevens)
    zone = find_zone(adres["postcode"], int(adres["huisnummer"])) if adres else None
    product = hand_over(
        row,
        feiten=Feiten(zone=zone),
        door=NA_BESLUIT,
        reden=besluit.identificatie if besluit else "",
        geldig_vanaf=max(now, _midnight(besluit.ingangsdatum)) if besluit else None,
        geldig_tot=_after(besluit.vervaldatum) if besluit and besluit.vervaldatum else None,
        now=now,
    )
    row.uitkomst, row.product_id, row.mist, row.besloten = Uitkomst.BESLOTEN, product.id, "", now
    row.save(update_fields=["uitkomst", "product", "mist", "besloten"])
    publish("product.beslist", str(row.pk), now=now, key=Uitkomst.BESLOTEN.value)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, get_default_timezone())


def _after(last: date) -> datetime:
    """The first moment that it no longer holds, after its last day."""
    return _midnight(last + timedelta(days=1))
