"""All that happened to a zaak, from the rows that it left."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.bestanden.services import list_bestanden
from eloket.zaken import models
from eloket.zaken.backends.base import Gebeurtenis, ZaakNotFound


def list_gebeurtenissen(identificatie: str) -> tuple[Gebeurtenis, ...]:
    """The last first. Errors: `ZaakNotFound`."""
    zaak = models.Zaak.objects.select_related("zaaktype").filter(identificatie=identificatie).first()
    if zaak is None:
        raise ZaakNotFound(identificatie)
    found = [
        Gebeurtenis(zaak.created_at, "opening", zaak.omschrijving),
        *_statussen(zaak),
        *_toewijzingen(zaak),
        *_stilstand(zaak),
        *_verzoeken(zaak),
        *_besluiten(zaak),
        *_documenten(zaak),
        *(Gebeurtenis(each.created_at, "notitie", "", each.tekst, each.door) for each in zaak.notities.all()),
    ]
    return tuple(sorted(found, key=moment_of, reverse=True))


def moment_of(gebeurtenis: Gebeurtenis) -> datetime:
    """To sort by: of what has only a day, its beginning."""
    op = gebeurtenis.op
    return op if isinstance(op, datetime) else datetime.combine(op, time(), get_default_timezone())


def _statussen(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    for row in zaak.statussen.select_related("statustype"):
        yield Gebeurtenis(row.gezet_op, "status", row.statustype.omschrijving, row.toelichting, row.door)


def _toewijzingen(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    """`titel`: a login name, by a slash who had it and who has it now; the screen puts names to them."""
    for row in zaak.toewijzingen.all():
        names = f"{row.van}/{row.naar}/{row.team}"
        yield Gebeurtenis(row.created_at, "toewijzing", names, row.reden, row.door)


def _stilstand(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    for stil in zaak.opschortingen.all():
        yield Gebeurtenis(stil.van, "opschorting", _until(stil.hersteltermijn), stil.reden, stil.door)
        if stil.tot:
            yield Gebeurtenis(stil.tot, "hervatting", "")
    for row in zaak.verlengingen.all():
        yield Gebeurtenis(row.op, "verlenging", row.duur, row.reden, row.door)


def _verzoeken(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    for row in zaak.verzoeken.all():
        yield Gebeurtenis(row.gevraagd_op, "verzoek", "", row.vraag, row.door)
        if row.beantwoord_at:
            yield Gebeurtenis(row.beantwoord_at, "antwoord", "", row.antwoord, _("de inwoner"))


def _until(day: date | None) -> str:
    return _("antwoord tot en met %s") % f"{day:%d-%m-%Y}" if day else ""


def _besluiten(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    for row in zaak.besluiten.select_related("besluittype"):
        soort = row.besluittype.omschrijving
        yield Gebeurtenis(row.created_at, "besluit", soort, row.toelichting, row.door)
        if row.verzenddatum:
            yield Gebeurtenis(row.verzenddatum, "bekendmaking", soort)


def _documenten(zaak: models.Zaak) -> Iterator[Gebeurtenis]:
    rows = list(zaak.documenten.all())
    infos = list_bestanden(row.bestand for row in rows)
    for row in rows:
        if row.bestand in infos:
            yield Gebeurtenis(row.created_at, "document", infos[row.bestand].naam, row.informatieobjecttype)
