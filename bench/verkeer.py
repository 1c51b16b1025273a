"""Requests to a server on this machine: one, or many for a while. `wrk` drives when it is there."""

import http.client
import re
import subprocess
import threading
import time

from tooling.shell import which

CONNECTIONS = 8
WRK_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")


def status(port: int, path: str) -> int:
    """The status of one GET, or 0 when nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def requests_a_second(port: int, path: str, *, seconds: float) -> float:
    if wrk := which("wrk"):
        command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds:.0f}s", f"http://127.0.0.1:{port}{path}"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = WRK_RATE.search(said)
        if found is None or "Non-2xx" in said:
            raise RuntimeError(said)
        return float(found.group(1))
    return _own_rate(port, path, seconds)


def _own_rate(port: int, path: str, seconds: float) -> float:
    """Threads with a connection each; slower than wrk, and as slow for every page."""
    counts = [0] * CONNECTIONS
    deadline = time.monotonic() + seconds

    def drive(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < deadline:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answers {answer.status}")
            counts[number] += 1
        connection.close()

    threads = [threading.Thread(target=drive, args=(number,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds
