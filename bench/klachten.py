"""Send a number of klachten as visitors do, and say how many were taken.

Usage: python -m bench.klachten 20
"""

import json
import re
import sys
from typing import Any

import django

START = "/formulieren/klacht/beginnen/"
KLACHT = {"v-onderwerp": "Losse stoeptegel", "v-verhaal": "Er ligt al weken een tegel los. " * 20}
CONTACT = {"v-naam": "Noor de Wit", "v-email": "noor@voorbeeld.example"}


def main(number: int) -> None:
    django.setup()
    from django.test import Client

    for _ in range(number):
        _send(Client(SERVER_NAME="localhost"))
    print(json.dumps({"sent": number}))


def _send(visitor: Any) -> None:
    step = visitor.post(START, KLACHT, follow=True)
    summary = visitor.post(_address(step), CONTACT, follow=True)
    html = summary.content.decode()
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html))
    ticks = dict.fromkeys(re.findall(r'type="checkbox"[^>]*name="([^"]+)"', html), "on")
    receipt = visitor.post(_address(summary), {**hidden, **ticks}, follow=True)
    assert _address(receipt).endswith("/ontvangst/"), _address(receipt)


def _address(response: Any) -> str:
    return str(response.request["PATH_INFO"])


if __name__ == "__main__":
    main(int(sys.argv[1]))
