"""What a process of the pool does: grades files in its own warm workers, and answers with plain records.

It is imported by name on another machine too, so it needs nothing but the course's folder.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from grader import doctor, warm
from grader.backends import backend_of, libraries_of
from grader.exercise import Exercise, Finding, Report, Result, Setup, Verdict
from grader.grade import checks_of, versions
from grader.launch import Unconfined
from grader.rehearsal import perform, rehearsal_of
from grader.report.record import record
from grader.worker import Process


class Task(NamedTuple):
    """A file to be graded."""

    key: str
    exercise: str
    source: bytes
    digest: str


class Rules(NamedTuple):
    """What a whole class is graded with."""

    root: Path
    seed: int = 0
    required: frozenset[str] = frozenset()  # layers of confinement
    points: tuple[tuple[str, int], ...] = ()  # of exercises that are worth something else than their authors say

    def worth(self, exercise: str) -> int:
        """Its points, or 0 for what its author says."""
        return dict(self.points).get(exercise, 0)

    def exercise(self, name: str) -> Exercise:
        """The exercise as this class has it."""
        return warm.loaded(self.root, name, self.worth(name))


_ONE_AT_A_TIME = threading.Lock()  # workers of a cluster may have threads, and what starts processes has one conversation


def make_ready(required: frozenset[str]) -> None:
    """Begin what the first file will need."""
    warm.launchers(required).of("numpy")


class Held(NamedTuple):
    """How learners' processes are confined where files are graded."""

    missing: frozenset[str]  # layers
    refusal: str  # why nothing is graded for it, or nothing


def held(required: frozenset[str]) -> Held:
    try:
        return Held(frozenset(doctor.confinement(warm.launchers(required).of("numpy")).missing), "")
    except Unconfined as error:
        return Held(required, str(error))


def grade_batch(rules: Rules, tasks: Sequence[Task]) -> list[tuple[str, dict[str, Any]]]:
    """The record of every file, under its key."""
    with _ONE_AT_A_TIME:
        return [(task.key, _graded(rules, task)) for task in tasks]


def _graded(rules: Rules, task: Task) -> dict[str, Any]:
    setup = Setup(backend_of(task.source))
    rehearsed = rehearsal_of(rules.root, task.exercise, setup, rules.seed, rules.worth(task.exercise))
    exercise = rehearsed.exercise
    launcher = warm.launchers(rules.required).of(setup.backend, libraries_of(task.source))
    process = Process.of(exercise, task.source, launcher, setup)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # hidden tests reckon with what wrong answers give
            report = perform(rehearsed, process)
    finally:
        process.close()
    return record("", exercise, report, task.digest)


def died(rules: Rules, task: Task) -> dict[str, Any]:
    """The record of a file that has taken its grader down, more than once."""
    exercise, setup = rules.exercise(task.exercise), Setup(backend_of(task.source))
    finding = Finding("killed", {"status": 9})
    results = tuple(Result(check.id, check.title, Verdict.DIED, finding) for check in checks_of(exercise, setup))
    report = Report(exercise.id, results, exercise.about.points, rules.seed, versions(), (), setup)
    return record("", exercise, report, task.digest)
