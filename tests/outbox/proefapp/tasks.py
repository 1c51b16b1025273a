"""A handler with an effect outside the database, idempotent by the name of the file it makes."""

import os
import time
from datetime import datetime
from pathlib import Path

from eloket.outbox.services import handler

FOLDER = Path(os.environ["PROEF_MAP"])


@handler("proef.langzaam")
def langzaam(ids: dict[str, str], *, now: datetime) -> None:
    """Say that it began; wait until the test lets it go on; make its file, once."""
    with (FOLDER / "begonnen").open("a") as began:
        began.write(f"{os.getpid()} {ids['id']}\n")
    deadline = time.monotonic() + 30
    while not (FOLDER / "ga-door").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        (FOLDER / f"effect-{ids['id']}").touch(exist_ok=False)
    except FileExistsError:
        return
    with (FOLDER / "effecten").open("a") as effects:
        effects.write(f"{ids['id']}\n")
