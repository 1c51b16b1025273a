"""The content blocks a redacteur composes a page of. Each has its template in templates/website/blocks/."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class KopBlock(blocks.CharBlock):
    """A heading of the second level."""

    class Meta:
        icon = "title"
        label = _("Kop")
        template = "website/blocks/kop.html"


class TekstBlock(blocks.RichTextBlock):
    """Running text with lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Tekst")
        template = "website/blocks/tekst.html"


class MeldingBlock(blocks.StructBlock):
    """A box that stands out."""

    toon = blocks.ChoiceBlock(
        label=_("Soort"),
        choices=[("info", _("Tip of uitleg")), ("warning", _("Let op")), ("ok", _("Goed nieuws"))],
        default="info",
    )
    titel = blocks.CharBlock(label=_("Kop"), required=False, max_length=100)
    tekst = blocks.RichTextBlock(label=_("Tekst"), features=["bold", "link"])

    class Meta:
        icon = "warning"
        label = _("Melding")
        template = "website/blocks/melding.html"


class UitklapBlock(blocks.StructBlock):
    """A question with an answer that folds out."""

    titel = blocks.CharBlock(label=_("Vraag"), max_length=150)
    tekst = blocks.RichTextBlock(label=_("Antwoord"), features=TEXT_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = _("Vraag en antwoord")
        template = "website/blocks/uitklap.html"


class AfbeeldingBlock(blocks.StructBlock):
    """An image; the text for those who do not see it is asked for, or it is marked as decoration."""

    afbeelding = ImageBlock(label=_("Afbeelding"))
    bijschrift = blocks.CharBlock(label=_("Bijschrift"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Afbeelding")
        template = "website/blocks/afbeelding.html"


class LinkValue(StructValue):
    """A link to a page of this site or to another address."""

    @property
    def title(self) -> str:
        return self["titel"] or (self["pagina"].title if self["pagina"] else "")

    @property
    def url(self) -> str:
        return (self["pagina"].url if self["pagina"] else self["adres"]) or ""

    @property
    def text(self) -> str:
        return str(self["tekst"])


class LinkBlock(blocks.StructBlock):
    titel = blocks.CharBlock(label=_("Tekst van de link"), required=False, max_length=120)
    pagina = blocks.PageChooserBlock(label=_("Pagina"), required=False)
    adres = blocks.URLBlock(label=_("Ander adres"), required=False)
    tekst = blocks.CharBlock(label=_("Toelichting"), required=False, max_length=160)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """One target, and words to click on."""
        cleaned = super().clean(value)
        if bool(cleaned["pagina"]) == bool(cleaned["adres"]):
            raise blocks.StructBlockValidationError(
                non_block_errors=[str(_("Kies een pagina of vul een ander adres in."))]
            )
        if cleaned["adres"] and not cleaned["titel"]:
            raise blocks.StructBlockValidationError({"titel": _("Vul de tekst van de link in.")})
        return cleaned


class LinksBlock(blocks.StructBlock):
    """A list of links."""

    titel = blocks.CharBlock(label=_("Kop"), required=False, max_length=100)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Lijst met links")
        template = "website/blocks/links.html"


class ContactBlock(blocks.StaticBlock):
    """How to reach the gemeente, from the site settings: written once, the same everywhere."""

    class Meta:
        icon = "mail"
        label = _("Contactgegevens")
        admin_text = _("Toont telefoon, e-mail, adres en openingstijden uit de instellingen van de site.")
        template = "website/blocks/contact.html"


class ContactregelBlock(blocks.StaticBlock):
    """Telephone and e-mail in one line, without addresses and opening hours."""

    class Meta:
        icon = "mail"
        label = _("Bel of mail ons")
        admin_text = _("Toont telefoon en e-mail uit de instellingen van de site, in één regel.")
        template = "website/blocks/contactregel.html"


class ToegankelijkheidBlock(blocks.StaticBlock):
    """How accessible the site is, from the site settings: the same in every language."""

    class Meta:
        icon = "view"
        label = _("Status van de toegankelijkheid")
        admin_text = _("Toont status, datum en onderzoeken uit Instellingen → Verklaringen.")
        template = "website/blocks/toegankelijkheid.html"


class OnderzoekBlock(blocks.StructBlock):
    """One report on the accessibility of the site."""

    naam = blocks.CharBlock(label=_("Naam"), max_length=120)
    datum = blocks.DateBlock(label=_("Datum"))
    adres = blocks.URLBlock(label=_("Adres van het rapport"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Onderzoek")


def onderzoek_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks of the list of reports."""
    return [("onderzoek", OnderzoekBlock())]


def content_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks for the body of a page: `StreamField(content_blocks(), blank=True)`."""
    return [
        ("kop", KopBlock(max_length=100)),
        ("tekst", TekstBlock()),
        ("melding", MeldingBlock()),
        ("uitklap", UitklapBlock()),
        ("afbeelding", AfbeeldingBlock()),
        ("links", LinksBlock()),
        ("contact", ContactBlock()),
        ("contactregel", ContactregelBlock()),
        ("toegankelijkheid", ToegankelijkheidBlock()),
    ]
