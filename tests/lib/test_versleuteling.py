"""Encryption at rest: what comes out is what went in, also after keys rotated, and never anything else."""

from functools import cache

import pytest
from django.core.exceptions import FieldError
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from eloket.lib.versleuteling import (
    NotDecryptable,
    decrypt,
    decrypt_text,
    encrypt,
    encrypt_text,
    keyed_hash,
    keyed_hashes,
)
from eloket.zaken.models import Zaak


@given(st.binary(max_size=2000))
def test_bytes_come_back(data: bytes) -> None:
    assert decrypt(encrypt(data)) == data


@given(st.text(max_size=300))
def test_text_comes_back_and_its_ciphertext_does_not_hold_it(text: str) -> None:
    token = encrypt_text(text)
    assert decrypt_text(token) == text
    assert token.isascii()
    assert len(text) < 8 or text not in token


def test_the_same_text_has_another_ciphertext_every_time() -> None:
    assert encrypt_text("Noor") != encrypt_text("Noor")


@cache
def one_token() -> bytes:
    """The same for every example, so that a failing one can be played again."""
    return encrypt(b"een antwoord")


@given(st.data())
def test_a_damaged_token_is_told(data: st.DataObject) -> None:
    token = bytearray(one_token())
    place = data.draw(st.integers(0, len(token) - 5))  # the last signs hold padding
    other = data.draw(st.sampled_from(b"ABCabc01").filter(lambda sign: sign != token[place]))
    token[place] = other
    with pytest.raises(NotDecryptable):
        decrypt(bytes(token))


@pytest.mark.parametrize("token", ["", "geen token", "é", "gAAAAA"])
def test_what_is_no_token_is_told(token: str) -> None:
    with pytest.raises(NotDecryptable):
        decrypt_text(token)


def test_after_a_new_key_the_old_still_opens_and_finds(settings: Settings) -> None:
    settings.ELOKET_KEYS = ["oud"]
    token, old_hash = encrypt_text("antwoord"), keyed_hash("999990019")
    settings.ELOKET_KEYS = ["nieuw", "oud"]
    assert decrypt_text(token) == "antwoord"
    assert keyed_hashes("999990019") == [keyed_hash("999990019"), old_hash]
    newer = encrypt_text("antwoord")
    settings.ELOKET_KEYS = ["nieuw"]
    assert decrypt_text(newer) == "antwoord"
    with pytest.raises(NotDecryptable):
        decrypt_text(token)


def test_a_hash_does_not_tell_without_the_key(settings: Settings) -> None:
    settings.ELOKET_KEYS = ["een"]
    one = keyed_hash("999990019")
    settings.ELOKET_KEYS = ["twee"]
    assert keyed_hash("999990019") != one
    assert len(one) == 64


@pytest.mark.django_db
def test_a_search_in_an_encrypted_column_is_refused() -> None:
    with pytest.raises(FieldError):
        Zaak.objects.filter(email="noor@rietwaard.example").exists()
    assert not Zaak.objects.filter(email__isnull=True).exists()
