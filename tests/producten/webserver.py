"""A web server on loopback that answers what a test tells it to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Antwoord = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serve(answers: dict[str, Antwoord]) -> Iterator[str]:
    """Answer per path; gives the address without the path. What is not named is 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers.get(self.path, status(404))(self)

        def log_message(self, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def file(content: bytes, *, claimed: int | None = None) -> Antwoord:
    """A file; `claimed` promises another length than comes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content) if claimed is None else claimed))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def status(code: int) -> Antwoord:
    return lambda handler: handler.send_error(code)


def redirect(to: str) -> Antwoord:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def hang(seconds: float) -> Antwoord:
    """Says nothing for so long, and then stops."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        threading.Event().wait(seconds)

    return answer
