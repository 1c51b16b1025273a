"""Several calls at once. A call that waits in line here asks nothing else of this line."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
#: So many calls at a time from one process: a register with two workers has enough of it.
TEGELIJK = 8


class Samen:
    """A line of threads, made when it is first needed (so after a server has forked)."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def run(self, questions: Iterable[Callable[[], T]]) -> list[T]:
        """The answers in the order of the questions; the first error goes through."""
        questions = list(questions)
        if len(questions) < 2:
            return [question() for question in questions]
        if self._pool is None:
            self._pool = ThreadPoolExecutor(TEGELIJK, thread_name_prefix="zgw")
        # The last one here, in our own thread: it would only wait otherwise.
        waiting = [self._pool.submit(question) for question in questions[:-1]]
        last = questions[-1]()
        return [*(each.result() for each in waiting), last]
