"""Where the bytes stand: STORAGES["bestanden"], a folder or S3, and always as ciphertext."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from eloket.lib.versleutelde_stroom import decrypt_stream, encrypt_stream

IN_MEMORY = 1024 * 1024  # a smaller file needs no temporary one


@dataclass(frozen=True, slots=True)
class Geschreven:
    """What passed on its way to the storage: the size in bytes and the sha256 of the plain file."""

    grootte: int
    sha256: str


def get_storage() -> Storage:
    return storages["bestanden"]


def write(pad: str, chunks: Iterable[bytes], *, context: str) -> Geschreven:
    """Encrypt on the way and put it there, in little memory; what lies between on a disk is ciphertext.

    Errors: whatever the storage raises (`OSError` for a full disk); then nothing stays there.
    """
    digest, size = hashlib.sha256(), 0

    def passing() -> Iterator[bytes]:
        nonlocal size
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            yield chunk

    with SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        for piece in encrypt_stream(passing(), context=context):
            spool.write(piece)
        spool.seek(0)
        _save(pad, File(spool, name=pad))
    return Geschreven(size, digest.hexdigest())


def _save(pad: str, content: "File[bytes]") -> None:
    try:
        get_storage().save(pad, content)
    except Exception:
        remove_quietly(pad)
        raise


def read(pad: str, *, context: str) -> Iterator[bytes]:
    """The plain bytes. Errors: `FileNotFoundError`, `NotDecryptable`, and what the storage raises."""
    with get_storage().open(pad) as file:
        yield from decrypt_stream(file, context=context)


def remove_quietly(pad: str) -> None:
    """Take away what was half written; what cannot be removed now is swept later."""
    try:
        get_storage().delete(pad)
    except Exception:  # the first error is the one to tell
        return
