"""One question in several boxes, such as a date or an address: the boxes, and which of them is wrong."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Deel:
    """One box: the end of its name on the wire, its label, its width and the attributes of its control.

    `breedte`: "getal", "jaar", "kort" or "vol" (a line of its own). `lines` above 1 makes it a text area.
    """

    naam: str
    label: Any
    breedte: str = "vol"
    attrs: Mapping[str, Any] = field(default_factory=dict)
    lines: int = 1
    verplicht: bool = True
    hulp: Any = ""


@dataclass(frozen=True, slots=True)
class Vak:
    """One box, ready to be shown."""

    label: str
    id: str
    html: SafeString
    breedte: str
    verplicht: bool
    hulp: str
    fouten: Sequence[str]


def fout(naam: str, message: Any, code: str = "ongeldig", **params: Any) -> ValidationError:
    """What is wrong in the box with this name."""
    return ValidationError(message, code=code, params={"vak": naam, **params})


class VakkenWidget(forms.MultiWidget):
    """The boxes; the posted names are `<naam>_<deel>`."""

    use_fieldset = True

    def __init__(self, delen: Sequence[Deel], attrs: dict[str, Any] | None = None) -> None:
        self.delen = tuple(delen)
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            deel.naam: make_control(deel) for deel in self.delen
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[str]:
        """The text of each box for a value that is a mapping by the names of the boxes."""
        known = value if isinstance(value, Mapping) else {}
        return [str(known.get(deel.naam) or "") for deel in self.delen]

    def boxes(self, name: str, value: object, id_: str, errors: Sequence[ValidationError]) -> list[Vak]:
        """The boxes apart, for `components/boxes.html`. `errors`: all of the question."""
        texts = value if isinstance(value, list | tuple) else self.decompress(value)
        wrong = find_wrong(errors, [deel.naam for deel in self.delen])
        return [
            self._box(index, name, texts[index] if index < len(texts) else "", id_, wrong)
            for index in range(len(self.delen))
        ]

    def shows_error(self, naam: str) -> bool:
        """Whether the box has the room to show its own error; else it stands above them all."""
        return any(deel.naam == naam and deel.breedte == "vol" for deel in self.delen)

    def _box(self, index: int, name: str, text: object, id_: str, wrong: Mapping[str, list[str]]) -> Vak:
        deel, own_id = self.delen[index], f"{id_}_{index}"
        shown = wrong.get(deel.naam, []) if self.shows_error(deel.naam) else []
        attrs: dict[str, Any] = {"id": own_id}
        if deel.naam in wrong:
            attrs["aria-invalid"] = "true"
        ids = [f"{own_id}_{part}" for part, there in (("helptext", deel.hulp), ("error", shown)) if there]
        if ids:
            attrs["aria-describedby"] = " ".join(ids)
        return Vak(
            label=str(deel.label),
            id=own_id,
            html=self.widgets[index].render(f"{name}_{deel.naam}", text, attrs),
            breedte=deel.breedte,
            verplicht=deel.verplicht,
            hulp=str(deel.hulp),
            fouten=shown,
        )


class VakInput(forms.TextInput):
    """The input of one box, written out: a page can have dozens, and a template for each takes its time."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        own = self.build_attrs(self.attrs, attrs)
        shown = {} if value in ("", None) else {"value": str(value)}
        return format_html("<input{}>", flatatt({"type": self.input_type, "name": name, **shown, **own}))


def make_control(deel: Deel) -> forms.Widget:
    """The bare control of one box, in the classes of the design system."""
    if deel.lines > 1:
        look = "utrecht-textarea utrecht-textarea--html-textarea"
        return forms.Textarea(attrs={"class": look, "rows": deel.lines, **deel.attrs})
    return VakInput(attrs={"class": "utrecht-textbox utrecht-textbox--html-input", **deel.attrs})


def find_wrong(errors: Sequence[ValidationError], names: Collection[str]) -> dict[str, list[str]]:
    """The messages by box. An error that names none is one of all boxes together: each is marked for it."""
    wrong: dict[str, list[str]] = {}
    for error in errors:
        name = get_vak(error)
        if name in names:
            wrong.setdefault(name, []).extend(error.messages)
    return wrong if wrong or not errors else {name: [] for name in names}


def get_vak(error: ValidationError) -> str:
    """The name of the box that an error is about, "" for the whole question."""
    params = getattr(error, "params", None) or {}
    return str(params.get("vak", ""))


class VakkenField(forms.Field, ABC):
    """The value of several boxes. Subclasses say which boxes (`delen`) and what they mean (`read`)."""

    def __init__(self, delen: Sequence[Deel], **kwargs: Any) -> None:
        super().__init__(widget=VakkenWidget(delen), **kwargs)
        self.names = [deel.naam for deel in delen]

    def clean(self, value: Any) -> Any:
        texts = value if isinstance(value, list | tuple) else []
        parts = {
            name: str(text or "").replace("\0", "").strip()
            for name, text in zip(self.names, texts, strict=False)
        }
        if any(parts.values()):
            return self.read({name: parts.get(name, "") for name in self.names})
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    @abstractmethod
    def read(self, parts: dict[str, str]) -> Any:
        """The value; at least one part holds text. Errors: `ValidationError`, with `fout` for one box."""


def collect(checks: Sequence[Callable[[], object]]) -> None:
    """Run all checks and tell all that is wrong at once. Errors: `ValidationError`."""
    errors: list[ValidationError] = []
    for check in checks:
        try:
            check()
        except ValidationError as error:
            errors.extend(error.error_list)
    if errors:
        raise ValidationError(errors)
