"""The edit screen of a product, in the order in which a resident reads it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel

from eloket.producten.models.waarderingpaneel import WaarderingPaneel

UITLEG = _(
    "Schrijf kort, in gewone woorden (B1) en met “u”. "
    "Beantwoord alle vijf vragen: wat, voor wie, hoe, kosten en termijn. "
    "Een vraag die u leeg laat, ziet de bezoeker niet."
)

PRODUCT_PANELEN = [
    HelpPanel(content=UITLEG),
    FieldPanel("wat"),
    FieldPanel("voor_wie"),
    MultiFieldPanel(
        [
            FieldPanel("hoe"),
            InlinePanel(
                "formulieren",
                label=_("formulier"),
                help_text=_(
                    "Hiermee kan iemand het online regelen. Het eerste formulier krijgt de grote knop."
                ),
            ),
            InlinePanel(
                "kanalen",
                label=_("kanaal"),
                help_text=_("Wat bovenaan staat, kiezen de meeste mensen. Laat geen kanaal weg."),
            ),
        ],
        heading=_("Hoe regelt u het?"),
    ),
    MultiFieldPanel([FieldPanel("kosten_kort"), FieldPanel("kosten")], heading=_("Wat kost het?")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("termijn_aantal"), FieldPanel("termijn_eenheid")]),
            FieldRowPanel([FieldPanel("termijn_soort"), FieldPanel("termijn_grondslag")]),
            FieldPanel("termijn"),
        ],
        heading=_("Hoe lang duurt het?"),
    ),
    FieldPanel("contact"),
    MultiFieldPanel(
        [
            FieldPanel("doelgroep"),
            FieldPanel("themas"),
            FieldPanel("levensgebeurtenissen"),
            FieldPanel("synoniemen"),
            InlinePanel(
                "upns",
                label=_("uniforme productnaam"),
                help_text=_("De landelijke naam. De eerste is de belangrijkste."),
            ),
        ],
        heading=_("Vindbaar maken"),
    ),
    FieldPanel("gecontroleerd_op", help_text=_("De dag waarop u voor het laatst nakeek of alles nog klopt.")),
    WaarderingPaneel(),
]
