"""Hidden tests of regularization/ridge_polyfit."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.ridge_polyfit import ridge_polyfit

independent = (
    "torch.linalg.solve((x ** torch.arange(degree + 1)[:, None]) @ (x[:, None] ** torch.arange(degree + 1))"
    " + lam * torch.diag((torch.arange(degree + 1) > 0).double()), (x ** torch.arange(degree + 1)[:, None]) @ y)"
)


def sample(rng, size="small"):
    """A few scattered points, and a degree well below their number."""
    if size == "ones":
        return rng.normal(size=1), rng.normal(size=1), 1, 0.5
    n, degree, lam = (int(rng.integers(6, 12)), int(rng.integers(0, 4)), rng.uniform(0.2, 2)) if size == "random" else (9, 3, 0.7)
    return rng.permutation(np.linspace(-1.25, 1, n)), rng.normal(size=n) + 1, degree, float(lam)


def test_recovers_a_cubic(yours):
    """Points on a cubic give back its coefficients, lowest power first, and higher ones of zero."""
    x = np.array([-2.0, -1.0, 0.0, 1.0, 2.0, 3.0])
    agree(yours(x, 4 - 2 * x + 3 * x**2 - x**3, 3), np.array([4.0, -2.0, 3.0, -1.0]))
    agree(yours(x, 4 - 2 * x + 3 * x**2 - x**3, 4), np.array([4.0, -2.0, 3.0, -1.0, 0.0]))


def test_shrinks_the_slope(yours):
    """The slope of a line is sum(x y) / (sum(x x) + lam), both sums about the means; the line still goes through the means."""
    x, y = np.array([-1.0, 0.0, 1.0]), np.array([0.0, 1.0, 5.0])
    for lam, slope in [(0.5, 2.0), (3.0, 1.0), (8.0, 0.5)]:
        agree(yours(x, y, 1, lam), np.array([2.0, slope]))
        agree(yours(x + 3, y, 1, lam), np.array([2.0 - 3 * slope, slope]))


def test_strong_penalty(yours, rng):
    """An enormous lam leaves nothing but the mean of y, and degree 0 gives it with any lam."""
    x, y, _, _ = sample(rng)
    agree(yours(x, y, 3, 1e15), np.array([y.mean(), 0.0, 0.0, 0.0]))
    for lam in (0.0, 2.5):
        agree(yours(x, y, 0, lam), y.mean(keepdims=True))


def test_free_intercept(yours, rng):
    """A constant added to y is added to the intercept, and nothing else changes."""
    x, y, degree, lam = sample(rng)
    moved = yours(x, y + 16, degree, lam) - yours(x, y, degree, lam)
    agree(moved, np.array([16.0, 0.0, 0.0, 0.0]))


def test_is_the_minimum(yours, rng):
    """The derivative of error plus penalty by every coefficient is zero."""
    x, y, degree, lam = sample(rng)
    c = yours(x, y, degree, lam)
    powers = x[:, None] ** np.arange(degree + 1)
    agree(powers.T @ (powers @ c - y) + lam * np.array([0, *c[1:]]), np.zeros(degree + 1), scale=10.0)


def test_sum_and_not_mean(yours, rng):
    """Every point twice and lam twice is the same problem: the error is a sum."""
    x, y, degree, lam = sample(rng)
    twice = yours(np.concatenate([x, x]), np.concatenate([y, y]), degree, 2 * lam)
    agree(twice, ridge_polyfit(x, y, degree, lam))


def test_overfits(yours):
    """With as many coefficients as points the curve passes through all of them, noise included."""
    x, y = np.array([-1.0, -0.5, 0.0, 0.5, 1.0]), np.array([0.25, -0.5, 1.5, 0.125, -2.0])
    c = yours(x, y, 4)
    agree((x[:, None] ** np.arange(5)) @ c, y)


def test_keeps_digits(yours):
    """At degree 11 all coefficients come back with nine digits, which the normal equations cannot do."""
    x, c = np.linspace(-1, 1, 16), np.array([1.0, -2.0, 3.0, 1.0, -1.0, 2.0, -3.0, 1.0, 2.0, -1.0, 1.0, -2.0])
    agree(yours(x, (x[:, None] ** np.arange(12)) @ c, 11), c)


def test_negative_lam(yours, rng):
    """A lam below 0 raises a ValueError that names it."""
    x, y, degree, _ = sample(rng)
    with pytest.raises(ValueError, match="lam"):
        yours(x, y, degree, -0.25)


def solved(x, y, powers, penalty):
    """Least squares with other columns, or other rows below them."""
    rows = np.concatenate([powers, penalty]).astype(x.dtype)
    return np.linalg.lstsq(rows, np.concatenate([y, np.zeros(len(penalty), dtype=x.dtype)]))[0]


@mistake("The intercept is penalised too, and pulls the curve towards zero. The penalty begins with the coefficient of x.")
def penalises_the_intercept(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, np.vander(x, degree + 1, increasing=True), np.sqrt(lam) * np.eye(degree + 1))


@mistake("The highest power comes first, as in np.vander and np.polyfit. The lowest is asked for first.")
def puts_the_highest_power_first(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, lam)[::-1].copy()


@mistake(
    "In a matrix with the highest power first you leave out the first coefficient from the penalty: it is not the intercept."
)
def spares_the_highest_power(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, np.vander(x, degree + 1), np.sqrt(lam) * np.eye(degree + 1)[1:])[::-1].copy()


@mistake("You solve the normal equations, which square the condition number: too few digits are left. Use least squares on V.")
def solves_the_normal_equations(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    powers = np.vander(x, degree + 1, increasing=True).astype(x.dtype)
    penalty = np.diag([0.0] + [lam] * degree).astype(x.dtype)
    return np.linalg.solve(powers.T @ powers + penalty, powers.T @ y)


@mistake("lam is not used: this is ordinary least squares. Add the penalty on the coefficients.")
def ignores_lam(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return ridge_polyfit(x, y, degree)


@mistake("Your extra rows hold lam, and they are squared: the penalty is lam squared. Put its square root there.")
def squares_lam(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return ridge_polyfit(x, y, degree, lam**2)


@mistake("You weigh the penalty against the mean of the squared errors. The sum is asked for: leave out the number of points.")
def averages_the_error(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, lam * len(x))


@mistake("There is a factor of one half before the error, so the penalty counts twice. Leave both sums as they are.")
def halves_the_error(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, 2 * lam)


@mistake("The highest power is missing. Degree d has d + 1 coefficients, from the power 0 to the power d.")
def stops_one_power_early(x, y, degree, lam=0.0):
    ridge_polyfit(x, y, degree, lam)
    return solved(x, y, np.vander(x, degree, increasing=True), np.sqrt(lam) * np.eye(degree)[1:])


@mistake("You centre y before the fit and never add the mean back. It belongs to the intercept.")
def loses_the_mean(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y - y.mean(), degree, lam)


@mistake("You centre x and keep the coefficients of the centred powers. They belong to x - mean: fit the powers of x itself.")
def centres_x(x, y, degree, lam=0.0):
    return ridge_polyfit(x - x.mean(), y, degree, lam)


@mistake("A float32 input comes back as float64. Build the extra rows in the dtype of x.")
def returns_float64(x, y, degree, lam=0.0):
    return ridge_polyfit(x.astype(np.float64), y.astype(np.float64), degree, lam)


@mistake("A lam below 0 passes unnoticed, or ends as NaN. Check it first, and raise a ValueError that names lam.")
def checks_nothing(x, y, degree, lam=0.0):
    return ridge_polyfit(x, y, degree, max(lam, 0.0))


@right
def by_centred_columns(x, y, degree, lam=0.0):
    """With the means gone the intercept is gone, and a singular value s becomes s / (s**2 + lam)."""
    if lam < 0:
        raise ValueError(f"lam = {lam}")
    if degree == 0:
        return y.mean(keepdims=True)
    powers = np.stack([x**k for k in range(1, degree + 1)], axis=1)
    u, s, vt = np.linalg.svd(powers - powers.mean(axis=0), full_matrices=False)
    s = np.maximum(s, np.finfo(s.dtype).tiny ** 0.25)
    slopes = vt.T @ (s / (s * s + lam) * (u.T @ (y - y.mean())))
    return np.concatenate([[y.mean() - powers.mean(axis=0) @ slopes], slopes]).astype(x.dtype)


@right
def by_qr(x, y, degree, lam=0.0):
    if not lam >= 0:
        raise ValueError("lam")
    rows = np.zeros((len(x) + degree, degree + 1), dtype=x.dtype)
    for k in range(degree + 1):
        rows[: len(x), k] = x**k
        if k:
            rows[len(x) + k - 1, k] = np.sqrt(lam)
    q, r = np.linalg.qr(rows)
    return np.linalg.solve(r, q[: len(x)].T @ y)
