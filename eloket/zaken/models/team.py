"""Who works together, and who does what with zaken of a zaaktype."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.zaken.regels import Vertrouwelijkheid, Zaakrol


class Team(models.Model):
    """Colleagues who handle zaken together. Ours and no Django group: being in it gives no permission.

    Residents read the name: it is the department that looked into their zaak.
    """

    naam = models.CharField(
        _("naam"),
        max_length=80,
        unique=True,
        help_text=_("Dit leest de inwoner ook: welke afdeling keek in mijn zaak?"),
    )
    leden = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="zaakteams",
        blank=True,
        verbose_name=_("leden"),
        limit_choices_to={"is_staff": True, "is_active": True},
    )

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class ZaaktyperolQuerySet(models.QuerySet["Zaaktyperol"]):
    def of_user(self, pk: int) -> "ZaaktyperolQuerySet":
        """What this employee may, by name or through a team."""
        return self.filter(Q(medewerker=pk) | Q(team__leden=pk)).distinct()

    def of_zaaktype(self, identificatie: str) -> "ZaaktyperolQuerySet":
        return self.filter(zaaktype=identificatie)


class Zaaktyperol(models.Model):
    """What one employee or team may do with zaken of a zaaktype, in all its versions.

    As an autorisatie of ZGW it goes up to a vertrouwelijkheidaanduiding, of zaken and of their documents.
    """

    zaaktype = models.CharField(max_length=50, db_index=True)  # an identificatie: of all versions
    rol = models.CharField(_("rol"), max_length=12, choices=Zaakrol, default=Zaakrol.BEHANDELAAR)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="zaaktyperollen",
        verbose_name=_("medewerker"),
    )
    team = models.ForeignKey(
        Team,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="zaaktyperollen",
        verbose_name=_("team"),
    )
    maximum = models.CharField(
        _("tot en met"),
        max_length=20,
        choices=Vertrouwelijkheid,
        default=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
        help_text=_("Zaken en documenten die vertrouwelijker zijn, ziet deze medewerker of dit team niet."),
    )

    objects = ZaaktyperolQuerySet.as_manager()

    class Meta:
        verbose_name = _("rol bij een zaaktype")
        verbose_name_plural = _("rollen bij zaaktypen")
        ordering = ["zaaktype", "rol", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=True, team__isnull=False)
                | Q(medewerker__isnull=False, team__isnull=True),
                name="zaaktyperol_van_een",
            ),
            models.UniqueConstraint(
                fields=["zaaktype", "rol", "medewerker"], name="zaaktyperol_medewerker_uniek"
            ),
            models.UniqueConstraint(fields=["zaaktype", "rol", "team"], name="zaaktyperol_team_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.zaaktype}: {self.rol}"
