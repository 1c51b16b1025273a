"""Free time as whole numbers: bit i is unit i of a span."""

from collections.abc import Iterator


def fits(free: int, length: int) -> int:
    """Bit i: units i up to i + length are all free. In log2(length) steps, each doubling what is known."""
    known = 1
    while known < length:
        step = min(known, length - known)
        free &= free >> step
        known += step
    return free


def ones(bits: int) -> Iterator[int]:
    """Which bits are set, from low to high."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def lowest(bits: int) -> int:
    """The lowest bit that is set; there must be one."""
    return (bits & -bits).bit_length() - 1


def run_around(free: int, first: int, length: int) -> int:
    """How many units of free time touch this piece of it, before and after."""
    after = free >> (first + length)
    below = free & ((1 << first) - 1)
    gap = ~below & ((1 << first) - 1)  # the highest unit before it that is not free
    return lowest(~after) + first - gap.bit_length()
