"""The edit screen of a product, in the order in which a resident reads it."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from eloket.producten.models.waarderingpaneel import WaarderingPaneel
from eloket.producten.models.zichtbaar import CatalogusPage
from eloket.producten.redactie.hulppaneel import HulpPaneel
from eloket.producten.redactie.poort import RECHT
from eloket.producten.redactie.productformulier import ProductFormulier

UITLEG = _(
    "Schrijf kort, in gewone woorden (B1) en met “u”. "
    "Beantwoord alle vijf vragen: wat, voor wie, hoe, kosten en termijn. "
    "Een vraag die u leeg laat, ziet de bezoeker niet."
)


def product_handler() -> TabbedInterface:
    """Five tabs: the text, how to arrange it, being found, ours alone, and Wagtail's own settings."""
    return TabbedInterface(
        [
            ObjectList(_tekst(), heading=_("Tekst")),
            ObjectList(_regelen(), heading=_("Regelen")),
            ObjectList(_vindbaar(), heading=_("Vindbaar")),
            ObjectList(_intern(), heading=_("Intern")),
            ObjectList(CatalogusPage.settings_panels, heading=_("Planning")),
        ],
        base_form_class=ProductFormulier,
    )


def _tekst() -> list[Panel]:
    return [
        HelpPanel(content=UITLEG),
        HulpPaneel(),
        TitleFieldPanel("title"),
        FieldPanel("samenvatting"),
        FieldPanel("wat"),
        FieldPanel("voor_wie"),
        FieldPanel("bewijs"),
        FieldPanel("hoe"),
        MultiFieldPanel(
            [
                FieldPanel("kosten_soort"),
                FieldPanel("kosten_kort"),
                MultipleChooserPanel(
                    "tarieven",
                    chooser_field_name="tarief",
                    label=_("tarief"),
                    heading=_("Tarieven"),
                    help_text=_("Zet bovenaan wat de meeste mensen betalen."),
                ),
                FieldPanel("kosten"),
            ],
            heading=_("Wat kost het?"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("termijn_aantal"), FieldPanel("termijn_eenheid")]),
                FieldRowPanel([FieldPanel("termijn_soort"), FieldPanel("termijn_grondslag")]),
                FieldPanel("termijn"),
            ],
            heading=_("Hoe lang duurt het?"),
        ),
        FieldPanel("geen_reactie"),
        FieldPanel("bezwaar"),
        FieldPanel("vragen"),
        InlinePanel(
            "tekstblokken",
            label=_("gedeelde tekst"),
            heading=_("Gedeelde teksten"),
            help_text=_("Een tekst die op meer producten staat. U wijzigt hem op één plek."),
        ),
        FieldPanel("contact"),
    ]


def _regelen() -> list[Panel]:
    return [
        MultipleChooserPanel(
            "formulieren",
            chooser_field_name="formulier",
            label=_("formulier"),
            heading=_("Formulieren"),
            help_text=_("Hiermee kan iemand het online regelen. Het eerste formulier krijgt de grote knop."),
        ),
        MultipleChooserPanel(
            "afspraaksoorten",
            chooser_field_name="afspraaksoort",
            label=_("afspraaksoort"),
            heading=_("Afspraken"),
            help_text=_("Waarvoor maakt iemand een afspraak bij ons?"),
        ),
        InlinePanel(
            "kanalen",
            label=_("kanaal"),
            heading=_("Kanalen"),
            help_text=_("Wat bovenaan staat, kiezen de meeste mensen. Laat geen kanaal weg."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("identificatie"), FieldPanel("niveau")]),
                FieldPanel("niveau_motief"),
            ],
            heading=_("Wie bent u?"),
        ),
        FieldPanel("checks"),
        MultiFieldPanel(
            [FieldPanel("elders_naam"), FieldPanel("elders_url")],
            heading=_("Regelt een andere organisatie dit?"),
        ),
    ]


def _vindbaar() -> list[Panel]:
    return [
        FieldPanel("slug"),
        FieldPanel("doelgroep"),
        FieldPanel("themas", widget=CheckboxSelectMultiple),
        FieldPanel("levensgebeurtenissen", widget=CheckboxSelectMultiple),
        FieldPanel("synoniemen"),
        MultipleChooserPanel(
            "upns",
            chooser_field_name="upn",
            label=_("uniforme productnaam"),
            heading=_("Uniforme productnamen"),
            help_text=_("De landelijke naam. De eerste is de belangrijkste."),
        ),
        InlinePanel(
            "verwante_producten",
            panels=[PageChooserPanel("product", "producten.ProductPage")],
            label=_("product"),
            heading=_("Past hierbij"),
            max_num=6,
        ),
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Voor zoekmachines")
        ),
    ]


def _intern() -> list[Panel]:
    return [
        FieldPanel("desk_memo"),
        FieldRowPanel([FieldPanel("verantwoordelijke"), FieldPanel("bevoegde")]),
        FieldPanel("redacteur"),
        FieldRowPanel(
            [
                FieldPanel(
                    "gecontroleerd_op",
                    help_text=_("De dag waarop u voor het laatst nakeek of alles nog klopt."),
                ),
                FieldPanel("herzien_op"),
            ]
        ),
        WaarderingPaneel(),
        FieldPanel(
            "publicatie_reden",
            permission=RECHT,
            help_text=_(
                "Alleen als er iets ontbreekt en het toch op de site moet. De reden blijft te lezen in de "
                "geschiedenis."
            ),
        ),
    ]
