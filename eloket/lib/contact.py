"""Two settings that hold an address of people: whom mail comes from, and where a leak is reported."""

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
    if not value or _is_page(value) or (value.startswith("mailto:") and is_email(value[len("mailto:") :])):
        return value
    if is_email(value):
        return f"mailto:{value}"
    raise ImproperlyConfigured(
        "ELOKET_SECURITY_CONTACT is geen adres: schrijf mailto:veilig@gemeente.example"
        " of https://gemeente.example/lek-melden."
    )


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
