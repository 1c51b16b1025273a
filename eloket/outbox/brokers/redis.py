"""Jobs from Redis, by django-tasks-rq. The worker runs them in its own process: a handler is short, and the
lease looks after one that dies.
"""

import time

import structlog
from django_rq import get_worker
from django_tasks_rq.backend import Job
from redis.exceptions import RedisError

from eloket.outbox.aanbieden import QUEUE

log = structlog.get_logger()

PAUSE_SECONDS = 2


def work(naam: str) -> None:
    """Until SIGTERM: then the job in hand is finished first. A Redis out of reach is tried again."""
    while True:
        try:
            worker = get_worker(QUEUE, job_class=Job, worker_class="rq.worker.SimpleWorker")
            worker.work(with_scheduler=False, logging_level="WARNING")
            return
        except RedisError as error:
            log.warning("worker_wacht_op_redis", error=type(error).__name__)
            time.sleep(PAUSE_SECONDS)
