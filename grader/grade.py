"""The story: an exercise and a learner's file become a Report.

for each check:  test(yours) --> worker.call --> Outcome, recorded as a Call
                 compare with the reference, here, on plain data
                 a failure --> diagnose: which known mistake gives exactly this?
--> Result --> Report --> printed by pytest, JSON, JUnit, ...
"""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.random  # loaded lazily by NumPy, and needed before processes are forked
import pytest

import grader
from grader import battery, examples
from grader.compare import Wrong
from grader.diagnose import diagnose
from grader.exercise import (
    NUMPY,
    Call,
    Check,
    Error,
    Exercise,
    Finding,
    HiddenTest,
    Mistake,
    Outcome,
    Report,
    Result,
    Setup,
    Verdict,
)
from grader.invocation import describe_call
from grader.worker import BUDGET, STRIKES
from grader.yours import LearnerRaised, Stopped, Worker, Yours, evaluate

EXPLICABLE = (Verdict.WRONG, Verdict.RAISED, Verdict.IMPRECISE)
STOPPED = {
    "timeout": Verdict.TIMEOUT,
    "exited": Verdict.DIED,
    "killed": Verdict.DIED,
    "garbled": Verdict.DIED,
    "forbidden": Verdict.FORBIDDEN,
    "monster": Verdict.WRONG,
}


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
        self.calls.extend(yours.calls)
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
    results = tuple(sitting.run(check) for check in checks_of(exercise, worker.setup) if wanted is None or check.id in wanted)
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
        return sort_out(exercise, yours, error)
    spoiled = swallowed(exercise, yours) or _unearned(exercise, check, yours, rng) or _untidy(exercise, check, yours, rng)
    return spoiled or (Verdict.PASSED, None)


def sort_out(exercise: Exercise, yours: Yours, error: BaseException) -> tuple[Verdict, Finding]:
    """Whose fault is it that a test raised `error`, and what does it mean?  Never raises."""
    try:
        return _learners_fault(exercise, yours, error) or _broken(error)
    except Exception as our_error:
        return _broken(our_error)


def _learners_fault(exercise: Exercise, yours: Yours, error: BaseException) -> tuple[Verdict, Finding] | None:
    match error:
        case battery.Imprecise():
            return Verdict.IMPRECISE, error.finding
        case Wrong():
            ours = error.finding.kind in ("mutated", "aliased", "kept", "undrawn", "unrepeatable", "not_tensor", "device")
            odd = None if ours else yours.odd_result()
            kept = {name: fact for name, fact in error.finding.facts.items() if name in ("example", "layout")}
            return Verdict.WRONG, Finding(odd.kind, {**odd.facts, **kept}) if odd else error.finding
        case LearnerRaised():
            return _raised(exercise, error.error, yours)
        case Stopped():
            return _stopped(exercise, error.outcome)
        case pytest.fail.Exception() if "DID NOT RAISE" in str(error):
            return Verdict.WRONG, Finding("did_not_raise", {"expected": _expected_error(exercise, yours)})
        case AssertionError():
            return Verdict.WRONG, yours.odd_result() or _claim(exercise, yours)
    odd = yours.odd_result()
    return (Verdict.WRONG, odd) if odd else None


def _broken(error: BaseException) -> tuple[Verdict, Finding]:
    return Verdict.BROKEN, Finding("broken", {"traceback": "".join(traceback.format_exception(error))})


def _raised(exercise: Exercise, error: Error, yours: Yours) -> tuple[Verdict, Finding]:
    facts = {"type": error.type, "message": error.message, "frames": list(error.frames)} | yours.circumstances
    if yours.calls and yours.calls[-1].outcome.kind == "unloadable":
        return Verdict.RAISED, Finding("unloadable", facts)
    if "NotImplementedError" in error.bases:
        return Verdict.TODO, Finding("todo")
    if "MemoryError" in error.bases:
        return Verdict.DIED, Finding("memory", facts)
    return Verdict.RAISED, Finding("raised", {**facts, "expected": _expected_error(exercise, yours)})


def _stopped(exercise: Exercise, outcome: Outcome) -> tuple[Verdict, Finding]:
    if outcome.value in ("loading", "untried", "overdrawn"):
        facts = {"kind": outcome.kind, "strikes": STRIKES, "seconds": BUDGET * exercise.about.deadline}
        return STOPPED[outcome.kind], Finding(f"{outcome.value}", facts)
    if outcome.kind == "forbidden" and outcome.error is not None:
        name, _, called, frames = outcome.error
        return Verdict.FORBIDDEN, Finding("forbidden", {"name": name, "called": called, "frames": list(frames)})
    facts = {"status": outcome.status, "deadline": exercise.about.deadline, "what": outcome.value}
    return STOPPED[outcome.kind], Finding(outcome.kind, facts)


def _claim(exercise: Exercise, yours: Yours) -> Finding:
    """A bare `assert` or a `match=` of a hidden test failed."""
    outcome = yours.calls[-1].outcome if yours.calls else Outcome("returned")
    if outcome.kind == "raised" and outcome.error is not None:
        facts = {"type": outcome.error.type, "message": outcome.error.message}
        return Finding("message", {**facts, "expected": _expected_error(exercise, yours)})
    return Finding("claim")


def _expected_error(exercise: Exercise, yours: Yours) -> str:
    """``ValueError: stride must be at least 1`` if the reference raises for the last call, else an empty string."""
    if exercise.reference is None or not yours.calls:
        return ""
    expected = evaluate(exercise.reference, yours.calls[-1].args, yours.calls[-1].kwargs)
    return f"{expected.error.type}: {expected.error.message}" if expected.error else ""


def swallowed(exercise: Exercise, yours: Yours) -> tuple[Verdict, Finding] | None:
    """A test that expected some exception must not take a crash, or an unwritten function, for it."""
    for call in yours.calls:
        if call.outcome.kind in STOPPED:
            return _stopped(exercise, call.outcome)
        if call.outcome.error is not None and "NotImplementedError" in call.outcome.error.bases:
            return Verdict.TODO, Finding("todo")
    return None


def _unearned(exercise: Exercise, check: Check, yours: Yours, rng: Any) -> tuple[Verdict, Finding | None] | None:
    """A check that only wants errors counts once ordinary input returns something: raising always is no answer."""
    if exercise.sample is None or not yours.calls or any(call.outcome.kind != "raised" for call in yours.calls):
        return None
    outcome = yours.outcome(*exercise.sample(rng, "small"))
    if outcome.kind == "returned":
        return None
    raised = outcome.error is not None and outcome.kind != "forbidden"
    return _raised(exercise, outcome.error, yours) if raised and outcome.error else _stopped(exercise, outcome)


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
