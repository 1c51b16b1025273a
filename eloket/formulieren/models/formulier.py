"""The form as a redacteur works on it."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from eloket.formulieren.blokken import StappenBlock
from eloket.lib.streamveld import StreamField

NIVEAUS = [
    (0, _("Geen: iedereen kan dit formulier invullen")),
    (10, _("DigiD basis of eHerkenning EH2")),
    (20, _("DigiD met sms of app, of eHerkenning EH3")),
    (30, _("DigiD substantieel")),
    (40, _("DigiD hoog of eHerkenning EH4")),
]


class Formulier(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):  # type: ignore[misc]
    """A form. What citizens see is its last published FormulierVersie; this row is the redacteur's desk."""

    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    titel_nl = models.CharField(_("titel"), max_length=120)
    titel_en = models.CharField(_("titel (Engels)"), max_length=120, blank=True)
    inleiding_nl = models.TextField(_("inleiding"), blank=True)
    inleiding_en = models.TextField(_("inleiding (Engels)"), blank=True)
    nodig_nl = models.TextField(_("wat u nodig hebt"), blank=True)
    nodig_en = models.TextField(_("wat u nodig hebt (Engels)"), blank=True)
    duur_minuten = models.PositiveSmallIntegerField(_("hoe lang het duurt, in minuten"), default=5)
    vervolg_nl = models.TextField(_("wat er daarna gebeurt"), blank=True)
    vervolg_en = models.TextField(_("wat er daarna gebeurt (Engels)"), blank=True)
    verklaring_nl = models.TextField(_("verklaring bij het versturen"), blank=True)
    verklaring_en = models.TextField(_("verklaring bij het versturen (Engels)"), blank=True)
    niveau = models.PositiveSmallIntegerField(_("inloggen"), choices=NIVEAUS, default=20)
    zaaktype = models.CharField(_("zaaktype"), max_length=80, blank=True)
    stappen = StreamField(StappenBlock(), blank=True)

    workflow_states: Any = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="formulier",
        for_concrete_model=False,
    )

    class Meta:
        verbose_name = _("formulier")
        verbose_name_plural = _("formulieren")
        ordering = ["titel_nl"]

    def __str__(self) -> str:
        return self.titel_nl
