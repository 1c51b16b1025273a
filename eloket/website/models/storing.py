"""An outage, or work that is planned, as a beheerder tells it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Wat(models.TextChoices):
    """What was out."""

    LOKET = "loket", _("het hele loket")
    INDIENEN = "indienen", _("iets versturen")
    INLOGGEN = "inloggen", _("inloggen")
    ZAKEN = "zaken", _("zaken bekijken")
    BERICHTEN = "berichten", _("e-mail van ons krijgen")


# Who cannot get in or send cannot keep a last day.
VERLENGT = frozenset({Wat.LOKET, Wat.INDIENEN, Wat.INLOGGEN})


class Storing(models.Model):
    """`bevestigd_at`: a person confirmed that it was so, and what it held up got more time."""

    wat = models.CharField(_("wat doet het niet"), max_length=12, choices=Wat)
    gepland = models.BooleanField(_("gepland onderhoud"), default=False)
    van = models.DateTimeField(_("van"))
    tot = models.DateTimeField(_("tot"), null=True, blank=True, help_text=_("Leeg: het duurt nog."))
    tekst_nl = models.TextField(
        _("wat inwoners lezen"),
        max_length=600,
        help_text=_("Wat is er aan de hand, en wat kunt u nu doen? Schrijf het kort."),
    )
    tekst_en = models.TextField(_("wat inwoners lezen (Engels)"), max_length=600, blank=True)
    bevestigd_at = models.DateTimeField(null=True, blank=True, editable=False)
    bevestigd_door = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("storing")
        verbose_name_plural = _("storingen")
        ordering = ["-van", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gt=models.F("van")), name="storing_eindigt_na_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_wat_display()} {self.van:%d-%m-%Y %H:%M}"

    @property
    def verlengt(self) -> bool:
        """Did it keep people from sending something in time?"""
        return self.wat in VERLENGT

    def clean(self) -> None:
        super().clean()
        if self.van and self.tot and self.tot <= self.van:
            raise ValidationError({"tot": gettext("Het einde ligt na het begin.")})
