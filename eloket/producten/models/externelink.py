"""Addresses of other sites that products link to, and whether they still lead somewhere."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
# One bad day of another site is no reason to send a redacteur to work.
DAYS_TO_DIE = 2


class Linkuitslag(models.TextChoices):
    """What one visit to an address says. Only a clear "it is not there" is DOOD."""

    LEEFT = "leeft", _("werkt")
    DOOD = "dood", _("niet gevonden")
    # No connection, too slow, refused, out of order: says nothing about the page.
    ONBEKEND = "onbekend", _("niet te zeggen")


class ExterneLinkQuerySet(models.QuerySet["ExterneLink"]):
    def due(self, *, now: datetime) -> Self:
        """Links to visit: never visited, a week ago, or a day after they failed for the first time."""
        doubtful = Q(mislukte_dagen__gt=0, mislukte_dagen__lt=DAYS_TO_DIE, gecontroleerd_op__lte=now - DAY)
        week_ago = Q(gecontroleerd_op__lte=now - WEEK)
        return self.filter(Q(gecontroleerd_op__isnull=True) | doubtful | week_ago).order_by(
            models.F("gecontroleerd_op").asc(nulls_first=True), "pk"
        )

    def dead(self) -> Self:
        """Links that were not there on several days."""
        return self.filter(mislukte_dagen__gte=DAYS_TO_DIE)


class ExterneLink(models.Model):
    """One address. Which pages use it is read from the pages themselves, so that it is never out of date."""

    url = models.CharField(_("adres"), max_length=1000, unique=True)
    uitslag = models.CharField(_("uitslag"), max_length=8, blank=True, choices=Linkuitslag.choices)
    gecontroleerd_op = models.DateTimeField(_("gecontroleerd op"), null=True, blank=True)
    mislukte_dagen = models.PositiveSmallIntegerField(_("dagen niet gevonden"), default=0)
    mislukt_op = models.DateField(_("laatst niet gevonden"), null=True, blank=True)

    objects = ExterneLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link naar een andere site")
        verbose_name_plural = _("links naar andere sites")

    def __str__(self) -> str:
        return self.url

    @property
    def is_dead(self) -> bool:
        """Not there on as many days as it takes."""
        return self.mislukte_dagen >= DAYS_TO_DIE

    def record(self, uitslag: Linkuitslag, *, now: datetime) -> None:
        """Keep what a visit said. What is unknown changes nothing of what we knew."""
        self.uitslag = uitslag
        self.gecontroleerd_op = now
        if uitslag is Linkuitslag.LEEFT:
            self.mislukte_dagen, self.mislukt_op = 0, None
        elif uitslag is Linkuitslag.DOOD:
            self._record_failure(now.astimezone(get_default_timezone()).date())
        self.save()

    def _record_failure(self, day: date) -> None:
        if self.mislukt_op != day:
            self.mislukte_dagen = min(self.mislukte_dagen + 1, DAYS_TO_DIE)
            self.mislukt_op = day
