"""Versions of a zaaktype of the built-in register: copying one, and putting one in force.

A version is a concept until it is published. From then on zaken come on it, and each keeps its own version.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models, transaction
from django.utils.translation import gettext as _

from eloket.zaken.models import Zaaktype
from eloket.zaken.models.zaaktype import ZAAKTYPE_PARTS


class PublishRefused(ValueError):
    """This version cannot be put in force yet; `reasons` say in Dutch what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Versie:
    """One version, for the list of them."""

    zaaktype: Zaaktype
    zaken: int
    is_nu_geldig: bool


def list_versies(identificatie: str, *, vandaag: date) -> list[Versie]:
    """The newest first."""
    rows = Zaaktype.objects.filter(identificatie=identificatie).annotate(aantal=models.Count("zaken"))
    current = Zaaktype.objects.filter(identificatie=identificatie).valid_on(vandaag).first()
    return [
        Versie(row, row.aantal, current is not None and row.pk == current.pk)
        for row in rows.order_by("-begin_geldigheid", "-pk")
    ]


def copy_zaaktype(pk: int, *, vandaag: date) -> Zaaktype:
    """A concept with everything of this version, that begins after all others. Errors: `DoesNotExist`."""
    with transaction.atomic():
        source = Zaaktype.objects.get(pk=pk)
        latest = Zaaktype.objects.filter(identificatie=source.identificatie).latest("begin_geldigheid")
        begin = max(vandaag, latest.begin_geldigheid + timedelta(days=1))
        copy = Zaaktype.objects.get(pk=pk)
        copy.pk = None
        copy.concept, copy.begin_geldigheid, copy.einde_geldigheid = True, begin, None
        copy.save(force_insert=True)
        for part in ZAAKTYPE_PARTS:
            _copy_rows(getattr(source, part).all(), copy)
    return copy


def publish_zaaktype(pk: int) -> Zaaktype:
    """Put a concept in force; the version before it ends on the day on which this one begins.

    A version that is in force already stays so. Errors: `DoesNotExist`, `PublishRefused`.
    """
    with transaction.atomic():
        zaaktype = Zaaktype.objects.select_for_update().get(pk=pk)
        if not zaaktype.concept:
            return zaaktype
        reasons = list(_find_reasons(zaaktype))
        if reasons:
            raise PublishRefused(*reasons)
        _others(zaaktype).filter(einde_geldigheid__isnull=True).update(
            einde_geldigheid=zaaktype.begin_geldigheid
        )
        zaaktype.concept = False
        zaaktype.save(update_fields=["concept"])
    return zaaktype


def _others(zaaktype: Zaaktype) -> "models.QuerySet[Zaaktype]":
    return Zaaktype.objects.filter(identificatie=zaaktype.identificatie, concept=False).exclude(
        pk=zaaktype.pk
    )


def _find_reasons(zaaktype: Zaaktype) -> list[str]:
    reasons = []
    if not zaaktype.statustypen.exists():
        reasons.append(_("Voeg ten minste één stap toe."))
    if not zaaktype.resultaattypen.exists():
        reasons.append(_("Voeg ten minste één resultaat toe."))
    without = zaaktype.resultaattypen.filter(archiefnominatie="").values_list("omschrijving", flat=True)
    reasons += [_("Kies bij het resultaat “%s” bewaren of vernietigen.") % naam for naam in without]
    later = _others(zaaktype).filter(begin_geldigheid__gte=zaaktype.begin_geldigheid)
    if later.exists():
        reasons.append(_("Er geldt al een versie die later begint. Kies een latere begindatum."))
    return reasons


def _copy_rows(rows: "models.QuerySet[models.Model]", zaaktype: Zaaktype) -> None:
    for row in rows:
        row.pk = None
        setattr(row, "zaaktype", zaaktype)  # noqa: B010  every part has one; mypy sees a Model only
        row.save(force_insert=True)
