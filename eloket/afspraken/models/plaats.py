"""Where people come, and who or what serves one afspraak at a time."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.models.soort import Kanaal


class Vaardigheid(models.Model):
    """What a desk or an employee can do: passports, weddings, permits."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=80)

    class Meta:
        verbose_name = _("vaardigheid")
        verbose_name_plural = _("vaardigheden")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Afspraaklocatie(models.Model):
    """A place for afspraken: a counter, the homes in an area, or the telephone.

    A counter takes its address from a Locatie of the site. `systeem` names an entry of ELOKET_AFSPRAKEN.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=80)
    naam_en = models.CharField(_("naam (Engels)"), max_length=80, blank=True)
    kanaal = models.CharField(_("soort"), max_length=12, choices=Kanaal.choices, default=Kanaal.BALIE)
    locatie = models.ForeignKey(
        "website.Locatie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("adres"),
        help_text=_("Een van de locaties bij Instellingen. Leeg voor bezoek op locatie en voor de telefoon."),
    )
    postcodes = models.CharField(
        _("postcodes waar wij komen"),
        max_length=400,
        blank=True,
        help_text=_(
            "Alleen voor bezoek op locatie. De cijfers, of een reeks: 1234, 1240-1249. Leeg: overal."
        ),
    )
    uitleg = models.CharField(_("uitleg"), max_length=300, blank=True)
    uitleg_en = models.CharField(_("uitleg (Engels)"), max_length=300, blank=True)
    actief = models.BooleanField(_("in gebruik"), default=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    systeem = models.CharField(_("afsprakensysteem"), max_length=40, default="default")

    class Meta:
        verbose_name = _("afspraaklocatie")
        verbose_name_plural = _("afspraaklocaties")
        ordering = ("volgorde", "naam", "pk")

    def __str__(self) -> str:
        return self.naam


class Agenda(models.Model):
    """One lane: a desk, an employee or a room, which serves one afspraak at a time.

    "Five desks" are five of them. `naam_publiek` makes it somebody to choose by name. A `reserve` takes what
    does not fit elsewhere: only employees see it.
    """

    locatie = models.ForeignKey(
        Afspraaklocatie, on_delete=models.PROTECT, related_name="agendas", verbose_name=_("locatie")
    )
    naam = models.CharField(_("naam"), max_length=80, help_text=_("Bijvoorbeeld Balie 3, of een naam."))
    naam_publiek = models.CharField(
        _("naam om uit te kiezen"),
        max_length=80,
        blank=True,
        help_text=_("Vul in als mensen deze adviseur zelf kunnen kiezen. Leeg: wij verdelen de afspraken."),
    )
    vaardigheden = models.ManyToManyField(
        Vaardigheid, blank=True, related_name="agendas", verbose_name=_("vaardigheden")
    )
    team = models.ForeignKey(
        "zaken.Team",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("team"),
        help_text=_("Alleen dit team ziet de stukken die iemand vooraf stuurt."),
    )
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("medewerker"),
    )
    reserve = models.BooleanField(
        _("alleen voor medewerkers"), default=False, help_text=_("Een extra plek voor als het moet.")
    )
    actief_van = models.DateField(_("in gebruik vanaf"), null=True, blank=True)
    actief_tot = models.DateField(_("in gebruik tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agenda’s")
        ordering = ("locatie__volgorde", "naam", "pk")

    def __str__(self) -> str:
        return self.naam
