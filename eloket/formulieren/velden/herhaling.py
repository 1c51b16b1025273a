"""The same questions a number of times: the people who move along, the vehicles of a firm.

On the wire `<naam>_aantal` says how many there are and `<naam>_<index>_<sleutel>` is a question of one of
them. Adding and removing are buttons of the form itself: the page comes back with one more or one fewer, and
with everything that was typed.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail import blocks

from eloket.formulieren.definitie import Tekst, Veld, Vergelijking
from eloket.formulieren.velden.basis import GROEP, Blok, Getypt, Veldtype, get_veldtype, veldtype
from eloket.website.services import GENEST

MEESTE = 50  # whatever a redacteur or a stranger asks
STANDAARD = 10


class RijForm(forms.Form):
    """The questions of one of them."""

    velden: tuple[Veld, ...]
    # "Kind 2". With a "_", which no key of a redacteur has: a template asks a form for a field first.
    rij_naam: str = ""

    def add_prefix(self, field_name: str) -> str:
        return f"{self.prefix}_{field_name}"

    def is_blank(self) -> bool:
        """Nothing was typed or chosen."""
        own = f"{self.prefix}_"
        typed = self.data
        values = (
            typed.getlist(name) if isinstance(typed, MultiValueDict) else [typed[name]]
            for name in typed
            if name.startswith(own)
        )
        return not any(str(value).strip() for found in values for value in found)

    def to_json(self) -> dict[str, Any]:
        return {
            veld.sleutel: get_veldtype(veld.soort).to_json(self.cleaned_data[veld.sleutel])
            for veld in self.velden
        }


def build_rij_form(velden: tuple[Veld, ...]) -> type[RijForm]:
    """A form class with these questions, in the active language."""
    fields = {veld.sleutel: without_tokens(get_veldtype(veld.soort).field(veld)) for veld in velden}
    return type("RijForm", (RijForm,), {"velden": velden, **fields})


def without_tokens(field: forms.Field) -> forms.Field:
    """The browser knows its owner, and these are other people."""
    for widget in (field.widget, *getattr(field.widget, "widgets", ())):
        if "autocomplete" in widget.attrs:
            widget.attrs["autocomplete"] = "off"
    return field


class HerhalingWidget(forms.Widget):
    """Reads the forms of all of them; `components/form_rows.html` shows them."""

    vorm = "rijen"
    use_fieldset = True

    def __init__(self, *, rij_form: type[RijForm], rijnaam: str) -> None:
        self.rij_form, self.rijnaam = rij_form, rijnaam
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[RijForm]:
        count = read_aantal(str(data.get(f"{name}_aantal", "")))
        return [self.make_rij(name, index, data) for index in range(count)]

    def make_rij(self, name: str, index: int, data: Any = None) -> RijForm:
        rij = self.rij_form(data, prefix=f"{name}_{index}")
        rij.rij_naam = f"{self.rijnaam} {index + 1}"
        return rij

    def id_for_label(self, id_: str) -> str:
        return id_


class HerhalingBoundField(forms.BoundField):
    """The group on a page; `rijen` are its forms, made once, so that they keep what they found wrong."""

    field: "HerhalingField"

    @cached_property
    def rijen(self) -> list[RijForm]:
        widget = self.field.rij_widget
        if self.form.is_bound:
            return widget.value_from_datadict(self.form.data, self.form.files, self.html_name)
        count = max(self.field.minimum, 1 if self.field.required else 0)
        return [widget.make_rij(self.html_name, index) for index in range(count)]

    @property
    def data(self) -> list[RijForm]:
        return self.rijen

    @property
    def can_add(self) -> bool:
        return len(self.rijen) < self.field.maximum


def read_aantal(text: str) -> int:
    """How many there are, as the page says; never more than we can bear."""
    return min(int(text), MEESTE) if text.isascii() and text.isdigit() and len(text) <= 4 else 0


class HerhalingField(forms.Field):
    """A list of answers, one mapping for each."""

    bound_field_class = HerhalingBoundField

    def __init__(
        self, *, rij_form: type[RijForm], rijnaam: str, minimum: int, maximum: int, **kwargs: Any
    ) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(widget=HerhalingWidget(rij_form=rij_form, rijnaam=rijnaam), **kwargs)

    @property
    def rij_widget(self) -> HerhalingWidget:
        widget: HerhalingWidget = self.widget
        return widget

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """One that was added and left empty does not count, unless so many are asked."""
        filled = [rij for rij in value if not rij.is_blank()]
        if not filled and not self.required:
            for rij in value:
                rij.errors.clear()
            return []
        self.check_count(len(filled), len(value))
        spare = max(self.minimum, 1) - len(filled)
        blank = [rij for rij in value if rij.is_blank()]
        for rij in blank[max(spare, 0) :]:
            rij.errors.clear()
        asked = [rij for rij in value if rij in filled or rij in blank[: max(spare, 0)]]
        wrong = [rij for rij in asked if not rij.is_valid()]
        if wrong:
            raise ValidationError(_("Verbeter wat hieronder staat."), code=GENEST)
        return [rij.to_json() for rij in asked]

    def check_count(self, filled: int, shown: int) -> None:
        """Errors: `ValidationError` when there are too few or too many."""
        if not shown:
            raise ValidationError(self.error_messages["required"], code="required")
        if shown < self.minimum:
            raise ValidationError(
                ngettext_lazy(
                    "Vul er minstens %(aantal)d in. Kies “%(voegtoe)s toevoegen”.",
                    "Vul er minstens %(aantal)d in. Kies “%(voegtoe)s toevoegen”.",
                    self.minimum,
                ),
                params={"aantal": self.minimum, "voegtoe": self.rij_widget.rijnaam},
            )
        if filled > self.maximum:
            raise ValidationError(
                _("Vul er niet meer dan %(aantal)d in. Verwijder er een."), params={"aantal": self.maximum}
            )


@veldtype
class Herhaling(Veldtype):
    """A group of questions that is asked again for each person, vehicle or thing."""

    soort = "herhaling"
    naam = _("Groep vragen die zich herhaalt")
    groep = GROEP
    icon = "copy"
    has_velden = True
    vergelijking = Vergelijking.GEEN
    required_message = _("Voeg er minstens een toe.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return HerhalingField(
            rij_form=build_rij_form(veld.velden),
            rijnaam=name_rij(veld),
            minimum=min(int(veld.instellingen.get("minimum") or 0), get_maximum(veld)),
            maximum=get_maximum(veld),
            **kwargs,
        )

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        """Only the questions that stand on the page, each as its own type would have it."""
        found = split_rijen(veld, getypt)
        kept = [
            {
                inner.sleutel: get_veldtype(inner.soort).complete(inner, rij[inner.sleutel])
                for inner in veld.velden
            }
            for rij in found
        ]
        return join_rijen(kept)

    def add_rij(self, veld: Veld, getypt: Getypt) -> Getypt:
        """One more, empty, unless there are enough."""
        found = split_rijen(veld, getypt)
        more: list[Mapping[str, Getypt]] = [{}] if len(found) < get_maximum(veld) else []
        return join_rijen([*found, *more])

    def remove_rij(self, veld: Veld, getypt: Getypt, index: str) -> Getypt:
        """One fewer; the others keep what was typed."""
        return join_rijen([rij for nr, rij in enumerate(split_rijen(veld, getypt)) if str(nr) != index])

    def to_json(self, value: Any) -> Any:
        return list(value) or None

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return join_rijen(
            [
                {
                    inner.sleutel: get_veldtype(inner.soort).to_getypt(rij.get(inner.sleutel), inner)
                    for inner in veld.velden
                }
                for rij in value or ()
            ]
        )

    def show(self, value: Any, veld: Veld) -> str:
        return format_html_join(
            "",
            "<p><strong>{} {}</strong><br>{}</p>",
            ((name_rij(veld), number, show_rij(rij, veld)) for number, rij in enumerate(value or (), 1)),
        )

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        rows = (
            [get_veldtype(inner.soort).to_eigenschap(rij.get(inner.sleutel), inner) for inner in veld.velden]
            for rij in value or ()
        )
        return "; ".join(", ".join(filter(None, row)) for row in rows)

    def settings_blocks(self) -> Sequence[Blok]:
        name = _("Een kort woord, zoals Kind, Persoon of Voertuig.")
        return (
            ("rij_nl", blocks.CharBlock(label=_("Naam van elk"), max_length=40, help_text=name)),
            ("rij_en", blocks.CharBlock(label=_("Naam van elk (Engels)"), max_length=40, required=False)),
            (
                "minimum",
                blocks.IntegerBlock(label=_("Minstens"), required=False, min_value=0, max_value=MEESTE),
            ),
            (
                "maximum",
                blocks.IntegerBlock(label=_("Hoogstens"), required=False, min_value=1, max_value=MEESTE),
            ),
        )


def name_rij(veld: Veld) -> str:
    own = veld.instellingen
    return str(Tekst(str(own.get("rij_nl") or "Nummer"), str(own.get("rij_en") or "")))


def get_maximum(veld: Veld) -> int:
    return min(int(veld.instellingen.get("maximum") or STANDAARD), MEESTE)


def show_rij(rij: Mapping[str, Any], veld: Veld) -> SafeString:
    """The answers of one, each behind its question."""
    lines = (
        format_html("{}: {}", str(inner.label), get_veldtype(inner.soort).show(rij.get(inner.sleutel), inner))
        for inner in veld.velden
        if rij.get(inner.sleutel) is not None
    )
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))


def split_rijen(veld: Veld, getypt: Getypt) -> list[dict[str, Getypt]]:
    """What was typed, per one of them and per question inside."""
    count = read_aantal((getypt.get("_aantal") or [""])[0])
    found: list[dict[str, dict[str, Sequence[str]]]] = [
        {inner.sleutel: {} for inner in veld.velden} for _index in range(count)
    ]
    for part, values in getypt.items():
        index, _mark, rest = part.removeprefix("_").partition("_")
        key, mark, end = rest.partition("_")
        if index.isascii() and index.isdigit() and len(index) <= 4 and int(index) < count and key in found[0]:
            found[int(index)][key][f"{mark}{end}"] = values
    return [dict(rij) for rij in found]


def join_rijen(rijen: Sequence[Mapping[str, Getypt]]) -> Getypt:
    """The way back."""
    return {
        "_aantal": [str(len(rijen))],
        **{
            f"_{index}_{sleutel}{end}": values
            for index, rij in enumerate(rijen)
            for sleutel, getypt in rij.items()
            for end, values in getypt.items()
        },
    }
