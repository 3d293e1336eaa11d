"""Hidden tests of activations/sigmoid_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.sigmoid_backward import sigmoid_backward

independent = "torch.autograd.functional.vjp(torch.sigmoid, y.logit(), grad_output, create_graph=True)[1]"


def sample(rng, size="small"):
    """Gradients of either sign and outputs between 0 and 1."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    return rng.normal(size=shape), rng.uniform(0.02, 0.98, size=shape)


def test_quarter_at_one_half(yours, rng):
    """At an output of one half the slope has its largest value, a quarter."""
    grad_output = np.array([4.0, -8.0, 1.0])
    agree(yours(grad_output, np.array([0.5, 0.5, 0.5])), np.array([1.0, -2.0, 0.25]), exact=True)


def test_saturated_units_pass_nothing(yours, rng):
    """Where the output is exactly 0 or 1 the gradient is exactly zero."""
    agree(yours(np.array([3.0, -5.0, 2.0]), np.array([0.0, 1.0, 1.0])), np.array([0.0, 0.0, 0.0]))


def test_nearly_saturated_units_pass_their_share(yours, rng):
    """Close to 0 and 1 the slope is small and not zero: a large enough gradient from above gets through."""
    slopes = np.array([1e-20, 1e-12, 2.0**-26, 2.0**-40])
    y = np.array([1e-20, 1e-12, 1 - 2.0**-26, 1 - 2.0**-40])  # so that y - y * y, too, is exact next to 1
    agree(yours(1 / slopes, y), np.ones(4) - slopes)


def test_is_the_derivative(yours, rng):
    """It is the derivative of the sigmoid, times the gradient from above."""
    x, grad_output, step = rng.normal(scale=2.0, size=(4, 3)), rng.normal(size=(4, 3)), 1e-30
    slope = np.imag(1 / (1 + np.exp(-(x + 1j * step)))) / step  # a step into the complex plane: no rounding error
    agree(yours(grad_output, 1 / (1 + np.exp(-x))), grad_output * slope)


def test_follows_the_incoming_gradient(yours, rng):
    """Twice the gradient from above gives twice the result, and none gives none, in a new array, too."""
    y = np.array([0.1, 0.3, 0.9])
    agree(yours(np.array([0.0, 2.0, -4.0]), y), np.array([0.0, 0.42, -0.36]))
    agree(yours(np.zeros(3), y), np.zeros(3))


def test_vanishes_over_ten_layers(yours, rng):
    """Ten sigmoids at their steepest shrink a gradient of 1 to less than a millionth."""
    grad, half = np.array([1.0, -2.0]), np.array([0.5, 0.5])
    for _ in range(10):
        grad = yours(grad, half)
    agree(grad, np.array([0.25**10, -2 * 0.25**10]), exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    grad_output, y = np.asarray(rng.normal(size=shape)), np.asarray(rng.uniform(0.1, 0.9, size=shape))
    agree(yours(grad_output, y), sigmoid_backward(grad_output, y))


@mistake("You apply the sigmoid to y once more. y is already the output of the forward pass: use it as it is.")
def applies_the_sigmoid_again(grad_output, y):
    return sigmoid_backward(grad_output, 1 / (1 + np.exp(-y)))


@mistake("The gradient from above is missing: this is only the slope of the sigmoid. Multiply it by grad_output.")
def drops_grad_output(grad_output, y):
    return y * (1 - y)


@mistake("The factor 1 - y is missing. The slope of the sigmoid is y times (1 - y), not y.")
def forgets_one_minus_y(grad_output, y):
    return grad_output * y


@mistake("The factor y is missing. The slope of the sigmoid is y times (1 - y), not 1 - y.")
def forgets_y(grad_output, y):
    return grad_output * (1 - y)


@mistake("1 - y**2 is the slope of tanh. The slope of the sigmoid is y times (1 - y).")
def is_the_slope_of_tanh(grad_output, y):
    return grad_output * (1 - y**2)


@mistake("The arguments have changed places: you take the slope from grad_output. It is y that goes into y times (1 - y).")
def mixes_up_the_arguments(grad_output, y):
    return sigmoid_backward(y, grad_output)


@mistake(
    "You keep y away from 0 and 1, so that saturated units pass a little gradient. There the gradient is exactly zero: "
    "nothing is divided here, so nothing needs protection."
)
def protects_against_nothing(grad_output, y):
    return sigmoid_backward(grad_output, np.clip(y, 1e-7, 1 - 1e-7))


@mistake(
    "You call a unit saturated when y is close to 0 or 1. Only exactly there the slope is zero: y times (1 - y) says so by "
    "itself, without a threshold."
)
def saturates_early(grad_output, y):
    return np.where(np.minimum(y, 1 - y) < 1e-6, 0, sigmoid_backward(grad_output, y))


@mistake(
    "You go back to x by a logarithm and take the derivative there. At an output of 0 or 1 x is infinite, and infinity divided "
    "by infinity is NaN. The slope needs y alone: y times (1 - y)."
)
def goes_back_to_the_logit(grad_output, y):
    e = np.exp(-np.log(y / (1 - y)))
    return grad_output * (e / (1 + e) ** 2)


@mistake(
    "You divide by the size of the batch. If the loss is a mean, grad_output has that factor already: multiply by the slope only."
)
def divides_by_the_batch_size(grad_output, y):
    return sigmoid_backward(grad_output, y) / (len(y) if y.ndim > 1 else 1)


@mistake(
    "You put the slopes on the diagonal of a matrix, which fails for more than one axis. The sigmoid works element by element: "
    "multiply grad_output by the slopes element by element."
)
def builds_a_diagonal_matrix(grad_output, y):
    return np.diag(y * (1 - y)) @ grad_output


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(grad_output, y):
    return sigmoid_backward(grad_output.astype(np.float32), y.astype(np.float32))


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(grad_output, y):
    return sigmoid_backward(np.asarray(grad_output, dtype=np.float64), y)


@mistake("You multiply grad_output in place. Return a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, y):
    grad_output *= y * (1 - y)
    return grad_output


@mistake("You turn y into the slope in place. Make a new array: the output of the forward pass may be needed elsewhere.")
def overwrites_y(grad_output, y):
    y *= 1 - y
    return grad_output * y


@right
def slope_first(grad_output, y):
    slope = y - y * y
    return slope * grad_output


@right
def number_by_number(grad_output, y):
    result = np.zeros_like(y)
    for index in np.ndindex(y.shape):
        result[index] = grad_output[index] * (1 - y[index]) * y[index]
    return result


@right
def product_rule_spelled_out(grad_output, y):
    return grad_output * y - grad_output * y**2
