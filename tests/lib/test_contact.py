"""An address that cannot be one stops the start: mail without a sender, a leak without a reader."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from eloket.lib.contact import read_contact, read_sender
from eloket.lib.omgeving import Omgeving


def sender(value: str) -> str:
    return read_sender(Omgeving({"ELOKET_AFZENDER": value}), default="loket@rietwaard.example")


def contact(value: str) -> str:
    return read_contact(Omgeving({"ELOKET_SECURITY_CONTACT": value}))


@pytest.mark.parametrize("value", ["loket@gemeente.example", "Gemeente Riet <loket@gemeente.example>"])
def test_a_sender_is_kept_as_it_was_written(value: str) -> None:
    assert sender(value) == value


def test_no_sender_is_the_one_of_the_demo() -> None:
    assert sender("") == "loket@rietwaard.example"


@pytest.mark.parametrize(
    "value",
    [
        "loket",
        "loket@",
        "gemeente.example",
        "Gemeente Riet",
        "Gemeente Riet loket@gemeente.example",
        "a@b.example, c@d.example",
        "loket@gemeente.example\nBcc: x@elders.example",
        "<loket@gemeente.example",
        "Riet <>",
    ],
)
def test_a_sender_that_is_no_address_is_answered_with_one(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^ELOKET_AFZENDER is geen e-mailadres: schrijf .*$"):
        sender(value)


@pytest.mark.parametrize(
    ("value", "uri"),
    [
        ("", ""),
        ("mailto:veilig@gemeente.example", "mailto:veilig@gemeente.example"),
        ("https://gemeente.example/lek-melden", "https://gemeente.example/lek-melden"),
        ("veilig@gemeente.example", "mailto:veilig@gemeente.example"),
    ],
)
def test_the_contact_of_security_txt_is_a_uri(value: str, uri: str) -> None:
    assert contact(value) == uri


@pytest.mark.parametrize(
    "value",
    [
        "http://gemeente.example/",
        "https://",
        "https://[",
        "mailto:",
        "mailto:iemand",
        "bel ons",
        "https://a.b\nX: y",
    ],
)
def test_a_contact_that_nobody_can_reach_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^ELOKET_SECURITY_CONTACT is geen adres: schrijf .*$"):
        contact(value)
