"""What comes before the loket can open: tables, static files, the demo gemeente. Nothing is done twice."""

import hashlib
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from eloket.cli.melding import Stop, say


def setup_django() -> None:
    """Load settings and apps. Errors: `ImproperlyConfigured` for a broken `ELOKET_*`."""
    django.setup()


def prepare_database() -> None:
    """Bring the tables up to date. Errors: `Stop` when the database cannot be reached."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            say("zet de database klaar …")
        # Also without a new migration: roles and their rights follow every migrate, and come with the code.
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        raise Stop(
            f"de database {_database_name()} antwoordt niet: {error} Controleer DATABASE_URL."
        ) from error
    finally:
        connection.close()


def collect_static() -> None:
    """Gather stylesheets, scripts and fonts, when they differ from those gathered last."""
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    mark = _static_mark()
    if stamp.exists() and stamp.read_text() == mark:
        return
    say("verzamelt stijlen en scripts …")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(mark)


def fill_demo() -> None:
    """Fill the demo gemeente; the command itself sees that it is there already."""
    if not settings.ELOKET_DEMO:
        raise Stop("de demo staat uit; zet ELOKET_DEMO=1 (nooit in productie).")
    call_command("demo")
    connection.close()


def _database_name() -> str:
    database = settings.DATABASES["default"]
    return f"{database['NAME']} op {database.get('HOST') or 'deze machine'}"


def _static_mark() -> str:
    """A hash over name, size and time of every static file."""
    total = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            total.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return total.hexdigest()
