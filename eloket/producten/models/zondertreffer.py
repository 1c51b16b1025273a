"""Questions that found nothing, so that a redacteur can give a product the word that people use."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_VRAAG = 100


class VraagZonderTrefferQuerySet(models.QuerySet["VraagZonderTreffer"]):
    def older_than(self, moment: datetime) -> "VraagZonderTrefferQuerySet":
        """What nobody asked since this moment."""
        return self.filter(laatst_op__lt=moment)


class VraagZonderTreffer(models.Model):
    """One question in one language, how often it was asked, and when last. Nothing says by whom."""

    vraag = models.CharField(_("vraag"), max_length=MAX_VRAAG)
    taal = models.CharField(_("taal"), max_length=10)
    aantal = models.PositiveIntegerField(_("hoe vaak"), default=1)
    laatst_op = models.DateTimeField(_("voor het laatst"), db_index=True)

    objects = VraagZonderTrefferQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag zonder resultaat")
        verbose_name_plural = _("vragen zonder resultaat")
        ordering = ("-aantal", "vraag", "taal")
        constraints = [
            models.UniqueConstraint(fields=["vraag", "taal"], name="producten_vraag_zonder_treffer_eenmaal")
        ]

    def __str__(self) -> str:
        return self.vraag
