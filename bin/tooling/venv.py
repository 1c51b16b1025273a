"""The virtual environment: made once, filled from a hashed lock by uv, or by pip where uv cannot be had."""

import importlib.util
import json
import sys
from pathlib import Path

from tooling import apt
from tooling.paths import ROOT, VENV, VENV_BIN, VENV_PYTHON
from tooling.shell import digest, fail, output_of, run, say, which

LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
STAMP = VENV / "eloket-setup.json"


def ensure(kind: str) -> None:
    """Bring .venv up to the lock of this kind; a dev environment serves `run` as well."""
    if not _is_usable():
        _create()
    if _stamp().get(kind) == digest([LOCKS[kind]]):
        return
    say(f"installs the packages of {LOCKS[kind].name} …")
    if not install(LOCKS[kind]):
        fail("the packages could not be installed; check the network or pip's settings, and retry")
    _link_project()
    _write_stamp(kind)


def install(lock: Path, python: Path = VENV_PYTHON) -> bool:
    """Install a hashed lock into the environment of this python."""
    return _uv_install(lock, python) or _pip_install(lock, python)


def _is_usable() -> bool:
    """Not for an environment of another Python, nor for one that was copied from another folder."""
    if not VENV_PYTHON.exists():
        return False
    done = _stamp()
    if done:
        return done.get("tree") == str(ROOT) and done.get("python") == _python_version()
    return (
        output_of([VENV_PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        == _python_version()
    )


def _python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _create() -> None:
    say(f"makes the virtual environment .venv (Python {sys.version.split()[0]}) …")
    if importlib.util.find_spec("ensurepip") is None and not apt.install([_venv_package()]):
        if not (uv := which("uv")):
            fail(f"this Python cannot make a virtual environment; as root: apt-get install {_venv_package()}")
        if run([uv, "venv", "--seed", "--clear", "--python", sys.executable, VENV]):
            return
    if not run([sys.executable, "-m", "venv", "--clear", VENV]):
        fail(f"no virtual environment could be made in {VENV}; see the lines above")


def _venv_package() -> str:
    return f"python{_python_version()}-venv"


def _uv_install(lock: Path, python: Path) -> bool:
    uv = _uv()
    return uv is not None and run(
        [uv, "pip", "install", "-q", "--require-hashes", "--python", python, "-r", lock]
    )


def _uv() -> str | None:
    own = VENV_BIN / "uv"
    if not own.exists() and not which("uv"):
        _pip_install(ROOT / "requirements-uv.lock", VENV_PYTHON)
    return str(own) if own.exists() else which("uv")


def _pip_install(lock: Path, python: Path) -> bool:
    say(f"installs {lock.name} with pip …")
    options = ["-q", "--disable-pip-version-check", "--require-hashes"]
    return run([python, "-m", "pip", "install", *options, "-r", lock])


def _link_project() -> None:
    """Make `import eloket` and the `eloket` command work from the tree, without build or network."""
    site = next((VENV / "lib").glob("python3.*")) / "site-packages"
    (site / "eloket-tree.pth").write_text(f"{ROOT}\n")
    command = VENV_BIN / "eloket"
    command.write_text(f"#!{VENV_PYTHON}\nimport sys\n\nfrom eloket.cli import main\n\nsys.exit(main())\n")
    command.chmod(0o755)


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _write_stamp(kind: str) -> None:
    kinds = ["run", "dev"] if kind == "dev" else ["run"]
    locks = {name: digest([LOCKS[name]]) for name in kinds}
    STAMP.write_text(json.dumps({"tree": str(ROOT), "python": _python_version(), **locks}))
