"""The project's settings plus the migration linter, a developers' tool that is not there when eloket runs."""

from eloket.settings import *  # noqa: F403
from eloket.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
MIGRATION_LINTER_OPTIONS = {
    "include_apps": [name.removeprefix("eloket.") for name in INSTALLED_APPS if name.startswith("eloket.")],
    "no_cache": True,
    "ignore_initial_migrations": True,  # they make tables that hold nothing yet
    # SQLite makes a table anew for such a column, and the linter then sees every NOT NULL of the old one.
    # Checked by hand: the new column has a default in the database, so the version before can write rows.
    "ignore_name": ["0002_omschrijving_en"],
}
