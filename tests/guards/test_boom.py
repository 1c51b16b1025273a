"""What stands in the tree: no path of one machine, no address of a registry, no document that lies."""

import re
import subprocess
from pathlib import Path

from django.conf import settings

from eloket.outbox.register import HANDLERS, SUBSCRIBERS
from tests.components import need

ROOT = Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(
    ["git", "-C", ROOT, "ls-files"], capture_output=True, text=True, check=False
).stdout.splitlines()
PATHS_OF_A_MACHINE = re.compile(r"/(?:home|Users|root|work)/\w")
REGISTRIES = re.compile(
    r"files\.pythonhosted\.org|pypi\.org/simple|registry\.(?:npmjs|yarnpkg)\.\w+|npmmirror"
)
OWN_WORDS = {"tests/guards/test_boom.py", "tests/tooling/test_setup.py"}


def texts() -> list[tuple[str, str]]:
    found = []
    for name in TRACKED:
        if name in OWN_WORDS or not (ROOT / name).is_file():
            continue
        try:
            found.append((name, (ROOT / name).read_text()))
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_names_a_machine_or_a_registry() -> None:
    need("git" if TRACKED else None, "git's list of files (an unpacked archive has none)")
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if PATHS_OF_A_MACHINE.search(line) or REGISTRIES.search(line)
    ]
    assert not found


def published() -> set[str]:
    """Every gebeurtenis that code publishes."""
    source = "\n".join(path.read_text() for path in (ROOT / "eloket").rglob("*.py"))
    return set(re.findall(r"\bpublish\(\s*\"([\w.]+)\"", source))


def test_every_gebeurtenis_is_written_down() -> None:
    text = (ROOT / "docs" / "gebeurtenissen.md").read_text()
    assert published()
    assert {name for name in published() | set(SUBSCRIBERS) if f"`{name}`" not in text} == set()


def test_nobody_listens_to_what_is_never_published() -> None:
    assert {name for name in SUBSCRIBERS if not name.startswith("proef")} <= published()


def test_a_handler_is_named_after_its_app() -> None:
    apps = {config.rsplit(".", 1)[-1] for config in settings.INSTALLED_APPS}
    assert {
        name for name in HANDLERS if name.split(".")[0] not in apps and not name.startswith("proef")
    } == set()


def test_links_between_documents_lead_somewhere() -> None:
    documents = [name for name in TRACKED if name.endswith(".md")]
    missing = [
        f"{name} → {target}"
        for name in documents
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", (ROOT / name).read_text())
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert not missing
