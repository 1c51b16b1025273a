"""What the nightly check found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegistercontroleQuerySet(models.QuerySet["Registercontrole"]):
    def with_gebreken(self) -> "RegistercontroleQuerySet":
        """Published forms of which the register lacks something."""
        return self.filter(formulier__live=True).exclude(gebreken=[])


class Registercontrole(models.Model):
    """The last comparison of one live form with the zaakregister."""

    formulier = models.OneToOneField(
        "formulieren.Formulier", on_delete=models.CASCADE, related_name="registercontrole"
    )
    gebreken = models.JSONField(_("gebreken"), default=list, blank=True)
    gecontroleerd_at = models.DateTimeField(_("gecontroleerd op"))

    objects = RegistercontroleQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("registercontrole")
        verbose_name_plural = _("registercontroles")

    def __str__(self) -> str:
        return str(self.formulier_id)
