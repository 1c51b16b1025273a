"""What a visitor of the demo switched: how far the clock is ahead, and whether the register answers.

Small files in the data folder, because every process of the demo must see it at once.
"""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from time import monotonic

from django.conf import settings

STEP = 10  # days
FURTHEST = 3650  # days; as ELOKET_KLOK_VERSCHUIVING

POLL = 0.2  # seconds; a request reads the clock a hundred times, and the file need not be asked so often

_known: tuple[str, float, int] | None = None  # data folder, when its file was read, and the days in it


def get_dagen() -> int:
    """How many days the clock is ahead; another process sees a change within `POLL`."""
    global _known
    folder, moment = str(settings.ELOKET_DATA), monotonic()
    if _known is None or _known[0] != folder or moment - _known[1] > POLL:
        _known = folder, moment, _read(_clock())
    return _known[2]


def get_shift() -> timedelta:
    """How far the demo's clock is ahead."""
    return timedelta(days=get_dagen())


def move_clock(dagen: int) -> bool:
    """Put the clock so many days ahead: a step at most, and never back. False when it stays where it is.

    Pressing twice comes with the same number, so it moves once.
    """
    now = get_dagen()
    if not now < dagen <= min(now + STEP, FURTHEST):
        return False
    new = _clock().with_suffix(".nieuw")
    new.write_text(str(dagen))
    new.replace(_clock())  # whole or not at all: other processes read meanwhile
    forget()
    return True


def forget() -> None:
    """Read the file again at the next question."""
    global _known
    _known = None


def register_is_uit() -> bool:
    """Whether a visitor put the zaakregister out of order."""
    return _switch().exists()


def switch_register(*, uit: bool) -> None:
    """Put the zaakregister out of order, or in order again."""
    if uit:
        _switch().touch()
    else:
        _switch().unlink(missing_ok=True)


def register_is_langzaam() -> bool:
    """Whether a visitor made the zaaksysteem slow."""
    return slow_switch().exists()


def slow_down_register(*, langzaam: bool) -> None:
    """Make the zaaksysteem slow, or as quick as it is. The built-in register has no such switch."""
    if langzaam:
        slow_switch().touch()
    else:
        slow_switch().unlink(missing_ok=True)


def slow_switch() -> Path:
    """The file that is there as long as the zaaksysteem is slow."""
    return Path(settings.ELOKET_DATA) / "register-langzaam"


def _clock() -> Path:
    return Path(settings.ELOKET_DATA) / "demo-dagen"


def _switch() -> Path:
    return Path(settings.ELOKET_DEMO_REGISTER_UIT)


def _read(path: Path) -> int:
    """What somebody damaged counts as none: a demo that does not start shows nothing."""
    with suppress(OSError, ValueError):
        return max(0, min(int(path.read_text()), FURTHEST))
    return 0
