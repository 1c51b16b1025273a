"""A newcomer's machine: which Python, and what set-up says when it cannot go on."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tooling.commando import ROOT


def old_python(folder: Path) -> Path:
    """A stand-in that answers like Python 3.9 does: it has a version and finds itself too old."""
    python = folder / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    python.chmod(0o755)
    return python


def run_setup(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    command = [str(ROOT / "bin" / "setup"), "run"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_python_that_is_too_old_is_named_with_the_way_out(tmp_path: Path) -> None:
    done = run_setup(PYTHON=str(old_python(tmp_path)))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "eloket: needs Python 3.11 or newer (found: Python 3.9.2);"
        " install it, or name one: make PYTHON=/path/to/python3.11 …"
    ]


def test_make_without_a_target_lists_them() -> None:
    listed = subprocess.run(["make", "-C", str(ROOT)], capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "test-fast", "lint", "fix", "bench", "demo", "messages", "clean"):
        assert f"make {target} " in listed


def test_locks_name_no_registry_and_pin_every_package() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text()
        assert "://" not in text, lock.name
        packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert packages
        assert all("==" in line for line in packages), lock.name
        assert text.count("--hash=sha256:") >= len(packages)


def test_running_and_testing_use_the_same_versions() -> None:
    run, dev = (_pins(ROOT / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert run.items() <= dev.items()


def test_what_the_bench_leaves_out_is_for_developers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "modules", dict(sys.modules))  # the file leaves things out of this process too
    names = runpy.run_path(str(ROOT / "bench" / "productie" / "sitecustomize.py"))["ONLY_FOR_DEVELOPERS"]
    run, dev = (_pins(ROOT / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert set(names) <= dev.keys() - run.keys()


def _pins(lock: Path) -> dict[str, str]:
    lines = [line.split(" ")[0] for line in lock.read_text().splitlines() if "==" in line]
    return dict(line.split("==") for line in lines)
