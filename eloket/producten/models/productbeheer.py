"""What the gemeente keeps about a product for itself, beside what it tells a resident."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from eloket.accounts.services import Niveau
from eloket.producten.models.zichtbaar import CatalogusPage


class Identificatiesoort(models.TextChoices):
    """With which middel somebody shows who they are."""

    GEEN = "geen", _("niet nodig")
    DIGID = "digid", _("DigiD")
    EHERKENNING = "eherkenning", _("eHerkenning")
    BEIDE = "beide", _("DigiD of eHerkenning")


NIVEAUS = [
    (Niveau.BASIS.value, _("basis (DigiD basis, eHerkenning EH2)")),
    (Niveau.MIDDEN.value, _("midden (DigiD met sms of app, eHerkenning EH2+)")),
    (Niveau.SUBSTANTIEEL.value, _("substantieel (eHerkenning EH3)")),
    (Niveau.HOOG.value, _("hoog (eHerkenning EH4)")),
]


class Productbeheer(CatalogusPage):
    """Identification, who answers for it, who keeps it up to date. Nothing here is running text for
    residents; `desk_memo` and `publicatie_reden` never leave the house.
    """

    identificatie = models.CharField(
        _("inloggen"), max_length=12, choices=Identificatiesoort.choices, default=Identificatiesoort.GEEN
    )
    niveau = models.PositiveSmallIntegerField(
        _("betrouwbaarheidsniveau"), null=True, blank=True, choices=NIVEAUS
    )
    niveau_motief = models.CharField(
        _("waarom dit niveau?"),
        max_length=200,
        blank=True,
        help_text=_("Wat kan er misgaan als iemand zich voor een ander uitgeeft?"),
    )
    verantwoordelijke = models.ForeignKey(
        "producten.Organisatie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verantwoordelijke organisatie"),
    )
    bevoegde = models.ForeignKey(
        "producten.Organisatie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bevoegde organisatie"),
        help_text=_("Alleen als een ander beslist dan wie verantwoordelijk is."),
    )
    desk_memo = RichTextField(
        _("notitie voor het KCC"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_("Alleen voor collega’s. Komt nooit op de site, in zoekresultaten of in een koppeling."),
    )
    redacteur = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verantwoordelijke redacteur"),
    )
    gecontroleerd_op = models.DateField(_("gecontroleerd op"), null=True, blank=True)
    herzien_op = models.DateField(
        _("opnieuw nakijken op"),
        null=True,
        blank=True,
        help_text=_("Vanaf deze dag staat het in uw rapport."),
    )
    publicatie_reden = models.CharField(_("reden om toch te publiceren"), max_length=300, blank=True)

    class Meta:
        abstract = True
