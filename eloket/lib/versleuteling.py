"""Encrypting at rest, and hashing what must stay searchable.

`ELOKET_KEYS` holds one or more secrets; the first is the newest and does the writing, the others can
still read. From each secret a key is derived for each purpose, so that none ever serves two ends.
"""

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class NotDecryptable(Exception):
    """The ciphertext was written with a key that is not in `ELOKET_KEYS`, or was damaged."""


def encrypt(data: bytes) -> bytes:
    """Ciphertext under the newest key; a different one each time."""
    return _fernet(_secrets()).encrypt(data)


def decrypt(token: bytes) -> bytes:
    """The plain bytes. Errors: `NotDecryptable`."""
    try:
        return _fernet(_secrets()).decrypt(token)
    except InvalidToken:
        raise NotDecryptable("versleuteld met een sleutel die niet in ELOKET_KEYS staat") from None


def encrypt_text(text: str) -> str:
    """Text to ASCII ciphertext, fit for a text column."""
    return encrypt(text.encode()).decode("ascii")


def decrypt_text(token: str) -> str:
    """The plain text. Errors: `NotDecryptable`."""
    return decrypt(token.encode("ascii", "replace")).decode()


def keyed_hash(text: str) -> str:
    """64 hexadecimal characters under the newest key: equal text, equal hash; useless without the key."""
    return keyed_hashes(text)[0]


def keyed_hashes(text: str) -> list[str]:
    """The hash under every key, newest first: search with all of them while keys rotate."""
    return [_hash(secret, text) for secret in _secrets()]


def derive_keys(purpose: str) -> list[bytes]:
    """32 bytes from every secret, newest first, for this purpose alone."""
    return [_derive(secret, purpose) for secret in _secrets()]


def _secrets() -> tuple[str, ...]:
    return tuple(settings.ELOKET_KEYS)


def _derive(secret: str, purpose: str) -> bytes:
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()


def _hash(secret: str, text: str) -> str:
    return hmac.new(_derive(secret, "eloket search"), text.encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=4)
def _fernet(secrets: tuple[str, ...]) -> MultiFernet:
    keys = [base64.urlsafe_b64encode(_derive(secret, "eloket at rest")) for secret in secrets]
    return MultiFernet([Fernet(key) for key in keys])
