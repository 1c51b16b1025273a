"""What hangs on a product in numbers: channels, national names, forms, tarieven, afspraken, shared texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from eloket.producten.models.opmaak import RICH


class Kanaal(models.TextChoices):
    """S.T.E.P.: the four ways to reach the gemeente."""

    SCHRIFTELIJK = "schriftelijk", _("Per post")
    TELEFOON = "telefoon", _("Telefonisch")
    ELEKTRONISCH = "elektronisch", _("Online")
    PERSOONLIJK = "persoonlijk", _("Aan de balie")


class Knip(models.TextChoices):
    """Where the front office stops and the back office begins."""

    ZELF = "zelf", _("het KCC handelt het zelf af")
    AANNEMEN = "aannemen", _("het KCC neemt het aan, de afdeling handelt het af")
    DOORVERWIJZEN = "doorverwijzen", _("het KCC verwijst door")


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
    adres = models.CharField(
        _("eigen adres"),
        max_length=200,
        blank=True,
        help_text=_("Webadres, nummer of postadres, alleen als het anders is dan dat van de gemeente."),
    )
    knip = models.CharField(_("wie doet wat"), max_length=14, blank=True, choices=Knip.choices)
    behandelaar = models.CharField(
        _("wie handelt het af"), max_length=100, blank=True, help_text=_("Alleen voor collega’s.")
    )

    panels = [
        FieldRowPanel([FieldPanel("kanaal"), FieldPanel("te_regelen")]),
        FieldPanel("tekst"),
        FieldPanel("adres"),
        FieldRowPanel([FieldPanel("knip"), FieldPanel("behandelaar")]),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("adres", "behandelaar")
    ]

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


class ProductTarief(Orderable):
    """A row of the tarieventabel that this product costs."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="tarieven")
    tarief = models.ForeignKey(
        "betalingen.Tarief", on_delete=models.PROTECT, related_name="+", verbose_name=_("tarief")
    )

    panels = [FieldPanel("tarief")]

    class Meta(Orderable.Meta):
        verbose_name = _("tarief van een product")
        verbose_name_plural = _("tarieven van producten")
        constraints = [models.UniqueConstraint(fields=["page", "tarief"], name="producten_tarief_eenmaal")]

    def __str__(self) -> str:
        return f"tarief {self.tarief_id}"


class ProductAfspraaksoort(Orderable):
    """A kind of afspraak that one makes for this product."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="afspraaksoorten")
    afspraaksoort = models.ForeignKey(
        "afspraken.Afspraaksoort", on_delete=models.PROTECT, related_name="+", verbose_name=_("afspraaksoort")
    )

    panels = [FieldPanel("afspraaksoort")]

    class Meta(Orderable.Meta):
        verbose_name = _("afspraaksoort van een product")
        verbose_name_plural = _("afspraaksoorten van producten")
        constraints = [
            models.UniqueConstraint(fields=["page", "afspraaksoort"], name="producten_afspraaksoort_eenmaal")
        ]

    def __str__(self) -> str:
        return f"afspraaksoort {self.afspraaksoort_id}"


class ProductVerwant(Orderable):
    """Another product that fits with this one; compared by translation key, like themes."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="verwante_producten")
    product = models.ForeignKey(
        "producten.ProductPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("product")
    )

    panels = [PageChooserPanel("product")]

    class Meta(Orderable.Meta):
        verbose_name = _("verwant product")
        verbose_name_plural = _("verwante producten")
        constraints = [models.UniqueConstraint(fields=["page", "product"], name="producten_verwant_eenmaal")]

    def __str__(self) -> str:
        return f"product {self.product_id}"


class Plek(models.TextChoices):
    """Below which question a shared text stands."""

    WAT = "wat", _("wat is het?")
    VOOR_WIE = "voor_wie", _("voor wie is het?")
    BEWIJS = "bewijs", _("wat hebt u nodig?")
    HOE = "hoe", _("hoe regelt u het?")
    KOSTEN = "kosten", _("wat kost het?")
    TERMIJN = "termijn", _("hoe lang duurt het?")


class ProductTekstblok(Orderable):
    """A shared text on this product."""

    page = ParentalKey("producten.ProductPage", on_delete=models.CASCADE, related_name="tekstblokken")
    plek = models.CharField(_("waar"), max_length=10, choices=Plek.choices, default=Plek.BEWIJS)
    tekstblok = models.ForeignKey(
        "producten.Tekstblok", on_delete=models.PROTECT, related_name="+", verbose_name=_("gedeelde tekst")
    )

    panels = [FieldRowPanel([FieldPanel("plek"), FieldPanel("tekstblok")])]

    class Meta(Orderable.Meta):
        verbose_name = _("gedeelde tekst op een product")
        verbose_name_plural = _("gedeelde teksten op producten")
        constraints = [
            models.UniqueConstraint(fields=["page", "plek", "tekstblok"], name="producten_tekstblok_eenmaal")
        ]

    def __str__(self) -> str:
        return f"tekst {self.tekstblok_id}"
