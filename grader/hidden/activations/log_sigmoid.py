"""Hidden tests of activations/log_sigmoid."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.log_sigmoid import log_sigmoid

independent = "torch.nn.functional.logsigmoid(x)"


def sample(rng, size="small"):
    """Logits on both sides of zero."""
    return (rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5)),)


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def test_known_values(yours):
    """The logarithm of the odds gives the logarithm of the probability: odds of 3 to 1 give that of 3/4."""
    agree(yours(np.log([1.0, 3.0, 1 / 3, 9.0])), np.log([0.5, 0.75, 0.25, 0.9]))


def test_far_left(yours):
    """Far to the left it is a straight line, and never minus infinity."""
    for x in (-30.0, -1000.0, -1e8):
        agree(yours(np.array([x])), np.array([x]))  # what is missing from x is some 1e-13 at most
    for x in (-9.0, -11.0, -14.0):
        agree(yours(np.array([x])), np.array([x - np.log1p(np.exp(x))]))


def test_far_right(yours):
    """Far to the right it is small, but not zero, and has all its digits."""
    for x in (21.0, 40.0, 80.0, 300.0, 700.0):  # one at a time: beside a larger result, an error would look like rounding
        agree(yours(np.array([x])), -np.exp([-x]) * (1 - np.exp([-x]) / 2))  # the next term is below rounding


def test_infinity(yours):
    """At minus infinity it is minus infinity, at plus infinity it is zero, and never NaN."""
    agree(yours(np.array([-np.inf, -1.0, np.inf])), np.array([-np.inf, -1.3132616875182228, 0.0]))


def test_far_out_in_float32(yours):
    """The same in float32, where exp overflows at 89 already, and 1 swallows what is below 6e-8."""
    far = np.array([-np.inf, -1000.0, -200.0, 200.0], dtype=np.float32)
    agree(yours(far), np.array([-np.inf, -1000.0, -200.0, 0.0], dtype=np.float32))
    agree(yours(np.array([16.0], dtype=np.float32)), np.array([-1.1253516e-07], dtype=np.float32))


def test_both_sides_differ_by_x(yours, rng):
    """The log-probabilities of yes and no differ by the logit, and the probabilities add up to 1."""
    x = rng.normal(scale=3.0, size=7)
    yes, no = yours(x), yours(-x)
    agree(yes - no, x)
    agree(np.exp(yes) + np.exp(no), np.ones(7))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number, near zero and far out."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x), log_sigmoid(x))
    agree(yours(np.full(shape, -1000.0)), np.full(shape, -1000.0))


@mistake(
    "You round a probability before you take its logarithm: far to the left it is 0, or an exponential has overflowed, and the "
    "logarithm is minus infinity; right of 37 it is exactly 1. Take the logarithm on paper first, and exponentials of negative "
    "numbers only."
)
def takes_the_log_of_the_sigmoid(x):
    return np.log(sigmoid(x))


@mistake(
    "x - log(1 + exp(x)) is made for the left side: on the right exp(x) overflows, and before that, two equal numbers are "
    "subtracted. There write -log1p(exp(-x))."
)
def overflows_on_the_right(x):
    return x - np.log1p(np.exp(x))


@mistake(
    "Right of 37 you add a tiny exponential to 1, which swallows it, and the logarithm is 0. Use log1p: it keeps the digits."
)
def adds_one_by_hand(x):
    return np.minimum(x, 0) - np.log(1 + np.exp(-np.abs(x)))


@mistake(
    "You declare the result to be 0 from some threshold on, 20 for instance. It is small there, but not zero: log1p of the "
    "exponential is right everywhere, without a threshold."
)
def cuts_off_the_right(x):
    return np.where(x > 20, 0, log_sigmoid(x))


@mistake(
    "You add a small constant inside the logarithm. It hides the infinity and puts a floor under the result: at -1000 you get "
    "about -28 and not -1000. Take the logarithm on paper first."
)
def adds_a_small_constant(x):
    return np.log(sigmoid(x) + 1e-12)


@mistake(
    "You keep the exponent from overflowing by a limit, so the result stops at -700 and, in float32, is infinite before that. "
    "Take exponentials of negative numbers only, then no limit is needed."
)
def limits_the_exponent(x):
    return -np.log1p(np.exp(np.minimum(-x, 700.0)))


@mistake(
    "At plus infinity you subtract infinity from infinity, and that is NaN: (x - |x|) / 2 is the smaller of x and 0 for finite "
    "numbers only. Take the minimum itself."
)
def subtracts_infinity_from_itself(x):
    return (x - np.abs(x)) / 2 - np.log1p(np.exp(-np.abs(x)))


@mistake("Your result is positive: this is softplus(-x). The logarithm of a probability is negative, so a minus sign is missing.")
def forgets_the_minus_sign(x):
    return -log_sigmoid(x)


@mistake("You have the exponential of x where that of -x belongs: this is the logarithm of the sigmoid of -x.")
def mirrors_x(x):
    return log_sigmoid(-x)


@mistake("You return the softplus of x, the logarithm of 1 plus the exponential of x. What is asked for is -softplus(-x).")
def is_softplus(x):
    return -log_sigmoid(-x)


@mistake("You take the logarithm to base 2. Losses use the natural logarithm: np.log, or torch.log.")
def takes_the_logarithm_to_base_two(x):
    return log_sigmoid(x) / np.log(2.0).astype(x.dtype)


@mistake("You return the sigmoid and not its logarithm.")
def returns_the_sigmoid(x):
    return sigmoid(x)


@mistake("The part in front of the logarithm is missing: left of zero, x itself has to be added.")
def forgets_the_line(x):
    return -np.log1p(np.exp(-np.abs(x)))


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of x.")
def returns_float32(x):
    return log_sigmoid(x.astype(np.float32))


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with its dtype.")
def returns_float64(x):
    return log_sigmoid(np.asarray(x, dtype=np.float64))


@mistake("You write into x. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x):
    np.copyto(x, log_sigmoid(x))
    return x


@right
def a_form_for_each_side(x):
    result = np.empty_like(x)
    left = x < 0
    result[left] = x[left] - np.log1p(np.exp(x[left]))
    result[~left] = -np.log1p(np.exp(-x[~left]))
    return result


@right
def by_log_sum_exp(x):
    return -np.logaddexp(np.zeros_like(x), -x)


@right
def from_the_sigmoid_of_minus_x(x):
    size = np.abs(x)
    return np.where(x < 0, x, 0) + np.log1p(-np.exp(-size) / (1 + np.exp(-size)))
