"""When a place or an agenda is open: rules in local wall time, and the days that differ."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.models.plaats import Afspraaklocatie, Agenda, Vaardigheid

LATERE_DAG = _("De laatste dag komt voor de eerste. Vul een latere dag in.")
LATERE_TIJD = _("Deze tijd moet later zijn dan de tijd ervoor.")


class Doel(models.TextChoices):
    """Who may use the time."""

    ALLES = "alles", _("online en medewerkers")
    ONLINE = "online", _("alleen online")
    KCC = "kcc", _("alleen medewerkers")
    INLOOP = "inloop", _("inloop, geen afspraken")


class Openingsregel(models.Model):
    """Hours that come back. Of a place, or of one agenda, which then keeps only its own rules.

    `weekdagen`: bit 0 is Monday. `week_van_maand`: 0 is every week, 5 the last. `elke_weken` counts from the
    week of `geldig_van`. `vrijgave_dagen`: not to be chosen earlier than so many days before; empty: at once.
    """

    locatie = models.ForeignKey(
        Afspraaklocatie,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="regels",
        verbose_name=_("locatie"),
    )
    agenda = models.ForeignKey(
        Agenda,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="regels",
        verbose_name=_("agenda"),
    )
    weekdagen = models.PositiveSmallIntegerField(
        _("dagen"), default=0b0011111, validators=[MinValueValidator(1), MaxValueValidator(0b1111111)]
    )
    elke_weken = models.PositiveSmallIntegerField(
        _("om de … weken"), default=1, validators=[MinValueValidator(1), MaxValueValidator(52)]
    )
    week_van_maand = models.PositiveSmallIntegerField(
        _("week van de maand"),
        default=0,
        choices=(
            (0, _("elke week")),
            (1, _("de eerste")),
            (2, _("de tweede")),
            (3, _("de derde")),
            (4, _("de vierde")),
            (5, _("de laatste")),
        ),
    )
    van = models.TimeField(_("van"))
    tot = models.TimeField(_("tot"))
    geldig_van = models.DateField(_("geldig vanaf"))
    geldig_tot = models.DateField(_("geldig tot en met"), null=True, blank=True)
    doel = models.CharField(_("voor"), max_length=8, choices=Doel.choices, default=Doel.ALLES)
    vaardigheden = models.ManyToManyField(
        Vaardigheid,
        blank=True,
        related_name="+",
        verbose_name=_("alleen voor deze vaardigheden"),
        help_text=_("Leeg: voor alles wat de agenda kan."),
    )
    vrijgave_dagen = models.PositiveSmallIntegerField(
        _("vrij te geven … dagen vooraf"), null=True, blank=True, validators=[MaxValueValidator(366)]
    )
    vrijgave_tijd = models.TimeField(_("om"), null=True, blank=True)

    class Meta:
        verbose_name = _("openingsregel")
        verbose_name_plural = _("openingsregels")
        ordering = ("locatie", "agenda", "weekdagen", "van", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(locatie__isnull=False, agenda__isnull=True)
                | models.Q(locatie__isnull=True, agenda__isnull=False),
                name="openingsregel_van_een",
            ),
            models.CheckConstraint(
                condition=models.Q(tot__gt=models.F("van")), name="openingsregel_tot_na_van"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van:%H:%M}–{self.tot:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if bool(self.locatie) == bool(self.agenda):
            raise ValidationError(_("Kies een locatie of een agenda, een van de twee."))
        if self.van and self.tot and self.tot <= self.van:
            raise ValidationError({"tot": LATERE_TIJD})
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValidationError({"geldig_tot": LATERE_DAG})


class Effect(models.TextChoices):
    DICHT = "dicht", _("gesloten")
    OPEN = "open", _("extra open")
    KCC = "kcc", _("alleen voor medewerkers")
    INLOOP = "inloop", _("alleen inloop")


class Uitzondering(models.Model):
    """Days that differ. The narrowest wins: an agenda over a place, a place over everything.

    Without a place and an agenda it is of all. Without hours it is the whole day. One that is proposed
    (`bevestigd` is False) does nothing until a person has decided.
    """

    locatie = models.ForeignKey(
        Afspraaklocatie,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="uitzonderingen",
        verbose_name=_("locatie"),
    )
    agenda = models.ForeignKey(
        Agenda,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="uitzonderingen",
        verbose_name=_("agenda"),
    )
    eerste_dag = models.DateField(_("eerste dag"), db_index=True)
    laatste_dag = models.DateField(_("laatste dag"), db_index=True)
    van = models.TimeField(_("van"), null=True, blank=True)
    tot = models.TimeField(_("tot"), null=True, blank=True)
    effect = models.CharField(_("wat geldt er?"), max_length=8, choices=Effect.choices, default=Effect.DICHT)
    reden = models.CharField(_("reden"), max_length=120, blank=True)
    tekst = models.CharField(_("wat leest iemand?"), max_length=200, blank=True)
    tekst_en = models.CharField(_("wat leest iemand? (Engels)"), max_length=200, blank=True)
    bevestigd = models.BooleanField(_("bevestigd"), default=True)

    class Meta:
        verbose_name = _("uitzondering")
        verbose_name_plural = _("uitzonderingen")
        ordering = ("eerste_dag", "van", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(locatie__isnull=True) | models.Q(agenda__isnull=True),
                name="uitzondering_van_hoogstens_een",
            ),
            models.CheckConstraint(
                condition=models.Q(laatste_dag__gte=models.F("eerste_dag")), name="uitzondering_dagen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eerste_dag} {self.reden}".strip()

    def clean(self) -> None:
        super().clean()
        if self.locatie and self.agenda:
            raise ValidationError(_("Kies een locatie, een agenda, of geen van beide."))
        if self.eerste_dag and self.laatste_dag and self.laatste_dag < self.eerste_dag:
            raise ValidationError({"laatste_dag": LATERE_DAG})
        if (self.van is None) != (self.tot is None):
            raise ValidationError(
                {"tot": _("Vul beide tijden in, of laat beide leeg: dan is het de hele dag.")}
            )
        if self.van and self.tot and self.tot <= self.van:
            raise ValidationError({"tot": LATERE_TIJD})
