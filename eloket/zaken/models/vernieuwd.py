"""That something of a person or a zaak changed in a register elsewhere."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class VernieuwdQuerySet(models.QuerySet["Vernieuwd"]):
    def since(self, moment: datetime, sleutels: frozenset[str]) -> "VernieuwdQuerySet":
        return self.filter(sleutel__in=sleutels, op__gte=moment)

    def older_than(self, moment: datetime) -> "VernieuwdQuerySet":
        return self.filter(op__lt=moment)


class Vernieuwd(models.Model):
    """From this moment on what a process remembers of it is old. Kept for an hour; holds no personal data.

    `sleutel`: the keyed hash of a person, or the number of a zaak.
    """

    sleutel = models.CharField(max_length=64, unique=True)
    op = models.DateTimeField(_("wanneer"), db_index=True)

    objects = VernieuwdQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("vernieuwd")
        verbose_name_plural = _("vernieuwd")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M}"
