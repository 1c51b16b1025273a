"""Where a permit is needed: zones, and the addresses in them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.regels.gebied import Gebied, InvalidGebied, read_gebieden


class Zone(models.Model):
    """A zone as a redacteur sets it. `Zonegebied` is made of `adressen`, to search by."""

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9-]+$", _("Gebruik hoofdletters, cijfers en streepjes."))],
    )
    naam = models.CharField(_("naam"), max_length=100)
    naam_en = models.CharField(_("naam (Engels)"), max_length=100, blank=True)
    adressen = models.TextField(
        _("adressen"),
        max_length=200_000,
        blank=True,
        help_text=_(
            "Een postcode op elke regel. Geldt het voor een deel van de nummers? Zet ze erachter: "
            "1234 AB 1-99."
        ),
    )

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.code}: {self.naam}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.gebieden.all().delete()
            Zonegebied.objects.bulk_create(
                Zonegebied(zone=self, postcode=each.postcode, van=each.van, tot=each.tot)
                for each in read_gebieden(self.adressen)
            )

    def clean(self) -> None:
        super().clean()
        try:
            gebieden = read_gebieden(self.adressen)
        except InvalidGebied as error:
            message = _("Dit is geen postcode met nummers: “%(regel)s”. Schrijf 1234 AB of 1234 AB 1-99.")
            raise ValidationError({"adressen": message % {"regel": error}}) from None
        if taken := self._find_taken(gebieden):
            message = _("%(postcode)s hoort al bij zone %(zone)s. Haal het daar of hier weg.")
            raise ValidationError({"adressen": message % taken})

    def _find_taken(self, gebieden: list[Gebied]) -> dict[str, str]:
        """An address can lie in one zone only."""
        others = Zonegebied.objects.filter(postcode__in={each.postcode for each in gebieden})
        for row in others.exclude(zone_id=self.pk).select_related("zone"):
            if any(each.overlaps(Gebied(row.postcode, row.van, row.tot)) for each in gebieden):
                return {"postcode": row.postcode, "zone": row.zone.code}
        return {}


class Zonegebied(models.Model):
    """One postcode of a zone, with the numbers that belong to it."""

    zone = models.ForeignKey(Zone, on_delete=models.CASCADE, related_name="gebieden")
    postcode = models.CharField(max_length=6)
    van = models.PositiveIntegerField()
    tot = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        indexes = [models.Index(fields=["postcode", "van", "tot"], name="uitgifte_gebied")]

    def __str__(self) -> str:
        return f"{self.postcode} {self.van}-{self.tot}"
