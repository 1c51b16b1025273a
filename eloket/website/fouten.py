"""What is wrong in a posted form, line by line, each with the id of the box where it can be mended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from eloket.lib.tekst import Tekst
from eloket.website.bestandsveld import BestandenWidget, kies_id
from eloket.website.vakken import VakkenWidget, get_vak

# The error of a question that holds forms of its own (`rijen`), which tell themselves what is wrong.
GENEST = "genest"


@dataclass(frozen=True, slots=True)
class Foutregel:
    """One line of the error summary. `anker`: the id to jump to, "" for the form as a whole."""

    anker: str
    label: Any
    fout: str


def list_fouten(form: forms.BaseForm) -> list[Foutregel]:
    """Everything that is wrong, in the order of the page."""
    whole = [Foutregel("", "", str(fout)) for fout in form.non_field_errors()]
    return whole + [regel for field in form for regel in _of_field(field)]


def _of_field(field: forms.BoundField) -> Iterator[Foutregel]:
    for error in field_errors(field):
        if error.code == GENEST:
            continue
        for message in error.messages:
            yield Foutregel(find_anker(field, error), field.label, message)
    if field.errors:
        for rij in getattr(field, "rijen", ()):
            for regel in list_fouten(rij):
                label = Tekst(f"{rij.rij_naam}: {regel.label}", getattr(regel.label, "lang", ""))
                yield replace(regel, label=label)


def field_errors(field: forms.BoundField) -> list[ValidationError]:
    """The errors of a field, with what they know of its boxes."""
    return list(field.errors.as_data())


def own_errors(field: forms.BoundField) -> list[str]:
    """The messages that stand above the field: all but those that a box or a form inside shows itself."""
    own = field.field.widget
    return [
        message
        for error in field_errors(field)
        if error.code != GENEST and not (isinstance(own, VakkenWidget) and own.shows_error(get_vak(error)))
        for message in error.messages
    ]


def find_anker(field: forms.BoundField, error: ValidationError | None = None) -> str:
    """The id of the box where this error can be mended; the first one when it names none."""
    own = field.field.widget
    if isinstance(own, BestandenWidget):
        full = own.max_aantal <= len(own.read(field.value()))
        return str(field.auto_id) if full else kies_id(field)
    if isinstance(own, VakkenWidget):
        names = [deel.naam for deel in own.delen]
        name = get_vak(error) if error is not None else ""
        return f"{field.auto_id}_{names.index(name) if name in names else 0}"
    if isinstance(own, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{field.auto_id}_0"
    return field.id_for_label or str(field.auto_id)
