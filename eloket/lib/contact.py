"""Addresses of people: whom mail comes from, and where a leak is reported."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from eloket.lib.omgeving import Omgeving


def read_sender(env: Omgeving, *, default: str) -> str:
    """`ELOKET_AFZENDER`: an e-mail address, bare or as `Name <address>`. Errors: `ImproperlyConfigured`."""
    value = env.text("ELOKET_AFZENDER") or default
    address = parseaddr(value)[1]
    # parseaddr mends what it can: what it made of it must be what stood there.
    if not (value == address or value.endswith(f"<{address}>")) or not is_email(address):
        raise ImproperlyConfigured(
            "ELOKET_AFZENDER is geen e-mailadres: schrijf loket@gemeente.example"
            " of Gemeente Voorbeeld <loket@gemeente.example>."
        )
    return value


def read_contact(env: Omgeving) -> str:
    """`ELOKET_SECURITY_CONTACT` as the URI that RFC 9116 asks, or "". Errors: `ImproperlyConfigured`."""
    value = env.text("ELOKET_SECURITY_CONTACT")
    contact = as_contact(value)
    if value and not contact:
        raise ImproperlyConfigured(
            "ELOKET_SECURITY_CONTACT is geen adres: schrijf mailto:veilig@gemeente.example"
            " of https://gemeente.example/lek-melden."
        )
    return contact


def as_contact(value: str) -> str:
    """An e-mail address or an https page as a URI; "" for anything else."""
    if _is_page(value):
        return value
    address = value.removeprefix("mailto:")
    return f"mailto:{address}" if is_email(address) else ""


def is_email(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _is_page(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not any(map(str.isspace, value))
