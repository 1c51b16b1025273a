"""The blocks a redacteur composes a form of; each type of field in `velden` gets its own."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from eloket.formulieren.velden import VELDTYPEN, Blok, Veldtype
from eloket.formulieren.velden.bronnen import bron_block, wijzigen_block
from eloket.formulieren.velden.registernaam import EIGENSCHAPPEN, RegisternaamBlock

SLEUTEL = re.compile(r"[a-z][a-z0-9-]{0,49}")
RESERVED = {
    "controleren",
    "einde",
    "ontvangst",
    "kopie",
    "beginnen",
    "later",
    "hervatten",
    "weg",
    "hulp",
    "papier",
    "scan",
    "mens",
}


def validate_sleutel(value: str) -> None:
    if value and not SLEUTEL.fullmatch(value):
        raise ValidationError(_("Gebruik kleine letters, cijfers en streepjes, en begin met een letter."))
    if value in RESERVED:
        raise ValidationError(_("Dit woord gebruikt het loket zelf. Kies een ander."))


def make_sleutel(text: str) -> str:
    """A key from a label: "Wat is uw naam?" becomes "wat-is-uw-naam"."""
    sleutel = re.sub(r"^[^a-z]+", "", slugify(text).replace("_", "-"))[:50].strip("-")
    return f"{sleutel}-stap" if sleutel in RESERVED else sleutel


class SleutelBlock(blocks.CharBlock):
    def __init__(self, **kwargs: Any) -> None:
        help_text = _(
            "Vaste naam binnen het formulier. Laat leeg: wij maken hem van de titel of de vraag. "
            "Verander hem daarna niet meer."
        )
        options = {"label": _("Sleutel"), "required": False, "max_length": 50, "help_text": help_text}
        super().__init__(validators=[validate_sleutel], **{**options, **kwargs})


class BenoemdBlock(blocks.StructBlock):
    """A block with a key; an empty key is made from its Dutch text once, and then stays."""

    text_name = ""

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        if not result["sleutel"]:
            result["sleutel"] = make_sleutel(result[self.text_name])
        if not result["sleutel"]:
            error = ValidationError(_("Vul een sleutel in: van deze tekst kunnen wij er geen maken."))
            raise StructBlockValidationError({"sleutel": error})
        return result


class OptieBlock(blocks.StructBlock):
    """One choice."""

    label_nl = blocks.CharBlock(label=_("Antwoord"), max_length=150)
    label_en = blocks.CharBlock(label=_("Antwoord (Engels)"), max_length=150, required=False)
    waarde = blocks.CharBlock(
        label=_("Waarde"),
        max_length=50,
        required=False,
        validators=[validate_sleutel],
        help_text=_("Vaste waarde die wij opslaan. Laat leeg: wij maken hem van het antwoord."),
    )

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        result["waarde"] = result["waarde"] or make_sleutel(result["label_nl"])
        if not result["waarde"]:
            error = ValidationError(_("Vul een waarde in: van dit antwoord kunnen wij er geen maken."))
            raise StructBlockValidationError({"waarde": error})
        return result


def title_blocks() -> list[tuple[str, blocks.Block]]:
    """What words between the questions have above them."""
    return [
        ("label_nl", blocks.CharBlock(label=_("Kop"), max_length=200)),
        ("label_en", blocks.CharBlock(label=_("Kop (Engels)"), max_length=200, required=False)),
    ]


def common_blocks() -> list[tuple[str, blocks.Block]]:
    """What every question asks of the redacteur."""
    return [
        ("label_nl", blocks.CharBlock(label=_("Vraag"), max_length=200)),
        ("label_en", blocks.CharBlock(label=_("Vraag (Engels)"), max_length=200, required=False)),
        ("hulp_nl", blocks.TextBlock(label=_("Uitleg"), max_length=500, required=False, rows=2)),
        ("hulp_en", blocks.TextBlock(label=_("Uitleg (Engels)"), max_length=500, required=False, rows=2)),
        ("verplicht", blocks.BooleanBlock(label=_("Verplicht"), required=False, default=True)),
    ]


def register_blocks() -> list[tuple[str, blocks.Block]]:
    """What ties a field to the zaakregister."""
    eigenschap = RegisternaamBlock(
        EIGENSCHAPPEN,
        label=_("Eigenschap van de zaak"),
        max_length=20,
        help_text=_("De eigenschap in het zaaktype waar dit antwoord in komt. Leeg: nergens."),
    )
    return [("eigenschap", eigenschap), ("sleutel", SleutelBlock())]


def list_children(soort: Veldtype, *, inside: bool) -> tuple[list[Blok], list[Blok]]:
    """The blocks of one type of field: what stands up front, and what behind the settings button.

    `inside`: for a question of a group, which has no place of its own in the zaak and no source.
    """
    if not soort.is_vraag:
        return [*title_blocks(), *soort.settings_blocks()], [("sleutel", SleutelBlock())]
    front = common_blocks()
    if soort.has_opties:
        front.append(("opties", blocks.ListBlock(OptieBlock(), label=_("Antwoorden"), min_num=2)))
    if soort.has_velden:
        front.append(("velden", VeldenBlock(inside=True, label=_("Vragen per keer"), min_num=1)))
    own = list(soort.settings_blocks())
    if inside:
        return front, [*own, ("sleutel", SleutelBlock())]
    if soort.bronnen:
        own += [("bron", bron_block(soort.bronnen)), ("bron_wijzigen", wijzigen_block())]
    return front, [*own, *register_blocks()]


def build_veld_block(soort: Veldtype, *, inside: bool = False) -> blocks.StructBlock:
    """The block for one type of field."""
    front, behind = list_children(soort, inside=inside)
    layout = BlockGroup(children=[name for name, _block in front], settings=[name for name, _block in behind])
    meta = type(
        "Meta",
        (),
        {
            "label": soort.naam,
            "icon": soort.icon,
            "group": soort.groep,
            "label_format": "{label_nl}",
            "form_layout": layout,
        },
    )
    cls = type(f"{type(soort).__name__}Block", (BenoemdBlock,), {"text_name": "label_nl", "Meta": meta})
    block: blocks.StructBlock = cls([*front, *behind])
    return block


class VeldenBlock(blocks.StreamBlock):
    """The questions of a step, one block for each registered type; `inside` a group only plain ones."""

    def __init__(self, *, inside: bool = False, **kwargs: Any) -> None:
        known = [
            (name, build_veld_block(soort, inside=inside))
            for name, soort in VELDTYPEN.items()
            if not inside or soort.fits_inside
        ]
        super().__init__(known, **kwargs)


def build_stap_block() -> blocks.StructBlock:
    """The block for a step."""

    class StapBlock(BenoemdBlock):
        text_name = "titel_nl"

        titel_nl = blocks.CharBlock(label=_("Titel"), max_length=100)
        titel_en = blocks.CharBlock(label=_("Titel (Engels)"), max_length=100, required=False)
        uitleg_nl = blocks.TextBlock(label=_("Uitleg"), max_length=1000, required=False, rows=2)
        uitleg_en = blocks.TextBlock(label=_("Uitleg (Engels)"), max_length=1000, required=False, rows=2)
        velden = VeldenBlock(label=_("Vragen"), min_num=1)
        sleutel = SleutelBlock(
            help_text=_("Staat in het adres van deze stap. Laat leeg: wij maken hem van de titel.")
        )

        class Meta:
            label = _("Stap")
            icon = "list-ol"
            label_format = "{titel_nl}"
            form_layout = BlockGroup(
                children=["titel_nl", "titel_en", "uitleg_nl", "uitleg_en", "velden"], settings=["sleutel"]
            )

    return StapBlock()


class StappenBlock(blocks.StreamBlock):
    """The steps of a form; keys are unique in the whole form, because answers are stored by key."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([("stap", build_stap_block())], **kwargs)

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        double = find_double_keys(result)
        errors = [*find_amount_errors(result), *find_unreachable(result)]
        if double:
            message = _("Deze sleutels staan er meer dan een keer: %(sleutels)s. Verander er een.")
            errors.append(ValidationError(message, params={"sleutels": ", ".join(double)}))
        if errors:
            raise blocks.stream_block.StreamBlockValidationError(non_block_errors=errors)
        return result


