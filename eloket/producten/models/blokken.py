"""Blocks of a product that come in numbers: questions with answers, and the check before applying."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.producten.models.opmaak import RICH

MAX_CHECKS = 8


class VraagBlock(blocks.StructBlock):
    """A question that people often ask, with our answer (VAC: vraag-antwoordcombinatie)."""

    vraag = blocks.CharBlock(label=_("Vraag"), max_length=150)
    antwoord = blocks.RichTextBlock(label=_("Antwoord"), features=RICH)

    class Meta:
        icon = "help"
        label = _("Vraag en antwoord")


class CheckBlock(blocks.StructBlock):
    """A question with which somebody sees, without logging in, whether applying makes sense."""

    vraag = blocks.CharBlock(
        label=_("Vraag"), max_length=150, help_text=_("Een vraag met ja of nee als antwoord.")
    )
    goed = blocks.ChoiceBlock(
        label=_("Met dit antwoord kan iemand het aanvragen"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        default="ja",
    )
    uitleg = blocks.TextBlock(
        label=_("Uitleg bij het andere antwoord"),
        max_length=400,
        help_text=_("Waarom kan het dan niet, en wat kan iemand wel doen?"),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Controlevraag")


def vraag_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks of `ProductPage.vragen`."""
    return [("vraag", VraagBlock())]


def check_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks of `ProductPage.checks`."""
    return [("check", CheckBlock())]


def read_blocks(stream: Any) -> list[dict[str, Any]]:
    """The values of these blocks as plain data, rich text as the database holds it. No query."""
    return [{name: _plain(value) for name, value in block.value.items()} for block in stream]


def _plain(value: Any) -> Any:
    return value.source if hasattr(value, "source") else value
