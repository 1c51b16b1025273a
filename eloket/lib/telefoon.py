"""Telephone numbers, Dutch ones and those of abroad: read as people type them, kept as E.164."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

LAND = "NL"


def clean_telefoon(value: str) -> str:
    """A Dutch or foreign number as E.164, such as "+31612345678". Errors: `ValidationError`."""
    number = _read_number(value)
    if number is None:
        raise ValidationError(
            _("Vul een telefoonnummer in met 10 cijfers, bijvoorbeeld 06 12345678. Buitenland: begin met +.")
        )
    if number.extension:
        raise ValidationError(_("Vul het telefoonnummer in zonder toestelnummer."))
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def show_telefoon(stored: str) -> str:
    """A stored number in the groups that people know; a foreign one with its country. Never an error."""
    number = _read_number(stored)
    if number is None:
        return stored
    home = phonenumbers.region_code_for_number(number) == LAND
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    )


def _read_number(value: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(value, LAND)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
