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


@mistake("The slope is always 0.01, whatever is asked for. Use the argument negative_slope.")
def ignores_the_slope(x, negative_slope=0.01):
    return leaky_relu(x)


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


@mistake("A float32 input comes back as float64. Allocate results with dtype=x.dtype, and do not convert x or the slope.")
def returns_float64(x, negative_slope=0.01):
    return leaky_relu(np.asarray(x, dtype=np.float64), negative_slope)


@mistake("You scale the negative numbers inside x itself. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x, negative_slope=0.01):
    result = leaky_relu(x, negative_slope)
    np.copyto(x, result)
    return result


@right
def adds_two_parts(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)


@right
def scales_in_a_copy(x, negative_slope=0.01):
    result = x.copy()
    result[x < 0] *= negative_slope
    return result


@right
def number_by_number(x, negative_slope=0.01):
    values = [value if value >= 0 else negative_slope * value for value in x.ravel().tolist()]
    return np.array(values, dtype=x.dtype).reshape(x.shape)
