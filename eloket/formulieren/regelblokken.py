"""The blocks a redacteur composes rules of: one kind of block for each Actie, with its conditions first."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Actie, Combinatie, Operator
from eloket.formulieren.regels import OPERATOREN

COMBINATIES = [
    (Combinatie.ALLE, _("alle voorwaarden kloppen")),
    (Combinatie.EEN, _("een van de voorwaarden klopt")),
]

# What a select offers: a key with its words, or a group of those.
Keuzes = Sequence[tuple[str, Any]]


class NaamBlock(blocks.FieldBlock):
    """The key of a question or step of this form. One that is gone stays, so that it can be mended."""

    def __init__(self, *, keuzes: Keuzes = (), **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=True,
            max_length=50,
            help_text=kwargs.pop("help_text", ""),
            widget=forms.Select(choices=[("", _("Kies …")), *keuzes]),
        )
        super().__init__(**kwargs)


def voorwaarde_block(velden: Keuzes) -> blocks.StructBlock:
    """ "Als [vraag] [is] [antwoord]"."""
    antwoord = _(
        "Het antwoord zoals het bij de vraag staat; zet een puntkomma tussen meer antwoorden. Een datum: "
        "1-2-2027, vandaag of vandaag+28. Laat leeg bij “is ingevuld” en “is niet ingevuld”."
    )
    return blocks.StructBlock(
        [
            ("veld", NaamBlock(label=_("Als"), keuzes=velden)),
            (
                "operator",
                blocks.ChoiceBlock(
                    label=_("Vergelijking"), choices=list(OPERATOREN.items()), default=Operator.IS
                ),
            ),
            (
                "antwoord",
                blocks.CharBlock(label=_("Antwoord"), required=False, max_length=500, help_text=antwoord),
            ),
        ],
        label=_("Voorwaarde"),
    )


def voorwaarden_blocks(velden: Keuzes) -> list[tuple[str, blocks.Block]]:
    """What every rule begins with."""
    return [
        ("voorwaarden", blocks.ListBlock(voorwaarde_block(velden), label=_("Als"), min_num=1)),
        (
            "combinatie",
            blocks.ChoiceBlock(label=_("Geldt als"), choices=COMBINATIES, default=Combinatie.ALLE),
        ),
    ]


def uitleg_blocks() -> list[tuple[str, blocks.Block]]:
    """What somebody reads where the form ends early."""
    return [
        ("titel_nl", blocks.CharBlock(label=_("Kop"), max_length=120)),
        ("titel_en", blocks.CharBlock(label=_("Kop (Engels)"), max_length=120, required=False)),
        ("tekst_nl", blocks.TextBlock(label=_("Uitleg"), max_length=2000, rows=4)),
        ("tekst_en", blocks.TextBlock(label=_("Uitleg (Engels)"), max_length=2000, required=False, rows=4)),
    ]


class RegelsBlock(blocks.StreamBlock):
    """The rules of a form. Its selects offer `velden` to ask about, `doelen` to decide on, and `stappen`."""

    def __init__(
        self, *, velden: Keuzes = (), doelen: Keuzes = (), stappen: Keuzes = (), **kwargs: Any
    ) -> None:
        veld = ("doel", NaamBlock(label=_("Dan deze vraag"), keuzes=doelen))
        stap = ("doel", NaamBlock(label=_("Dan deze stap"), keuzes=stappen))
        waarde = ("waarde", blocks.CharBlock(label=_("Krijgt dit antwoord"), max_length=200))
        product = ("product", blocks.PageChooserBlock(label=_("Pagina van het product")))
        kinds: dict[Actie, tuple[Any, str, list[Any]]] = {
            Actie.TOON_VELD: (_("Toon een vraag"), "view", [veld]),
            Actie.TOON_STAP: (_("Toon een stap"), "list-ol", [stap]),
            Actie.VERPLICHT: (_("Maak een vraag verplicht"), "warning", [veld]),
            Actie.WAARDE: (_("Vul een antwoord in"), "edit", [veld, waarde]),
            Actie.STOP: (_("Stop met een uitleg"), "no-view", uitleg_blocks()),
            Actie.PRODUCT: (_("Verwijs naar een ander product"), "redirect", [product, *uitleg_blocks()]),
        }
        children = [
            (actie.value, blocks.StructBlock([*voorwaarden_blocks(velden), *own], label=label, icon=icon))
            for actie, (label, icon, own) in kinds.items()
        ]
        super().__init__(children, **kwargs)
