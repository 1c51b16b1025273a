"""What asks something of a resident: two queries, however many zaken they have."""

from datetime import date

from eloket.zaken import models
from eloket.zaken.backends.base import Aandachtsoort, Aandachtspunt, Tekst
from eloket.zaken.backends.database.vertaling import to_besluittype


def list_aandachtspunten(zaken: models.zaak.ZaakQuerySet, *, op: date) -> tuple[Aandachtspunt, ...]:
    """Of these zaken: what was asked and is not answered, and besluiten that can still be objected to."""
    points = [*_list_gevraagd(zaken, op), *_list_besluiten(zaken, op)]
    return tuple(sorted(points, key=lambda point: (point.uiterlijk, point.identificatie)))


def _list_gevraagd(zaken: models.zaak.ZaakQuerySet, op: date) -> list[Aandachtspunt]:
    rows = models.Opschorting.objects.filter(
        zaak__in=zaken, zaak__einddatum=None, tot=None, hersteltermijn__gte=op
    )
    return [
        Aandachtspunt(
            Aandachtsoort.AANVULLING, row.zaak.identificatie, _name(row.zaak), row.hersteltermijn or op
        )
        for row in rows.select_related("zaak__zaaktype")
    ]


def _list_besluiten(zaken: models.zaak.ZaakQuerySet, op: date) -> list[Aandachtspunt]:
    rows = models.Besluit.objects.filter(
        zaak__in=zaken, verzenddatum__lte=op, uiterlijke_reactiedatum__gte=op
    )
    return [
        Aandachtspunt(
            Aandachtsoort.BEZWAAR,
            row.zaak.identificatie,
            _name(row.zaak),
            row.uiterlijke_reactiedatum or op,
            to_besluittype(row.besluittype).omschrijving,
        )
        for row in rows.select_related("zaak__zaaktype", "besluittype")
    ]


def _name(zaak: models.Zaak) -> Tekst:
    return Tekst(zaak.omschrijving, zaak.zaaktype.omschrijving_burger_en)
