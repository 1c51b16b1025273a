"""Fields of the forms: days of the week as seven boxes, agendas with their place, people by name."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from eloket.afspraken.models import Agenda


class WeekdagenField(forms.TypedMultipleChoiceField):
    """Seven boxes over the bits of a number; bit 0 is Monday."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"required": _("Kies ten minste één dag.")})
        super().__init__(coerce=int, choices=list(WEEKDAYS.items()), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return to_dagen(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        return sum(1 << dag for dag in set(super().clean(value)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def to_dagen(weekdagen: int) -> list[int]:
    """The days in this number, Monday (0) first."""
    return [dag for dag in range(7) if weekdagen >> dag & 1]


class KeuzeForm(WagtailAdminModelForm):
    """A form in whose lists an agenda stands with its place, and an employee with their name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._relabel("agenda", Agenda.objects.select_related("locatie"), _agenda_label)
        employees = get_user_model()._default_manager.filter(is_staff=True, is_active=True)
        self._relabel("medewerker", employees.order_by("first_name", "last_name", "pk"), _name_of)

    def _relabel(self, name: str, rows: Any, label: Any) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows
            setattr(field, "label_from_instance", label)  # noqa: B010  as Django's documents say


def agenda_labels(agendas: Iterable[Agenda]) -> list[tuple[int, str]]:
    """For a filter."""
    return [(agenda.pk, _agenda_label(agenda)) for agenda in agendas]


def _agenda_label(agenda: Agenda) -> str:
    return f"{agenda.locatie.naam}: {agenda.naam}"


def _name_of(user: Any) -> str:
    return user.get_full_name() or user.get_username()
