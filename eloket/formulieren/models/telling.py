"""How often a form was begun, got further, left and sent: counts per day, of nobody in particular."""

from typing import Any

from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    BEGONNEN = "begonnen", _("begonnen")
    STAP = "stap", _("stap ingevuld")
    GESTOPT = "gestopt", _("niet afgemaakt")
    VERZONDEN = "verzonden", _("verstuurd")
    DUUR = "duur", _("hoe lang het duurde")


class Kanaal(models.TextChoices):
    WEBSITE = "website", _("website")
    BALIE = "balie", _("balie")
    TELEFOON = "telefoon", _("telefoon")
    POST = "post", _("post")
    EMAIL = "email", _("e-mail")


class Apparaat(models.TextChoices):
    TELEFOON = "telefoon", _("telefoon")
    COMPUTER = "computer", _("computer of tablet")


class TellingQuerySet(models.QuerySet["Telling"]):
    def per_formulier(self) -> Any:
        """One row for each form: how often it was begun, not finished and sent."""

        def total(**where: str) -> Sum:
            return Sum("aantal", filter=Q(**where), default=0)

        rows = self.values("formulier", "formulier__titel_nl").annotate(
            begonnen=total(soort=Soort.BEGONNEN),
            gestopt=total(soort=Soort.GESTOPT),
            verzonden=total(soort=Soort.VERZONDEN),
        )
        return rows.order_by("formulier__titel_nl", "formulier")


class Telling(models.Model):
    """A count. `stap`: the key of a step, or of a duration the most minutes that it took ("" for longer)."""

    formulier = models.ForeignKey(
        "formulieren.Formulier",
        on_delete=models.CASCADE,
        related_name="tellingen",
        verbose_name=_("formulier"),
    )
    op = models.DateField(_("dag"))
    soort = models.CharField(max_length=10, choices=Soort)
    stap = models.CharField(max_length=60, blank=True)
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal)
    apparaat = models.CharField(_("apparaat"), max_length=10, choices=Apparaat)
    aantal = models.PositiveIntegerField(default=0)

    objects = TellingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellingen")
        constraints = [
            models.UniqueConstraint(
                fields=["formulier", "op", "soort", "stap", "kanaal", "apparaat"],
                name="formulieren_telling_een_rij",
            )
        ]

    def __str__(self) -> str:
        return f"{self.formulier_id} {self.op} {self.soort} {self.stap}"
