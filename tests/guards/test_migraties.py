"""Migrations: none is missing, none holds the blocks of a StreamField."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = sorted((ROOT / "eloket").glob("*/migrations/0*.py"))


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_holds_no_blocks(path: Path) -> None:
    text = path.read_text()
    assert "wagtail.blocks" not in text
    assert "block_lookup" not in text
    assert "wagtail.fields.StreamField" not in text


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_that_loses_something_says_that_it_was_checked(path: Path) -> None:
    """What cannot be undone carries a comment `# Checked: …` that says why it may."""
    text = path.read_text()
    if re.search(r"migrations\.(RemoveField|DeleteModel|RenameField|RenameModel)\(", text):
        assert "# Checked:" in text
