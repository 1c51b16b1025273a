"""What deciding does to the zaak: only where zaken are handled in eloket itself."""

from datetime import datetime, timedelta

from django.utils import translation
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.uitgifte.models import Beslissing
from eloket.uitgifte.services.gegevens import ProductInfo
from eloket.zaken.services import (
    NieuwBesluit,
    NieuweNotitie,
    Zaak,
    add_notitie,
    get_dossier,
    handles_zaken,
    set_status,
    take_besluit,
)

LOKET = "het loket"
TOELICHTING = 1000  # as long as ZGW lets it be


def close_zaak(row: Beslissing, product: ProductInfo, *, toelichting: str, now: datetime) -> None:
    """Take the besluit and set the last status, in the caller's transaction. Errors: `RegisterError`.

    In a register elsewhere its own people do this; there the zaak stays open.
    """
    if not handles_zaken():
        return
    zaak = get_dossier(row.zaak).zaak
    if row.soort.besluittype:
        take_besluit(row.zaak, _make_besluit(row, product, toelichting, now), now=now)
    if row.soort.resultaat:
        _set_last_status(zaak, row, now)


def write_note(row: Beslissing, redenen: str, *, now: datetime) -> None:
    """Tell the behandelaar why the counter did not decide. Errors: `RegisterError`."""
    if handles_zaken():
        add_notitie(
            row.zaak, NieuweNotitie(tekst=f"Het loket besliste niet zelf:\n{redenen}", door=LOKET), now=now
        )


def _make_besluit(row: Beslissing, product: ProductInfo, toelichting: str, now: datetime) -> NieuwBesluit:
    day = now.astimezone(get_default_timezone()).date()
    return NieuwBesluit(
        identificatie=f"{row.zaak}-B1",
        besluittype=row.soort.besluittype,
        datum=day,
        ingangsdatum=product.geldig_vanaf.astimezone(get_default_timezone()).date(),
        verzenddatum=day,  # they see it on the next page
        toelichting=_motivate(row, toelichting)[:TOELICHTING],
        door=LOKET,
    )


def _motivate(row: Beslissing, toelichting: str) -> str:
    with translation.override(row.gegevens["taal"]):
        begin = _("U krijgt: %(naam)s. Het loket besliste dit zonder medewerker, want:")
        return f"{begin % {'naam': row.soort.titel}}\n{toelichting}"


def _set_last_status(zaak: Zaak, row: Beslissing, now: datetime) -> None:
    with translation.override(row.gegevens["taal"]):
        told = _("U hebt het meteen gekregen. U vindt het op de pagina na het versturen en in Mijn zaken.")
    moment = now if zaak.status is None else max(now, zaak.status.gezet_op + timedelta(microseconds=1))
    set_status(
        row.zaak,
        statustype_volgnummer=zaak.zaaktype.statustypen[-1].volgnummer,
        toelichting=told,
        resultaat=row.soort.resultaat,
        door=LOKET,
        now=moment,
    )
