"""Encrypting a file of any size piece by piece, in the memory of one piece.

    MAGIC (16 bytes) · salt (16 bytes) · piece · piece · …

Each piece is AES-256-GCM over at most `PIECE` bytes. Its nonce holds its number and whether it is the last
one (the STREAM construction), so that pieces cannot be swapped, repeated, left out or cut off: what was
decrypted up to the end is what was encrypted, whole. The key is derived per file, from a secret of
`ELOKET_KEYS` and the salt. `context` (the id of the file) is authenticated with every piece: the bytes of one
file never open as another.

What was stored before this format is one Fernet token, and still opens.
"""

import secrets
from collections.abc import Iterable, Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from eloket.lib.versleuteling import NotDecryptable, decrypt, derive_keys

MAGIC = b"eloket-stroom-1\n"
SALT = 16
PIECE = 64 * 1024
TAG = 16
PURPOSE = "eloket file"


def encrypt_stream(chunks: Iterable[bytes], *, context: str) -> Iterator[bytes]:
    """The ciphertext under the newest key, piece by piece; a different one each time."""
    salt = secrets.token_bytes(SALT)
    cipher = _cipher(derive_keys(PURPOSE)[0], salt)
    yield MAGIC + salt
    number, pieces = 0, _resize(chunks)
    piece = next(pieces)
    for following in pieces:
        yield cipher.encrypt(_nonce(number, last=False), piece, context.encode())
        number, piece = number + 1, following
    yield cipher.encrypt(_nonce(number, last=True), piece, context.encode())


def decrypt_stream(file: IO[bytes], *, context: str) -> Iterator[bytes]:
    """The plain bytes, piece by piece. Errors: `NotDecryptable`, at the first piece that is not right.

    Who reads to the end without an error has read everything. Before the end nothing is sure but what came.
    """
    head = file.read(len(MAGIC))
    if head != MAGIC:
        yield decrypt(head + file.read())
        return
    salt, piece, following = file.read(SALT), file.read(PIECE + TAG), file.read(PIECE + TAG)
    cipher, plain = _find_cipher(salt, piece, last=not following, context=context)
    yield plain
    number = 1
    while following:
        piece, following = following, file.read(PIECE + TAG)
        yield _decrypt(cipher, _nonce(number, last=not following), piece, context)
        number += 1


def _resize(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of `PIECE`; the last one is shorter, and empty when there are none."""
    rest = bytearray()
    for chunk in chunks:
        rest += chunk
        while len(rest) > PIECE:
            yield bytes(rest[:PIECE])
            del rest[:PIECE]
    yield bytes(rest)


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=MAGIC).derive(key))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _find_cipher(salt: bytes, piece: bytes, *, last: bool, context: str) -> tuple[AESGCM, bytes]:
    """The cipher of the key that opens the first piece, and that piece."""
    for key in derive_keys(PURPOSE):
        cipher = _cipher(key, salt)
        try:
            return cipher, _decrypt(cipher, _nonce(0, last=last), piece, context)
        except NotDecryptable:
            continue
    raise NotDecryptable("versleuteld met een sleutel die niet in ELOKET_KEYS staat, of beschadigd")


def _decrypt(cipher: AESGCM, nonce: bytes, piece: bytes, context: str) -> bytes:
    try:
        return cipher.decrypt(nonce, piece, context.encode())
    except InvalidTag:
        raise NotDecryptable("dit stuk is beschadigd, verwisseld of afgebroken") from None
