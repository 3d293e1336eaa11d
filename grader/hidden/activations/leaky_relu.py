"""Hidden tests of activations/leaky_relu."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.leaky_relu import leaky_relu

independent = "torch.nn.functional.leaky_relu(x, negative_slope)"


def sample(rng, size="small"):
    """Numbers of either sign and a slope that is not the default."""
    return rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5)), 0.3


def test_default_slope(yours, rng):
    """Without a second argument the slope is 0.01."""
    agree(yours(np.array([-300.0, 5.0, -7.0])), np.array([-3.0, 5.0, -0.07]))


@pytest.mark.parametrize("negative_slope", [0.5, 2.0, -0.5, -4.0])
def test_any_slope(yours, rng, negative_slope):
    """Any slope works, also above 1 and below 0: positive numbers stay, the others are scaled."""
    x = np.array([-6.0, 3.0, -2.0, 8.0, 1.0])
    want = np.array([-6.0 * negative_slope, 3.0, -2.0 * negative_slope, 8.0, 1.0])
    agree(yours(x, negative_slope=negative_slope), want, exact=True)


@pytest.mark.parametrize("negative_slope", [1e20, -1e20])
def test_steep_slope(yours, rng, negative_slope):
    """Positive numbers come out as they went in, however steep the slope, even where the slope times x would overflow."""
    for x in (np.array([3.0, 0.25, 7.0]), np.array([1e300, 3e290])):
        agree(yours(x, negative_slope=negative_slope), x)


def test_flat_slope(yours, rng):
    """However flat the slope, a little of the negative numbers gets through."""
    agree(yours(np.array([-3.0, -8.0, -0.5]), negative_slope=1e-20), np.array([-3e-20, -8e-20, -5e-21]))


def test_slope_of_zero_is_relu(yours, rng):
    """A slope of 0 gives ReLU."""
    x = rng.integers(-9, 10, (3, 8)).astype(float)
    agree(yours(x, negative_slope=0.0), np.maximum(x, 0), exact=True)


def test_slope_of_one_is_the_identity(yours, rng):
    """A slope of 1 gives back the input."""
    x = rng.normal(size=(3, 4))
    agree(yours(x, negative_slope=1.0), x, exact=True)


def test_zero_stays_zero(yours, rng):
    """Zero gives zero for any slope."""
    agree(yours(np.array([0.0, -1.0, 0.0, 2.0]), negative_slope=3.0), np.array([0.0, -3.0, 0.0, 2.0]), exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(-rng.uniform(0.5, 4.0, size=shape))
    agree(yours(x, negative_slope=0.2), leaky_relu(x, negative_slope=0.2))
    agree(yours(np.asarray(-x), negative_slope=0.2), np.asarray(-x))


@mistake(
    "Taking the larger of x and slope * x is right only while the slope is at most 1: with a slope of 2 it gives 6 at x = 3. "
    "Let the sign of x decide which rule applies."
)
def takes_the_larger(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)


@mistake(
    "Between 0 and 1 you take the larger of x and slope * x, elsewhere the smaller. For a slope below 0 this is wrong: both "
    "sides come out negative. Let the sign of x decide which rule applies, then no slope is special."
)
def takes_the_smaller_below_zero(x, negative_slope=0.01):
    return (np.maximum if 0 <= negative_slope <= 1 else np.minimum)(x, negative_slope * x)


@mistake("The slope is always 0.01, whatever is asked for. Use the argument negative_slope.")
def ignores_the_slope(x, negative_slope=0.01):
    return leaky_relu(x)


@mistake(
    "A slope of 0 is taken for a missing one: 0 counts as false, so `negative_slope or 0.01` is 0.01. Use the argument as it is."
)
def takes_zero_for_missing(x, negative_slope=0.01):
    return leaky_relu(x, negative_slope or 0.01)


@mistake("Without a second argument your slope is 0.2, as in some other libraries. The default here is 0.01.")
def has_another_default(x, negative_slope=0.2):
    return leaky_relu(x, negative_slope)


@mistake("Negative numbers become zero: this is plain ReLU. Scale them by negative_slope instead.")
def is_plain_relu(x, negative_slope=0.01):
    return np.maximum(x, 0)


@mistake("The slope sits on the wrong side: you scale the positive numbers. They stay as they are, the negative ones are scaled.")
def scales_the_positive_side(x, negative_slope=0.01):
    return np.where(x > 0, negative_slope * x, x)


@mistake("Every negative number becomes the slope itself. It must become the slope times x.")
def forgets_to_multiply_by_x(x, negative_slope=0.01):
    return np.where(x < 0, np.full_like(x, negative_slope), x)


@mistake("You scale the size of a negative number and lose its sign. Multiply x itself by the slope, not its absolute value.")
def loses_the_sign(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * np.abs(x))


@mistake("This is an ELU, which bends on the negative side. The leaky ReLU is a straight line there: the slope times x.")
def is_an_elu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * np.expm1(np.minimum(x, 0)))


@mistake(
    "One formula for both sides, such as ((1 + a) x + (1 - a) |x|) / 2, is right on paper only: beside a steep slope the 1 is "
    "lost in rounding, and the positive numbers with it. Let the sign of x decide which rule applies."
)
def cancels(x, negative_slope=0.01):
    return ((1 + negative_slope) * x + (1 - negative_slope) * np.abs(x)) / 2


@mistake(
    "You scale all of x and wipe out what is not wanted with a mask of zeros. Where the slope times x overflows, infinity times "
    "zero is NaN. Choose between the two numbers, or scale the negative part alone."
)
def multiplies_by_masks(x, negative_slope=0.01):
    return x * (x > 0) + negative_slope * x * (x <= 0)


@mistake(
    "The slope is rounded to float32, so a float64 result is right to seven digits only. In PyTorch, torch.where of two plain "
    "numbers and torch.tensor(0.01) are float32: multiply x by the number itself, or give dtype=x.dtype."
)
def rounds_the_slope(x, negative_slope=0.01):
    return leaky_relu(x, float(np.float32(negative_slope)))


@mistake(
    "A float32 input comes back as float64, as with an array of slopes made from plain numbers. Give every new array "
    "dtype=x.dtype, and do not convert x."
)
def returns_float64(x, negative_slope=0.01):
    return leaky_relu(np.asarray(x, dtype=np.float64), negative_slope)


@mistake("You scale the negative numbers inside x itself. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x, negative_slope=0.01):
    result = leaky_relu(x, negative_slope)
    np.copyto(x, result)
    return result


@right
def chooses(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * x)


@right
def scales_in_a_copy(x, negative_slope=0.01):
    result = x.copy()
    result[x < 0] *= negative_slope
    return result


@right
def number_by_number(x, negative_slope=0.01):
    values = [value if value >= 0 else negative_slope * value for value in x.ravel().tolist()]
    return np.array(values, dtype=x.dtype).reshape(x.shape)