def find_amount_errors(stappen: Any) -> Iterator[ValidationError]:
    """What a computed amount needs and does not have: a price, and questions before it to follow."""
    known: set[str] = set()
    for stap in stappen:
        known |= {veld.value["sleutel"] for veld in stap.value["velden"]}
        for veld in stap.value["velden"]:
            if not VELDTYPEN[veld.block_type].is_berekend:
                continue
            named = [veld.value["keuzevraag"], veld.value["aantalvraag"]]
            for sleutel in sorted({name for name in named if name and name not in known}):
                yield ValidationError(
                    _("“%(vraag)s”: er is geen vraag met de sleutel “%(sleutel)s” in deze stap of ervoor."),
                    params={"vraag": veld.value["label_nl"], "sleutel": sleutel},
                )
            if not veld.value["tarief"] and not veld.value["keuzevraag"]:
                yield ValidationError(
                    _("“%(vraag)s”: kies een tarief, of een vraag waarvan het tarief afhangt."),
                    params={"vraag": veld.value["label_nl"]},
                )


def find_unreachable(stappen: Any) -> Iterator[ValidationError]:
    """An afspraak that nobody can make or move, because the form does not ask where to reach people."""
    velden = [veld for stap in stappen for veld in stap.value["velden"]]
    if {"telefoon", "email"} & {veld.block_type for veld in velden}:
        return
    for veld in velden:
        if veld.block_type == "afspraak":
            yield ValidationError(
                _("“%(vraag)s”: vraag in dit formulier ook om een telefoonnummer of e-mailadres."),
                params={"vraag": veld.value["label_nl"]},
            )


def find_double_keys(stappen: Any) -> list[str]:
    """Keys of steps, or of fields, that occur more than once."""
    steps = [stap.value["sleutel"] for stap in stappen]
    velden = [veld.value for stap in stappen for veld in stap.value["velden"]]
    fields = [veld["sleutel"] for veld in velden]
    groups = [[inner.value["sleutel"] for inner in veld.get("velden") or ()] for veld in velden]
    return sorted({key for keys in (steps, fields, *groups) for key in keys if keys.count(key) > 1})
