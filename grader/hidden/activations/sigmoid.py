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
    below_normal = np.array([np.finfo(np.float64).tiny])  # alone, nothing larger than this is close to zero
    agree(np.maximum(np.abs(yours(np.array([-far]))), below_normal), below_normal)


def test_far_out_in_float32(yours, rng):
    """The same in float32, where exp overflows at 89 already."""
    x = np.array([-np.inf, -1000.0, -100.0, 0.0, 100.0, 1000.0, np.inf], dtype=np.float32)
    agree(yours(x), np.array([0.0, 0.0, 0.0, 0.5, 1.0, 1.0, 1.0], dtype=np.float32))


def test_small_results_keep_their_digits(yours, rng):
    """The sigmoid of -40 is 4.2e-18 and that of -700 is 9.9e-305: tiny, but not zero, and with all its digits."""
    for far in (40.0, 80.0, 300.0, 700.0, 20.1):  # one at a time: beside a larger result, an error would look like rounding
        agree(yours(np.array([-far])), 1 / (1 + np.exp([far])))


def test_both_sides_add_up_to_one(yours, rng):
    """The sigmoid of x and the sigmoid of -x add up to 1."""
    x = rng.normal(scale=3.0, size=7)
    agree(yours(x) + yours(-x), np.full(7, 1.0))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number, near zero and far out."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x), sigmoid(x))
    agree(yours(np.full(shape, -1000.0)), np.zeros(shape), scale=1.0)
    agree(yours(np.full(shape, 1000.0)), np.ones(shape))


@mistake(
    "exp(x) overflows to infinity for large x, and infinity divided by infinity is NaN. Use 1 / (1 + exp(-x)) where x is "
    "positive, and keep exp(x) / (1 + exp(x)) for the negative side."
)
def divides_infinity_by_infinity(x):
    return np.exp(x) / (1 + np.exp(x))


@mistake(
    "exp overflows above 709 in float64, but above 88 in float32 already: there your exponential is infinite, and infinity "
    "divided by infinity is NaN. Take exponentials of negative numbers only, then no limit is needed."
)
def overflows_in_float32(x):
    grown = np.exp(np.minimum(x, 709.0))
    return grown / (1 + grown)


@mistake(
    "At plus infinity you subtract infinity from infinity, and that is NaN. In place of x - log(1 + exp(x)) write "
    "-log(1 + exp(-x)), and in place of (x - |x|) / 2 the smaller of x and 0: nothing large is subtracted there."
)
def subtracts_infinity_from_infinity(x):
    return np.exp(x - np.logaddexp(0, x))


@mistake(
    "math.exp raises an OverflowError above 709, where exp of NumPy and PyTorch gives infinity. Use exp(x) / (1 + exp(x)) where "
    "x is negative: then no exponential is taken of a positive number."
)
def overflows_in_python(x):
    return np.array([1 / (1 + math.exp(-value)) for value in x.ravel().tolist()], dtype=x.dtype).reshape(x.shape)


@mistake(
    "Your softplus becomes a straight line above 20, as PyTorch's does by default. Below -20 the sigmoid is then off in the "
    "ninth digit, which float64 still has. Write log(1 + exp(-x)) with logaddexp, or raise the threshold."
)
def trusts_a_straight_softplus(x):
    return np.exp(-np.where(x < -20, -x, np.logaddexp(0, -x)))


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
    "You clip x at -88 and 88, where exp still fits into float32, so everything below -88 gives 6e-39. In float64, -300 gives "
    "5e-131. Choose a form of the formula that does not overflow instead."
)
def clips_at_88(x):
    return sigmoid(np.clip(x, -88, 88))


@mistake(
    "You clip x at -500 and 500, so everything below -500 gives 7e-218. But -700 gives 1e-304, and -1000 gives 0. Choose a form "
    "of the formula that does not overflow instead."
)
def clips_at_500(x):
    return sigmoid(np.clip(x, -500, 500))


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


@mistake("A single number comes back as an array with one axis. Keep the shape of x, also where x has no axis at all.")
def adds_an_axis(x):
    return np.atleast_1d(sigmoid(x))


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
