"""The statements that a government site owes its visitors: which page holds each, and what it must tell."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from eloket.lib.streamveld import StreamField
from eloket.website.blocks import onderzoek_blocks


class Toegankelijkheid(models.TextChoices):
    """How far the site complies with the Besluit digitale toegankelijkheid overheid."""

    A = "A", _("A: voldoet volledig")
    B = "B", _("B: voldoet gedeeltelijk")
    C = "C", _("C: eerste maatregelen genomen")
    D = "D", _("D: voldoet niet")
    E = "E", _("E: geen verklaring")


def pagina_field(label: Any, help_text: Any = "") -> Any:
    """A plain page, chosen in any language; each visitor gets it in their own."""
    return models.ForeignKey(
        "website.ContentPage",
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


class Verklaringen(models.Model):
    """The part of `Instellingen` that the footer links to."""

    VOET: ClassVar[tuple[str, ...]] = (
        "pagina_toegankelijkheid",
        "pagina_privacy",
        "pagina_cookies",
        "pagina_archief",
    )

    pagina_contact = pagina_field(_("contact"), _("Staat ook in het menu."))
    pagina_toegankelijkheid = pagina_field(_("toegankelijkheidsverklaring"))
    pagina_privacy = pagina_field(_("privacy"))
    pagina_cookies = pagina_field(_("cookies"))
    pagina_archief = pagina_field(_("archief en bewaren"))

    toegankelijk_status = models.CharField(
        _("status"), max_length=1, choices=Toegankelijkheid.choices, default=Toegankelijkheid.E
    )
    toegankelijk_op = models.DateField(_("vastgesteld op"), null=True, blank=True)
    toegankelijk_register = models.URLField(
        _("adres in het landelijke register"),
        blank=True,
        help_text=_("Het adres van uw verklaring op toegankelijkheidsverklaring.nl."),
    )
    toegankelijk_onderzoeken: ClassVar[Any] = StreamField(
        onderzoek_blocks(), verbose_name=_("onderzoeken"), blank=True
    )

    verklaringen_panels: list[Any] = [
        MultiFieldPanel(
            [
                FieldPanel("pagina_contact"),
                *(FieldPanel(name) for name in VOET),
            ],
            heading=_("Pagina’s"),
            help_text=_("Kies de Nederlandse pagina. Wie Engels leest, krijgt vanzelf de vertaling."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("toegankelijk_status"),
                FieldPanel("toegankelijk_op"),
                FieldPanel("toegankelijk_register"),
                FieldPanel("toegankelijk_onderzoeken"),
            ],
            heading=_("Toegankelijkheid"),
        ),
    ]

    class Meta:
        abstract = True

    def verklaringen_errors(self) -> dict[str, str]:
        """Field to message, for a claim without the day on which it was made."""
        if self.toegankelijk_status == Toegankelijkheid.E or self.toegankelijk_op:
            return {}
        return {"toegankelijk_op": str(_("Vul de dag in waarop u deze status hebt vastgesteld."))}
