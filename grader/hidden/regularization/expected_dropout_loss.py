"""Hidden tests of regularization/expected_dropout_loss."""

import itertools

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.expected_dropout_loss import expected_dropout_loss

independent = (
    "(lambda kept: ((p ** (1 - kept) * (1 - p) ** kept).prod(1) * ((y - (kept / (1 - p) * weight) @ x.T) ** 2).sum(1)).sum())"
    "(torch.cartesian_prod(*[torch.arange(2).to(x)] * len(weight)).reshape(-1, len(weight)))"
)


def sample(rng, size="small"):
    """Labels that the weights do not fit, and a p far from 0.5."""
    n, d = (1, 1) if size == "ones" else (5, 3)
    return rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=d), 0.3


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_mean_over_all_masks(yours, rng, p):
    """It is the mean of the loss over all masks, each with its probability: one sample, four features, sixteen masks."""
    x, y, weight = rng.normal(size=4), rng.normal(), rng.normal(size=4)
    total = 0.0
    for kept in itertools.product([0, 1], repeat=4):
        mask = np.array(kept) / (1 - p)
        total += p ** (4 - sum(kept)) * (1 - p) ** sum(kept) * (y - (mask * x) @ weight) ** 2
    agree(yours(x[None], np.array([y]), weight, p), total)


def test_sum_over_samples(yours, rng):
    """Samples add up: the loss of all is the sum of the losses of each."""
    x, y, weight, p = sample(rng)
    agree(sum(yours(x[i : i + 1], y[i : i + 1], weight, p) for i in range(5)), yours(x, y, weight, p))
    agree(yours(np.concatenate([x, x]), np.concatenate([y, y]), weight, p), 2 * expected_dropout_loss(x, y, weight, p))


def test_no_dropout(yours, rng):
    """With p = 0 it is the sum of squared errors and nothing else."""
    x, y, weight, _ = sample(rng)
    agree(yours(x, y, weight, 0.0), np.sum((y - x @ weight) ** 2))


def test_perfect_fit(yours):
    """Weights that fit perfectly still have a loss: 4 * 9 + 1 * 4 = 40 at p = 0.5, a quarter of it at 0.2."""
    x, weight = np.array([[2.0, 1.0]]), np.array([3.0, -2.0])
    for p, loss in [(0.5, 40.0), (0.2, 10.0), (0.9, 360.0)]:
        agree(yours(x, x @ weight, weight, p), loss)


def test_weights_of_zero(yours, rng):
    """Weights of zero pay no penalty, whatever p is: what is left is the sum of squared labels."""
    x, y, _, _ = sample(rng)
    for p in (0.1, 0.99):
        agree(yours(x, y, np.zeros(3), p), np.sum(y**2))


def test_weights_are_spread(yours):
    """Of two equal features it is cheaper to use both by half than one alone: the penalty is half as large."""
    x, y = np.array([[3.0, 3.0], [-1.0, -1.0], [0.0, 0.0]]), np.array([6.0, -2.0, 0.0])
    agree(yours(x, y, np.array([2.0, 0.0]), 0.75), 3 * 40.0)
    agree(yours(x, y, np.array([1.0, 1.0]), 0.75), 3 * 20.0)


def test_units_of_a_feature(yours, rng):
    """Metres or millimetres: a feature times a thousand and its weight divided by a thousand change nothing."""
    x, y, weight, p = sample(rng)
    scale = np.array([1000.0, 1.0, 0.001])
    agree(yours(x * scale, y, weight / scale, p), yours(x, y, weight, p))
    agree(yours(x, y, weight, p), expected_dropout_loss(x, y, weight, p))


def test_bad_p(yours, rng):
    """A p of 1 or more, or below 0, raises a ValueError that names it."""
    x, y, weight, _ = sample(rng)
    for p in (1.5, -0.25, 1.0):
        with pytest.raises(ValueError, match=r"\bp\b"):
            yours(x, y, weight, p)


def loss(x, y, weight, p, strength, penalty):
    """The squared error plus strength times another penalty, for a p that is allowed."""
    expected_dropout_loss(x, y, weight, p)
    return ((y - x @ weight) ** 2).sum() + strength * penalty


@mistake("This is the loss without dropout. The predictions vary from mask to mask: add the sum of their variances.")
def forgets_the_variance(x, y, weight, p):
    return loss(x, y, weight, p, 0, 0)


@mistake("Only the penalty is in your result. The mean prediction has an error as well: add the sum of squared errors.")
def forgets_the_error(x, y, weight, p):
    expected_dropout_loss(x, y, weight, p)
    return p / (1 - p) * ((x * weight) ** 2).sum() + 0.0


