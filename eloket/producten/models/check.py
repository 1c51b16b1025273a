""" "Kan ik dit aanvragen?": a few questions on the product page, without login; nothing of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ANTWOORDEN = [("ja", _("Ja")), ("nee", _("Nee"))]
PREFIX = "check"


@dataclass(frozen=True)
class Check:
    """The questions as a form, and what the answers lead to. `kan`: None while not all are answered."""

    form: forms.Form
    kan: bool | None
    redenen: Sequence[str]


def build_check(checks: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> Check | None:
    """The check of a product, None when it has none.

    `checks`: vraag, goed ("ja" or "nee") and uitleg each; `answers`: a query, of anybody.
    """
    if not checks:
        return None
    fields: dict[str, forms.Field] = {
        f"{nr}": forms.ChoiceField(
            label=check["vraag"],
            choices=ANTWOORDEN,
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
        )
        for nr, check in enumerate(checks, 1)
    }
    kind = type("CheckForm", (forms.Form,), fields)
    asked = any(f"{PREFIX}-{name}" in answers for name in fields)
    form = kind(answers if asked else None, prefix=PREFIX)
    if not asked or not form.is_valid():
        return Check(form, None, ())
    given = form.cleaned_data
    wrong = [check["uitleg"] for nr, check in enumerate(checks, 1) if given[f"{nr}"] != check["goed"]]
    return Check(form, not wrong, wrong)
