"""Whose fault is it?  What a check raised, as a verdict and its facts: right, wrong and our own failure are three things."""

from __future__ import annotations

import traceback

import pytest

from grader import battery
from grader.compare import Wrong
from grader.exercise import Error, Exercise, Finding, Outcome, Verdict
from grader.worker import BUDGET, STRIKES
from grader.yours import LearnerRaised, Stopped, Yours, evaluate

STOPPED = {
    "timeout": Verdict.TIMEOUT,
    "exited": Verdict.DIED,
    "killed": Verdict.DIED,
    "garbled": Verdict.DIED,
    "forbidden": Verdict.FORBIDDEN,
    "monster": Verdict.WRONG,
}


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
            return raised(exercise, error.error, yours)
        case Stopped():
            return stopped(exercise, error.outcome)
        case pytest.fail.Exception() if "DID NOT RAISE" in str(error):
            return Verdict.WRONG, Finding("did_not_raise", {"expected": _expected_error(exercise, yours)})
        case AssertionError():
            return Verdict.WRONG, yours.odd_result() or _claim(exercise, yours)
    odd = yours.odd_result()
    return (Verdict.WRONG, odd) if odd else None


def _broken(error: BaseException) -> tuple[Verdict, Finding]:
    return Verdict.BROKEN, Finding("broken", {"traceback": "".join(traceback.format_exception(error))})


def raised(exercise: Exercise, error: Error, yours: Yours) -> tuple[Verdict, Finding]:
    facts = {"type": error.type, "message": error.message, "frames": list(error.frames)} | yours.circumstances
    if yours.calls and yours.calls[-1].outcome.kind == "unloadable":
        return Verdict.RAISED, Finding("unloadable", facts)
    if "NotImplementedError" in error.bases:
        return Verdict.TODO, Finding("todo")
    if "MemoryError" in error.bases:
        return Verdict.DIED, Finding("memory", facts)
    return Verdict.RAISED, Finding("raised", {**facts, "expected": _expected_error(exercise, yours)})


def stopped(exercise: Exercise, outcome: Outcome) -> tuple[Verdict, Finding]:
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
            return stopped(exercise, call.outcome)
        if call.outcome.error is not None and "NotImplementedError" in call.outcome.error.bases:
            return Verdict.TODO, Finding("todo")
    return None
