"""A date in three boxes: what people type without mistakes, on every keyboard and without JavaScript."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

DELEN = (("dag", _("Dag"), 2), ("maand", _("Maand"), 2), ("jaar", _("Jaar"), 4))


@dataclass(frozen=True)
class Vak:
    """One box, ready to be shown."""

    label: str
    id: str
    html: SafeString
    year: bool


class DatumWidget(forms.MultiWidget):
    """Day, month, year; the posted names are `<naam>_dag`, `<naam>_maand`, `<naam>_jaar`."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput(
                attrs={
                    "inputmode": "numeric",
                    "maxlength": size,
                    "autocomplete": "off",
                    "class": "utrecht-textbox",
                }
            )
            for name, _label, size in DELEN
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: date | str | None) -> list[str]:
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return [part.lstrip("0") for part in reversed(value.split("-"))] if value else ["", "", ""]

    def boxes(self, name: str, value: object, attrs: dict[str, Any]) -> list[Vak]:
        """The three boxes apart, for `components/date_boxes.html`."""
        context = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        return [
            Vak(
                label=str(label),
                id=context[index]["attrs"]["id"],
                html=self.widgets[index].render(
                    f"{name}_{part}", context[index]["value"], {**attrs, "id": context[index]["attrs"]["id"]}
                ),
                year=part == "jaar",
            )
            for index, (part, label, _size) in enumerate(DELEN)
        ]


class DatumField(forms.MultiValueField):
    """A `date` from three boxes; says which part is missing or that the day does not exist."""

    widget = DatumWidget

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(forms.CharField(required=False) for _part in DELEN)
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def clean(self, value: object) -> date | None:
        """Boxes with nothing but spaces are empty."""
        parts = [str(part or "").strip() for part in value] if isinstance(value, list | tuple) else value
        found: date | None = super().clean(parts)
        return found

    def compress(self, data_list: list[str]) -> date | None:
        if not any(data_list):
            return None
        missing = [
            str(label).lower()
            for (_name, label, _size), text in zip(DELEN, data_list, strict=True)
            if not text
        ]
        if missing:
            raise ValidationError(
                _("Vul ook in: %(delen)s."), params={"delen": ", ".join(missing)}, code="onvolledig"
            )
        return existing_date(*data_list)

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(initial if initial else None, data)


def existing_date(day: str, month: str, year: str) -> date:
    """The date that three texts name; ValidationError in plain words when there is no such day."""
    if not all(text.isascii() and text.isdigit() for text in (day, month, year)) or len(year) != 4:
        raise ValidationError(
            _("Vul de datum in met cijfers: dag, maand en jaar. Bijvoorbeeld 27 3 1985."), code="ongeldig"
        )
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError) as fout:
        raise ValidationError(
            _("Deze datum bestaat niet. Controleer de dag en de maand."), code="ongeldig"
        ) from fout
