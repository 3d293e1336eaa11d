"""The grading bench behind pytest: one course, one warm zygote, and a Sitting for each exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from grader import catalog, submission, words
from grader.ahead import Helper, shares
from grader.backends import backend_of, lacks_cuda
from grader.exercise import Check, Exercise, Finding, Result, Setup, Verdict
from grader.faults import sort_out, swallowed
from grader.grade import Sitting, checks_of, rng_for
from grader.launch import Launchers
from grader.learn.logbook import digest
from grader.tensors import describe
from grader.worker import Process
from grader.yours import Worker, Yours

AHEAD = 2  # exercises whose files are loaded ahead of their turn


class Wish(NamedTuple):
    """What is asked for on the command line."""

    seed: int = 0
    reference: bool = False
    backend: Literal["", "numpy", "torch"] = ""  # empty: what each file imports
    device: str = "cpu"
    dtype: str = ""


NOTHING = Wish()


class Bench:
    """Loads exercises and runs their checks for one pytest session.  Close it to end its processes."""

    def __init__(self, start: Path, launchers: Launchers | None, wish: Wish = NOTHING) -> None:
        self.root = catalog.find_root(start)
        self.wish = wish
        self._launchers = launchers  # None: the learner's code runs in this process
        self._setups: dict[str, Setup] = {}
        self._sources: dict[str, bytes] = {}
        self._exercises: dict[str, Exercise] = {}
        self._checks: dict[str, tuple[Check, ...]] = {}
        self._sittings: dict[str, Sitting] = {}
        self._prepared: dict[str, Sitting] = {}
        self._plan: list[str] = []  # exercises in the order in which they are graded here
        self._helpers: list[Helper] = []
        self._waiting: list[tuple[str, Check]] = []  # ours, not graded yet
        self._records: dict[tuple[str, str], dict[str, Any]] = {}  # ours, graded while waiting for a helper

    def exercise(self, name: str) -> Exercise:
        if name not in self._exercises:
            self._exercises[name] = catalog.load(self.root, name)
        return self._exercises[name]

    def checks(self, name: str) -> tuple[Check, ...]:
        if name not in self._checks:
            self._checks[name] = checks_of(self.exercise(name), self.setup(name))
            self._plan.append(name)
            if self._plan == [name]:
                self._prepare(name)
        return self._checks[name]

    def grade(self, name: str, check: Check) -> dict[str, Any]:
        """The record of one check.  While a helper is at it, go on with what is ours."""
        for helper in self._helpers:
            if name in helper.exercises:
                while self._waiting and not helper.ready(name, check.id):
                    self._grade_now(*self._waiting[0])
                record = helper.record(name, check.id)
                if record is not None:
                    return record
        return self._records.pop((name, check.id), None) or self._grade_now(name, check, keep=False)

    def _grade_now(self, name: str, check: Check, keep: bool = True) -> dict[str, Any]:
        record = self.record(name, self._sitting(name).run(check))
        self._waiting = [(other, later) for other, later in self._waiting if (other, later.id) != (name, check.id)]
        if keep:
            self._records[name, check.id] = record
        return record

    def share_out(self, work: Mapping[str, Sequence[Check]], processes: int) -> None:
        """Have other processes grade part of what is coming; each takes whole exercises."""
        own, *others = shares(work, processes)
        for names in others:
            self._plan = names
            self._helpers.append(Helper([(name, check) for name in names for check in work[name]], self.grade))
        self._plan = own
        self._waiting = [(name, check) for name in own for check in work[name]] if others else []
        for name in own[:AHEAD]:
            self._prepare(name)

    def rng(self, name: str, check: str) -> Any:
        return rng_for(self.wish.seed, name, check)

    def yours(self, name: str) -> Yours:
        return Yours(self.exercise(name), self._sitting(name).worker)

    def sort_out(self, name: str, check: str, title: str, yours: Yours, error: BaseException | None) -> Result:
        """The Result of a hidden test that pytest itself ran."""
        exercise = self.exercise(name)
        judged: tuple[Verdict, Finding | None] | None
        judged = sort_out(exercise, yours, error) if error else swallowed(exercise, yours)
        return self._sitting(name).result(check, title, yours, *(judged or (Verdict.PASSED, None)))

    def record(self, name: str, result: Result) -> dict[str, Any]:
        """A Result as plain data, with its sentences, for pytest's report."""
        exercise = self.exercise(name)
        text = [words.explain(exercise, result), words.next_step(exercise, result)]
        return {
            "exercise": name,
            "check": result.check,
            "order": [check.id for check in self.checks(name)].index(result.check),
            "verdict": result.verdict.value,
            "key": words.repetition(exercise, result),
            "text": "" if result.verdict is Verdict.PASSED else "\n".join([words.headline(exercise, result), *text]),
            "checks": len(self.checks(name)),
            "points": exercise.about.points,
            "hidden_elsewhere": exercise.hidden_elsewhere,
            "setup": self._setup_text(name),
            "confinement": list(self._sitting(name).worker.confinement),
            "digest": digest(self._source(name)),
        }

    def _setup_text(self, name: str) -> str:
        """``torch on cuda``; empty for NumPy."""
        setup = self.setup(name)
        return "" if setup.backend == "numpy" else f"{setup.backend} on {setup.device}"

    def close(self) -> None:
        for helper in self._helpers:
            helper.close()
        for sitting in [*self._sittings.values(), *self._prepared.values()]:
            sitting.worker.close()

    def _sitting(self, name: str) -> Sitting:
        """The sitting of an exercise; processes of the others are ended, so that few run at a time."""
        if name not in self._sittings:
            for other in self._sittings.values():
                other.worker.close()
            self._sittings[name] = self._prepared.pop(name) if name in self._prepared else self._new_sitting(name)
            self._prepare_next(name)
        return self._sittings[name]

    def _new_sitting(self, name: str) -> Sitting:
        return Sitting(self.exercise(name), self._worker(self.exercise(name)), self.wish.seed)

    def _prepare_next(self, name: str) -> None:
        """Let the next exercises' files load while this one is graded."""
        start = self._plan.index(name) + 1 if name in self._plan else len(self._plan)
        for following in self._plan[start : start + AHEAD]:
            self._prepare(following)

    def _prepare(self, name: str) -> None:
        if name not in self._sittings and name not in self._prepared:
            self._prepared[name] = self._new_sitting(name)
            self._prepared[name].worker.prepare()

    def _source(self, name: str) -> bytes:
        """The file that is graded."""
        if name not in self._sources:
            self._sources[name] = self._read(name)
        return self._sources[name]

    def _read(self, name: str) -> bytes:
        """The learner's file or, with --reference, what stands in for it."""
        if not self.wish.reference:
            return catalog.read_learner_file(catalog.learner_file(self.root, name))
        if self.wish.backend == "torch" and catalog.twin_of(catalog.solution_file(self.root, name)).is_file():
            return submission.twin(self.root, name).encode()
        return submission.standalone(self.root, name).encode()

    def setup(self, name: str) -> Setup:
        """What an exercise's file is graded with: what it imports, unless something else is asked for."""
        if name not in self._setups:
            chosen = backend_of(self._source(name))
            backend = chosen if self.wish.reference or not self.wish.backend else self.wish.backend
            device = self._device() if backend == "torch" else "cpu"
            self._setups[name] = Setup(backend, device, self.wish.dtype)
        return self._setups[name]

    def _device(self) -> str:
        if self.wish.device == "auto":
            return "cuda" if self._machine()["cuda"] else "cpu"
        return self.wish.device

    def _machine(self) -> Mapping[str, str]:
        return self._launchers.of("torch").describe() if self._launchers else describe()

    def missing(self, name: str) -> str:
        """Why the exercise's file cannot be graded here as it is asked for; empty where it can."""
        return lacks_cuda(self._machine()) if self.setup(name).device == "cuda" else ""

    def _worker(self, exercise: Exercise) -> Worker:
        source, setup = self._source(exercise.id), self.setup(exercise.id)
        if self._launchers is None:
            from grader.inprocess import InProcess  # noqa: PLC0415  # loads a debugger

            path, forbid = catalog.learner_file(self.root, exercise.id), exercise.about.forbid
            return InProcess(source, str(path), exercise.name, setup, forbid)
        return Process.of(exercise, source, self._launchers.of(setup.backend), setup)