@mistake("You take p for the probability to keep. Here p is the probability to drop: a mask entry has the variance p / (1 - p).")
def takes_p_for_the_share_kept(x, y, weight, p):
    return loss(x, y, weight, p, float(np.divide(1 - p, p)) if p else np.inf, ((x * weight) ** 2).sum())


@mistake(
    "The masks are not scaled in your formula, so that predictions shrink. Kept entries are 1 / (1 - p): the mean of the mask "
    "is 1."
)
def forgets_the_scale(x, y, weight, p):
    expected_dropout_loss(x, y, weight, p)
    return ((y - (1 - p) * x @ weight) ** 2).sum() + p * (1 - p) * ((x * weight) ** 2).sum()


@mistake("p (1 - p) is the variance of a mask of zeros and ones. The scale 1 / (1 - p) enters as a square: it is p / (1 - p).")
def takes_the_variance_unscaled(x, y, weight, p):
    return loss(x, y, weight, p, p * (1 - p), ((x * weight) ** 2).sum())


@mistake("1 / (1 - p) is the mean square of a mask entry. Its variance is that minus the square of its mean, 1: p / (1 - p).")
def takes_the_mean_square(x, y, weight, p):
    return loss(x, y, weight, p, 1 / (1 - p), ((x * weight) ** 2).sum())


@mistake("The strength of your penalty is p. Kept entries are scaled up, which adds to the noise: it is p / (1 - p).")
def multiplies_by_p(x, y, weight, p):
    return loss(x, y, weight, p, p, ((x * weight) ** 2).sum())


@mistake(
    "You square whole predictions, as if all features of a sample were dropped together. Square each contribution, then add up."
)
def drops_whole_samples(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), ((x @ weight) ** 2).sum())


@mistake(
    "Your penalty is a plain ridge. How much a dropped entry matters depends on its size: weight it by the sum of x**2 in its "
    "column."
)
def penalises_by_plain_ridge(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (weight**2).sum())


@mistake("The ridge has the number of samples as its strength, as if all features had a mean square of 1. Use the sums of x**2.")
def assumes_standardised_features(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p) * len(x), (weight**2).sum())


@mistake("You subtract the mean of each feature before squaring. What is dropped is the feature itself: square x as it is.")
def centres_the_features(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (((x - x.mean(axis=0)) * weight) ** 2).sum())


@mistake("Your penalty takes absolute values. A variance is a square: sum the squares of x times weight.")
def penalises_absolute_values(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), np.abs(x * weight).sum())


@mistake("The weight enters without a square. A constant comes out of a variance squared: sum x**2 times weight**2.")
def forgets_to_square_the_weight(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (x**2 @ weight).sum())


@mistake("The penalty has the wrong sign. Noise makes the expected loss larger: add the variance.")
def subtracts_the_variance(x, y, weight, p):
    return loss(x, y, weight, p, -p / (1 - p), ((x * weight) ** 2).sum())


@mistake("You divide by the number of samples. The sum over all of them is asked for.")
def takes_the_mean_over_samples(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) / len(x)


@mistake("There is a factor of one half in your loss. The sum of squares is asked for, as it is.")
def takes_half_of_it(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) / 2


@mistake(
    "A p that is not allowed gives a number, or another error. Check it first, 1 included, and raise a ValueError that names p."
)
def checks_nothing(x, y, weight, p):
    return loss(x, y, weight, 0.0, p / (1 - p), ((x * weight) ** 2).sum())


@mistake("A p of exactly 1 is let through, which divides by zero. It has to be below 1: raise a ValueError that names p.")
def lets_one_pass(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) if p != 1 else np.inf


@right
def by_the_matrix(x, y, weight, p):
    if p < 0 or p >= 1:
        raise ValueError(f"p = {p}")
    gram = x.T @ x
    error = weight @ gram @ weight - 2 * (y @ x) @ weight + y @ y
    return error + p / (1 - p) * (weight @ np.diag(np.diag(gram)) @ weight)


@right
def number_by_number(x, y, weight, p):
    if not (p >= 0 and p < 1):
        raise ValueError("p is no probability below 1")
    total = x.dtype.type(0)
    for row, label in zip(x, y, strict=True):
        error, variance = label, x.dtype.type(0)
        for a, w in zip(row, weight, strict=True):
            error = error - a * w
            variance += a * a * w * w
        total += error * error + x.dtype.type(p / (1 - p)) * variance
    return total


@right
def by_moments(x, y, weight, p):
    """The mean square of a prediction, term by term: with the mask, a square counts 1 / (1 - p) times, a product of two once."""
    if not 0 <= p < 1:
        raise ValueError("p")
    moments = 1.0 + np.eye(len(weight), dtype=x.dtype) * (p / (1 - p))
    parts = x * weight
    square = np.einsum("ij,jk,ik->", parts, moments.astype(x.dtype), parts)
    return (y * y).sum() - 2 * (y[:, None] * parts).sum() + square
