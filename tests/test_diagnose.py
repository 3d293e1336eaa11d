"""The named mistake is the one that gives what the learner's function gave, and where none does, none is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.diagnose import diagnose
from grader.exercise import About, Call, Exercise, Mistake, Outcome
from grader.yours import imitate

Array = np.ndarray[Any, Any]
ABOUT = About(title="Mean along rows", difficulty=1, points=1, hints=("a", "b", "c"))
SQUARE, WIDE, EMPTY = np.arange(9.0).reshape(3, 3) ** 2, np.arange(6.0).reshape(2, 3) ** 2, np.zeros((2, 0))


def row_means(x: Array, scale: float = 1.0) -> Array:
    """The reference."""
    if not x.size:
        raise ValueError("x is empty")
    result: Array = scale * x.mean(axis=1)
    return result


def sums(x: Array, scale: float = 1.0) -> Array:
    result: Array = scale * x.sum(axis=1)
    return result


def forgets_the_scale(x: Array, scale: float = 1.0) -> Array:
    return row_means(x)


def takes_columns(x: Array, scale: float = 1.0) -> Array:
    return row_means(x.T, scale)


def divides_by_three(x: Array, scale: float = 1.0) -> Array:
    return scale * x.sum(axis=1) / 3


def ends_with_a_type_error(x: Array, scale: float = 1.0) -> Array:
    raise TypeError("scale")


def gives_nothing(x: Array, scale: float = 1.0) -> None:
    return None


def overwrites_x(x: Array, scale: float = 1.0) -> Array:
    x *= scale
    return row_means(x)


def exercise(*mistakes: Callable[..., Any], reference: Any = row_means, invariant: Any = None) -> Exercise:
    known = tuple(Mistake(f.__name__, "Do better.", f) for f in mistakes)
    return Exercise("toys/row_means", ABOUT, "", ("x", "scale"), "N", (), reference, invariant=invariant, mistakes=known)


def call(learner: Callable[..., Any], *args: Any, **kwargs: Any) -> Call:
    return Call(args, kwargs, imitate(learner, args, kwargs))


def named(made: Exercise, failed: list[Call], earlier: list[Call] | None = None) -> str | None:
    found = diagnose(made, failed, earlier or [])
    return found.name if found else None


ALL = exercise(sums, forgets_the_scale, takes_columns, divides_by_three, ends_with_a_type_error, gives_nothing, overwrites_x)


@pytest.mark.parametrize("known", ALL.mistakes, ids=lambda known: known.name)
def test_each_mistake_is_named_by_what_it_gives(known: Mistake) -> None:
    wide = np.arange(20.0).reshape(4, 5)
    assert named(ALL, [call(known.function, wide, 2.0), call(known.function, wide + 1, scale=3.0)]) == known.name


def test_a_mistake_must_explain_every_call_of_the_check() -> None:
    with_scale, without = call(forgets_the_scale, WIDE, 2.0), call(row_means, WIDE)
    assert named(ALL, [with_scale, without]) == "forgets_the_scale"
    assert named(ALL, [with_scale, call(sums, WIDE, 2.0)]) is None


def test_of_two_that_fit_the_one_that_explains_earlier_calls_is_named() -> None:
    """The rows and the columns of a symmetric matrix have the same sums."""

    def sums_of_columns(x: Array, scale: float = 1.0) -> Array:
        return sums(x.T, scale)

    made, failed = exercise(sums, sums_of_columns), [call(sums, SQUARE + SQUARE.T)]
    assert named(made, failed) == "sums"
    assert named(made, failed, [call(sums, WIDE)]) == "sums"
    assert named(made, failed, [call(sums_of_columns, WIDE)]) == "sums_of_columns"
    assert named(made, failed, [call(takes_columns, WIDE)]) == "sums"  # neither explains it: the author's order decides


def test_an_earlier_right_call_speaks_against_a_mistake_that_is_wrong_there() -> None:
    assert named(ALL, [call(sums, WIDE, 2.0)], [call(row_means, WIDE)]) is None
    assert named(ALL, [call(sums, WIDE, 2.0)], [call(lambda x: row_means(x) + 1, WIDE)]) == "sums"


def test_nothing_is_named_where_the_reference_gives_the_same() -> None:
    """A check that fails for another reason, such as precision, is not blamed on a mistake that happens to be right there."""
    assert named(ALL, [call(forgets_the_scale, WIDE, 1.0)]) is None
    assert named(ALL, [call(row_means, EMPTY)]) is None


def test_nothing_is_named_where_no_mistake_gives_the_same() -> None:
    different = [lambda x: row_means(x) + 1, lambda x: "text", lambda x: list(row_means(x)), lambda x: sums(x).astype(np.float32)]
    assert [named(ALL, [call(learner, WIDE)]) for learner in different] == [None] * 4
    assert named(exercise(), [call(sums, WIDE)]) is None


def test_nothing_is_named_for_another_exception() -> None:
    def raises(x: Array) -> Array:
        raise KeyError("scale")

    assert named(ALL, [call(raises, WIDE)]) is None


@pytest.mark.parametrize("kind", ["timeout", "exited", "killed", "monster", "garbled", "unloadable"])
def test_nothing_is_named_for_a_call_that_was_stopped(kind: Any) -> None:
    stopped = Call((WIDE, 2.0), {}, Outcome(kind, row_means(WIDE)))
    assert named(ALL, [stopped]) is None
    assert named(ALL, [call(sums, WIDE), stopped]) is None


def test_nothing_is_named_without_calls_or_without_a_reference() -> None:
    assert named(ALL, [], [call(sums, WIDE)]) is None
    assert named(exercise(sums, reference=None), [call(sums, WIDE)]) is None


def test_the_same_result_with_and_without_overwriting_is_told_apart() -> None:
    def tidy(x: Array, scale: float = 1.0) -> Array:
        return row_means(2 * x, scale)

    def untidy(x: Array, scale: float = 1.0) -> Array:
        x *= 2
        return row_means(x, scale)

    for first, second in ((tidy, untidy), (untidy, tidy)):
        made = exercise(first, second)
        assert named(made, [call(tidy, WIDE)]) == "tidy"
        assert named(made, [call(untidy, WIDE)]) == "untidy"
        assert named(made, [call(untidy, x=WIDE)]) == "untidy"


def test_overwriting_alone_is_a_mistake_with_a_name() -> None:
    """The value is right, and only the input has changed."""
    assert named(exercise(sums, overwrites_x), [call(overwrites_x, WIDE, 2.0)]) == "overwrites_x"


def test_the_calls_are_replayed_on_copies() -> None:
    x = WIDE.copy()
    failed = [call(overwrites_x, x, 2.0)]
    assert named(ALL, failed) == named(ALL, failed) == "overwrites_x"
    assert np.array_equal(x, WIDE)


def test_a_mistake_that_draws_gets_the_generator_as_it_was() -> None:
    def drop(x: Array, rng: np.random.Generator) -> Array:
        return x * (rng.random(x.shape) < 0.5) * 2

    def keep(x: Array, rng: np.random.Generator) -> Array:
        return x * (rng.random(x.shape) < 0.5)

    made = exercise(keep, reference=drop)
    for failed in (call(keep, WIDE, np.random.default_rng(1)), call(keep, WIDE, rng=np.random.default_rng(2))):
        assert named(made, [failed]) == "keep"
        assert named(made, [failed]) == "keep"


def zeros_and_total(value: Array, x: Array, scale: float = 1.0) -> dict[str, Any]:
    return {"sorted": np.sort(value), "scale": scale}


def test_where_there_is_an_invariant_it_is_what_is_compared() -> None:
    """A learner who gives the sums in another order still makes the mistake of the sums."""
    backwards = call(lambda x, scale=1.0: sums(x, scale)[::-1], WIDE, 2.0)
    assert named(exercise(sums), [backwards]) is None
    assert named(exercise(sums, invariant=zeros_and_total), [backwards]) == "sums"
    right = call(lambda x: row_means(x)[::-1], WIDE)
    assert named(exercise(sums, invariant=zeros_and_total), [right]) is None


def test_an_invariant_is_not_asked_about_exceptions_or_other_shapes() -> None:
    made = exercise(sums, ends_with_a_type_error, invariant=zeros_and_total)
    assert named(made, [call(ends_with_a_type_error, WIDE)]) == "ends_with_a_type_error"
    assert named(made, [call(lambda x: "text", WIDE)]) is None


def test_an_invariant_tells_who_overwrites() -> None:
    assert named(exercise(overwrites_x, invariant=zeros_and_total), [call(overwrites_x, WIDE, 2.0)]) == "overwrites_x"
    assert named(exercise(overwrites_x, invariant=zeros_and_total), [call(row_means, WIDE, 2.0)]) is None


def test_an_invariant_that_raises_names_nothing() -> None:
    def total(value: Array, x: Array) -> float:
        return float(sum(value))

    assert named(exercise(gives_nothing, invariant=total), [call(gives_nothing, WIDE)]) in (None, "gives_nothing")
