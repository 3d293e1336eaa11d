"""Grades part of a session in a second trusted process, so that a run over several exercises uses two cores.

The helper is forked once everything is loaded; it is our own code, and what it sends back are records as JSON lines.
Whatever happens to it, the session goes on: an exercise that it does not deliver is graded where it is asked for.
"""

from __future__ import annotations

import json
import os
import select
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

Record = dict[str, Any]
PRINTING = 0.3  # what pytest spends on a check, in units of what grading one takes


class Helper:
    """A forked process that grades the given checks in order and delivers their records."""

    def __init__(self, work: Sequence[tuple[str, Any]], grade: Callable[[str, Any], Record]) -> None:
        self._records: dict[tuple[str, str], Record] = {}
        self.exercises = frozenset(name for name, _ in work)
        read_end, write_end = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            _run(work, grade, write_end)
        os.close(write_end)
        self._pipe, self._rest = read_end, b""

    def ready(self, exercise: str, check: str) -> bool:
        """Whether `record` would answer at once."""
        while (exercise, check) not in self._records and select.select([self._pipe], [], [], 0)[0]:
            if not self._read():
                return True
        return (exercise, check) in self._records

    def record(self, exercise: str, check: str) -> Record | None:
        """The record of a check, waited for if it is under way; None if the helper does not deliver it."""
        while (exercise, check) not in self._records:
            if not self._read():
                return None
        return self._records[exercise, check]

    def _read(self) -> bool:
        """Take in what has arrived; False if nothing is ever going to arrive."""
        part = os.read(self._pipe, 2**16)
        *lines, self._rest = (self._rest + part).split(b"\n")
        for line in lines:
            record = json.loads(line)
            self._records[record["exercise"], record["check"]] = record
        return bool(part)

    def close(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._pipe)


def _run(work: Sequence[tuple[str, Any]], grade: Callable[[str, Any], Record], write_end: int) -> None:
    """The helper's whole life.  Never returns, and leaves the terminal and Ctrl-C to the process it came from."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for exercise, check in work:
            line = json.dumps(grade(exercise, check)).encode() + b"\n"
            while line:
                line = line[os.write(write_end, line) :]
    finally:
        os._exit(0)


def shares(work: Mapping[str, Sequence[Any]], processes: int) -> list[list[str]]:
    """Exercises for each process, whole and in order; the first share is our own, who also print every result."""
    processes = max(1, min(processes, len(work)))
    loads = [PRINTING * sum(map(len, work.values())), *[0.0] * (processes - 1)]
    dealt: list[list[str]] = [[] for _ in loads]
    for name, checks in work.items():
        least = loads.index(min(loads)) if processes > 1 else 0
        dealt[least].append(name)
        loads[least] += len(checks)
    return dealt
