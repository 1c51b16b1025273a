"""A broken value stops the start with one line that names the variable and says what to write."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from eloket.lib.omgeving import Omgeving


def read(**variables: str) -> Omgeving:
    return Omgeving(variables)


@pytest.mark.parametrize("value", ["1", "true", "ja", "JA", " on "])
def test_yes(value: str) -> None:
    assert read(ELOKET_DEMO=value).flag("ELOKET_DEMO", default=False) is True


@pytest.mark.parametrize("value", ["0", "nee", "off", ""])
def test_no(value: str) -> None:
    assert read(ELOKET_DEMO=value).flag("ELOKET_DEMO", default=True) is False


def test_what_is_not_set_has_its_default() -> None:
    empty = read()
    assert empty.flag("ELOKET_DEMO", default=True) is True
    assert empty.number("PORT", 8000, minimum=1, maximum=65534) == 8000
    assert empty.words("ELOKET_HOSTS", "a, b,") == ["a", "b"]
    assert empty.text("ELOKET_AFZENDER", "x") == "x"
    assert empty.choice("ELOKET_OMGEVING", "ontwikkeling", ["ontwikkeling"]) == "ontwikkeling"


def test_a_flag_that_is_neither_yes_nor_no() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"ELOKET_DEMO='misschien'.*schrijf 1 of 0"):
        read(ELOKET_DEMO="misschien").flag("ELOKET_DEMO", default=False)


@pytest.mark.parametrize(
    ("value", "told"), [("acht", "geen heel getal"), ("0", "tussen 1 en 65534"), ("65535", "tussen")]
)
def test_a_number_that_cannot_be(value: str, told: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"PORT.*{told}"):
        read(PORT=value).number("PORT", 8000, minimum=1, maximum=65534)


def test_a_choice_that_does_not_exist_lists_those_that_do() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"ELOKET_OMGEVING='test'.*ontwikkeling, productie"):
        read(ELOKET_OMGEVING="test").choice("ELOKET_OMGEVING", "ontwikkeling", ["ontwikkeling", "productie"])


def test_a_secret_comes_from_its_file_without_the_last_newline(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("heel-geheim\n")
    found = read(ELOKET_SECRET_KEY_FILE=str(secret), ELOKET_SECRET_KEY="anders").text("ELOKET_SECRET_KEY")
    assert found == "heel-geheim"


@pytest.mark.parametrize("kind", ["missing", "folder", "binary"])
def test_a_secret_file_that_cannot_be_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "geheim"
    if kind == "folder":
        path.mkdir()
    if kind == "binary":
        path.write_bytes(b"\xff\xfe\x80")
    with pytest.raises(ImproperlyConfigured, match="ELOKET_KEYS_FILE"):
        read(ELOKET_KEYS_FILE=str(path)).words("ELOKET_KEYS")


@pytest.mark.parametrize(
    "value", ["machine:6379", "http://machine", "redis://", "redis://machine:poort", "x"]
)
def test_what_is_no_address_is_answered_with_an_example(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="ELOKET_REDIS_URL is geen adres: schrijf redis://m:1/0"):
        read(ELOKET_REDIS_URL=value).url("ELOKET_REDIS_URL", example="redis://m:1/0", schemes=["redis"])


def test_an_address_is_kept_without_its_last_slash() -> None:
    given = read(ELOKET_BASIS_URL="https://loket.gemeente.example/")
    assert given.url("ELOKET_BASIS_URL", example="", schemes=["https"]) == "https://loket.gemeente.example"
    assert read().url("ELOKET_REDIS_URL", example="", schemes=["redis"]) == ""
