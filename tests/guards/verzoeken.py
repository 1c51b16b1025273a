"""Every request of a test client is looked at: a GET writes nothing, and a page of ours is a good page."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.db import connections
from django.http.response import HttpResponseBase
from django.test import Client

from tests.guards.paginas import find_faults
from tests.guards.schrijvende_gets import SCHRIJVENDE_GETS

_request = Client.request
WRITES = re.compile(
    r"\s*(INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|TRUNCATE)\s+\"?(\w+)", re.I
)
# Wagtail's own screens; ours among them are seen by the browser tests.
OURS = ("eloket.", "tests.guards.")
UNCHECKED = ("/beheer/", "/documenten/")
UNPACK: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


# A visit moves the end of the session of whoever is logged in, and nothing else of it.
VERLENGEN = 'UPDATE "accounts_sessie" SET "expire_date" = %s WHERE'


class WriteLog:
    """Notes which tables are written to."""

    def __init__(self) -> None:
        self.tables: dict[str, str] = {}

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if (found := WRITES.match(str(sql))) and not str(sql).startswith(VERLENGEN):
            self.tables.setdefault(found.group(2), str(sql)[:300])
        return execute(sql, params, many, context)


def guarded_request(self: Client, **request: Any) -> Any:
    if request.get("REQUEST_METHOD", "GET") not in ("GET", "HEAD", "OPTIONS"):
        response = _request(self, **request)
    else:
        log = WriteLog()
        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(log))
            response = _request(self, **request)
        refuse_writes(response, log)
    check_page(response, str(request.get("PATH_INFO", "/")))
    return response


def refuse_writes(response: Any, log: WriteLog) -> None:
    match = getattr(response.wsgi_request, "resolver_match", None)
    name = match.view_name if match else ""
    allowed, _reason = SCHRIJVENDE_GETS.get(name, (set(), ""))
    wrong = {table: sql for table, sql in log.tables.items() if table not in allowed}
    if wrong:
        pytest.fail(f"GET {response.wsgi_request.path} ({name or 'no view'}) writes: {wrong}")


def check_page(response: HttpResponseBase, path: str) -> None:
    if not settings.ROOT_URLCONF.startswith(OURS):  # a test with views of its own tests something else
        return
    if response.streaming or path.startswith(UNCHECKED) or not response.content:  # type: ignore[attr-defined]
        return
    if not response.get("Content-Type", "").startswith("text/html"):
        return
    unpack = UNPACK[response.get("Content-Encoding", "")]
    faults = find_faults(unpack(response.content).decode())  # type: ignore[attr-defined]
    if faults:
        pytest.fail(f"the page at {path}: " + "; ".join(faults))


@pytest.fixture(autouse=True, scope="session")
def _requests_are_guarded() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(Client, "request", guarded_request)
    yield
    patch.undo()
