"""Grades part of a session in a second trusted process, so that a run over several exercises uses two cores.

The helper is forked once everything is loaded; it is our own code, and what it sends back are records as JSON lines.
Whatever happens to it, the session goes on: an exercise that it does not deliver is graded where it is asked for.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

Record = dict[str, Any]


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
        self._lines = os.fdopen(read_end, encoding="utf-8")

    def record(self, exercise: str, check: str) -> Record | None:
        """The record of a check, waited for if it is under way; None if the helper does not deliver it."""
        while (exercise, check) not in self._records:
            line = self._lines.readline()
            if not line.endswith("\n"):
                return None
            record = json.loads(line)
            self._records[record["exercise"], record["check"]] = record
        return self._records[exercise, check]

    def close(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self._lines.close()


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
    """The exercises dealt out in turn, the first share being our own: ``a b c d`` for two -> ``a c`` and ``b d``."""
    names = list(work)
    return [names[start::processes] for start in range(max(1, min(processes, len(names))))]
