"""`pip install .` gives a loket that runs outside its tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tooling.commando import ROOT, clean_environment

pytestmark = [pytest.mark.traag, pytest.mark.los]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "node_modules", "build", "tests", "__pycache__")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what pip puts into site-packages, built from a copy of the tree."""
    copy, target = tmp_path_factory.mktemp("boom") / "eloket", tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(target)]
    command = [sys.executable, "-m", "pip", "install", *options, str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def test_it_carries_templates_styles_and_translations(installed: Path) -> None:
    tree = installed / "eloket" / "_tree"
    for name in ("templates/layout/base.html", "static/dist/eloket.css", "locale/en/LC_MESSAGES/django.mo"):
        assert (tree / name).is_file(), name
    assert (installed / "eloket" / "demo" / "inhoud" / "themas.json").is_file()
    assert not (installed / "tests").exists()


def test_its_command_works_without_the_tree(installed: Path, tmp_path: Path) -> None:
    environment = {**clean_environment(ELOKET_DATA=str(tmp_path)), "PYTHONPATH": str(installed)}

    def eloket(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(installed / "bin" / "eloket"), *words]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    checked = eloket("check")
    assert checked.returncode == 0, checked.stderr
    where = eloket("manage", "shell", "--command", "from django.conf import settings as s; print(s.BASE_DIR)")
    assert where.stdout.splitlines()[-1] == str(installed / "eloket" / "_tree")
