"""Telephone numbers: what may be written, and what a telephone dials."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PHONE = RegexValidator(r"^[0-9+ ()-]{3,20}$", _("Vul een telefoonnummer in, bijvoorbeeld 14 0123."))
# After +31: a number of nine digits, or 14 with the area code.
ABROAD = re.compile(r"\+31([1-9][0-9]{8}|140[0-9]{2,3})")


def dial(number: str) -> str:
    """The number as in a `tel:` link: digits and a leading plus."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def validate_abroad(number: str) -> None:
    """A Dutch number as one dials it from another country. Raises ValidationError."""
    PHONE(number)
    if not ABROAD.fullmatch(dial(number)):
        raise ValidationError(
            _("Begin met +31 en laat de eerste 0 weg, bijvoorbeeld +31 10 123 45 67 of +31 14 0123.")
        )
