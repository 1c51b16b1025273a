"""What the gemeente does with a zaak on its way: suspend, extend, decide, note."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField
from eloket.zaken.models.document import Document
from eloket.zaken.models.onderdelen import Besluittype
from eloket.zaken.models.zaak import Zaak


class Opschorting(models.Model):
    """Days on which the clock stands still; see `termijnen.Opschorting` for what `van` and `tot` count."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="opschortingen")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    hersteltermijn = models.DateField(_("laatste dag om te antwoorden"), null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=200)
    door = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name = _("opschorting")
        verbose_name_plural = _("opschortingen")
        ordering = ["van", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(tot__isnull=True), name="opschorting_een_tegelijk"
            ),
        ]
        indexes = [
            # Whose last day to answer has passed: asked every hour.
            models.Index(
                fields=["hersteltermijn"], name="opschorting_te_hervatten", condition=Q(tot__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} – {self.tot or '…'}"


class Verlenging(models.Model):
    """More time, told to the aanvrager on day `op`. As in ZGW a zaak has at most one."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="verlengingen")
    duur = models.CharField(_("duur"), max_length=20)
    reden = models.CharField(_("reden"), max_length=200)
    op = models.DateField()
    door = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name = _("verlenging")
        verbose_name_plural = _("verlengingen")
        ordering = ["op", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["zaak"], name="verlenging_een_per_zaak")]

    def __str__(self) -> str:
        return self.duur


class Besluit(models.Model):
    """A decision in a zaak. `verzenddatum` is the day of bekendmaking; without it nobody outside knows."""

    identificatie = models.CharField(max_length=50, unique=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="besluiten")
    besluittype = models.ForeignKey(Besluittype, on_delete=models.PROTECT, related_name="besluiten")
    datum = models.DateField(_("datum van het besluit"))
    ingangsdatum = models.DateField(_("geldt vanaf"))
    vervaldatum = models.DateField(_("geldt tot en met"), null=True, blank=True)
    verzenddatum = models.DateField(_("bekendgemaakt op"), null=True, blank=True)
    uiterlijke_reactiedatum = models.DateField(_("laatste dag voor bezwaar"), null=True, blank=True)
    uitstel = models.JSONField(default=list, blank=True)  # per outage: van, eerste, laatste
    toelichting = EncryptedTextField(_("motivering"), default="", blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="besluiten"
    )
    door = models.CharField(max_length=150, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ["datum", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(vervaldatum__isnull=True) | Q(vervaldatum__gte=F("ingangsdatum")),
                name="besluit_vervalt_na_ingang",
            ),
            models.CheckConstraint(
                condition=Q(verzenddatum__isnull=True) | Q(verzenddatum__gte=F("datum")),
                name="besluit_bekend_na_besluit",
            ),
        ]

    def __str__(self) -> str:
        return self.identificatie


class Notitie(models.Model):
    """What colleagues tell each other about a zaak. It never leaves the back office."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="notities")
    tekst = EncryptedTextField()
    door = models.CharField(max_length=150)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("notitie")
        verbose_name_plural = _("notities")
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.door} {self.created_at:%Y-%m-%d %H:%M}"
