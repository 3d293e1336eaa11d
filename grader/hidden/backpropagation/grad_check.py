"""Hidden tests of backpropagation/grad_check."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.grad_check import grad_check

independent = (
    "(lambda error: (error <= tol, error))"
    "(max(float(scipy.spatial.distance.canberra([a], [n])) for a, n in zip(analytic.ravel(), numeric.ravel())))"
)


def sample(rng, size="small"):
    """A gradient, another one that is off by a few thousandths, and a tolerance well above or well below that."""
    shape = (1, 1) if size == "ones" else (3, 4)
    analytic = rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 3.0, shape)
    off = rng.uniform(0.002, 0.008, shape)
    return analytic, analytic * (1 + off), float(rng.choice([1e-4, 0.1]))


def test_one_wrong_sign_in_a_thousand(yours, rng):
    """A single flipped sign among a thousand entries has an error of 1, and the check fails."""
    numeric = rng.uniform(0.5, 2.0, 1000)
    analytic = numeric.copy()
    analytic[617] *= -1
    agree(yours(analytic, numeric, 0.5), (False, 1.0))


def test_zeros_agree(yours):
    """Where both gradients are zero the error is zero, and nothing is divided by zero."""
    agree(yours(np.zeros((2, 3)), np.zeros((2, 3))), (True, 0.0))
    agree(yours(np.array([0.0, 3.0]), np.array([0.0, 1.0])), (False, 0.5))


def test_floor(yours):
    """Below 1e-8 the floor stands under the line: it replaces a smaller sum of sizes, and adds nothing to a larger one."""
    agree(yours(np.array([2e-9, 100.0]), np.array([0.0, 108.0]), 0.1), (False, 0.2))
    agree(yours(np.array([2e-8, 100.0]), np.array([1e-8, 108.0]), 0.1), (False, 1 / 3))


@pytest.mark.parametrize("factor", [2.0**20, 2.0**-20, -8.0])
def test_units_do_not_matter(yours, rng, factor):
    """Both gradients in another unit have the same error: it is relative, and small gradients are checked as strictly."""
    analytic, numeric, _ = sample(rng)
    first, second = np.append(factor * analytic, 100.0), np.append(factor * numeric, 100.01)  # which is the best of all entries
    agree(yours(first, second, 1e-4), grad_check(analytic, numeric, 1e-4))


def test_symmetric(yours, rng):
    """It does not matter which of the two is the larger one, nor where the worst entry stands."""
    agree(yours(np.array([1.0, 4.0, 2.0]), np.array([3.0, 4.0, 2.0]), 0.6), (True, 0.5))
    agree(yours(np.array([2.0, 4.0, 3.0]), np.array([2.0, 4.0, 1.0]), 0.6), (True, 0.5))


def test_exactly_the_tolerance(yours):
    """An error that equals tol passes, one that is just above fails."""
    agree(yours(np.array([3.0]), np.array([1.0]), 0.5), (True, 0.5))
    agree(yours(np.array([3.0]), np.array([1.0]), 0.4999), (False, 0.5))


def test_default_tolerance(yours):
    """Without tol an error of 0.8 millionths passes and one of 1.2 millionths does not."""
    agree(bool(yours(np.array([1.0, 5.0]), np.array([1.0 + 1.6e-6, 5.0]))[0]), True)
    agree(bool(yours(np.array([1.0, 5.0]), np.array([1.0 + 2.4e-6, 5.0]))[0]), False)


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_nan_is_never_right(yours, strange):
    """A gradient with a NaN or an infinite entry fails, in whichever of the two it stands."""
    fine, broken = np.array([1.0, 2.0, 3.0]), np.array([1.0, strange, 3.0])
    for pair in [(broken, fine), (fine, broken), (broken, broken)]:
        agree(yours(*pair), (False, np.nan))


def test_shapes_must_match(yours):
    """Arrays of shapes (3,) and (3, 1) are no pair, although they can be subtracted: a ValueError names numeric."""
    agree(yours(np.array([[2.0], [1.0]]), np.array([[2.0], [3.0]]), 0.5), (True, 0.5))
    with pytest.raises(ValueError, match="numeric"):
        yours(np.array([1.0, 2.0, 3.0]), np.array([[1.0], [2.0], [3.0]]))
    with pytest.raises(ValueError, match="numeric"):
        yours(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 2.0, 3.0]))


def errors(analytic, numeric, floor=1e-8):
    """The relative error of each entry."""
    grad_check(analytic, numeric)  # for the check of the shapes
    with np.errstate(all="ignore"):
        return np.abs(analytic - numeric) / np.maximum(floor, np.abs(analytic) + np.abs(numeric))


def judged(error, tol):
    return error <= tol, error


@mistake(
    "This is the absolute error, which is meaningless without the size of the gradient. Divide each difference by the sum of "
    "both sizes."
)
def takes_the_absolute_error(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    return judged(np.max(np.abs(analytic - numeric)), tol)


@mistake("Two zeros give 0 / 0 = NaN, and a correct gradient fails. Below the line stands at least 1e-8.")
def divides_zero_by_zero(analytic, numeric, tol=1e-6):
    return judged(np.max(errors(analytic, numeric, 0.0)), tol)


@mistake("This is the mean error, in which a single wrong entry drowns. Take the largest one.")
def averages(analytic, numeric, tol=1e-6):
    return judged(np.mean(errors(analytic, numeric)), tol)


@mistake("You compare the norms of the arrays, in which a small entry drowns beside large ones. Divide entry by entry, then max.")
def compares_norms(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    length = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    return judged(np.linalg.norm(analytic - numeric) / np.maximum(1e-8, length), tol)


@mistake("You divide by the larger of the two sizes. Here it is their sum, so that no entry has an error above 1.")
def divides_by_the_larger_one(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    size = np.maximum(1e-8, np.maximum(np.abs(analytic), np.abs(numeric)))
    return judged(np.max(np.abs(analytic - numeric) / size), tol)


@mistake("You divide by the size of the numeric gradient alone. Below the line stands the sum of both sizes.")
def divides_by_the_numeric_one(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    return judged(np.max(np.abs(analytic - numeric) / np.maximum(1e-8, np.abs(numeric))), tol)


@mistake("The floor is added to the sum of sizes. It only takes the place of a sum that is smaller: use the maximum of both.")
def adds_the_floor(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    return judged(np.max(np.abs(analytic - numeric) / (np.abs(analytic) + np.abs(numeric) + 1e-8)), tol)


@mistake("Your floor is 1, so that gradients far below 1 are hardly checked at all. It is 1e-8.")
def has_a_floor_of_one(analytic, numeric, tol=1e-6):
    return judged(np.max(errors(analytic, numeric, 1.0)), tol)


@mistake("Below the line the signs cancel. Take the absolute value of each gradient before you add them.")
def adds_before_the_absolute_value(analytic, numeric, tol=1e-6):
    grad_check(analytic, numeric)
    with np.errstate(all="ignore"):
        return judged(np.max(np.abs(analytic - numeric) / np.maximum(1e-8, np.abs(analytic + numeric))), tol)


@mistake("The difference keeps its sign, so that an entry that is too small is never the worst. Take its absolute value.")
def keeps_the_sign(analytic, numeric, tol=1e-6):
    return judged(np.max(np.sign(analytic - numeric) * errors(analytic, numeric)), tol)


@mistake("An error that equals tol is refused. At most tol passes: compare with <= instead of <.")
def refuses_the_tolerance_itself(analytic, numeric, tol=1e-6):
    error = np.max(errors(analytic, numeric))
    return error < tol, error


@mistake("The argument tol has no effect: the limit is always 1e-6. Compare the error with the one that the caller gives.")
def ignores_tol(analytic, numeric, tol=1e-6):
    return grad_check(analytic, numeric)


@mistake("NaN passes: you ask whether the error is too large, and no comparison with NaN is true. Ask whether it is at most tol.")
def lets_nan_pass(analytic, numeric, tol=1e-6):
    error = np.max(errors(analytic, numeric))
    return not error > tol, error


@mistake("Entries that are NaN are skipped. They are the worst of all: use a maximum that passes NaN on.")
def skips_nan(analytic, numeric, tol=1e-6):
    found = errors(analytic, numeric)
    return judged(np.max(found[~np.isnan(found)], initial=0.0), tol)


@mistake(
    "Arrays of different shapes are compared, and broadcasting pairs up entries that do not belong together. Raise a ValueError "
    "that names numeric."
)
def broadcasts(analytic, numeric, tol=1e-6):
    with np.errstate(all="ignore"):
        return judged(np.max(np.abs(analytic - numeric) / np.maximum(1e-8, np.abs(analytic) + np.abs(numeric))), tol)


@mistake("The two results have changed places. First comes the verdict, then the error.")
def returns_the_error_first(analytic, numeric, tol=1e-6):
    return grad_check(analytic, numeric, tol)[::-1]


@mistake("You subtract in place, and the gradient of the caller is gone. Put the difference into a new array.")
def overwrites_the_gradient(analytic, numeric, tol=1e-6):
    result = grad_check(analytic, numeric, tol)
    analytic -= numeric
    return result


@right
def number_by_number(analytic, numeric, tol=1e-6):
    if np.shape(analytic) != np.shape(numeric):
        raise ValueError(f"numeric {np.shape(numeric)} does not fit {np.shape(analytic)}")
    worst = 0.0
    for a, n in zip(analytic.ravel().tolist(), numeric.ravel().tolist(), strict=True):
        error = abs(a - n) / max(1e-8, abs(a) + abs(n))
        if math.isnan(error):
            return False, float("nan")
        worst = max(worst, error)
    return worst <= tol, worst


@right
def size_of_the_pair(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("numeric must have the shape of analytic")
    a, n = np.atleast_1d(analytic).astype(np.float64), np.atleast_1d(numeric).astype(np.float64)
    size = np.stack([np.abs(a), np.abs(n)]).sum(axis=0)
    with np.errstate(all="ignore"):
        error = float((np.abs(n - a) / np.where(size < 1e-8, 1e-8, size)).max())
    return bool(error <= tol), error
