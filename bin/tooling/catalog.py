"""The catalogue of texts to translate: `make messages` brings it up to date, `make lint` sees that it is.

makemessages runs on a copy of the tree: a check changes no file. Needs xgettext (Debian: gettext).

Usage: python -m tooling.catalog update
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tooling import apt, messages
from tooling.paths import LOCALE, ROOT, VENV_PYTHON
from tooling.shell import fail, output_of, say, which

OPTIONS = ["--locale", "en", "--no-wrap", "--add-location", "file", "--no-obsolete", "--verbosity", "0"]
DATED = b'"POT-Creation-Date:'


def update() -> None:
    """Write the catalogue anew where its texts changed, and compile it."""
    if not _has_gettext():
        fail("collecting texts needs xgettext; as root: apt-get install gettext")
    for name, text in _collected().items():
        if _changed(name, text):
            (LOCALE / name).parent.mkdir(parents=True, exist_ok=True)
            (LOCALE / name).write_bytes(text)
            say(f"wrote locale/{name}")
    messages.ensure()


def is_current() -> bool:
    """Whether the committed catalogue holds exactly the texts of the code, none of them marked fuzzy."""
    if not _has_gettext():
        print("not checked: xgettext is missing; as root: apt-get install gettext")
        return os.environ.get("CI") != "true"
    stale = [name for name, text in _collected().items() if _changed(name, text) or b"#, fuzzy" in text]
    for name in stale:
        print(
            f"locale/{name} does not follow the texts in the code, or has fuzzy entries; run: make messages"
        )
    return not stale


def _has_gettext() -> bool:
    return which("xgettext") is not None or apt.install(["gettext"])


def _collected() -> dict[str, bytes]:
    """What makemessages makes of the tree as it stands: path in locale/ to contents."""
    with tempfile.TemporaryDirectory(prefix="eloket-messages-") as folder:
        copy = Path(folder)
        for name in _sources():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
        (copy / "locale").mkdir(exist_ok=True)
        _makemessages(copy)
        return {str(po.relative_to(copy / "locale")): po.read_bytes() for po in copy.glob("locale/*/*/*.po")}


def _sources() -> list[str]:
    folders = ["eloket", "templates", "locale"]
    command = ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", *folders]
    return [name for name in output_of(command).splitlines() if (ROOT / name).exists()]


def _makemessages(copy: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [str(VENV_PYTHON), "-m", "django", "makemessages", *OPTIONS]
    done = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True)
    if done.returncode:
        fail(f"makemessages: {done.stderr.strip()}")


def _changed(name: str, text: bytes) -> bool:
    """Whether anything but the date differs from what is committed."""
    file = LOCALE / name
    return not file.exists() or _undated(file.read_bytes()) != _undated(text)


def _undated(text: bytes) -> list[bytes]:
    return [line for line in text.splitlines() if not line.startswith(DATED)]


if __name__ == "__main__" and sys.argv[1:] == ["update"]:
    update()
