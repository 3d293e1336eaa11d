"""Grades many files with any Executor, a batch at a time, and survives the processes that do it.

A file is graded once.  One whose batch took its process down is tried again alone; the second death is its verdict.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from grader import pools
from grader.bulk import Rules, Task, died, grade_batch

BATCH, LARGEST = 16, 64  # files that travel together: so few in a small class, so many in a large one
ROUNDS = 10  # batches of each process at least, before they grow: the last ones shall end together
AHEAD = 2  # batches for each process that wait for their turn
DEATHS = 2  # of its process, after which a file is what caused them

Record = dict[str, Any]


def cut(tasks: Iterable[Task], size: int) -> Iterator[Sequence[Task]]:
    """Tasks in batches.  Each is of one exercise, so that few processes need to know it."""
    for _, alike in groupby(tasks, key=attrgetter("exercise")):
        while batch := list(islice(alike, size)):
            yield batch


class Batches:
    """Tasks on their way through an executor, which is made anew whenever it breaks."""

    def __init__(self, rules: Rules, start: Callable[[], Executor], jobs: int, files: int = 0) -> None:
        """`files` is how many there are going to be, as far as it is known."""
        self._rules = rules
        self._size = min(max(BATCH, files // (jobs * ROUNDS)), LARGEST)
        self._start = start
        self._executor = start()
        self._room = jobs * (1 + AHEAD)
        self._running: dict[Future[list[tuple[str, Record]]], Sequence[Task]] = {}
        self._again: deque[Sequence[Task]] = deque()
        self._deaths: dict[str, int] = {}

    def ask(self, question: Callable[..., Any], *given: Any) -> Any:
        """What one of the processes answers."""
        return self._executor.submit(question, *given).result()

    def run(self, tasks: Iterable[Task]) -> Iterator[list[tuple[str, Record]]]:
        """The records of all tasks, in the order in which they are done."""
        waiting = cut(tasks, self._size)
        while self._fill(waiting) or self._running:
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                if future in self._running:
                    yield from self._collect(future)

    def _fill(self, waiting: Iterator[Sequence[Task]]) -> bool:
        """Keep the executor busy, without reading more files than it can soon take; one alone, if one is suspected."""
        while len(self._running) < (1 if self._again else self._room):
            batch = self._again.popleft() if self._again else next(waiting, ())
            if not batch:
                break
            self._running[self._executor.submit(grade_batch, self._rules, batch)] = batch
        return bool(self._running)

    def _collect(self, future: Future[list[tuple[str, Record]]]) -> Iterator[list[tuple[str, Record]]]:
        batch = self._running.pop(future)
        try:
            yield future.result()
        except Exception as error:
            if not _process_died(error):
                raise
            yield from self._survive(batch, error)

    def _survive(self, batch: Sequence[Task], error: Exception) -> Iterator[list[tuple[str, Record]]]:
        """A process has died.  All that was under way is tried again, each file alone, so that it is known which does it."""
        lost = [batch]
        if isinstance(error, BrokenProcessPool):  # and all that was under way with it
            lost += self._running.values()
            self._running.clear()
            pools.end(self._executor)
            self._executor = self._start()
        for task in [task for some in lost for task in some]:
            self._deaths[task.key] = self._deaths.get(task.key, 0) + (len(lost) == len(batch) == 1)  # it was alone
            if self._deaths[task.key] >= DEATHS:
                yield [(task.key, died(self._rules, task))]
            else:
                self._again.append([task])

    def close(self) -> None:
        """End at once what is under way, if something is."""
        pools.end(self._executor)


def _process_died(error: Exception) -> bool:
    return isinstance(error, BrokenProcessPool) or type(error).__name__ == "KilledWorker"
