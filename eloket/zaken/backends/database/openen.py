"""Opening a zaak: everything in one transaction, the first status last."""

from datetime import date, datetime

from django.db import transaction

from eloket.lib.partij import Contact, Partij, Vereniging, soort, to_dict, zoeksleutel
from eloket.zaken import models
from eloket.zaken.backends.base import (
    Medewerker,
    NieuweZaak,
    ZaakRejected,
)
from eloket.zaken.backends.database.data import compute_dates
from eloket.zaken.backends.database.relaties import add_relatie
from eloket.zaken.models.zaaktype import ZaaktypeQuerySet
from eloket.zaken.regels import DEFAULT_ZAAKTYPE, Controle, RolOmschrijving
from eloket.zaken.termijnen import day_of


def open_zaak(nieuw: NieuweZaak, *, now: datetime) -> models.Zaak:
    """The row for `nieuw`: a new one, or the one that an earlier call made. Errors: `ZaakRejected`."""
    _check(nieuw)
    with transaction.atomic():
        zaaktype = _find_zaaktype(nieuw.zaaktype or DEFAULT_ZAAKTYPE, day_of(now))
        # The unique number decides who is first: a second call, even at the same moment, finds that row.
        zaak, created = models.Zaak.objects.get_or_create(
            identificatie=nieuw.identificatie, defaults=_fields(nieuw, zaaktype, now)
        )
        if created:
            _add_rollen(zaak, nieuw)
            _add_eigenschappen(zaak, nieuw)
            add_relatie(zaak, nieuw.relatie)
            _set_first_status(zaak, zaaktype, now)
    return zaak


def find_version(identificatie: str, day: date) -> models.Zaaktype | None:
    """The newest version that is valid on `day`, with its parts."""
    return _versions(identificatie, day).complete().first()


def _versions(identificatie: str, day: date) -> ZaaktypeQuerySet:
    return models.Zaaktype.objects.filter(identificatie=identificatie).valid_on(day)


def _check(nieuw: NieuweZaak) -> None:
    if reasons := nieuw.list_too_long():
        raise ZaakRejected(*reasons)


def _find_zaaktype(identificatie: str, day: date) -> models.Zaaktype:
    """With its steps alone: opening a zaak asks nothing else of it."""
    zaaktype = _versions(identificatie, day).prefetch_related("statustypen").first()
    if zaaktype is None:
        raise ZaakRejected(f"zaaktype {identificatie!r} bestaat niet of is vandaag niet geldig")
    if not zaaktype.statustypen.all():
        raise ZaakRejected(f"zaaktype {identificatie!r} heeft geen statustypen")
    return zaaktype


def _fields(nieuw: NieuweZaak, zaaktype: models.Zaaktype, now: datetime) -> dict[str, object]:
    return {
        "zaaktype": zaaktype,
        "omschrijving": nieuw.omschrijving or zaaktype.omschrijving,
        "vertrouwelijkheidaanduiding": zaaktype.vertrouwelijkheidaanduiding,
        "startdatum": nieuw.startdatum,
        "registratiedatum": day_of(now),
        "termijn_vanaf": nieuw.termijn_vanaf,
        **compute_dates(zaaktype, nieuw.startdatum, vanaf=nieuw.termijn_vanaf, vandaag=day_of(now)),
        "kanaal": nieuw.kanaal,
        "email": nieuw.email,
        "taal": nieuw.taal,
        "created_at": now,
    }


def _add_rollen(zaak: models.Zaak, nieuw: NieuweZaak) -> None:
    controle = Controle.OPEN if nieuw.te_controleren else ""
    if nieuw.belanghebbende is not None:
        add_rol(
            zaak,
            RolOmschrijving.INITIATOR,
            nieuw.belanghebbende,
            niveau=nieuw.niveau,
            naam=nieuw.belanghebbende_naam,
            controle="" if nieuw.handelende else controle,
        )
    if isinstance(nieuw.handelende, Medewerker):
        zaak.rollen.create(
            rol=RolOmschrijving.KLANTCONTACTER,
            soort="medewerker",
            partij={"identificatie": nieuw.handelende.identificatie},
        )
    elif nieuw.handelende is not None and nieuw.handelende != nieuw.belanghebbende:
        add_rol(
            zaak,
            RolOmschrijving.BELANGHEBBENDE,
            nieuw.handelende,
            machtiging=nieuw.machtiging,
            naam=nieuw.handelende_naam,
            hoedanigheid=nieuw.hoedanigheid,
            controle=controle,
        )


def add_rol(
    zaak: models.Zaak, rol: RolOmschrijving, partij: Partij, *, niveau: int = 0, **more: str
) -> models.Rol:
    """Add somebody; who only says who they are gets no search key, so that no list finds a zaak by it.

    `more`: other fields of the Rol. Errors: `ZaakRejected` for a second initiator.
    """
    if rol == RolOmschrijving.INITIATOR and zaak.rollen.filter(rol=rol).exists():
        raise ZaakRejected("een zaak heeft ten hoogste één initiator")
    return zaak.rollen.create(
        rol=rol,
        soort=soort(partij),
        partij=to_dict(partij),
        zoeksleutel="" if isinstance(partij, Contact | Vereniging) else zoeksleutel(partij),
        niveau=niveau,
        **more,
    )


def _add_eigenschappen(zaak: models.Zaak, nieuw: NieuweZaak) -> None:
    # A name that the zaaktype lacks is kept all the same: publishing the form already said so, and
    # refusing an aanvraag over it helps nobody.
    models.Eigenschap.objects.bulk_create(
        models.Eigenschap(zaak=zaak, naam=naam[:20], waarde=waarde)
        for naam, waarde in nieuw.eigenschappen.items()
    )


def _set_first_status(zaak: models.Zaak, zaaktype: models.Zaaktype, now: datetime) -> None:
    first = min(zaaktype.statustypen.all(), key=lambda statustype: statustype.volgnummer)
    zaak.statussen.create(statustype=first, gezet_op=now)
    zaak.statustype = first
    zaak.save(update_fields=["statustype"])
