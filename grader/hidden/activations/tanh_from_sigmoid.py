"""Hidden tests of activations/tanh_from_sigmoid."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.tanh_from_sigmoid import tanh_from_sigmoid

independent = "torch.tanh(x)"


def sample(rng, size="small"):
    """Numbers of either sign, none of them so small that the rounding of 1 would show."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.uniform(0.2, 3.0, shape) * rng.choice([-1.0, 1.0], shape)
    x.flat[0] = -abs(x.flat[0])
    return (x,)


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def test_known_values(yours):
    """At the logarithm of 2 it is 3/5, at that of 3 it is 4/5, and at zero it is zero."""
    agree(yours(np.log([2.0, 1 / 3, 1.0, 3.0, 0.5])), np.array([0.6, -0.8, 0.0, 0.8, -0.6]))
    agree(yours(np.log([2.0, 3.0])) - np.array([0.6, 0.8]), np.zeros(2), scale=1.0)


@pytest.mark.parametrize("far", [1000.0, np.inf], ids=["1000", "infinity"])
def test_far_out(yours, far):
    """Far out, and at infinity, it is -1 on the left and 1 on the right, and never NaN."""
    agree(yours(np.array([-far, 0.0, far])), np.array([-1.0, 0.0, 1.0]))


def test_far_out_in_float32(yours):
    """The same in float32, where exp overflows at 89 already."""
    x = np.array([-np.inf, -1000.0, -60.0, 0.0, 60.0, 1000.0, np.inf], dtype=np.float32)
    agree(yours(x), np.array([-1.0, -1.0, -1.0, 0.0, 1.0, 1.0, 1.0], dtype=np.float32))


def test_not_cut_off(yours):
    """At 5 and at 8 it has come close to 1, and is not there yet."""
    for x in (5.0, 8.0):
        agree(yours(np.array([x, -x])), np.array([1 - 2 / (np.exp(2 * x) + 1), 2 / (np.exp(2 * x) + 1) - 1]))


def test_odd(yours, rng):
    """The mirror image of x has the mirror image of tanh."""
    x = rng.uniform(0.3, 3.0, 7)
    agree(yours(-x), -yours(x))
    agree(yours(x), (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x)))


def test_slope(yours):
    """Its slope is 1 minus its square: 1 at the origin, four times that of the sigmoid."""
    x, step = np.array([0.0, np.log(2.0), -np.log(3.0)]), 1e-4
    slope = (8 * (yours(x + step) - yours(x - step)) - yours(x + 2 * step) + yours(x - 2 * step)) / (12 * step)
    agree(slope, np.array([1.0, 0.64, 0.36]), scale=100.0)  # finite differences are right to ten digits


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number, near zero and far out."""
    x = np.asarray(rng.uniform(0.3, 2.0, size=shape))
    agree(yours(x), tanh_from_sigmoid(x))
    agree(yours(np.full(shape, -1000.0)), np.full(shape, -1.0))


@mistake("The factor inside is missing: 2 * sigmoid(x) - 1 is the tanh of half of x. Take the sigmoid of 2 * x.")
def forgets_the_inner_two(x):
    return 2 * sigmoid(x) - 1


@mistake("The factor outside is missing: your results lie between -1 and 0. Stretch the sigmoid to twice its height first.")
def forgets_the_outer_two(x):
    return sigmoid(2 * x) - 1


@mistake("Your results lie between 0 and 2. Subtract 1, so that they are centred at zero.")
def forgets_to_centre(x):
    return 2 * sigmoid(2 * x)


@mistake("Your results lie between -1/2 and 1/2. Centre the sigmoid after it has been stretched to twice its height.")
def centres_without_stretching(x):
    return sigmoid(2 * x) - 0.5


@mistake("You return the sigmoid of 2 * x. Tanh lies between -1 and 1: stretch it to twice the height and centre it at zero.")
def stays_a_sigmoid(x):
    return sigmoid(2 * x)


@mistake(
    "exp(x) overflows for large x, and infinity divided by infinity is NaN. Take exponentials of negative numbers only, as in "
    "the stable sigmoid."
)
def divides_infinity_by_infinity(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@mistake(
    "exp overflows above 709 in float64, but above 88 in float32 already: there infinity divided by infinity is NaN. Take "
    "exponentials of negative numbers only, then no limit is needed."
)
def overflows_in_float32(x):
    grown = np.exp(np.clip(2 * x, -709.0, 709.0))
    return (grown - 1) / (grown + 1)


@mistake("You clip the input, at 5 or so, to keep exp from overflowing. But tanh goes on towards 1: leave the input as it is.")
def clips_the_input(x):
    return tanh_from_sigmoid(np.clip(x, -4.5, 4.5))


@mistake(
    "You cut off at -1 and 1 and leave a straight line between. This is the hard tanh, an approximation; write the real one."
)
def is_a_hard_tanh(x):
    return np.clip(x, -1, 1)


@mistake("You lose the sign of x: tanh of a negative number is negative. Where you work with |x|, give the sign back at the end.")
def loses_the_sign(x):
    return tanh_from_sigmoid(np.abs(x))


@mistake("Your tanh has the wrong sign: it falls where it should rise. Mind the sign in the exponential, and what you subtract.")
def turns_the_sign(x):
    return -tanh_from_sigmoid(x)


@mistake("You find the sign as x / |x|, which is NaN at zero, and at infinity too. Use the sign function, or no sign at all.")
def divides_by_the_size(x):
    return tanh_from_sigmoid(np.abs(x)) * (x / np.abs(x))


@mistake("This is the slope of tanh, 1 - tanh(x)**2, and not tanh itself.")
def returns_the_slope(x):
    return 1 - tanh_from_sigmoid(x) ** 2


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of x.")
def returns_float32(x):
    return tanh_from_sigmoid(x.astype(np.float32))


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with its dtype.")
def returns_float64(x):
    return tanh_from_sigmoid(np.asarray(x, dtype=np.float64))


@mistake("You double x in place. Make a new array: the caller still needs x as it was.")
def overwrites_the_input(x):
    x *= 2
    return 2 * sigmoid(x) - 1


@right
def by_the_library(x):
    return np.tanh(x)


@right
def overflows_harmlessly(x):
    return 1 - 2 / (np.exp(2 * x) + 1)


@right
def sign_at_the_end(x):
    shrunk = np.expm1(-2 * np.abs(x))
    return np.sign(x) * -shrunk / (2 + shrunk)


@right
def difference_of_two_sigmoids(x):
    return sigmoid(2 * x) - sigmoid(-2 * x)
