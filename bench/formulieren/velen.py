"""Many people who send an aanvraag at once, over HTTP, each with a connection and cookies of their own."""

import http.client
import threading
import time
from urllib.parse import urlencode

from bench.formulieren.invuller import Antwoord, Send, fill_in
from bench.formulieren.maken import DRIE
from bench.verkeer import CONNECTIONS


def send_many(port: int, number: int) -> float:
    """`number` complete aanvragen by eight clients at once; how many a second. Errors: what a client met."""
    left = iter(range(number))
    errors: list[BaseException] = []

    def work() -> None:
        try:
            for _ in left:
                fill_in(browser(port), DRIE)
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


def browser(port: int) -> Send:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    cookies: dict[str, str] = {}

    def send(method: str, path: str, data: list[tuple[str, str]]) -> Antwoord:
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

    return send
