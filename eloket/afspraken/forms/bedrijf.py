"""The numbers by which the Handelsregister knows a business."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from eloket.lib.partij import InvalidPartij, Kvk

KVK_FOUT = _("Vul een KvK-nummer in met 8 cijfers, of laat dit leeg.")
VESTIGING_FOUT = _("Vul een vestigingsnummer in met 12 cijfers, of laat dit leeg.")


class CijfersField(forms.CharField):
    """A number of a fixed length; spaces, dots and dashes are for the eye."""

    def __init__(self, *, digits: int, message: Any, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "size": digits + 4, "autocomplete": "off", "spellcheck": "false"}
        errors = {"max_length": message}
        super().__init__(
            max_length=40,
            required=False,
            widget=forms.TextInput(attrs=attrs),
            error_messages=errors,
            **kwargs,
        )
        self.digits, self.message = digits, message

    def clean(self, value: Any) -> str:
        number = re.sub(r"[\s.\-‐‑–]", "", super().clean(value))
        if number and (not re.fullmatch(rf"[0-9]{{{self.digits}}}", number) or not number.strip("0")):
            raise ValidationError(self.message, code="invalid")
        return number


def make_kvk() -> CijfersField:
    return CijfersField(
        digits=8,
        message=KVK_FOUT,
        label=_("KvK-nummer"),
        help_text=_("8 cijfers. Heeft u nog geen KvK-nummer? Laat dit dan leeg."),
    )


def make_vestiging() -> CijfersField:
    return CijfersField(
        digits=12,
        message=VESTIGING_FOUT,
        label=_("Vestigingsnummer"),
        help_text=_("12 cijfers. Alleen als uw bedrijf meer vestigingen heeft."),
    )


def read_kvk(kvk: str, vestiging: str) -> Kvk | None:
    """The business with these numbers; None without a KvK number."""
    try:
        return Kvk(kvk, vestiging)
    except InvalidPartij:
        return None
