"""The address that a limit counts by: the one that the visitor cannot choose."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from eloket.lib.herkomst import client_address


def address(forwarded: str, remote: str = "192.0.2.1") -> str:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    return client_address(RequestFactory().post("/", headers=headers, REMOTE_ADDR=remote))


def test_without_a_proxy_a_visitor_cannot_name_another_address(settings: Settings) -> None:
    settings.ELOKET_ACHTER_PROXY = False
    assert address("198.51.100.9") == "192.0.2.1"


def test_behind_a_proxy_only_what_the_proxy_saw_counts(settings: Settings) -> None:
    settings.ELOKET_ACHTER_PROXY = True
    assert address("203.0.113.1, 198.51.100.9") == "198.51.100.9"
    assert address("", remote="") == ""


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("geen adres " * 20, ("geen adres " * 20)[:64]),
    ],
)
def test_one_connection_counts_as_one(settings: Settings, given: str, counted: str) -> None:
    settings.ELOKET_ACHTER_PROXY = True
    assert address(given) == counted.strip() or address(given) == counted
