"""Jobs from our own database, by django-tasks-db."""

import time

import structlog
from django.db import InterfaceError, OperationalError, connection
from django_tasks_db.management.commands.db_worker import Worker

from eloket.outbox.aanbieden import ALIAS, QUEUE

log = structlog.get_logger()

POLL_SECONDS = 0.5  # a mail leaves within about this time after the commit
PAUSE_SECONDS = 2


def work(naam: str) -> None:
    """Until SIGTERM: then the job in hand is finished first. A database out of reach is tried again."""
    worker = Worker(
        queue_names=[QUEUE],
        interval=POLL_SECONDS,
        batch=False,
        backend_name=ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=naam,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    try:
        _run(worker)
    finally:
        # Told to stop while it looks for a job, it may hold the database's lock: others need that now.
        connection.close()


def _run(worker: Worker) -> None:
    while worker.running:
        try:
            worker.run()
        except (OperationalError, InterfaceError) as error:
            log.warning("worker_wacht_op_database", error=type(error).__name__)
            connection.close()
            time.sleep(PAUSE_SECONDS)
