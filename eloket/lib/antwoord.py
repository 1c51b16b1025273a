"""Reading what another system sends back: in time, and not more than fits.

The timeout of an HTTP client counts anew with each piece, so that a server which sends one byte a second
holds a citizen up for ever. Here the whole answer has one deadline.
"""

import json
import time
from collections.abc import Callable
from typing import Any

PIECE = 64 * 1024


class NoJson(ValueError):
    """What came in is too large, or is no JSON. The text never holds any of it."""


def read_json(read_piece: Callable[[int], bytes], *, deadline: float, max_bytes: int = 1_000_000) -> Any:
    """The JSON that these pieces make together; `read_piece` gives b"" at the end, and may block shortly.

    `deadline`: on `time.monotonic()`. Errors: `TimeoutError`, `NoJson`.
    """
    text = bytearray()
    while piece := read_piece(PIECE):
        text += piece
        if len(text) > max_bytes:
            raise NoJson(f"het antwoord is groter dan {max_bytes} bytes")
        if time.monotonic() > deadline:
            raise TimeoutError("het antwoord kwam te traag binnen")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NoJson("het antwoord is geen JSON") from None
