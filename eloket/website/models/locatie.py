"""Where people can come: a building with its hours, and the days on which those differ."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel

from eloket.website.telefoon import PHONE

POSTCODE = RegexValidator(r"^\d{4} ?[A-Z]{2}$", _("Vul een postcode in, bijvoorbeeld 1234 AB."))
UITLEG_AFWIJKING = _(
    "Bijvoorbeeld Koningsdag. Laat de tijden leeg als u dan gesloten bent. Meer tijden op één dag? "
    "Maak dan meer regels met dezelfde dagen. Vallen twee afwijkingen samen, dan geldt de kortste."
)


class Weekdag(models.IntegerChoices):
    """Numbered as Python does."""

    MAANDAG = 0, _("maandag")
    DINSDAG = 1, _("dinsdag")
    WOENSDAG = 2, _("woensdag")
    DONDERDAG = 3, _("donderdag")
    VRIJDAG = 4, _("vrijdag")
    ZATERDAG = 5, _("zaterdag")
    ZONDAG = 6, _("zondag")


class Locatie(ClusterableModel):
    """One address of the gemeente. Words for residents exist in Dutch and English."""

    naam = models.CharField(_("naam"), max_length=80, help_text=_("Bijvoorbeeld: Gemeentehuis."))
    naam_en = models.CharField(_("naam (Engels)"), max_length=80, blank=True)
    straat = models.CharField(_("straat"), max_length=80)
    huisnummer = models.CharField(_("huisnummer"), max_length=12, help_text=_("Met toevoeging: 12 a."))
    postcode = models.CharField(_("postcode"), max_length=7, validators=[POSTCODE])
    plaats = models.CharField(_("plaats"), max_length=80)
    telefoon = models.CharField(
        _("eigen telefoonnummer"),
        max_length=20,
        blank=True,
        validators=[PHONE],
        help_text=_("Alleen invullen als mensen niet het gewone nummer moeten bellen."),
    )
    uitleg = models.TextField(
        _("uitleg"),
        blank=True,
        max_length=600,
        help_text=_("Hoe komt u er binnen met een rolstoel? Waar is de bushalte, waar kunt u parkeren?"),
    )
    uitleg_en = models.TextField(_("uitleg (Engels)"), blank=True, max_length=600)
    volgorde = models.PositiveSmallIntegerField(
        _("volgorde"), default=0, help_text=_("De locatie met het laagste getal staat bovenaan.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("naam"), FieldPanel("naam_en"), FieldPanel("volgorde")], heading=_("Naam")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("straat"), FieldPanel("huisnummer")]),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("plaats")]),
                FieldPanel("telefoon"),
            ],
            heading=_("Adres"),
        ),
        InlinePanel("tijden", heading=_("Openingstijden"), label=_("openingstijd")),
        MultiFieldPanel(
            [HelpPanel(content=UITLEG_AFWIJKING), InlinePanel("afwijkingen", label=_("afwijking"))],
            heading=_("Andere tijden of gesloten"),
        ),
        MultiFieldPanel(
            [FieldPanel("uitleg"), FieldPanel("uitleg_en")], heading=_("Toegankelijkheid en uitleg")
        ),
    ]

    class Meta:
        verbose_name = _("locatie")
        verbose_name_plural = _("locaties")
        ordering = ["volgorde", "naam", "pk"]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        self.postcode = self.postcode.upper()
        super().clean()


class Openingstijd(models.Model):
    """One span on one day of the week; a day without one is closed."""

    locatie = ParentalKey(Locatie, on_delete=models.CASCADE, related_name="tijden")
    dag = models.PositiveSmallIntegerField(_("dag"), choices=Weekdag.choices)
    van = models.TimeField(_("van"))
    tot = models.TimeField(_("tot"))
    op_afspraak = models.BooleanField(_("alleen op afspraak"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("dag"), FieldPanel("van"), FieldPanel("tot"), FieldPanel("op_afspraak")])
    ]

    class Meta:
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        ordering = ["dag", "van", "pk"]

    def __str__(self) -> str:
        return f"{self.get_dag_display()} {self.van:%H:%M} - {self.tot:%H:%M}"

    def clean(self) -> None:
        super().clean()
        check_span(self.van, self.tot)


class Afwijking(models.Model):
    """A day or some days on which the week does not hold: other hours, or closed."""

    locatie = ParentalKey(Locatie, on_delete=models.CASCADE, related_name="afwijkingen")
    vanaf = models.DateField(_("eerste dag"))
    tot_en_met = models.DateField(_("laatste dag"), null=True, blank=True, help_text=_("Leeg: één dag."))
    van = models.TimeField(_("open van"), null=True, blank=True)
    tot = models.TimeField(_("open tot"), null=True, blank=True)
    op_afspraak = models.BooleanField(_("alleen op afspraak"), default=False)
    reden = models.CharField(_("reden"), max_length=80, blank=True)
    reden_en = models.CharField(_("reden (Engels)"), max_length=80, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("vanaf"), FieldPanel("tot_en_met")]),
        FieldRowPanel([FieldPanel("van"), FieldPanel("tot"), FieldPanel("op_afspraak")]),
        FieldRowPanel([FieldPanel("reden"), FieldPanel("reden_en")]),
    ]

    class Meta:
        verbose_name = _("afwijking")
        verbose_name_plural = _("afwijkingen")
        ordering = ["vanaf", "van", "pk"]

    def __str__(self) -> str:
        return f"{self.vanaf} {self.reden}"

    @property
    def laatste_dag(self) -> date:
        return self.tot_en_met or self.vanaf

    def clean(self) -> None:
        super().clean()
        if self.vanaf and self.laatste_dag < self.vanaf:
            raise ValidationError(
                {"tot_en_met": _("De laatste dag komt voor de eerste. Vul een latere dag in.")}
            )
        if (self.van is None) != (self.tot is None):
            raise ValidationError({"tot": _("Vul beide tijden in, of laat beide leeg: dan bent u gesloten.")})
        check_span(self.van, self.tot)


def check_span(van: time | None, tot: time | None) -> None:
    """Raises ValidationError for a span that ends before it begins; a missing one is its own field's."""
    if van is not None and tot is not None and tot <= van:
        raise ValidationError({"tot": _("Deze tijd moet later zijn dan de tijd ervoor.")})
