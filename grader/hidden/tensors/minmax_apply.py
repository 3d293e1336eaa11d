"""Hidden tests of tensors/minmax_apply."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.minmax_apply import minmax_apply

independent = "torch.lerp(torch.full_like(x, lo), torch.full_like(x, hi), torch.addcdiv(-low / (high - low), x, high - low))"


def sample(rng, size="small"):
    """Four examples of three features, ranges that are not their own, and a new range from -0.5 to 2."""
    n, d = (1, 1) if size == "ones" else (4, 3)
    low = rng.normal(size=d) - 2
    return rng.normal(size=(n, d)), low, low + rng.uniform(1.5, 5.0, size=d), -0.5, 2.0


def test_training_set_fills_the_range(yours, rng):
    """Columns in any unit reach from lo to hi when the ranges are their own."""
    x = rng.normal(size=(20, 3)) * np.array([1e-6, 1.0, 1e6]) - np.array([0.0, 5.0, 1e6])
    y = yours(x, x.min(axis=0), x.max(axis=0), -1.0, 3.0)
    agree(y.min(axis=0), np.full(3, -1.0))
    agree(y.max(axis=0), np.full(3, 3.0))


def test_zero_to_one_unasked(yours):
    """Without further arguments the range is that from 0 to 1."""
    y = yours(np.array([[12.0], [10.0], [15.0], [20.0]]), np.array([10.0]), np.array([20.0]))
    agree(y, np.array([[0.2], [0.0], [0.5], [1.0]]))


def test_beyond_the_range(yours):
    """A value beyond what was seen in training lands beyond lo or hi and is not cut off."""
    y = yours(np.array([[-2.0, 4.0], [7.0, 1.0]]), np.array([0.0, 2.0]), np.array([4.0, 3.0]), 1.0, 3.0)
    agree(y, np.array([[0.0, 5.0], [4.5, -1.0]]), exact=True)


def test_one_example_alone(yours, rng):
    """An example on its own is scaled as it is in the middle of others."""
    x, *ranges = sample(rng)
    whole = minmax_apply(x, *ranges)
    for i in range(len(x)):
        agree(yours(x[i : i + 1], *ranges), whole[i : i + 1])


def test_as_many_rows_as_columns(yours):
    """The ranges belong to the columns, also where the table is square."""
    y = yours(np.array([[1.0, 20.0], [3.0, 50.0]]), np.array([1.0, 10.0]), np.array([5.0, 50.0]), -4.0, 4.0)
    agree(y, np.array([[-4.0, -2.0], [0.0, 4.0]]), exact=True)


def test_constant_column(yours):
    """Where high equals low the width counts as 1: known values become lo, new ones keep their distance."""
    x, low = np.array([[7.0, 4.0], [7.5, 5.0], [5.0, 5.0]]), np.array([7.0, 3.0])
    agree(yours(x, low, np.array([7.0, 7.0]), 1.0, 5.0), np.array([[1.0, 2.0], [3.0, 3.0], [-7.0, 3.0]]), exact=True)
    far = np.array([1e17])  # to which nobody can add 1
    agree(yours(far[None], far, far, 1.0, 5.0), np.array([[1.0]]))


def test_small_is_not_zero(yours):
    """A width of 1e-12, or of 1e-200, is divided by like any other."""
    for unit in (1e-12, 1e-200):
        y = yours(np.array([[3.0], [4.0]]) * unit, np.array([2.0]) * unit, np.array([4.0]) * unit, 1.0, 2.0)
        agree(y, np.array([[1.5], [2.0]]))


@pytest.mark.parametrize("n", [0, 1, 6], ids=["no_rows", "one_row", "six_rows"])
def test_any_number_of_rows(yours, rng, n):
    """Any number of rows works, also none; a constant column is among them."""
    ranges = np.array([0.5, -4.0, 2.0]), np.array([2.5, -4.0, 8.0]), -2.0, 0.5
    x = rng.normal(size=(n, 3))
    agree(yours(x, *ranges), minmax_apply(x, *ranges))


def test_range_that_does_not_run_upwards(yours, rng):
    """A lo that is equal to hi, or above it, raises a ValueError that names lo."""
    x, low, high, *_ = sample(rng)
    for lo, hi in [(2.0, 1.0), (0.5, 0.5)]:
        with pytest.raises(ValueError, match=r"\blo\b"):
            yours(x, low, high, lo, hi)


def checked(lo, hi):
    if not lo < hi:
        raise ValueError("lo")


@mistake(
    "You take the ranges from x itself. They come from the training set: other examples are scaled with them as they are, "
    "and may land outside."
)
def looks_at_the_test_set(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, x.min(axis=0), x.max(axis=0), lo, hi) if len(x) else minmax_apply(x, low, high, lo, hi)


@mistake("Values beyond the range are cut off, and an example unlike all others looks ordinary. Return what the formula gives.")
def cuts_off(x, low, high, lo=0.0, hi=1.0):
    return np.clip(minmax_apply(x, low, high, lo, hi), lo, hi)


@mistake("A constant column has a width of 0, and you divide by it: NaN and infinity come out. Divide by 1 there.")
def divides_by_zero(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / (high - low) * (hi - lo)


@mistake(
    "In a constant column you return lo whatever the value. Only its training values become lo: a new one keeps its distance, "
    "as if the width were 1."
)
def hides_what_is_new(x, low, high, lo=0.0, hi=1.0):
    return np.where(high == low, lo, minmax_apply(x, low, high, lo, hi)).astype(x.dtype)


@mistake("You add a small number to every width, so that the largest value does not reach hi. Replace the exact zeros instead.")
def adds_eps(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / (high - low + x.dtype.type(1e-8)) * (hi - lo)


@mistake("A small width is taken for zero. Only where low and high are equal a column is constant: small units, small numbers.")
def takes_small_for_zero(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, np.where(high - low < 1e-8, low, high), lo, hi)


@mistake("You divide by the largest value instead of the width. The range begins at low and not at zero: divide by high - low.")
def divides_by_the_largest(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / high * (hi - lo)


@mistake("low is not subtracted. The lower end must become lo: subtract it before you divide by the width.")
def forgets_to_subtract(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x + low, low, high, lo, hi)


@mistake("lo and hi are not used: the result is always scaled from 0 to 1. Carry it over into the range that was asked for.")
def ignores_the_new_range(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return minmax_apply(x, low, high)


@mistake("The new range is stretched by hi, so that high lands at lo + hi. Stretch by its width, hi - lo.")
def stretches_by_hi(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + minmax_apply(x, low, high) * hi


@mistake("The new range is stretched, but not moved: the lower end lands at 0. Add lo.")
def forgets_to_add_lo(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, high, lo, hi) - lo


@mistake("The range is upside down: small values become large. Count from low, and add to lo.")
def turns_the_range_around(x, low, high, lo=0.0, hi=1.0):
    return hi + lo - minmax_apply(x, low, high, lo, hi)


@mistake("The range of the whole table is used for every column. Each column has its own low and high.")
def takes_one_range_for_all_columns(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, np.full_like(low, low.min()), np.full_like(high, high.max()), lo, hi)


@mistake("The ranges are spread along the rows. They belong to the columns: let x - low broadcast, without a new axis.")
def scales_the_rows(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    width = high - low
    return (lo + (x.T - low) / np.where(width == 0, width.dtype.type(1), width) * (hi - lo)).T


@mistake("A range that does not run upwards goes unnoticed. Check that lo is below hi, and raise a ValueError that names lo.")
def checks_nothing(x, low, high, lo=0.0, hi=1.0):
    return lo + minmax_apply(x, low, high) * (hi - lo)


@mistake("A lo equal to hi passes, and every value becomes the same. lo must be below hi: refuse what is equal, too.")
def allows_an_empty_range(x, low, high, lo=0.0, hi=1.0):
    if lo > hi:
        raise ValueError("lo")
    return lo + minmax_apply(x, low, high) * (hi - lo)


@mistake("float32 comes back as float64. Compute in the dtype of the arguments, and give a replacement for zero that type.")
def returns_float64(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, high, lo, hi).astype(np.float64)


@mistake(
    "You raise high where it equals low, in the array that you were given: the model has another range now. Make a new array."
)
def overwrites_high(x, low, high, lo=0.0, hi=1.0):
    result = minmax_apply(x, low, high, lo, hi)
    for j in range(len(high)):
        if high[j] == low[j]:
            high[j] += 1
    return result


@mistake("You subtract in place, and x has changed after the call. Put the result into a new array.")
def overwrites_x(x, low, high, lo=0.0, hi=1.0):
    result = minmax_apply(x, low, high, lo, hi)
    x -= low
    return result


@right
def column_by_column(x, low, high, lo=0.0, hi=1.0):
    if not lo < hi:
        raise ValueError(f"lo = {lo}, hi = {hi}")
    y = np.empty_like(x)
    for j in range(x.shape[1]):
        y[:, j] = (x[:, j] - low[j]) * (hi - lo) / (high[j] - low[j] or 1.0) + lo
    return y


@right
def by_weights_of_the_ends(x, low, high, lo=0.0, hi=1.0):
    if hi <= lo:
        raise ValueError("lo is not below hi")
    share = (x - low) / ((high - low) + (high == low).astype(x.dtype))
    return (1 - share) * lo + share * hi


@right
def divides_where_it_can(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("bad lo")
    distance = x - low
    share = np.divide(distance, high - low, out=distance.copy(), where=high > low)
    return share * (hi - lo) + lo
