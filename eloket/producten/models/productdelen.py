"""What hangs on a product in numbers: channels, national names, forms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from eloket.producten.models.opmaak import RICH


class Kanaal(models.TextChoices):
    """S.T.E.P.: the four ways to reach the gemeente."""

    SCHRIFTELIJK = "schriftelijk", _("Per post")
    TELEFOON = "telefoon", _("Telefonisch")
    ELEKTRONISCH = "elektronisch", _("Online")
    PERSOONLIJK = "persoonlijk", _("Aan de balie")


class ProductKanaal(TranslatableMixin, Orderable):
    """How to get a product through one channel. The order on the page advises; no channel is hidden."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="kanalen")
    kanaal = models.CharField(_("kanaal"), max_length=12, choices=Kanaal.choices)
    tekst = RichTextField(
        _("zo gaat het"),
        features=RICH,
        help_text=_("Wat doet iemand via dit kanaal? Schrijf het in stappen."),
    )

    te_regelen = models.BooleanField(
        _("hiermee te regelen"),
        default=True,
        help_text=_("Zet uit als iemand via dit kanaal alleen uitleg of een afspraak krijgt."),
    )

    panels = [FieldPanel("kanaal"), FieldPanel("te_regelen"), FieldPanel("tekst")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("kanaal")
        verbose_name_plural = _("kanalen")
        constraints = [
            models.UniqueConstraint(fields=["page", "kanaal"], name="producten_een_tekst_per_kanaal")
        ]

    def __str__(self) -> str:
        return str(self.get_kanaal_display())


class ProductUpn(Orderable):
    """A national name of the product; the first one is what the product is mainly about."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="upns")
    upn = models.ForeignKey(
        "producten.UniformeProductnaam",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("uniforme productnaam"),
    )

    panels = [FieldPanel("upn")]

    class Meta(Orderable.Meta):
        verbose_name = _("uniforme productnaam van een product")
        verbose_name_plural = _("uniforme productnamen van producten")
        constraints = [models.UniqueConstraint(fields=["page", "upn"], name="producten_upn_eenmaal")]

    def __str__(self) -> str:
        return str(self.upn)


class ProductFormulier(Orderable):
    """A form through which the product can be arranged online. One form serves all languages."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="formulieren")
    formulier = models.ForeignKey(
        "formulieren.Formulier", on_delete=models.PROTECT, related_name="+", verbose_name=_("formulier")
    )

    panels = [FieldPanel("formulier")]

    class Meta(Orderable.Meta):
        verbose_name = _("formulier van een product")
        verbose_name_plural = _("formulieren van producten")
        constraints = [
            models.UniqueConstraint(fields=["page", "formulier"], name="producten_formulier_eenmaal")
        ]

    def __str__(self) -> str:
        return f"formulier {self.formulier_id}"
