"""Saying things and running programs, so that a failure is one clear line and never a traceback."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn


def say(text: str) -> None:
    print(f"eloket: {text}", flush=True)


def fail(text: str) -> NoReturn:
    print(f"eloket: {text}", file=sys.stderr, flush=True)
    raise SystemExit(1)


def run(command: Sequence[str | Path], *, cwd: Path | None = None, env: dict[str, str] | None = None) -> bool:
    """Run a program, show its output only when it fails, and tell whether it succeeded."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        return False
    if done.returncode:
        print((done.stdout + done.stderr)[-4000:].rstrip(), file=sys.stderr, flush=True)
    return done.returncode == 0


def output_of(command: Sequence[str | Path]) -> str:
    """What a program prints, or nothing when it is missing or fails."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def digest(files: Iterable[Path], *, extra: str = "") -> str:
    """One hash over names and contents, the mark by which a finished step is recognised."""
    total = hashlib.sha256(extra.encode())
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def is_root() -> bool:
    return os.geteuid() == 0


def which(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)
