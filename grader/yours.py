"""`yours`: what a hidden test calls.  It looks like the learner's function and runs it somewhere else.

Every call is recorded.  A test may index and add up what it gets without looking at it first: where that fails,
`odd_result` holds each result against the structure (type, length, shape, dtype) of the reference's, and only if
there is nothing odd about them is it the kit's fault.
"""

from __future__ import annotations

import builtins
import copy
import linecache
import warnings
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np

from grader import layout, memory, structure, wire
from grader.compare import Wrong
from grader.exercise import ORDINARY, Call, Error, Exercise, Finding, How, Leaf, Outcome, Setup

ITERATION = (StopIteration, StopAsyncIteration)  # in a test's own generator they would mean its end
MOST_BYTES = 192 * 2**20  # of all results of one check: they are kept until it is judged


class Worker(Protocol):
    """Runs the learner's function: in another process, or in this one for a debugger."""

    setup: Setup

    @property
    def confinement(self) -> tuple[str, ...]: ...

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome: ...

    def versions(self) -> Mapping[str, str]: ...

    def prepare(self) -> None: ...

    def close(self) -> None: ...


class LearnerRaised(Exception):
    """The learner's code raised.  Raised as a subclass of the same builtin, so that `pytest.raises` works."""

    error: Error


class Stopped(Exception):
    """The call did not come back: forbidden, too slow, exited, crashed, or a result too large to look at."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.kind)
        self.outcome = outcome


class Yours:
    """The learner's function as a hidden test sees it: call it, get plain data back, or an exception."""

    def __init__(self, exercise: Exercise, worker: Worker) -> None:
        self._exercise = exercise
        self._worker = worker
        self.calls: list[Call] = []
        self._bytes = 0
        self.circumstances: dict[str, Any] = {}  # facts of the calls that are being made, for the sentences

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        return self.checked(self.outcome(*args, **kwargs)).value

    def checked(self, outcome: Outcome) -> Outcome:
        """The outcome, if it is a result; else an exception that says what happened."""
        __tracebackhide__ = True
        if outcome.kind in ("raised", "unloadable") and outcome.error is not None:
            raise learner_exception(outcome.error)
        if outcome.kind != "returned":
            raise Stopped(outcome)
        for (path, _), leaf in zip(structure.leaves(outcome.value), outcome.leaves, strict=False):
            if leaf.kind == "tensor" and leaf.device != self.setup.device:  # its numbers may not even be there
                raise Wrong(structure.finding("device", path, got=leaf.device, expected=self.setup.device))
        return outcome

    @property
    def setup(self) -> Setup:
        """What the learner's file is graded with."""
        return self._worker.setup

    def outcome(self, *args: Any, **kwargs: Any) -> Outcome:
        """Call, record, and hand over the Outcome as it is."""
        return self._recorded(args, kwargs, ORDINARY)

    def under(self, how: How, args: tuple[Any, ...]) -> Outcome:
        """Call in a special way, and record it; raises as a call does."""
        return self.checked(self._recorded(args, {}, how))

    def _recorded(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How) -> Outcome:
        kept_args, kept_kwargs = private_copy(args), private_copy(dict(kwargs))
        outcome = self._worker.call(args, kwargs, how._replace(first=not self.calls, plays=self._exercise.plays))
        self._bytes += layout.size(outcome.value)
        if self._bytes > MOST_BYTES:
            outcome = Outcome("monster", f"results of over {MOST_BYTES // 2**20} MiB in one check", printed=outcome.printed)
        self.calls.append(Call(kept_args, kept_kwargs, outcome, how.cast))
        return outcome

    def odd_result(self) -> Finding | None:
        """The first result whose type, length, shape or dtype is not the reference's for the same arguments."""
        if self._exercise.reference is None:
            return None
        for call in self.calls:
            expected = evaluate(self._exercise.reference, call.args, call.kwargs)
            if call.outcome.kind == expected.kind == "returned":
                finding = misplaced(call.outcome, expected.value) or structure.differs(call.outcome.value, expected.value)
                if finding is not None:
                    self.calls.append(call)  # the last call is the one that a learner is shown
                    return Finding(finding.kind, {**finding.facts, "verb": "returned"})
        return None


