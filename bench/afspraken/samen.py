"""Work of several people that begins at the same moment, each with a connection of their own."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import connection

R = TypeVar("R")


def together(works: Sequence[Callable[[], R]]) -> list[R | Exception]:
    """What each gave, or the exception that it raised, in their order."""
    start = threading.Barrier(len(works))
    results: dict[int, R | Exception] = {}

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            results[number] = works[number]()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(len(works))]
