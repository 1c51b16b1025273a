"""A file encrypted piece by piece: it comes back whole, or it is told that it does not."""

import tracemalloc
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from eloket.lib.versleutelde_stroom import MAGIC, PIECE, SALT, TAG, decrypt_stream, encrypt_stream
from eloket.lib.versleuteling import NotDecryptable, encrypt

HEAD = len(MAGIC) + SALT


def locked(*chunks: bytes, context: str = "een") -> bytes:
    return b"".join(encrypt_stream(chunks, context=context))


def opened(ciphertext: bytes, *, context: str = "een") -> bytes:
    return b"".join(decrypt_stream(BytesIO(ciphertext), context=context))


@pytest.mark.kern
@given(st.lists(st.binary(max_size=300), max_size=10))
def test_bytes_come_back_however_they_were_cut(chunks: list[bytes]) -> None:
    assert opened(locked(*chunks)) == b"".join(chunks)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])
def test_bytes_come_back_around_the_borders_of_a_piece(size: int) -> None:
    plain = bytes(number % 251 for number in range(size))
    assert opened(locked(plain)) == plain


@cache
def three_pieces() -> bytes:
    """The same for every example, so that a failing one can be played again."""
    return locked(b"a" * PIECE, b"b" * PIECE, b"c" * 100)


@given(st.data())
def test_one_changed_bit_is_told(data: st.DataObject) -> None:
    damaged = bytearray(three_pieces())
    place = data.draw(st.integers(0, len(damaged) - 1))
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(NotDecryptable):
        opened(bytes(damaged))


@given(st.integers(0, HEAD + 2 * PIECE + 2 * TAG + 100 + TAG - 1))
def test_a_file_that_was_cut_off_is_told_wherever_it_was_cut(length: int) -> None:
    with pytest.raises(NotDecryptable):
        opened(three_pieces()[:length])


def test_pieces_that_were_swapped_repeated_or_added_are_told() -> None:
    head, body = three_pieces()[:HEAD], three_pieces()[HEAD:]
    size = PIECE + TAG
    one, two, rest = body[:size], body[size : 2 * size], body[2 * size :]
    for order in ([two, one, rest], [one, one, two, rest], [one, two, rest, rest], [rest], [one, rest]):
        with pytest.raises(NotDecryptable):
            opened(head + b"".join(order))


def test_one_file_does_not_open_as_another() -> None:
    with pytest.raises(NotDecryptable):
        opened(locked(b"van Noor", context="bestand van Noor"), context="bestand van Joris")


def test_after_a_new_key_an_older_file_still_opens(settings: Settings) -> None:
    settings.ELOKET_KEYS = ["oud"]
    older = locked(b"antwoord")
    settings.ELOKET_KEYS = ["nieuw", "oud"]
    assert opened(older) == b"antwoord"
    newer = locked(b"antwoord")
    settings.ELOKET_KEYS = ["nieuw"]
    assert opened(newer) == b"antwoord"
    with pytest.raises(NotDecryptable):
        opened(older)


def test_a_file_of_before_this_format_still_opens() -> None:
    assert opened(encrypt(b"een kopie van vorig jaar")) == b"een kopie van vorig jaar"


def test_the_ciphertext_holds_nothing_of_the_plain_bytes_and_differs_each_time() -> None:
    assert b"Noor" not in locked(b"Noor de Wit")
    assert locked(b"Noor") != locked(b"Noor")


def test_memory_does_not_grow_with_the_file() -> None:
    class Source:
        """A file of 50 MB that is nowhere whole: it encrypts while it is read."""

        def __init__(self) -> None:
            self.parts = encrypt_stream((b"x" * 100_000 for _ in range(500)), context="een")
            self.rest = bytearray()

        def read(self, size: int = -1) -> bytes:
            while len(self.rest) < size and (part := next(self.parts, b"")):
                self.rest += part
            taken = bytes(self.rest[:size])
            del self.rest[:size]
            return taken

    def measure() -> Iterator[int]:
        for piece in decrypt_stream(Source(), context="een"):  # type: ignore[arg-type]
            yield len(piece)

    tracemalloc.start()
    try:
        total = sum(measure())
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total == 50_000_000
    assert peak < 2_000_000
