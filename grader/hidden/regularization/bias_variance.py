"""Hidden tests of regularization/bias_variance."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.bias_variance import bias_variance

independent = (
    "dict(bias2=F.mse_loss(preds.mean(0), f_true), variance=torch.var(preds, 0, correction=0).mean(),"
    " mse=F.mse_loss(preds, f_true.expand_as(preds)) + noise_var)"
)


def sample(rng, size="small"):
    """Predictions that are off by something of their own at each test point, and scattered."""
    r, n = {"ones": (1, 1), "small": (4, 3)}.get(size) or rng.integers(1, 7, 2)
    f_true = rng.normal(size=n)
    return f_true + rng.normal(size=n) + rng.normal(scale=0.7, size=(r, n)), f_true, float(rng.uniform(0.3, 0.8))


def parts(bias2, variance, noise):
    return {"bias2": bias2, "variance": variance, "mse": bias2 + variance + noise}


def test_adds_up(yours, rng):
    """The total is the mean squared error on fresh labels, here two for each point, one above the truth and one below."""
    preds, f_true, noise_var = sample(rng)
    noise = np.sqrt(noise_var)
    total = np.mean([(f_true + noise - preds) ** 2, (f_true - noise - preds) ** 2])
    agree(yours(preds, f_true, noise_var)["mse"], total)


def test_pure_bias(yours):
    """A model that says the same whatever it was trained on has no variance, and all of its error is bias."""
    preds = np.array([[3.0, 1.0], [3.0, 1.0], [3.0, 1.0]])
    agree(yours(preds, np.array([2.0, 4.0]), 0.5), parts(5.0, 0.0, 0.5))


def test_pure_variance(yours):
    """A model that is right on average has no bias, and all of its error is variance."""
    agree(yours(np.array([[3.0, 1.0], [1.0, 7.0]]), np.array([2.0, 4.0]), 0.25), parts(0.0, 5.0, 0.25))


def test_bias_does_not_cancel(yours):
    """Too high at one point and too low at another is a bias: squares come before the average."""
    preds = np.array([[5.0, 1.0], [3.0, 1.0]])
    agree(yours(preds, np.array([2.0, 3.0]), 0.0), parts(4.0, 0.5, 0.0))


def test_one_training_set(yours):
    """A single training set shows no variance, and everything looks like bias."""
    agree(yours(np.array([[1.0, 2.0, 4.0]]), np.array([1.0, 4.0, 5.0]), 2.0), parts(5 / 3, 0.0, 2.0))


def test_keeps_digits(yours):
    """A small variance beside large predictions keeps its digits."""
    preds = 2.0**20 + np.array([[1.0, 0.0], [-1.0, 0.0]]) * 2.0**-20
    agree(yours(preds, np.array([2.0**20, 2.0**20]), 0.0)["variance"], 2.0**-41)


def test_noise_counts_once(yours):
    """The noise is added once, and not taken from what was measured."""
    preds, f_true = np.array([[1.0, 2.0], [1.0, 4.0]]), np.array([1.0, 3.0])
    for noise_var in (0.0, 0.0625, 16.0):
        agree(yours(preds, f_true, noise_var), parts(0.0, 0.5, noise_var))


def test_negative_noise(yours, rng):
    """A noise_var below 0 raises a ValueError that names it."""
    preds, f_true, _ = sample(rng)
    with pytest.raises(ValueError, match="noise_var"):
        yours(preds, f_true, -0.5)


@mistake("Your variance divides by R - 1, and the parts no longer add up. Divide by R, the number of training sets.")
def divides_by_one_less(preds, f_true, noise_var):
    variance = bias_variance(preds, f_true, noise_var)["variance"]
    rows = preds.dtype.type(len(preds))
    with np.errstate(all="ignore"):
        return bias_variance(preds, f_true, noise_var) | parts(
            np.mean((preds.mean(axis=0) - f_true) ** 2), variance * (rows / (rows - 1)), noise_var
        )


@mistake("You average the bias over the points before you square it, and errors of opposite signs cancel. Square first.")
def averages_the_bias_first(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(np.mean(preds.mean(axis=0) - f_true) ** 2, found["variance"], noise_var)


@mistake(
    "This is the squared error of all predictions, with the variance in it. The bias is that of their mean over training sets."
)
def takes_the_error_for_the_bias(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(np.mean((preds - f_true) ** 2), found["variance"], noise_var)


@mistake("You average over the test points and not over the training sets. The mean prediction is that along the first axis.")
def averages_over_the_points(preds, f_true, noise_var):
    bias_variance(preds, f_true, noise_var)
    centre = preds.mean(axis=1, keepdims=True)
    return parts(np.mean((centre - f_true) ** 2), np.mean((preds - centre) ** 2), noise_var)


@mistake("Your variance is about one mean for all points. Each test point has its own: subtract the mean of its column.")
def takes_one_mean_for_all(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], preds.var(), noise_var)


@mistake("The bias is not squared. It enters the error as a square: average the squares of mean prediction minus truth.")
def forgets_the_square(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(np.mean(np.abs(preds.mean(axis=0) - f_true)), found["variance"], noise_var)


@mistake("You return the sum over the test points. Each source of error is averaged over them.")
def sums_over_the_points(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"] * len(f_true), found["variance"] * len(f_true), noise_var)


@mistake("The total lacks the noise. Fresh labels are scattered about the truth, which no prediction can foresee: add noise_var.")
def forgets_the_noise(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return found | {"mse": found["bias2"] + found["variance"]}


@mistake("The noise is counted twice. It is in the labels only: add noise_var once.")
def counts_the_noise_twice(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return found | {"mse": found["mse"] + noise_var}


@mistake("You square noise_var, which is a variance and so a square already.")
def squares_the_noise(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], found["variance"], noise_var**2)


@mistake("The mean of squares minus the square of the mean cancels beside large predictions. Square the deviations instead.")
def subtracts_two_squares(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], np.mean((preds**2).mean(axis=0) - preds.mean(axis=0) ** 2), noise_var)


@mistake("A noise_var below 0 passes unnoticed. Check it first, and raise a ValueError that names noise_var.")
def checks_nothing(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, abs(noise_var))
    return parts(found["bias2"], found["variance"], noise_var)


@right
def number_by_number(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError(f"noise_var = {noise_var}")
    bias2 = variance = total = preds.dtype.type(0)
    for column, truth in zip(preds.T, f_true, strict=True):
        centre = column.mean()
        bias2 += (centre - truth) ** 2 / preds.dtype.type(len(f_true))
        for value in column:
            variance += (value - centre) ** 2 / preds.dtype.type(preds.size)
            total += ((value - truth) ** 2 + preds.dtype.type(noise_var)) / preds.dtype.type(preds.size)
    return {"mse": total, "bias2": bias2, "variance": variance}


@right
def by_library(preds, f_true, noise_var):
    if not noise_var >= 0:
        raise ValueError("noise_var")
    bias = np.average(preds, axis=0) - f_true
    return parts(bias @ bias / len(bias), np.var(preds, axis=0).mean(), noise_var)
