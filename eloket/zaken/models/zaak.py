"""What happens: zaken with their rollen, statussen and eigenschappen."""

from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField
from eloket.zaken.models.onderdelen import Resultaattype, Statustype
from eloket.zaken.models.team import Team
from eloket.zaken.models.zaaktype import Zaaktype
from eloket.zaken.regels import AardRelatie, Archiefnominatie, Controle, RolOmschrijving, Vertrouwelijkheid


def _open_index(name: str, *fields: str) -> models.Index:
    """Open zaken, those that must be done first in front."""
    by_last_day = [*fields, "uiterlijke_einddatum_afdoening", "id"]
    return models.Index(fields=by_last_day, name=name, condition=Q(einddatum__isnull=True))


#: What came in about a zaak and asks a person to decide (`Relatie.soort`).
VRAGEN_BESLISSING = ("intrekken", "ingebrekestelling")


class ZaakQuerySet(models.QuerySet["Zaak"]):
    def of_initiator(self, zoeksleutels: Sequence[str]) -> "ZaakQuerySet":
        """Zaken of the person behind these keyed hashes: one per encryption key. Never called with none."""
        if not zoeksleutels:
            raise ValueError("an empty key would match everybody's zaken")
        return self.filter(
            pk__in=Rol.objects.filter(
                rol=RolOmschrijving.INITIATOR, zoeksleutel__in=list(zoeksleutels)
            ).values("zaak_id")
        )

    def with_controle(self) -> "ZaakQuerySet":
        """With `te_controleren`: whether somebody must still look into who takes part."""
        rollen = Rol.objects.filter(zaak=OuterRef("pk"), controle=Controle.OPEN)
        return self.annotate(te_controleren=Exists(rollen))

    def with_ingekomen(self) -> "ZaakQuerySet":
        """With `is_ingekomen`: whether a request about it waits that somebody must decide on."""
        waiting = Zaakrelatie.objects.filter(
            andere=OuterRef("pk"), soort__in=VRAGEN_BESLISSING, zaak__einddatum__isnull=True
        )
        return self.annotate(is_ingekomen=Exists(waiting))

    def complete(self, *parts: str) -> "ZaakQuerySet":
        """With all that a screen shows, in a fixed number of queries. `parts`: what of the zaaktype too.

        A zaak has one verlenging at most: it comes along in the row itself.
        """
        statussen: Prefetch[str] = Prefetch(
            "statussen", Status.objects.select_related("statustype").order_by("gezet_op")
        )
        verlenging = {f"verlenging_{name}": F(f"verlengingen__{name}") for name in ("duur", "reden", "op")}
        rows = self.select_related("zaaktype", "resultaattype").annotate(**verlenging)
        return rows.prefetch_related(
            statussen,
            "opschortingen",
            *(f"zaaktype__{part}" for part in ("statustypen", *parts)),
        )


