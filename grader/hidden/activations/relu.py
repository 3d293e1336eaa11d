"""Hidden tests of activations/relu."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.relu import relu

independent = "torch.relu(x)"


def sample(rng, size="small"):
    """Numbers of either sign; the first is negative, because np.vectorize takes the type of its first answer for all."""
    x = rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5))
    x[0, 0, 0] = -abs(x[0, 0, 0]) if x.size > 1 else x[0, 0, 0]
    return (x,)


def test_values(yours, rng):
    """Positive numbers stay as they are, negative ones become zero."""
    x = rng.integers(-9, 10, (4, 7)).astype(float)
    agree(yours(x), np.where(x > 0, x, 0.0), exact=True)


def test_zero_and_its_neighbours(yours, rng):
    """Zero gives zero, whatever its sign, and the smallest steps beside it are told apart."""
    # nothing large beside them: 1e-300 must not look like a rounding error
    agree(yours(np.array([0.0, -0.0, 1e-300, -1e-300])), np.array([0.0, 0.0, 1e-300, 0.0]))


def test_infinite_and_huge(yours, rng):
    """Minus infinity becomes 0, plus infinity stays, and so do the largest floats."""
    agree(yours(np.array([-np.inf, np.inf, 1.7e308, -1.7e308])), np.array([0.0, np.inf, 1.7e308, 0.0]), exact=True)


def test_nan_stays_nan(yours, rng):
    """NaN stays NaN, whatever its sign bit (that of inf - inf is often set), and its neighbours are not disturbed."""
    agree(yours(np.array([[np.nan, -2.0, 3.0], [-1.0, 4.0, -np.nan]])), np.array([[np.nan, 0.0, 3.0], [0.0, 4.0, np.nan]]))
    agree(yours(np.array(np.nan)), np.array(np.nan))


def test_two_halves_make_the_whole(yours, rng):
    """What relu keeps of x, less what it keeps of -x, is x."""
    x = rng.normal(scale=3.0, size=9)
    agree(yours(x) - yours(-x), x)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(-rng.uniform(0.5, 4.0, size=shape))
    agree(yours(x), relu(x))
    agree(yours(np.asarray(-x)), np.asarray(-x))


@mistake(
    "Minus infinity gives NaN, because you compute with it: neither zero times infinity, as with a mask of zeros and ones, nor "
    "infinity minus infinity is a number. Choose between x and zero instead."
)
def computes_with_infinity(x):
    return x * (x > 0)


@mistake(
    "The mean of x and |x| is right on paper only: minus infinity gives NaN, and the largest floats overflow to infinity. "
    "Choose between x and zero."
)
def averages_with_the_absolute_value(x):
    return (x + np.abs(x)) / 2


@mistake(
    "NaN turns into 0, which hides an error. NaN > 0 is false, and fmax prefers a number to NaN: ask whether x is below zero, or "
    "use a function that hands NaN on."
)
def hides_nan(x):
    return np.where(x > 0, x, np.zeros_like(x))


@mistake("This is the absolute value: negative numbers come back positive. They must become zero.")
def takes_the_absolute_value(x):
    return np.abs(x)


@mistake("You keep the negative side and stop the positive one. Take the larger of x and zero, not the smaller.")
def keeps_the_wrong_side(x):
    return np.minimum(x, 0)


@mistake("This is the slope of relu, 0 or 1, and not its value. Where x is positive the result is x itself.")
def is_the_derivative(x):
    return np.where(np.isnan(x), x, np.heaviside(x, np.zeros_like(x)))


@mistake("Results are cut off at 1. ReLU has no upper limit: whatever is positive passes unchanged.")
def cuts_off_at_one(x):
    return np.clip(x, 0, 1)


@mistake("Negative numbers leak through, as in a leaky ReLU. Here they become exactly zero.")
def leaks(x):
    return np.where(x < 0, 0.01 * x, x)


@mistake(
    "A float32 input comes back as float64. Do not convert x, and compare with the plain number 0 or with zeros_like(x): in "
    "NumPy, an array made without dtype=, of zeros or of Python numbers, is float64, and so is the result."
)
def returns_float64(x):
    return np.maximum(x, np.zeros(x.shape))


@mistake("You write the zeros into x itself. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x):
    result = relu(x)
    np.copyto(x, result)
    return result


@right
def sets_zeros_in_a_copy(x):
    result = x.copy()
    result[result < 0] = 0
    return result


@right
def chooses(x):
    return np.where(x < 0, np.zeros_like(x), x)


@right
def clips_from_below(x):
    return np.clip(x, 0, None)


@right
def number_by_number(x):
    result = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        if not x[index] <= 0:
            result[index] = x[index]
    return result
