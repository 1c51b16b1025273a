"""Many people who send an aanvraag at once, over HTTP, each with a connection and cookies of their own."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from bench.formulieren.invuller import Antwoord, Send, fill_in
from bench.formulieren.maken import DRIE
from bench.verkeer import CONNECTIONS


def send_many(
    port: int, number: int, *, slug: str = DRIE, patience: float = 0, sent: list[str] | None = None
) -> float:
    """`number` complete aanvragen by eight clients at once; how many a second. Errors: what a client met.

    `patience`: for how many seconds a client tries again when it gets no answer. `sent` gets their receipts.
    """
    left = iter(range(number))
    errors: list[BaseException] = []

    def work() -> None:
        try:
            for _ in left:
                with browser(port, patience=patience) as send:
                    receipt = fill_in(send, slug).receipt
                if sent is not None:
                    sent.append(receipt)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return number / (time.monotonic() - began)


@contextmanager
def browser(port: int, *, patience: float = 0) -> Iterator[Send]:
    """Somebody who presses the button again when nothing comes back, for so many seconds."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    cookies: dict[str, str] = {}

    def send(method: str, path: str, data: list[tuple[str, str]]) -> Antwoord:
        until = time.monotonic() + patience
        while True:
            try:
                answer = ask(method, path, data)
            except (OSError, http.client.HTTPException):
                connection.close()
                if time.monotonic() > until:
                    raise
            else:
                if answer.status < 500 or time.monotonic() > until:
                    return answer
            time.sleep(0.2)

    def ask(method: str, path: str, data: list[tuple[str, str]]) -> Antwoord:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(data) if method == "POST" else None, headers)
        response = connection.getresponse()
        html = response.read().decode()
        for line in response.headers.get_all("Set-Cookie", []):
            name, _equals, value = line.partition(";")[0].partition("=")
            cookies[name] = value
        return Antwoord(response.status, response.getheader("Location", ""), html)

    try:
        yield send
    finally:
        connection.close()
