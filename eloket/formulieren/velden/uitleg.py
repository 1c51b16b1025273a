"""Words between the questions: they ask nothing and are answered by nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import expand_db_html
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from eloket.formulieren.definitie import Tekst, Veld, Vergelijking
from eloket.formulieren.velden.basis import UITLEG, Blok, Veldtype, veldtype

FEATURES = ["bold", "italic", "ul", "ol", "link"]


def keep_link(tag: Any) -> None:
    """A link to an address that runs nothing, or to a page of the site; otherwise its words alone."""
    attribute_rule({"href": check_url, "linktype": True, "id": True})(tag)
    if not tag.get("href") and not tag.get("linktype"):
        tag.unwrap()


class Opschoner(Whitelister):
    """What a form may hold, wherever its JSON came from; everything else is taken out."""

    element_rules = {
        "[document]": allow_without_attributes,
        "a": keep_link,
        **dict.fromkeys(("p", "br", "b", "strong", "i", "em", "ul", "ol", "li"), allow_without_attributes),
    }


class UitlegWidget(forms.Widget):
    """No control at all: a title and words, for `components/form_text.html`."""

    vorm = "uitleg"

    def __init__(self, *, toon: str, tekst: str) -> None:
        self.toon, self.bron = toon, tekst
        super().__init__()

    @property
    def tekst(self) -> SafeString:
        """The words as HTML. Links to pages are looked up when they are shown, so that they follow a page."""
        return mark_safe(expand_db_html(self.bron))  # noqa: S308 — Opschoner let through what is safe

    def value_from_datadict(self, data: Any, files: Any, name: str) -> None:
        return None

    def id_for_label(self, id_: str) -> str:
        return ""


class UitlegField(forms.Field):
    def clean(self, value: Any) -> None:
        return None


@veldtype
class Uitleg(Veldtype):
    """A title with an explanation."""

    soort = "uitleg"
    naam = _("Uitleg (geen vraag)")
    groep = UITLEG
    icon = "doc-full"
    vergelijking = Vergelijking.NIETS
    toon = ""  # the tone of an alert; "" for plain words

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        own = veld.instellingen
        words = Tekst(str(own.get("tekst_nl") or ""), str(own.get("tekst_en") or ""))
        widget = UitlegWidget(toon=self.toon, tekst=Opschoner().clean(str(words)))
        return UitlegField(widget=widget, label=kwargs["label"], required=False)

    def to_json(self, value: Any) -> Any:
        return None

    def settings_blocks(self) -> Sequence[Blok]:
        return (
            ("tekst_nl", blocks.RichTextBlock(label=_("Tekst"), features=FEATURES)),
            ("tekst_en", blocks.RichTextBlock(label=_("Tekst (Engels)"), features=FEATURES, required=False)),
        )


@veldtype
class LetOp(Uitleg):
    """The same, in a box that stands out."""

    soort = "let_op"
    naam = _("Let op (geen vraag)")
    icon = "warning"
    toon = "warning"
