"""A price that follows from other answers and the tarieventabel. Nobody types it, so nobody can change it.

The page, the summary and the aanvraag each compute it anew on the server. An amount that is not known is told
as such and is never 0.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.betalingen.services import Tariefregel, get_tarieven, list_codes
from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import GETALLEN, Blok, Getypt, Veldtype, veldtype
from eloket.lib.geld import euro

# A stored answer by the key of its question; None for none.
Lees = Callable[[str], Any]


def bereken(veld: Veld, lees: Lees, *, op: date) -> dict[str, Any] | None:
    """What it costs on this day: `bedrag` and `per` as text in euro (None: not known), `aantal`, `tarieven`.

    None while a question that it needs has no answer yet.
    """
    aantal = (
        count_answer(lees(veld.instellingen["aantalvraag"])) if veld.instellingen.get("aantalvraag") else 1
    )
    codes = choose_codes(veld, lees)
    if aantal is None or not codes:
        return None
    known = get_tarieven([code for code in codes if code], op=op)
    per = add_up([known.get(code) for code in codes])
    return {
        "bedrag": None if per is None else str(per * aantal),
        "per": None if per is None else str(per),
        "aantal": aantal,
        "tarieven": [code for code in codes if code],
    }


def count_answer(answer: Any) -> int | None:
    """How many: a number, or how many were chosen or filled in; None for no answer."""
    if isinstance(answer, list):
        return len(answer)
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else None


def choose_codes(veld: Veld, lees: Lees) -> list[str]:
    """The codes that count; "" for a choice that has none, [] for no choice yet."""
    own, fixed = veld.instellingen, str(veld.instellingen.get("tarief") or "")
    if not own.get("keuzevraag"):
        return [fixed]
    answer = lees(own["keuzevraag"])
    chosen = answer if isinstance(answer, list) else [answer] if answer is not None else []
    by_choice = {str(each["waarde"]): str(each["tarief"]) for each in own.get("tarieven") or ()}
    return [by_choice.get(str(each)) or fixed for each in chosen]


def add_up(regels: Sequence[Tariefregel | None]) -> Decimal | None:
    """The sum in euro; None as soon as one of them is not known."""
    amounts = [regel.bedrag if regel else None for regel in regels]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


class BerekeningWidget(forms.Widget):
    """Shows `uitkomst`, which the page sets from the answers so far; `components/form_amount.html`."""

    vorm = "berekening"
    uitkomst: Mapping[str, Any] | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> None:
        return None

    def id_for_label(self, id_: str) -> str:
        return ""

    @property
    def tekst(self) -> str:
        """The amount in words, or what to do to see it."""
        if self.uitkomst is None:
            return gettext(
                "U ziet het bedrag als u de vragen hebt beantwoord, uiterlijk op de controlepagina."
            )
        return tell_bedrag(self.uitkomst)


class BerekeningField(forms.Field):
    def clean(self, value: Any) -> None:
        return None


def tell_bedrag(value: Mapping[str, Any]) -> str:
    """ "€ 150,00 (2 × € 75,00)"."""
    if value["bedrag"] is None:
        return gettext("Nog niet bekend")
    total = euro(Decimal(value["bedrag"]))
    if value["aantal"] == 1:
        return total
    return f"{total} ({value['aantal']} × {euro(Decimal(value['per']))})"


def tarief_choices() -> list[tuple[str, str]]:
    return [(code, f"{naam} ({code})") for code, naam in list_codes()]


class TariefPerAntwoord(blocks.StructBlock):
    """Which tarief goes with one answer."""

    waarde = blocks.CharBlock(label=_("Waarde van het antwoord"), max_length=50)
    tarief = blocks.ChoiceBlock(label=_("Tarief"), choices=tarief_choices)


@veldtype
class Berekening(Veldtype):
    """An amount that is computed and not asked."""

    soort = "berekening"
    naam = _("Berekend bedrag (geen vraag)")
    groep = GETALLEN
    icon = "decimal"
    vergelijking = Vergelijking.GEEN
    is_berekend = True

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return BerekeningField(widget=BerekeningWidget(), **{**kwargs, "required": False})

    def to_json(self, value: Any) -> Any:
        return None

    def compute(self, veld: Veld, lees: Lees, *, op: date) -> Any:
        return bereken(veld, lees, op=op)

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {}

    def show(self, value: Any, veld: Veld) -> str:
        return tell_bedrag(value) if value else ""

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return str(value["bedrag"] or "") if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        key = _("De sleutel van een vraag in deze stap of een stap ervoor.")
        return (
            (
                "tarief",
                blocks.ChoiceBlock(
                    label=_("Tarief"),
                    choices=tarief_choices,
                    required=False,
                    help_text=_("Altijd dit tarief, of dit als er hieronder niets bij het antwoord staat."),
                ),
            ),
            (
                "keuzevraag",
                blocks.CharBlock(
                    label=_("Het tarief hangt af van vraag"), max_length=50, required=False, help_text=key
                ),
            ),
            ("tarieven", blocks.ListBlock(TariefPerAntwoord(), label=_("Tarief per antwoord"), default=[])),
            (
                "aantalvraag",
                blocks.CharBlock(
                    label=_("Maal het getal van vraag"), max_length=50, required=False, help_text=key
                ),
            ),
        )
