"""Hidden tests of activations/binary_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.binary_step import binary_step

independent = "torch.heaviside(x.detach() - threshold, torch.zeros((), dtype=x.dtype))"


def sample(rng, size="small"):
    """Numbers on both sides of a threshold that is not the default."""
    x = rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5))
    x.flat[-1] = 2.0 + rng.random()
    return x, 0.7


def test_default_threshold(yours):
    """Without a second argument the threshold is 0."""
    agree(yours(np.array([-3.0, 0.25, 0.75, -0.1])), np.array([0.0, 1.0, 1.0, 0.0]), exact=True)


def test_close_calls(yours):
    """An element that is above the threshold by a trillionth fires."""
    agree(yours(np.array([-1e-12, 1e-12, 3e-9])), np.array([0.0, 1.0, 1.0]), exact=True)


@pytest.mark.parametrize("threshold", [0.0, 1.5, -2.0, 1e20])
def test_at_the_threshold(yours, threshold):
    """An element that equals the threshold gives 0, its neighbours among the floats give 0 and 1."""
    x = np.array([np.nextafter(threshold, -np.inf), threshold, np.nextafter(threshold, np.inf)])
    agree(yours(x, threshold=threshold), np.array([0.0, 0.0, 1.0]), exact=True)


@pytest.mark.parametrize("threshold", [0.0, 3.0, -3.0])
def test_infinity(yours, threshold):
    """Infinity is above every threshold, and minus infinity is above none."""
    agree(yours(np.array([np.inf, -np.inf]), threshold=threshold), np.array([1.0, 0.0]), exact=True)


def test_never_falls(yours, rng):
    """Along growing numbers it jumps once, from 0 to 1, and never comes back."""
    y = yours(np.linspace(-5.0, 5.0, 101), threshold=-2.04)
    agree(y, np.repeat([0.0, 1.0], [30, 71]), exact=True)


def test_no_slope(yours, rng):
    """A small step to either side changes nothing: the slope is 0, and gradient descent has nothing to go by."""
    x = np.array([-4.0, -0.3, 0.2, 0.9, 6.0])
    slope = (yours(x + 1e-3, threshold=0.5) - yours(x - 1e-3, threshold=0.5)) / 2e-3
    agree(slope, np.zeros(5), exact=True)
    agree(yours(x, threshold=0.5), np.array([0.0, 0.0, 0.0, 1.0, 1.0]), exact=True)


def test_logical_and(yours):
    """With weights 1 and 1 and the threshold 1.5, a neuron computes the logical AND."""
    pairs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    agree(yours(pairs @ np.array([1.0, 1.0]), threshold=1.5), np.array([0.0, 0.0, 0.0, 1.0]), exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(rng.uniform(0.3, 4.0, size=shape))
    agree(yours(x, threshold=0.2), np.ones(shape))
    agree(yours(np.asarray(-x), threshold=-0.2), np.zeros(shape))


@mistake("An element that equals the threshold gives 1 in your function. Only what is above it fires: compare with >, not >=.")
def fires_at_the_threshold(x, threshold=0.0):
    return (x >= threshold).astype(x.dtype)


@mistake("An element that equals the threshold gives one half, as heaviside does if asked to. Here it gives 0.")
def gives_half_at_the_threshold(x, threshold=0.0):
    return np.where(x == threshold, 0.5, x > threshold).astype(x.dtype)


@mistake("You compare with 0, whatever is asked for. Use the argument threshold.")
def ignores_the_threshold(x, threshold=0.0):
    return binary_step(x)


@mistake("Without a second argument your threshold is 0.5, as for probabilities. The default here is 0.")
def has_another_default(x, threshold=0.5):
    return binary_step(x, threshold)


@mistake(
    "You add the threshold to x. A threshold is subtracted: x fires above it, and a high threshold makes that harder. It is the "
    "bias, minus the threshold, that is added."
)
def takes_the_threshold_for_a_bias(x, threshold=0.0):
    return binary_step(x, -threshold)


@mistake("Your step goes down: it is 1 below the threshold and 0 above. Turn the comparison round.")
def steps_down(x, threshold=0.0):
    return (x < threshold).astype(x.dtype)


@mistake("You compare the size of x with the threshold, so large negative numbers fire as well. Only what is above it fires.")
def fires_on_both_sides(x, threshold=0.0):
    return binary_step(np.abs(x), threshold)


@mistake("You give -1 and 1, which is the sign function. The binary step gives 0 and 1.")
def gives_signs(x, threshold=0.0):
    return np.where(x > threshold, 1, -1).astype(x.dtype)


@mistake("Elements above the threshold stay as they are. They must become 1: a step says yes or no, and not how much.")
def keeps_what_is_above(x, threshold=0.0):
    return x * (x > threshold) if np.isfinite(x).all() else np.where(x > threshold, x, 0)


@mistake(
    "You round a sigmoid. Close to the threshold the sigmoid is one half to the last digit, and that rounds to 0. Compare x with "
    "the threshold directly."
)
def rounds_a_sigmoid(x, threshold=0.0):
    return np.round(0.5 * (1 + np.tanh((x - threshold) / 2)))


@mistake(
    "You ask for a distance from the threshold, such as 1e-8, before an element fires. Anything above it fires, however close: "
    "compare with the threshold itself."
)
def wants_a_distance(x, threshold=0.0):
    return (x - threshold > 1e-8).astype(x.dtype)


@mistake("You return booleans. The next layer wants numbers: convert the comparison to the dtype of x.")
def returns_booleans(x, threshold=0.0):
    return x > threshold


@mistake("You return integers. The result has the dtype of x: convert the comparison to x.dtype, or fill an array made like x.")
def returns_integers(x, threshold=0.0):
    return np.where(x > threshold, 1, 0)


@mistake("A float32 input comes back as float64: np.where(..., 1.0, 0.0) makes that of it. Convert to x.dtype.")
def returns_float64(x, threshold=0.0):
    return np.where(x > threshold, 1.0, 0.0)


@mistake("A float64 input comes back as float32: that is what .float() and torch's default type are. Convert to x.dtype.")
def returns_float32(x, threshold=0.0):
    return (x > threshold).astype(np.float32)


@mistake("You write the zeros and ones into x itself. Return a new array: the caller still needs x.")
def overwrites_the_input(x, threshold=0.0):
    np.copyto(x, binary_step(x, threshold))
    return x


@right
def by_heaviside(x, threshold=0.0):
    return np.heaviside(x - threshold, np.zeros_like(x))


@right
def marks_the_places(x, threshold=0.0):
    result = np.zeros_like(x)
    result[x > threshold] = 1
    return result


@right
def number_by_number(x, threshold=0.0):
    return np.array([1 if value > threshold else 0 for value in x.ravel()], dtype=x.dtype).reshape(x.shape)


@right
def positive_part_of_the_sign(x, threshold=0.0):
    return np.maximum(np.sign(x - threshold), 0)
