"""Hidden tests of tensors/standardize_fit."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.standardize_fit import standardize_fit

independent = "torch.std_mean(x, dim=0, correction=0)[::-1]"


def sample(rng, size="small"):
    """Five rows of three features, neither centred nor of unit variance."""
    n, d = (1, 1) if size == "ones" else (5, 3)
    return (rng.normal(size=(n, d)) * np.array([0.5, 2.0, 3.0])[:d] + np.array([-4.0, 3.0, 7.0])[:d],)


def test_columns_and_not_rows(yours):
    """Statistics are those of the columns: rows (1, 1000), (2, 3000), (3, 2000) have means 2 and 2000."""
    mean, std = yours(np.array([[1.0, 1000.0], [2.0, 3000.0], [3.0, 2000.0]]))
    agree(mean, np.array([2.0, 2000.0]))
    agree(std / np.array([1.0, 1000.0]), np.sqrt([2 / 3, 2 / 3]))


def test_divides_by_all_rows(yours):
    """The values 2, 4, 4, 4, 5, 5, 7, 9 have a mean of 5 and a standard deviation of exactly 2."""
    mean, std = yours(np.array([[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]]).T)
    agree(mean, np.array([5.0]))
    agree(std, np.array([2.0]))


def test_makes_unit_variance(yours, rng):
    """With these numbers the training set gets columns of mean 0 and variance 1, whatever their units."""
    x = rng.normal(size=(50, 4)) * np.array([1e-6, 1.0, 30.0, 1e6]) + np.array([1e-6, -2.0, 5.0, 0.0])
    mean, std = yours(x)
    z = (x - mean) / std
    agree(z.mean(axis=0), np.zeros(4), scale=1.0)
    agree((z**2).mean(axis=0), np.ones(4))


def test_shift_and_scale(yours, rng):
    """Adding to a column moves its mean alone; a factor of -3 stretches its standard deviation by 3."""
    x = rng.normal(size=(7, 2))
    mean, std = yours(x)
    agree(yours(x + np.array([5.0, -8.0])), (mean + np.array([5.0, -8.0]), std))
    agree(yours(-3 * x), (-3 * mean, 3 * std))


def test_far_from_zero(yours):
    """Values close together and far from zero keep the digits of their standard deviation."""
    seconds = 1.75e9 + np.array([[-3.0], [1.0], [1.0], [1.0]])
    mean, std = yours(seconds)
    agree(mean - 1.75e9, np.zeros(1), scale=1.75e9)
    agree(std, np.sqrt([3.0]), scale=1.75e9)  # the mean itself is rounded there


@pytest.mark.parametrize(("value", "n"), [(0.1, 3), (0.7, 6), (-1 / 3, 10), (1e9 + 0.1, 7), (5.3, 1)])
def test_constant_column(yours, value, n):
    """A constant column, or a single row, has a standard deviation of exactly 0 and its value as the mean."""
    mean, std = yours(np.full((n, 1), value))
    agree(mean, np.array([value]))
    agree(std, np.array([0.0]))


def test_tiny_spread_is_not_constant(yours):
    """A column with a spread of a billionth is not constant and keeps it, beside one that is."""
    _, std = yours(np.array([[2e-9, 0.1], [-2e-9, 0.1], [2e-9, 0.1], [-2e-9, 0.1]]))
    agree(float(std[0]), 2e-9)


def test_no_rows(yours):
    """A table without rows raises a ValueError that names x."""
    with pytest.raises(ValueError, match=r"\bx\b"):
        yours(np.zeros((0, 3)))


def checked(x):
    if not x.shape[0]:
        raise ValueError("x")


@mistake(
    "These are the statistics of each row, which mix metres with euros. A feature is a column: average over the rows, axis 0."
)
def takes_the_statistics_of_rows(x):
    checked(x)
    return x.mean(axis=1), x.std(axis=1)


@mistake("There is one mean and one standard deviation for the whole table. Every column has its own: average over axis 0 alone.")
def takes_one_number_for_all_columns(x):
    checked(x)
    return np.full(x.shape[1], x.mean()), np.full(x.shape[1], x.std())


@mistake("You divide by N - 1, as torch.std does unasked. The population form divides by N: use correction=0 or ddof=0.")
def divides_by_one_less(x):
    mean, std = standardize_fit(x)
    n = x.dtype.type(len(x))
    return mean, std * np.sqrt(n / (n - 1))


@mistake("The second result is the variance. Take the square root: a standard deviation has the unit of the feature.")
def returns_the_variance(x):
    mean, std = standardize_fit(x)
    return mean, std**2


@mistake("The two results have changed places. The mean comes first, the standard deviation second.")
def swaps_the_results(x):
    return standardize_fit(x)[::-1]


@mistake("You average the squares without subtracting the mean first. Spread is measured from the mean, not from zero.")
def measures_spread_from_zero(x):
    return standardize_fit(x)[0], np.sqrt((x**2).mean(axis=0))


@mistake(
    "You subtract the squared mean from the mean square. Far from zero these are two large, almost equal numbers, and the "
    "digits are lost. Subtract the mean from the values before you square them."
)
def subtracts_two_large_numbers(x):
    mean, std = standardize_fit(x)
    return mean, np.where(std > 0, np.sqrt(np.maximum((x**2).mean(axis=0) - mean**2, 0)), 0).astype(x.dtype)


@mistake(
    "A constant column keeps a tiny standard deviation, since its mean has been rounded, and dividing by it makes noise of "
    "size 1. Where all values of a column are equal, it is exactly 0."
)
def leaves_the_rounding(x):
    checked(x)
    mean = x.sum(axis=0) / len(x)
    return mean, np.sqrt(((x - mean) ** 2).mean(axis=0))


@mistake("A small standard deviation is rounded to 0. Only a column whose values are all equal is constant, whatever its unit.")
def takes_small_for_zero(x):
    mean, std = standardize_fit(x)
    return mean, np.where(std < 1e-7, 0, std).astype(x.dtype)


@mistake("A constant column gets 1 in place of 0. Report what is there: the repair belongs into standardize_apply.")
def hides_a_constant_column(x):
    mean, std = standardize_fit(x)
    return mean, np.where(std == 0, 1, std).astype(x.dtype)


@mistake("You add a small number to the standard deviation. Return it as it is: who divides by it looks for the zeros.")
def adds_eps(x):
    mean, std = standardize_fit(x)
    return mean, (std + 1e-8).astype(x.dtype)


@mistake("You average the absolute deviations. The standard deviation squares them, averages, and takes the root.")
def averages_absolute_deviations(x):
    mean, _ = standardize_fit(x)
    return mean, np.abs(x - mean).mean(axis=0)


@mistake("The first result is the median. Here it is the mean: the sum of the column, divided by the number of rows.")
def takes_the_median(x):
    return np.median(x, axis=0) if len(x) else x, standardize_fit(x)[1]


@mistake("The results have an axis of length 1 in front. Return one number for each column, two arrays of length D.")
def keeps_the_axis(x):
    mean, std = standardize_fit(x)
    return mean[None], std[None]


@mistake("Without rows you return NaN, the mean of nothing. Raise a ValueError that names x.")
def averages_nothing(x):
    return standardize_fit(x) if len(x) else (np.full(x.shape[1], np.nan), np.full(x.shape[1], np.nan))


@mistake(
    "The statistics are float64 for float32 data, and will turn everything that they touch into float64. Keep the dtype of x."
)
def returns_float64(x):
    mean, std = standardize_fit(x)
    return mean.astype(np.float64), std.astype(np.float64)


@mistake("The data are centred in place, and x has changed after the call. Put the differences into a new array.")
def overwrites_x(x):
    mean, std = standardize_fit(x)
    x -= mean
    return mean, std


@right
def asks_for_the_range(x):
    if x.shape[0] < 1:
        raise ValueError("x is empty")
    return x.mean(axis=0), np.where(x.min(axis=0) == x.max(axis=0), x.dtype.type(0), x.std(axis=0))


@right
def welford_row_by_row(x):
    if not len(x):
        raise ValueError("no rows in x")
    mean, squares = x[0].copy(), np.zeros_like(x[0])
    for i in range(1, len(x)):
        delta = x[i] - mean
        mean = mean + delta / (i + 1)
        squares = squares + delta * (x[i] - mean)
    return mean, np.sqrt(squares / len(x))


@right
def column_by_column(x):
    if len(x) == 0:
        raise ValueError("x")
    mean, std = np.empty_like(x[0]), np.empty_like(x[0])
    for j, column in enumerate(x.T):
        mean[j] = np.sum(column) / len(column)
        std[j] = 0 if (column == column[0]).all() else np.linalg.norm(column - mean[j]) / len(column) ** 0.5
    return mean, std
