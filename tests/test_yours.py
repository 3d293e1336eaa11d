"""`yours` looks like the learner's function: values come back, exceptions are raised, and everything is recorded."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest
from conftest import Direct
from toys import row_means, toy

from grader.exercise import Error, Outcome
from grader.yours import LearnerRaised, Stopped, Yours, evaluate, imitate, learner_exception, private_copy

X = np.arange(6.0).reshape(2, 3)


class Fixed(Direct):
    """A worker with one answer."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def call(self, args: Any, kwargs: Any, how: Any = None) -> Outcome:
        return self.outcome


def error(name: str, *bases: str, message: str = "text") -> Error:
    return Error(name, (*bases, "Exception", "BaseException", "object"), message)


def test_a_value_comes_back_and_the_call_is_recorded_with_copies() -> None:
    yours, x = Yours(toy(), Direct(row_means)), X.copy()
    assert yours(x, scale=2.0).tolist() == [2.0, 8.0]
    x[...] = 0.0
    (call,) = yours.calls
    assert call.args[0].tolist() == X.tolist()
    assert call.kwargs == {"scale": 2.0}


@pytest.mark.parametrize("kind", ["timeout", "exited", "killed", "monster", "garbled"])
def test_a_call_that_does_not_come_back_is_no_exception_of_the_learner(kind: Any) -> None:
    with pytest.raises(Stopped) as stopped:
        Yours(toy(), Fixed(Outcome(kind)))(X)
    assert not isinstance(stopped.value, LearnerRaised)


@pytest.mark.parametrize(
    "name", [name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, Exception)]
)
def test_every_builtin_exception_can_be_raised_for_the_learner(name: str) -> None:
    raised = learner_exception(error(name, name))
    assert isinstance(raised, LearnerRaised)
    assert str(raised) == "text"
    ends_a_generator = name in ("StopIteration", "StopAsyncIteration")
    if "Group" not in name and name != "MemoryError":  # CPython lets nobody derive from those and something else
        assert isinstance(raised, getattr(builtins, name)) is not ends_a_generator


def test_an_exception_of_the_learners_own_is_what_it_derives_from() -> None:
    with pytest.raises(ValueError, match="stride") as caught:
        raise learner_exception(error("Mine", "ValueError", message="stride"))
    assert type(caught.value).__name__ == "Mine"
    assert isinstance(learner_exception(error("UnicodeDecodeError", "UnicodeDecodeError", "ValueError")), ValueError)


def test_a_name_proves_nothing() -> None:
    """`class ValueError(Exception)` in a learner's file is no ValueError."""
    assert not isinstance(learner_exception(error("ValueError")), ValueError)


def test_sys_exit_and_ctrl_c_of_the_learner_do_not_end_our_process() -> None:
    for name in ("SystemExit", "KeyboardInterrupt", "GeneratorExit"):
        raised = learner_exception(Error(name, (name, "BaseException", "object"), ""))
        assert isinstance(raised, Exception)


def test_what_a_mistake_changes_is_noticed_and_stays_away_from_us() -> None:
    def changes(x: Any, scale: float = 1.0) -> Any:
        x[0, 0] = 9.0
        return x.sum()

    outcome = imitate(changes, (X,), {"scale": 2.0})
    assert outcome.mutated == ("0",)
    assert X[0, 0] == 0.0


def test_trusted_code_that_raises_is_an_outcome_too() -> None:
    outcome = evaluate(row_means, (X, 0), {})
    assert outcome.error is not None
    assert (outcome.kind, outcome.error.type, outcome.error.message) == ("raised", "ValueError", "scale must not be 0")


def test_drawing_from_a_generator_leaves_the_recorded_one_alone() -> None:
    for args, kwargs in (((np.random.default_rng(3),), {}), ((), {"rng": np.random.default_rng(3)})):
        first, second = (evaluate(lambda rng: rng.random(), args, kwargs).value for _ in "ab")
        assert first == second


def test_a_private_copy_shares_nothing_and_keeps_what_matters() -> None:
    locked = X.copy()
    locked.flags.writeable = False
    value = {"a": [X, (locked, 1.5)], "f": len}
    same = private_copy(value)
    assert not np.shares_memory(same["a"][0], X)
    assert not same["a"][1][0].flags.writeable
    assert same["f"] is len
    assert type(same["a"][1]) is tuple


@pytest.mark.parametrize(
    ("value", "kind"), [(None, "type"), (np.ones(3), "shape"), (np.ones(2, np.float32), "dtype"), (np.array([1.0, 4.0]), None)]
)
def test_an_odd_result_is_held_against_the_reference(value: Any, kind: str | None) -> None:
    yours = Yours(toy(), Fixed(Outcome("returned", value)))
    yours.outcome(X)
    found = yours.odd_result()
    assert (found.kind if found else None) == kind