def misplaced(outcome: Outcome, wanted: Any) -> Finding | None:
    """The first array of a tensor solution's result that is no tensor."""
    if not outcome.leaves:
        return None
    found = dict(zip((path for path, _ in structure.leaves(outcome.value)), outcome.leaves, strict=False))
    for path, want in structure.leaves(wanted):
        leaf = found.get(path, Leaf())
        if isinstance(want, np.ndarray) and want.ndim and leaf.kind == "array":
            return structure.finding("not_tensor", path)
    return None


def evaluate(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """Run trusted code that changes no input, such as the reference, as if it were a learner's."""
    if any(wire.is_generator(leaf) for _, leaf in structure.leaves([args, dict(kwargs)])):  # drawing does change it
        args, kwargs = private_copy(args), private_copy(dict(kwargs))
    return _tried(function, args, kwargs)


def _tried(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    with np.errstate(all="ignore"):
        try:
            return Outcome("returned", value=function(*args, **kwargs))
        except Exception as error:
            bases = tuple(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
            return Outcome("raised", error=Error(type(error).__name__, bases, str(error), _raise_line(error)))


def _raise_line(error: Exception) -> tuple[str, ...]:
    """The `raise` of an author's file that the exception comes from; nothing where it comes out of a library."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None or last.tb_frame.f_globals.get("__name__", "").split(".")[0] == "numpy":
        return ()
    line = linecache.getline(last.tb_frame.f_code.co_filename, last.tb_lineno).strip()
    return (f"line {last.tb_lineno}: {line}",) if line.startswith("raise ") else ()


def imitate(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """Run a known mistake as if it were a learner's: on copies, and noting what it changes."""
    own_args, own_kwargs = private_copy(args), private_copy(dict(kwargs))
    before, standing = memory.fingerprints(own_args, own_kwargs), memory.positions(own_args, own_kwargs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outcome = _tried(function, own_args, own_kwargs)
    aliased = tuple(memory.shared_with(memory.places(outcome.value), memory.named(own_args, own_kwargs)))
    drawn = tuple(memory.drawn_from(standing, own_args, own_kwargs))
    mutated = tuple(memory.changed(before, (own_args, own_kwargs)))
    return outcome._replace(mutated=mutated, aliased=aliased, drawn=drawn)


def shared(exercise: Exercise, value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any] | None = None) -> Any:
    """What right answers have in common: the value itself, or the author's `invariant` of it."""
    if exercise.invariant is None:
        return value
    return exercise.invariant(value, *private_copy(args), **private_copy(dict(kwargs or {})))


def private_copy(value: Any) -> Any:
    """A copy that shares no memory with `value`, read-only where `value` is; functions stay as they are."""
    if isinstance(value, np.ndarray):
        same = value.copy(order="K")
        same.flags.writeable = value.flags.writeable
        return same
    if isinstance(value, list | tuple):
        return type(value)(private_copy(item) for item in value)
    if isinstance(value, dict):
        return {key: private_copy(item) for key, item in value.items()}
    return copy.deepcopy(value) if wire.is_generator(value) else value


def learner_exception(error: Error) -> LearnerRaised:
    """An exception that `pytest.raises(ValueError)` catches if the learner raised a ValueError."""
    known = [getattr(builtins, name, None) for name in error.bases]
    base = next((b for b in known if isinstance(b, type) and issubclass(b, Exception) and b not in ITERATION), Exception)
    bases = (LearnerRaised,) if base is Exception else (LearnerRaised, base)
    kind: Any = type(error.type, bases, {"__str__": lambda self: error.message})
    try:
        exception: LearnerRaised = base.__new__(kind, error.message)  # not called: some want more arguments
    except TypeError:  # ExceptionGroup wants exceptions
        exception = Exception.__new__(type(error.type, (LearnerRaised,), {"__str__": lambda self: error.message}))
    exception.args = (error.message,)
    exception.error = error
    return exception
