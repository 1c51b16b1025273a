"""Finding zaken: whose they are, how confidential, one or a page of them."""

from typing import get_args

from django.db.models import F, Q

from eloket.lib.partij import Identificerend, eigen_sleutels
from eloket.zaken import models
from eloket.zaken.backends.base import Pagina, Volgorde, Zaak, Zaakfilter, ZaakNotFound
from eloket.zaken.backends.database.vertaling import to_zaak
from eloket.zaken.regels import levels_up_to

_ORDER = {
    Volgorde.OPEN_EERST: (F("einddatum").desc(nulls_first=True), "-startdatum", "-pk"),
    Volgorde.NIEUWSTE: ("-startdatum", "-pk"),
    Volgorde.OUDSTE: ("startdatum", "pk"),
}


def zaken_of(voor: Identificerend, *, maximum: str) -> models.zaak.ZaakQuerySet:
    """The zaken that this person may see: their own, up to this vertrouwelijkheidaanduiding."""
    if not isinstance(voor, get_args(Identificerend)):
        raise TypeError("only a Bsn, Kvk, Rsin or Eidas says whose zaken these are")
    own = models.Zaak.objects.of_initiator(eigen_sleutels(voor))
    return own.filter(vertrouwelijkheidaanduiding__in=levels_up_to(maximum))


def narrow(rows: models.zaak.ZaakQuerySet, filter: Zaakfilter) -> models.zaak.ZaakQuerySet:
    """Those that the filter asks for, in its order."""
    if filter.open_zaken is not None:
        rows = rows.filter(einddatum__isnull=filter.open_zaken)
    if filter.identificaties is not None:
        rows = rows.filter(identificatie__in=filter.identificaties)
    if filter.zoek:
        rows = rows.filter(Q(identificatie__icontains=filter.zoek) | Q(omschrijving__icontains=filter.zoek))
    return rows.order_by(*_ORDER[filter.volgorde])


def read_zaak(rows: models.zaak.ZaakQuerySet, identificatie: str, *, resultaattypen: bool = False) -> Zaak:
    """The zaak with this number among `rows`; with how it can end, for who handles it.

    Errors: `ZaakNotFound`.
    """
    parts = ("resultaattypen",) if resultaattypen else ()
    row = rows.filter(identificatie=identificatie).complete(*parts).first()
    if row is None:
        raise ZaakNotFound(identificatie)
    return to_zaak(row, resultaattypen=resultaattypen)


def lock_zaak(identificatie: str) -> models.Zaak:
    """The row, held until the transaction ends: of two people at once, the second sees what the first did.

    Errors: `ZaakNotFound`.
    """
    try:
        return models.Zaak.objects.select_for_update().get(identificatie=identificatie)
    except models.Zaak.DoesNotExist:
        raise ZaakNotFound(identificatie) from None


def page_of(rows: models.zaak.ZaakQuerySet, *, page: int, page_size: int) -> Pagina[Zaak]:
    """One page; beyond the last it is the last."""
    total = rows.count()
    page = min(max(1, page), max(1, -(-total // page_size)))
    start = (page - 1) * page_size
    items = tuple(to_zaak(row) for row in rows.complete()[start : start + page_size])
    return Pagina(items=items, page=page, page_size=page_size, total=total)
