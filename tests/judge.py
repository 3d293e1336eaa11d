"""The library's door in a process of its own: python tests/judge.py COURSE LAYER...

A line of JSON comes in for every run and a line goes out.  The named layers of confinement are switched off.
An attack that wins may end this process, and its tests notice.
"""

from __future__ import annotations

import base64
import ctypes
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import overheard

from grader import catalog
from grader.exercise import Exercise, Outcome, Report, Setup
from grader.grade import grade
from grader.launch import Fresh, Zygote, launcher
from grader.words import report_text
from grader.worker import Process

ID = "attacked/row_softmax"
DUMPABLE = 4  # PR_SET_DUMPABLE
HandIn = dict[str, Any]


class Interrupted(Process):
    """A learner's process that waits in the middle of its first check while something else happens."""

    meanwhile: Callable[[], None]
    calls = 0

    def call(self, *args: Any, **kwargs: Any) -> Outcome:
        self.calls += 1
        if self.calls == 3:
            self.meanwhile()
        return super().call(*args, **kwargs)


class Judge:
    """An exercise and its launchers."""

    def __init__(self, exercise: Exercise, without: Iterable[str]) -> None:
        self.exercise = exercise
        self.without = frozenset(without)
        self.only: list[str] | None = None  # checks; all of them unless said
        self.launchers: dict[str, Zygote | Fresh] = {}

    def run(self, hand_ins: list[HandIn], only: list[str] | None) -> list[dict[str, Any]]:
        """Grade in this order; of more than two, the first is begun before all others, and goes on before the last."""
        self.only = only
        if len(hand_ins) <= 2:
            return [self.graded(hand_in) for hand_in in hand_ins]
        between: list[dict[str, Any]] = []
        first = self.graded(hand_ins[0], lambda: between.extend(self.graded(hand_in) for hand_in in hand_ins[1:-1]))
        return [first, *between, self.graded(hand_ins[-1])]

    def graded(self, hand_in: HandIn, meanwhile: Callable[[], None] = lambda: None) -> dict[str, Any]:
        about = replace(self.exercise.about, deadline=hand_in["deadline"])
        exercise, setup = replace(self.exercise, about=about), Setup(hand_in["backend"])
        source = base64.b64decode(hand_in["source"])
        process = Interrupted.of(exercise, source, self.launcher(setup.backend), setup)
        assert isinstance(process, Interrupted)
        process.meanwhile = meanwhile
        try:
            return told(exercise, grade(exercise, process, only=self.only), overheard.heard_of(process))
        finally:
            process.close()

    def launcher(self, backend: str) -> Zygote | Fresh:
        """Warm when it is given out: nobody's call waits for a library that is being imported."""
        if backend not in self.launchers:
            removable = self.without - {"undumpable"}
            self.launchers[backend] = Zygote(backend, without=removable) if removable else launcher(backend)
            warm = Process(b"def f(x): return x", "f.py", "f", self.launchers[backend], 5.0, Setup(backend))
            warm.call((1.0,), {})
            warm.close()
        if "undumpable" in self.without:
            ctypes.CDLL(None).prctl(DUMPABLE, 1, 0, 0, 0)
        return self.launchers[backend]


def told(exercise: Exercise, report: Report, heard: overheard.Heard) -> dict[str, Any]:
    """A Report, and everything else that was told, as plain data."""
    return {
        "verdicts": {result.check: result.verdict.value for result in report.results},
        "points": report.points,
        "text": report_text(exercise, report),
        "report": repr([getattr(report, name) for name in vars(report)]),
        "heard": heard.plain(),
    }


def main(course: str, *without: str) -> None:
    judge = Judge(catalog.load(Path(course), ID), without)
    overheard.listen()
    for line in sys.stdin:
        print(json.dumps(judge.run(*json.loads(line))), flush=True)
    for started in judge.launchers.values():
        started.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
