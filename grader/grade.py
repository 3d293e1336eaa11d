"""The story: an exercise and a learner's file become a Report.

for each check:  test(yours) --> worker.call --> Outcome, recorded as a Call
                 compare with the reference, here, on plain data
                 a failure --> diagnose: which known mistake gives exactly this?
--> Result --> Report --> printed by pytest, JSON, JUnit, ...
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.random  # loaded lazily by NumPy, and needed before processes are forked
import pytest

import grader
from grader import battery, examples, faults
from grader.compare import Wrong
from grader.diagnose import diagnose, worth_keeping
from grader.exercise import (
    NUMPY,
    Call,
    Check,
    Exercise,
    Finding,
    HiddenTest,
    Mistake,
    Report,
    Result,
    Setup,
    Verdict,
)
from grader.invocation import describe_call
from grader.yours import Worker, Yours

EXPLICABLE = (Verdict.WRONG, Verdict.RAISED, Verdict.IMPRECISE)


def checks_of(exercise: Exercise, setup: Setup = NUMPY) -> tuple[Check, ...]:
    """Everything that is checked, simplest first: visible examples, battery, hidden tests."""
    hidden = [Check(test.id, test.title, "hidden", _runner(test)) for test in exercise.tests]
    return (*examples.checks(exercise), *battery.checks(exercise, setup), *hidden)


def _runner(test: HiddenTest) -> Callable[[Any, Any], None]:
    wanted = test.function.__code__.co_varnames[: test.function.__code__.co_argcount]

    def run(yours: Any, rng: Any) -> None:
        __tracebackhide__ = True
        fixtures = {"yours": yours, "rng": rng}
        test.function(**{name: fixtures[name] for name in wanted if name in fixtures}, **test.arguments)

    return run


def rng_for(seed: int, exercise: str, check: str) -> np.random.Generator:
    """The inputs of a check depend on the seed, the exercise and the check, and on nothing else."""
    digests = [int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") for name in (exercise, check)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *digests])))


class Sitting:
    """One learner's file being graded on one exercise: owns the worker and remembers every call."""

    def __init__(self, exercise: Exercise, worker: Worker, seed: int = 0) -> None:
        self.exercise = exercise
        self.worker = worker
        self.seed = seed
        self.calls: list[Call] = []

    def run(self, check: Check) -> Result:
        """The verdict of one check.  Never raises for anything that the learner's code did."""
        yours = Yours(self.exercise, self.worker)
        verdict, finding = _judge(self.exercise, check, yours, rng_for(self.seed, self.exercise.id, check.id))
        return self.result(check.id, check.title, yours, verdict, finding)

    def result(self, check: str, title: str, yours: Yours, verdict: Verdict, finding: Finding | None) -> Result:
        """A Result with its cause named, where a known mistake explains it."""
        cause = _cause(self.exercise, yours.calls, self.calls) if verdict in EXPLICABLE else None
        self.calls.extend(worth_keeping(yours.calls))
        if verdict in (Verdict.PASSED, Verdict.TODO) or not yours.calls:
            return Result(check, title, verdict, finding)
        last = yours.calls[-1]
        return Result(check, title, verdict, finding, describe_call(self.exercise, last), cause, last.outcome.printed)


def _cause(exercise: Exercise, failed: list[Call], earlier: list[Call]) -> Mistake | None:
    """The mistake that was made, if it is known; a diagnosis that breaks never changes a verdict."""
    try:
        return diagnose(exercise, failed, earlier)
    except Exception:
        return None


def grade(exercise: Exercise, worker: Worker, seed: int = 0, only: Iterable[str] | None = None) -> Report:
    """Grade one file: all checks, or those named in `only`."""
    sitting = Sitting(exercise, worker, seed)
    wanted = None if only is None else set(only)
    checks = [check for check in checks_of(exercise, worker.setup) if wanted is None or check.id in wanted]
    return report_of(exercise, worker, seed, tuple(map(sitting.run, checks)))


def report_of(exercise: Exercise, worker: Worker, seed: int, results: tuple[Result, ...]) -> Report:
    """The results of a file, with what they depend on."""
    return Report(
        exercise=exercise.id,
        results=results,
        max_points=exercise.about.points,
        seed=seed,
        versions={**versions(), **worker.versions()},
        confinement=worker.confinement,
        setup=worker.setup,
        hidden_elsewhere=exercise.hidden_elsewhere,
    )


def versions() -> dict[str, str]:
    """What a Report depends on besides the file, the seed and the worker."""
    python = ".".join(map(str, sys.version_info[:3]))
    return {"gradlings": grader.__version__, "python": python, "numpy": np.__version__, "platform": sys.platform}


def _judge(exercise: Exercise, check: Check, yours: Yours, rng: Any) -> tuple[Verdict, Finding | None]:
    """Run a check and sort what comes out: right, wrong, or our own fault."""
    try:
        check.run(yours, rng)
    except (Exception, pytest.fail.Exception) as error:
        return faults.sort_out(exercise, yours, error)
    spoiled = faults.swallowed(exercise, yours) or _unearned(exercise, check, yours, rng) or _untidy(exercise, check, yours, rng)
    return spoiled or (Verdict.PASSED, None)


def _unearned(exercise: Exercise, check: Check, yours: Yours, rng: Any) -> tuple[Verdict, Finding | None] | None:
    """A check that only wants errors counts once ordinary input returns something: raising always is no answer."""
    if exercise.sample is None or not yours.calls or any(call.outcome.kind != "raised" for call in yours.calls):
        return None
    outcome = yours.outcome(*exercise.sample(rng, "small"))
    if outcome.kind == "returned":
        return None
    raised = outcome.error is not None and outcome.kind != "forbidden"
    return faults.raised(exercise, outcome.error, yours) if raised and outcome.error else faults.stopped(exercise, outcome)


def _untidy(exercise: Exercise, check: Check, yours: Yours, rng: Any) -> tuple[Verdict, Finding | None] | None:
    """A call that changed an argument or returned one fails its check, unless every call does: that costs one check alone."""
    untidy = next((call for call in yours.calls if call.outcome.mutated or call.outcome.aliased), None)
    if untidy is None or exercise.sample is None or check.kind == "visible":  # visible: the same verdict in a student's copy
        return None
    usual = [yours.outcome(*exercise.sample(rng, "small")) for _ in range(2)]  # twice: only then a result can be an earlier one
    if any(outcome.mutated or outcome.aliased for outcome in usual):
        return None  # ordinary_input says so
    yours.calls.append(untidy)  # the last call is the one that a learner is shown
    try:
        battery.tidy(exercise, untidy.outcome)
    except Wrong as wrong:
        return Verdict.WRONG, wrong.finding
    return None
