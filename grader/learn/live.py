"""Grades one file after the other as soon as they are saved, in warm processes, with every check and all confinement."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from grader import catalog, submission, words
from grader.backends import backend_of, libraries_of
from grader.conversation import Conversation, rules_for
from grader.exercise import Exercise, Report, Result, Setup, Verdict
from grader.grade import grade
from grader.launch import Launchers
from grader.learn.logbook import digest
from grader.recall import remembering
from grader.rehearsal import Rehearsal, perform
from grader.worker import Process


class Graded(NamedTuple):
    """What is said of a file, and what of it is remembered."""

    exercise: str
    checks: tuple[tuple[str, Verdict], ...]
    told: tuple[str, ...]  # the first failure in full
    summary: str
    points: float
    digest: str

    @property
    def passed(self) -> bool:
        return all(verdict is Verdict.PASSED for _, verdict in self.checks)

    @property
    def written(self) -> bool:
        return any(verdict is not Verdict.TODO for _, verdict in self.checks)


class Live:
    """Owns the processes, and what is known of the exercises that were graded."""

    def __init__(self, root: Path, step: Callable[[Exercise, Result], str] = words.next_save) -> None:
        """`step` says what to do after a failure."""
        self._root, self._step = root, step
        self._launchers = Launchers()
        self._exercises: dict[str, Exercise] = {}
        self._rehearsals: dict[tuple[str, Setup], Rehearsal] = {}
        self._rehearsed: set[tuple[str, Setup]] = set()
        self._spare: Conversation | None = None  # a process that waits for the next save

    def warm_up(self) -> None:
        """Start what starts processes."""
        self._launchers.of("numpy")

    def grade(self, exercise: str, source: bytes) -> Graded:
        """The verdicts on a file.  Raises CatalogError and WorkerError where we fail; may be interrupted at any time."""
        setup = Setup(backend_of(source))
        key = exercise, setup
        try:
            rehearsal = self._rehearsal(exercise, setup)
            report = self._perform(rehearsal, source)
        except BaseException:
            self._rehearsals.pop(key, None)  # it may have been in the middle of learning something
            self._rehearsed.discard(key)
            raise
        return _graded(rehearsal.exercise, report, source, self._step)

    def rehearse(self, exercise: str, source: bytes) -> None:
        """Make the next save of this file quicker: grade the solution in its place, once, and start a process for it."""
        setup = Setup(backend_of(source))
        self._grade_solution(exercise, setup)
        if os.name == "posix" and self._spare is None:
            rehearsal = self._rehearsal(exercise, setup)
            launcher = self._launchers.of(setup.backend, libraries_of(source))
            launcher.teach(rehearsal.script().message)
            self._spare = Conversation(launcher, rules_for(launcher, setup, rehearsal.exercise.about.threads))

    def _grade_solution(self, exercise: str, setup: Setup) -> None:
        solution = catalog.solution_file(self._root, exercise)
        path = catalog.twin_of(solution) if setup.backend == "torch" else solution
        if (exercise, setup) in self._rehearsed or not path.is_file():
            return
        self._rehearsed.add((exercise, setup))
        text = (submission.twin if setup.backend == "torch" else submission.standalone)(self._root, exercise)
        self._perform(self._rehearsal(exercise, setup), text.encode())

    def _rehearsal(self, name: str, setup: Setup) -> Rehearsal:
        if (name, setup) not in self._rehearsals:
            if name not in self._exercises:
                self._exercises[name] = remembering(catalog.load(self._root, name))
            self._rehearsals[name, setup] = Rehearsal(self._exercises[name], setup, 0)
        return self._rehearsals[name, setup]

    def _perform(self, rehearsal: Rehearsal, source: bytes) -> Report:
        if os.name != "posix":  # no process can be handed a channel there
            return _performed_here(rehearsal, source)
        launcher = self._launchers.of(rehearsal.setup.backend, libraries_of(source))
        process = Process.of(rehearsal.exercise, source, launcher, rehearsal.setup)
        process.use(self._spare)
        self._spare = None
        try:
            with _quiet():
                return perform(rehearsal, process, all_causes=False)  # one failure is told
        finally:
            process.close()

    def close(self) -> None:
        if self._spare is not None:
            self._spare.drop()
        self._launchers.close()


def _performed_here(rehearsal: Rehearsal, source: bytes) -> Report:
    from grader.inprocess import InProcess  # noqa: PLC0415  # loads a debugger

    exercise = rehearsal.exercise
    worker = InProcess(source, f"{exercise.name}.py", exercise.name, rehearsal.setup, exercise.about.forbid)
    with _quiet():
        return grade(exercise, worker)


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # hidden tests reckon with what wrong answers give
        yield


def _graded(exercise: Exercise, report: Report, source: bytes, step: Callable[[Exercise, Result], str]) -> Graded:
    failed = [result for result in report.results if result.verdict is not Verdict.PASSED]
    first = _first(failed)
    told: list[str] = []
    if first is not None:
        told = [words.headline(exercise, first), *words.explain(exercise, first).splitlines(), step(exercise, first)]
    checks = tuple((result.check, result.verdict) for result in report.results)
    return Graded(exercise.id, checks, tuple(told), words.summary(report), report.points, digest(source))


def _first(failed: list[Result]) -> Result | None:
    """The failure that is told: the first one that is more than "not written yet"."""
    return next((result for result in failed if result.verdict is not Verdict.TODO), failed[0] if failed else None)
