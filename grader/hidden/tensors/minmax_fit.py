"""Hidden tests of tensors/minmax_fit."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.minmax_fit import minmax_fit

independent = "torch.sort(x, dim=0).values[[0, -1]].unbind()"


def sample(rng, size="small"):
    """Five rows of three features, one of them below zero and one above."""
    n, d = (1, 1) if size == "ones" else (5, 3)
    return (rng.normal(size=(n, d)) + np.array([-6.0, 0.0, 7.0])[:d],)


def test_columns_and_not_rows(yours):
    """Each column has its own range, also in a square table."""
    got = yours(np.array([[1.0, 500.0, -3.0], [4.0, 100.0, -5.0], [2.0, 300.0, -4.0]]))
    agree(got, (np.array([1.0, 100.0, -5.0]), np.array([4.0, 500.0, -3.0])), exact=True)


def test_negative_and_positive(yours):
    """A column below zero has a largest value below zero, and one above zero a smallest above."""
    got = yours(np.array([[-3.0, 8.0], [-9.0, 2.0], [-1.0, 6.0], [-5.0, 4.0]]))
    agree(got, (np.array([-9.0, 2.0]), np.array([-1.0, 8.0])), exact=True)


def test_order_of_rows(yours, rng):
    """The order of the rows does not matter: the extremes are found wherever they stand."""
    x = rng.permutation(np.arange(28.0)).reshape(7, 4)
    want = minmax_fit(x)
    for shift in range(7):
        agree(yours(np.roll(x, shift, axis=0)), want, exact=True)


def test_nothing_is_trimmed(yours):
    """A single outlier in a thousand rows is the largest value, like it or not."""
    x = np.linspace(0.0, 1.0, 1000)[:, None]
    agree(yours(np.concatenate([x, [[77.0]], x - 0.5])), (np.array([-0.5]), np.array([77.0])), exact=True)


@pytest.mark.parametrize("n", [1, 4], ids=["one_row", "four_rows"])
def test_constant_column(yours, n):
    """A constant column, or a single row, is its own smallest and largest value."""
    agree(yours(np.full((n, 2), [2.5, -0.1])), (np.array([2.5, -0.1]), np.array([2.5, -0.1])))


def test_nan_is_seen(yours):
    """A NaN makes both numbers of its column NaN, wherever it stands, and leaves the other columns alone."""
    for place in range(3):
        x = np.array([[3.0, -1.0], [1.0, -2.0], [2.0, -6.0]])
        x[place, 0] = np.nan
        agree(yours(x), (np.array([np.nan, -6.0]), np.array([np.nan, -1.0])))


def test_infinity_is_a_number(yours):
    """Infinite entries are the extremes of their column."""
    got = yours(np.array([[1.0, 4.0], [-np.inf, np.inf], [2.0, 3.0]]))
    agree(got, (np.array([-np.inf, 3.0]), np.array([2.0, np.inf])))
    for far in (np.inf, -np.inf):
        agree(yours(np.full((2, 1), far)), (np.array([far]), np.array([far])))


def test_no_rows(yours):
    """A table without rows raises a ValueError that names x."""
    with pytest.raises(ValueError, match=r"\bx\b"):
        yours(np.zeros((0, 3)))


def checked(x):
    if not x.shape[0]:
        raise ValueError("x")


@mistake("These are the extremes of each row, which compare metres with euros. A feature is a column: go along axis 0.")
def takes_the_extremes_of_rows(x):
    checked(x)
    return x.min(axis=1), x.max(axis=1)


@mistake("There is one range for the whole table, and the feature with the largest unit decides. Take one for each column.")
def takes_one_range_for_all_columns(x):
    checked(x)
    return np.full(x.shape[1], x.min()), np.full(x.shape[1], x.max())


@mistake("The two results have changed places. The smallest value comes first, the largest second.")
def swaps_the_results(x):
    return minmax_fit(x)[::-1]


@mistake("The second result is the width of the range. Return the largest value itself: the difference is taken later.")
def returns_the_width(x):
    low, high = minmax_fit(x)
    return low, high - low


@mistake("You return where the extremes stand, not what they are. Ask for the values: min and max, not argmin and argmax.")
def returns_the_places(x):
    checked(x)
    return x.argmin(axis=0), x.argmax(axis=0)


@mistake("Your search begins at zero, so a column of one sign gets a range that reaches to zero. Begin with the first row.")
def begins_at_zero(x):
    low, high = minmax_fit(x)
    return np.minimum(low, 0), np.maximum(high, 0)


@mistake("You compare magnitudes and forget the sign. -40 is smaller than -20: compare the values themselves.")
def compares_magnitudes(x):
    low, high = minmax_fit(np.abs(x))
    return low, high


@mistake("You take the first and the last row for the extremes, as if the table were sorted. Look at all rows.")
def takes_the_first_and_last_row(x):
    checked(x)
    return x[0].copy(), x[-1].copy()


@mistake("The extremes are trimmed: you return percentiles. That may be wise, but here the range is that of all values.")
def trims_outliers(x):
    checked(x)
    low, high = minmax_fit(x)
    inside = np.sort(x, axis=0)[1:-1]
    return (inside[0], inside[-1]) if len(x) > 100 else (low, high)


@mistake("NaN is skipped, and a gap in the data is covered up. Let it through: min and max do, nanmin and nanmax do not.")
def skips_nan(x):
    checked(x)
    return np.nanmin(x, axis=0), np.nanmax(x, axis=0)


@mistake("One NaN spoils the ranges of all columns. Only the column that holds it has no range.")
def spreads_nan(x):
    low, high = minmax_fit(x)
    return low + 0 * np.sum(np.where(np.isnan(x), x, 0)), high + 0 * np.sum(np.where(np.isnan(x), x, 0))


@mistake("You leave infinite entries out. They are treated as numbers here, the smallest and the largest ones.")
def leaves_out_infinity(x):
    checked(x)
    low, high = np.where(np.isinf(x), np.inf, x).min(axis=0), np.where(np.isinf(x), -np.inf, x).max(axis=0)
    return low, high


@mistake("The results have an axis of length 1 in front. Return one number for each column, two arrays of length D.")
def keeps_the_axis(x):
    low, high = minmax_fit(x)
    return low[None], high[None]


@mistake("Without rows you hand out infinities, the start of your search. Raise a ValueError that names x.")
def searches_nothing(x):
    return minmax_fit(x) if len(x) else (np.full(x.shape[1], np.inf), np.full(x.shape[1], -np.inf))


@mistake("The ranges are float64 for float32 data, and will turn everything that they touch into float64. Keep the dtype of x.")
def returns_float64(x):
    low, high = minmax_fit(x)
    return low.astype(np.float64), high.astype(np.float64)


@mistake("The columns are sorted in place, and x has changed after the call. Sort a copy, or do not sort at all.")
def sorts_in_place(x):
    checked(x)
    x.sort(axis=0)
    return x[0].copy(), x[-1].copy()


@right
def row_by_row(x):
    if len(x) < 1:
        raise ValueError("no rows in x")
    low, high = x[0].copy(), x[0].copy()
    for row in x[1:]:
        low, high = np.minimum(low, row), np.maximum(high, row)
    return low, high


@right
def by_reduction_of_columns(x):
    if x.shape[0] == 0:
        raise ValueError("x")
    columns = np.ascontiguousarray(x.T)
    return -np.maximum.reduce(-columns, axis=1), np.maximum.reduce(columns, axis=1)


@right
def plain_python(x):
    if not len(x):
        raise ValueError("x is empty")
    gaps = [any(map(np.isnan, column)) for column in x.T]
    low = [np.nan if gap else min(column) for gap, column in zip(gaps, x.T, strict=True)]
    high = [np.nan if gap else max(column) for gap, column in zip(gaps, x.T, strict=True)]
    return np.array(low, dtype=x.dtype), np.array(high, dtype=x.dtype)
