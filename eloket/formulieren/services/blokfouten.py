"""What is wrong with the blocks of a form, in sentences that say where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock, StreamBlock, StructBlock

from eloket.formulieren.definitie import Actie

# What an installation has of its own: what it lacks is told, like an eigenschap of the register.
VAN_HIER = {"tarief", "afspraaksoort"}


@dataclass(frozen=True, slots=True)
class Blokfout:
    """`hindert`: the form cannot come in like this; otherwise the redacteur mends it in the draft."""

    tekst: str
    hindert: bool = True


def find_blokfouten(formulier: Any) -> Iterator[Blokfout]:
    """As the editor would find them on saving. A rule without its page is for the redacteur to mend."""
    stappen = formulier.stappen
    yield from _clean(stappen.stream_block, stappen, _("Stap"))
    for nummer, regel in enumerate(formulier.regels, 1):
        if regel.block_type != Actie.PRODUCT or regel.value["product"]:
            yield from _clean(regel.block, regel.value, f"{_('Regel')} {nummer}")


def _clean(block: Any, value: Any, plek: str) -> Iterator[Blokfout]:
    try:
        block.clean(value)
    except ValidationError as error:
        yield from _tell(error, block, value, plek)


def _tell(error: ValidationError, block: Any, value: Any, plek: str) -> Iterator[Blokfout]:
    """The texts of an error inside blocks, each with the way to it."""
    if own := getattr(error, "non_block_errors", None):
        for each in own.as_data():
            yield from _sentences(each, plek)
    inner = getattr(error, "block_errors", None)
    if not inner:
        if not hasattr(error, "block_errors"):
            yield from _sentences(error, plek)
        return
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    for key, each in pairs:
        if each is not None:
            child, child_value, name = _step_into(block, value, key)
            for fout in _tell(each, child, child_value, f"{plek} {name}".strip()):
                yield replace(fout, hindert=False) if key in VAN_HIER else fout


def _step_into(block: Any, value: Any, key: Any) -> tuple[Any, Any, str]:
    if isinstance(block, StreamBlock):
        return value[key].block, value[key].value, str(key + 1)
    if isinstance(block, ListBlock):
        return block.child_block, value[key], str(key + 1)
    if isinstance(block, StructBlock):
        child = block.child_blocks[key]
        return child, value[key], f"› {child.label}"
    return block, value, ""


def _sentences(error: ValidationError, plek: str) -> Iterator[Blokfout]:
    for text in error.messages:
        yield Blokfout(f"{plek}: {text}")