class Zaak(models.Model):
    """A zaak of the built-in register."""

    identificatie = models.CharField(_("zaaknummer"), max_length=40, unique=True)
    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.PROTECT, related_name="zaken")
    omschrijving = models.CharField(_("omschrijving"), max_length=80)
    vertrouwelijkheidaanduiding = models.CharField(max_length=20, choices=Vertrouwelijkheid)
    startdatum = models.DateField(_("startdatum"))
    registratiedatum = models.DateField(_("registratiedatum"))
    termijn_vanaf = models.DateField(null=True, blank=True)  # when the legal term counts from a later day
    zienswijze_tot = models.DateField(null=True, blank=True)  # asked of the aanvrager; the last day to answer
    einddatum_gepland = models.DateField(_("verwachte einddatum"), null=True, blank=True)
    uiterlijke_einddatum_afdoening = models.DateField(_("uiterste einddatum"), null=True, blank=True)
    einddatum = models.DateField(_("einddatum"), null=True, blank=True)
    resultaattype = models.ForeignKey(
        Resultaattype, on_delete=models.PROTECT, null=True, blank=True, related_name="zaken"
    )
    resultaat_toelichting = models.CharField(max_length=1000, blank=True)
    archiefnominatie = models.CharField(max_length=16, choices=Archiefnominatie, blank=True)
    startdatum_bewaartermijn = models.DateField(null=True, blank=True)
    archiefactiedatum = models.DateField(null=True, blank=True)
    behandelaar = models.CharField(_("behandelaar"), max_length=150, blank=True)  # a login name
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="zaken")
    # The current one, kept with every status: the worklist would otherwise look through all of them.
    statustype = models.ForeignKey(
        Statustype, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kanaal = models.CharField(_("kanaal"), max_length=50)
    email = EncryptedTextField(default="", blank=True)  # where news goes; with taal
    taal = models.CharField(max_length=8, default="nl", choices=settings.LANGUAGES)
    created_at = models.DateTimeField()

    objects = ZaakQuerySet.as_manager()

    class Meta:
        verbose_name = _("zaak")
        verbose_name_plural = _("zaken")
        ordering = ["-startdatum", "-pk"]
        default_permissions = ()
        permissions = [("behandel_zaak", _("Zaken behandelen"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(resultaattype__isnull=False),
                name="zaak_einde_met_resultaat",
            ),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("startdatum")),
                name="zaak_eindigt_na_start",
            ),
            models.CheckConstraint(condition=~Q(identificatie=""), name="zaak_heeft_nummer"),
        ]
        indexes = [
            # The worklists hold open zaken by the last day: everybody's, and those of one behandelaar (or of
            # nobody yet), team, zaaktype or status.
            _open_index("zaak_open"),
            _open_index("zaak_open_behandelaar", "behandelaar"),
            _open_index("zaak_open_team", "team"),
            _open_index("zaak_open_zaaktype", "zaaktype"),
            _open_index("zaak_open_status", "statustype"),
            # And by the day on which they began.
            models.Index(
                fields=["startdatum", "id"], name="zaak_open_begin", condition=Q(einddatum__isnull=True)
            ),
            # The closed ones, which are many: the last one first.
            models.Index(fields=["einddatum", "id"], name="zaak_dicht", condition=Q(einddatum__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.identificatie


class Rol(models.Model):
    """Somebody in a zaak. Who it is stands encrypted; `zoeksleutel` finds it by a keyed hash."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="rollen")
    rol = models.CharField(max_length=20, choices=RolOmschrijving)
    soort = models.CharField(max_length=12)  # bsn, kvk, rsin, eidas, contact, vereniging, medewerker
    partij = EncryptedJSONField()
    zoeksleutel = models.CharField(max_length=64, blank=True)
    niveau = models.PositiveSmallIntegerField(default=0)
    machtiging = models.CharField(max_length=200, blank=True)
    hoedanigheid = models.CharField(max_length=20, blank=True)  # lib.hoedanigheid: as what they act
    naam = EncryptedTextField(default="", blank=True)  # as the login or the Handelsregister told it
    controle = models.CharField(max_length=12, choices=Controle, blank=True)
    gecontroleerd_door = models.CharField(max_length=150, blank=True)
    gecontroleerd_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("rol")
        verbose_name_plural = _("rollen")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(rol=RolOmschrijving.INITIATOR), name="zaak_een_initiator"
            ),
        ]
        indexes = [
            models.Index(fields=["zoeksleutel", "rol"], name="rol_zoeksleutel"),
            # The few of whom somebody must still look into who they say to be.
            models.Index(fields=["zaak"], name="rol_te_controleren", condition=Q(controle=Controle.OPEN)),
        ]

    def __str__(self) -> str:
        return f"{self.rol} ({self.soort})"


class Status(models.Model):
    """A statustype that was set at a moment; the latest moment is the current one."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="statussen")
    statustype = models.ForeignKey(Statustype, on_delete=models.PROTECT, related_name="statussen")
    gezet_op = models.DateTimeField(_("gezet op"))
    toelichting = models.CharField(_("toelichting"), max_length=1000, blank=True)
    door = models.CharField(_("gezet door"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("status")
        verbose_name_plural = _("statussen")
        ordering = ["gezet_op"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["zaak", "gezet_op"], name="status_uniek_tijdstip")]

    def __str__(self) -> str:
        return f"{self.statustype_id} {self.gezet_op:%Y-%m-%d %H:%M}"


class Eigenschap(models.Model):
    """A fact about a zaak, encrypted: it may say where somebody lives."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="eigenschappen")
    naam = models.CharField(max_length=20)
    waarde = EncryptedTextField()

    class Meta:
        verbose_name = _("eigenschap van een zaak")
        verbose_name_plural = _("eigenschappen van zaken")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["zaak", "naam"], name="eigenschap_per_zaak")]

    def __str__(self) -> str:
        return self.naam


class Zaakrelatie(models.Model):
    """That one zaak is about another; written when the first of the two is opened."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="relaties")
    andere = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="verwijzingen")
    aard = models.CharField(max_length=12, choices=AardRelatie)
    soort = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("relatie tussen zaken")
        verbose_name_plural = _("relaties tussen zaken")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["zaak", "andere"], name="zaakrelatie_een_keer"),
            models.CheckConstraint(condition=~Q(zaak=F("andere")), name="zaakrelatie_met_een_ander"),
        ]

    def __str__(self) -> str:
        return f"{self.zaak_id} {self.aard} {self.andere_id}"


class UitgegevenNummer(models.Model):
    """One row per number handed out: the database's own counter never gives the same one twice.

    A row inserted in a transaction that fails leaves a gap, which is allowed; nobody waits for another.
    """

    minted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("uitgegeven nummer")
        verbose_name_plural = _("uitgegeven nummers")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)
