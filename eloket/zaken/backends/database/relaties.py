"""Which zaken are about another zaak."""

from eloket.zaken import models
from eloket.zaken.backends.base import Relatie, Verwant, ZaakRejected
from eloket.zaken.regels import AardRelatie


def add_relatie(zaak: models.Zaak, relatie: Relatie | None) -> None:
    """Errors: `ZaakRejected` for a zaak that is not here, and for itself."""
    if relatie is None:
        return
    andere = models.Zaak.objects.filter(identificatie=relatie.zaak).exclude(pk=zaak.pk).first()
    if andere is None:
        raise ZaakRejected(f"de zaak {relatie.zaak!r}, waar deze over gaat, bestaat niet")
    zaak.relaties.create(andere=andere, aard=relatie.aard, soort=relatie.soort[:20])


def list_betreft(zaak: models.Zaak) -> tuple[Verwant, ...]:
    """The zaken that this one is about."""
    rows = zaak.relaties.select_related("andere").order_by("pk")
    return tuple(_to_verwant(row, row.andere) for row in rows)


def list_ingekomen(zaak: models.Zaak) -> tuple[Verwant, ...]:
    """The zaken about this one, oldest first."""
    rows = zaak.verwijzingen.select_related("zaak").order_by("zaak__startdatum", "pk")
    return tuple(_to_verwant(row, row.zaak) for row in rows)


def _to_verwant(row: models.Zaakrelatie, zaak: models.Zaak) -> Verwant:
    return Verwant(
        identificatie=zaak.identificatie,
        omschrijving=zaak.omschrijving,
        aard=AardRelatie(row.aard),
        soort=row.soort,
        startdatum=zaak.startdatum,
        einddatum=zaak.einddatum,
    )
