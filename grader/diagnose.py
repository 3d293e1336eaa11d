"""Names the mistake: which known mistake gives exactly what the learner's function gave?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader import layout, structure
from grader.compare import same_outcome
from grader.exercise import Call, Exercise, Mistake, Outcome
from grader.memory import EARLIER
from grader.recall import imitated
from grader.yours import shared

KEPT_BYTES = 2**20  # of one result


def diagnose(exercise: Exercise, failed: Sequence[Call], earlier: Sequence[Call] = ()) -> Mistake | None:
    """The known mistake whose outcomes equal the learner's on every call of a failed check, or None.

    A mistake that would have been wrong where the learner was right before is refuted.  Where several fit, all
    calls of other checks decide; then the order in which the author wrote them.
    """
    if not failed or exercise.reference is None:
        return None
    reference, memory = exercise.reference, False
    if _fits(exercise, reference, failed):  # what the reference gives too is no mistake, unless it is no new array
        memory = any(_arguments(call.outcome) for call in failed)
        if not memory:
            return None
    fitting = [known for known in exercise.mistakes if _fits(exercise, known.function, failed, memory)]
    right = [call for call in earlier if fitting and _fits(exercise, reference, [call])]
    fitting = [known for known in fitting if _fits(exercise, known.function, right)]
    if len(fitting) > 1:
        fitting = [known for known in fitting if _fits(exercise, known.function, earlier)] or fitting
    return fitting[0] if fitting else None


def worth_keeping(calls: Sequence[Call]) -> list[Call]:
    """Calls of a check to hold later mistakes against: those that take little memory."""
    return [call for call in calls if layout.size(call.outcome.value) <= KEPT_BYTES]


def indistinguishable(exercise: Exercise, known: Mistake, calls: Sequence[Call]) -> bool:
    """Whether a known mistake gives what was given in all these calls, the same memory included."""
    return _fits(exercise, known.function, calls, memory=True)


def _fits(exercise: Exercise, function: Callable[..., Any], calls: Sequence[Call], memory: bool = False) -> bool:
    """Whether `function` gives what the learner's function gave, on each of the calls; with `memory`, in the same place."""

    def fits(call: Call) -> bool:
        other = imitated(function, call.args, call.kwargs)
        return not (memory and _arguments(call.outcome) != _arguments(other)) and _indistinguishable(exercise, call, other)

    return all(map(fits, calls))


def _indistinguishable(exercise: Exercise, call: Call, other: Outcome) -> bool:
    one, dtype = call.outcome, _computed_in(call)
    if one.kind == other.kind == "raised":
        free = _is_refusal(one) and _is_refusal(other)
        return same_outcome(one, other) and (free or _message(one) == _message(other) or _reference_raises_too(exercise, call))
    if one.kind != "returned" or other.kind != "returned" or exercise.invariant is None:
        return same_outcome(one, other, dtype)
    if structure.differs(one.value, other.value):
        return False
    try:
        values = [shared(exercise, outcome.value, call.args, call.kwargs) for outcome in (one, other)]
    except Exception:  # the author's invariant cannot read this result, so it proves nothing
        return False
    return same_outcome(one._replace(value=values[0]), other._replace(value=values[1]), dtype)


def _computed_in(call: Call) -> str:
    """float32 where the arguments are: a result that was widened afterwards is no more exact for it."""
    arrays = [leaf for _, leaf in structure.leaves([call.args, dict(call.kwargs)])]
    return "float32" if any(isinstance(a, np.ndarray) and a.dtype == np.float32 for a in arrays) else ""


def _arguments(outcome: Outcome) -> set[str]:
    """The arguments in whose memory a result lies.  Earlier results do not tell: a mistake is replayed call by call."""
    return set(outcome.aliased) - {EARLIER}


def _is_refusal(outcome: Outcome) -> bool:
    """Raised by a `raise` of the solution itself, in words of its own choice, and not by a library that came to grief."""
    return outcome.error is not None and bool(outcome.error.frames) and ": raise " in outcome.error.frames[-1]


def _message(outcome: Outcome) -> str:
    return outcome.error.message if outcome.error else ""


def _reference_raises_too(exercise: Exercise, call: Call) -> bool:
    """Where an error is right, its words are the learner's own; where it is not, they tell one accident from another."""
    return exercise.reference is not None and imitated(exercise.reference, call.args, call.kwargs).kind == "raised"
