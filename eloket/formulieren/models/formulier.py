"""The form as a redacteur works on it."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from eloket.formulieren.blokken import StappenBlock
from eloket.formulieren.definitie import Definitie, Waarvoor, read_definitie
from eloket.formulieren.gevoelig import find_bsn_vragen
from eloket.formulieren.regelblokken import RegelsBlock
from eloket.formulieren.samenstelling import compose_inhoud, list_velden
from eloket.formulieren.schermen import start_context
from eloket.formulieren.voorbeeld import AAN_EEN_VRAAG, voorbeeld_context
from eloket.lib import klok
from eloket.lib.revisies import drop_gone
from eloket.lib.streamveld import StreamField

# Behind the key of a step in a preview; no key holds a colon.
ALLE_VRAGEN = ":alles"

NIVEAUS = [
    (0, _("Niet: iedereen kan dit formulier invullen")),
    (5, _("Niet, wel een e-mailadres met een code")),
    (6, _("Niet: vereniging of stichting, met KvK")),
    (10, _("DigiD basis of eHerkenning EH2")),
    (20, _("DigiD met sms of app, of eHerkenning EH2+")),
    (30, _("DigiD substantieel of eHerkenning EH3")),
    (40, _("DigiD hoog of eHerkenning EH4")),
]


MIDDELEN = [
    ("digid", _("DigiD: voor inwoners")),
    ("eherkenning", _("eHerkenning: voor ondernemers en organisaties")),
    ("eidas", _("eIDAS: voor mensen uit een ander EU-land, soms zonder BSN")),
]


WAARVOOR = [
    (Waarvoor.AANVRAAG.value, _("Iets aanvragen of melden")),
    (Waarvoor.INTREKKEN.value, _("Een zaak intrekken")),
    (Waarvoor.WIJZIGING.value, _("Een wijziging doorgeven bij een zaak")),
    (Waarvoor.VRAAG.value, _("Een vraag stellen over een zaak")),
    (Waarvoor.ZIENSWIJZE.value, _("Een zienswijze geven")),
    (Waarvoor.INGEBREKESTELLING.value, _("De gemeente in gebreke stellen omdat zij te laat is")),
    (Waarvoor.BEZWAAR.value, _("Bezwaar maken tegen een besluit")),
    (Waarvoor.KLACHT.value, _("Een klacht indienen")),
]


class FormulierQuerySet(models.QuerySet["Formulier"]):
    def delete(self) -> tuple[int, dict[str, int]]:
        """One by one, so that a form in use is withdrawn here too."""
        results = [formulier.delete() for formulier in self]
        return sum(count for count, _per_model in results), {}


class Formulier(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """A form. What citizens see is its last published FormulierVersie; this row is the redacteur's desk."""

    slug = models.SlugField(
        _("adres"),
        max_length=80,
        unique=True,
        help_text=_("Staat in het adres van het formulier. Ligt vast na de eerste keer publiceren."),
    )
    titel_nl = models.CharField(_("titel"), max_length=120)
    titel_en = models.CharField(_("titel (Engels)"), max_length=120, blank=True)
    inleiding_nl = models.TextField(_("inleiding"), blank=True)
    inleiding_en = models.TextField(_("inleiding (Engels)"), blank=True)
    nodig_nl = models.TextField(
        _("wat u nodig hebt"), blank=True, help_text=_("Schrijf elk ding op een eigen regel.")
    )
    nodig_en = models.TextField(_("wat u nodig hebt (Engels)"), blank=True)
    duur_minuten = models.PositiveSmallIntegerField(_("hoe lang het duurt, in minuten"), default=5)
    vervolg_nl = models.TextField(_("wat er daarna gebeurt"), blank=True)
    vervolg_en = models.TextField(_("wat er daarna gebeurt (Engels)"), blank=True)
    verklaring_nl = models.TextField(
        _("verklaring bij het versturen"),
        blank=True,
        help_text=_("Bijvoorbeeld: Ik heb alles naar waarheid ingevuld. Leeg: geen vinkje."),
    )
    verklaring_en = models.TextField(_("verklaring bij het versturen (Engels)"), blank=True)
    niveau = models.PositiveSmallIntegerField(_("inloggen"), choices=NIVEAUS, default=20)
    middelen = models.JSONField(
        _("waarmee"),
        default=list,
        blank=True,
        help_text=_("Alleen als iemand moet inloggen. Niets gekozen: met DigiD en met eHerkenning."),
    )
    alleen_zelf = models.BooleanField(
        _("alleen voor uzelf"),
        default=False,
        help_text=_(
            "Zet dit aan als niemand dit voor een ander mag aanvragen. Staat het uit, dan mogen ook een "
            "gemachtigde, bewindvoerder, curator, mentor en intermediair. Wij bewaren voor wie en door wie."
        ),
    )
    waarvoor = models.CharField(
        _("waarvoor"),
        max_length=20,
        blank=True,
        choices=WAARVOOR,
        default="",
        help_text=_(
            "Alles behalve “iets aanvragen” staat in Mijn zaken bij de zaak, met het zaaknummer al ingevuld. "
            "Geef elk een eigen zaaktype met de eigen termijn."
        ),
    )
    zaaktype = models.CharField(_("zaaktype"), max_length=80, blank=True)
    bewaardagen = models.PositiveSmallIntegerField(
        _("hoe lang wij gegevens bewaren, in dagen"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "Vanaf de dag dat de aanvraag in het zaakregister staat. Daarna wissen wij hier wie het was en "
            "wat diegene invulde; de zaak blijft. Leeg: een jaar."
        ),
    )
    tarief = models.ForeignKey(
        "betalingen.Tarief",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wat het kost"),
        help_text=_("Een rij van de tarieventabel. Staat op de startpagina, met het bedrag van die dag."),
    )
    ongevoelig = models.BooleanField(
        _("geen gevoelige gegevens"),
        default=False,
        help_text=_(
            "Zet dit alleen aan als de antwoorden op een briefkaart mogen staan. Dan gaat de kopie (PDF) mee "
            "met de e-mail. Het kan niet bij een formulier dat om een BSN vraagt."
        ),
    )
    team_email = models.EmailField(
        _("e-mailadres van het team"),
        blank=True,
        help_text=_("Krijgt bij elke aanvraag nummer, product, datum en een link. Leeg: geen e-mail."),
    )
    webhook_velden = models.JSONField(_("antwoorden voor de webhook"), default=list, blank=True)
    stappen = StreamField(StappenBlock(), blank=True)
    regels = StreamField(RegelsBlock(), blank=True, default=[])

    workflow_states: Any = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="formulier",
        for_concrete_model=False,
    )

    objects = FormulierQuerySet.as_manager()

    default_preview_mode = "start"

    class Meta:
        verbose_name = _("formulier")
        verbose_name_plural = _("formulieren")
        ordering = ["titel_nl"]

    def __str__(self) -> str:
        return self.titel_nl

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> "Formulier | None":
        """A draft or an older version; its tarief may be gone."""
        found: Formulier | None = super().from_serializable_data(drop_gone(cls, data), check_fks, strict_fks)
        return found

    def clean(self) -> None:
        super().clean()
        published_slug = self.versies.values_list("inhoud__slug", flat=True).first() if self.pk else None
        if published_slug and published_slug != self.slug:
            message = gettext("Dit adres ligt vast: andere pagina's linken ernaar. Maak het weer %(slug)s.")
            raise ValidationError({"slug": message % {"slug": published_slug}})
        if self.ongevoelig and (asked := find_bsn_vragen(list_velden(self))):
            message = gettext(
                "Dit formulier vraagt om een BSN (%(vragen)s). Zet “geen gevoelige gegevens” uit, of haal "
                "die vraag weg."
            )
            raise ValidationError({"ongevoelig": message % {"vragen": ", ".join(asked)}})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """A form that was ever published is withdrawn: its aanvragen and drafts go on."""
        if not self.versies.exists():
            result: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
            return result
        if self.live:
            self.unpublish()
        return 0, {}

    def compose_definitie(self) -> Definitie:
        """What stands on the desk now, published or not."""
        return read_definitie(compose_inhoud(self))

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """The start page and each step; a step with rules also with all of its questions."""
        targets = {regel.value["doel"] for regel in self.regels if regel.block_type in AAN_EEN_VRAAG}
        modes: list[tuple[str, Any]] = [("start", _("Startpagina"))]
        for nummer, stap in enumerate(self.stappen, 1):
            sleutel, label = stap.value["sleutel"] or f"stap-{nummer}", f"{nummer}. {stap.value['titel_nl']}"
            modes.append((sleutel, label))
            if targets & {veld.value["sleutel"] for veld in stap.value["velden"]}:
                all_of_it = gettext("%(stap)s (alle vragen)") % {"stap": label}
                modes.append((f"{sleutel}{ALLE_VRAGEN}", all_of_it))
        return modes

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        """The start page or one step, as it would look now."""
        definitie = self.compose_definitie()
        step = mode_name.removesuffix(ALLE_VRAGEN)
        numbered = enumerate(definitie.stappen, 1)
        stap = next((each for nummer, each in numbered if step in (each.sleutel, f"stap-{nummer}")), None)
        if stap is None:
            context = start_context(definitie, begin_url="#", tarief_id=self.tarief_id, op=klok.today())
            return TemplateResponse(request, "formulieren/start.html", context)
        context = voorbeeld_context(definitie, stap, alles=step != mode_name, vandaag=klok.today())
        return TemplateResponse(request, "formulieren/stap.html", context)
