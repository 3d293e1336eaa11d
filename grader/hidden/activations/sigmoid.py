"""Hidden tests of activations/sigmoid."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.sigmoid import sigmoid

independent = "torch.sigmoid(x)"


def sample(rng, size="small"):
    """Logits on both sides of zero, most of them where the sigmoid is far from flat."""
    return (rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5)),)


def test_known_values(yours, rng):
    """Zero gives one half, and the logarithm of the odds gives the probability back: log 3 gives 3/4."""
    odds = np.array([1.0, 3.0, 1 / 3, 9.0, 1 / 4])
    agree(yours(np.log(odds)), np.array([0.5, 0.75, 0.25, 0.9, 0.2]))


def test_not_saturated_at_one(yours, rng):
    """Inputs just above 1 are far from saturated: 1 gives 0.731, 2 gives 0.881."""
    agree(yours(np.array([1.0, 2.0, -1.0])), np.array([0.7310585786300049, 0.8807970779778823, 0.2689414213699951]))


@pytest.mark.parametrize("far", [1000.0, np.inf], ids=["1000", "infinity"])
def test_far_out(yours, rng, far):
    """Far out, and at infinity, it is 0 on the left and 1 on the right, and never NaN."""
    agree(yours(np.array([-far, 0.0, far])), np.array([0.0, 0.5, 1.0]))


def test_small_results_keep_their_digits(yours, rng):
    """The sigmoid of -40 is 4.2e-18 and that of -300 is 5.1e-131: tiny, but not zero."""
    x = np.array([-40.0, -80.0, -300.0])
    agree(yours(x) / np.exp(x), np.array([1.0, 1.0, 1.0]))


def test_both_sides_add_up_to_one(yours, rng):
    """The sigmoid of x and the sigmoid of -x add up to 1."""
    x = rng.normal(scale=3.0, size=7)
    agree(yours(x) + yours(-x), np.full(7, 1.0))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x), sigmoid(x))


@mistake(
    "exp(x) overflows to infinity for large x, and infinity divided by infinity is NaN. Use 1 / (1 + exp(-x)) where x is "
    "positive, and keep exp(x) / (1 + exp(x)) for the negative side."
)
def divides_infinity_by_infinity(x):
    return np.exp(x) / (1 + np.exp(x))


@mistake("The sign is wrong: you compute the sigmoid of -x. The exponential in the denominator is that of minus x.")
def forgets_the_minus_sign(x):
    return sigmoid(-x)


@mistake("1 / 1 + exp(-x) divides first and adds afterwards. Put brackets around the denominator: 1 / (1 + exp(-x)).")
def forgets_the_brackets(x):
    return 1 / 1 + np.exp(-x)


@mistake(
    "You clip x to a narrow range to keep exp from overflowing. That changes the values outside of it, and kills their "
    "gradient. Choose a form of the formula that does not overflow instead."
)
def clips_the_input(x):
    return sigmoid(np.clip(x, -20, 20))


@mistake(
    "Small results are rounded to zero: you subtract numbers that are almost equal, as in 1 - sigmoid(-x) or "
    "0.5 * (1 + tanh(x / 2)). For negative x use exp(x) / (1 + exp(x)), which subtracts nothing."
)
def loses_small_results(x):
    return 0.5 * (1 + np.tanh(x / 2))


@mistake("This is the sigmoid of 2x. If you go through tanh, halve its argument: (1 + tanh(x / 2)) / 2.")
def forgets_to_halve(x):
    return 0.5 * (1 + np.tanh(x))


@mistake("This is tanh, with results between -1 and 1. The sigmoid lies between 0 and 1: it is (1 + tanh(x / 2)) / 2.")
def is_tanh(x):
    return np.tanh(x)


@mistake(
    "This is the 'hard' sigmoid, a straight line cut off at 0 and 1. The sigmoid is a curve that comes close to 0 and 1 but "
    "does not reach them: use the exponential."
)
def is_the_hard_sigmoid(x):
    return np.clip(x / 6 + 0.5, 0, 1)


@mistake("A float32 input comes back as float64. Do not convert x, and do not allocate the result without dtype=x.dtype.")
def returns_float64(x):
    return sigmoid(np.asarray(x, dtype=np.float64))


@mistake("You write into the input, for instance through out=x or x *= -1. Make a new array: the caller still needs x.")
def overwrites_the_input(x):
    result = sigmoid(x)
    np.negative(x, out=x)
    return result


@right
def as_the_formula_stands(x):
    return 1 / (1 + np.exp(-x))  # warns of an overflow, but 1 / infinity is the right zero


@right
def one_branch_for_each_sign(x):
    result = np.empty_like(x)
    positive = x >= 0
    result[positive] = 1 / (1 + np.exp(-x[positive]))
    grown = np.exp(x[~positive])
    result[~positive] = grown / (1 + grown)
    return result


@right
def through_the_logarithm(x):
    return np.exp(-np.logaddexp(0, -x))


@right
def number_by_number(x):
    def one(value):
        if value >= 0:
            return 1 / (1 + math.exp(-value))
        return math.exp(value) / (1 + math.exp(value))

    return np.array([one(value) for value in x.ravel().tolist()], dtype=x.dtype).reshape(x.shape)
