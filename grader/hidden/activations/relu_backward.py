"""Hidden tests of activations/relu_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.relu_backward import relu_backward

independent = "torch.autograd.functional.vjp(torch.relu, x, grad_output, create_graph=True)[1]"


def sample(rng, size="small"):
    """Gradients and inputs of either sign, first a closed unit and then an open one."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    grad_output, x = rng.normal(size=shape), rng.normal(scale=2.0, size=shape)
    x.flat[0] = abs(x.flat[0]) if size == "ones" else -abs(x.flat[0])
    return grad_output, x


def test_open_units_pass_everything(yours):
    """An open unit passes the gradient unchanged, be it negative or positive, and a closed one passes none."""
    grad_output, x = np.array([4.0, -8.0, 3.0, -7.0]), np.array([0.5, 2.0, -0.5, -2.0])
    agree(yours(grad_output, x), np.array([4.0, -8.0, 0.0, 0.0]), exact=True)


def test_kink(yours):
    """At exactly zero, and at minus zero, the slope is taken to be 0."""
    agree(yours(np.array([3.0, -5.0, 2.0]), np.array([0.0, -0.0, 1.0])), np.array([0.0, 0.0, 2.0]), exact=True)


def test_barely_open_units(yours):
    """However small a positive input is, its unit is open."""
    agree(yours(np.array([3.0, -5.0, 2.0]), np.array([1e-300, 1e-20, 1e-9])), np.array([3.0, -5.0, 2.0]), exact=True)


def test_closed_units_stop_infinity(yours):
    """A closed unit stops even an infinite gradient, and an open one passes it on."""
    grad_output, x = np.array([np.inf, -np.inf, np.inf, -np.inf]), np.array([-1.0, 0.0, 3.0, 2.0])
    agree(yours(grad_output, x), np.array([0.0, 0.0, np.inf, -np.inf]))


def test_is_the_derivative(yours, rng):
    """It is the derivative of ReLU, times the gradient from above."""
    x, grad_output, step = rng.uniform(0.1, 3.0, (4, 3)) * rng.choice([-1.0, 1.0], (4, 3)), rng.normal(size=(4, 3)), 2.0**-10
    slope = (np.maximum(x + step, 0) - np.maximum(x - step, 0)) / (2 * step)  # no element is closer to the kink than the step
    agree(yours(grad_output, x), grad_output * slope)


def test_no_gradient_from_above(yours):
    """No gradient from above gives none."""
    agree(yours(np.zeros(3), np.array([-1.0, 2.0, 3.0])), np.zeros(3), exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    grad_output, x = np.asarray(-rng.uniform(1.0, 2.0, size=shape)), np.asarray(rng.uniform(0.1, 0.9, size=shape))
    agree(yours(grad_output, x), grad_output)
    agree(yours(grad_output, np.asarray(-x)), np.zeros(shape))


@mistake("At exactly zero your slope is 1. The statement asks for 0 there, as in PyTorch: compare with >, not with >=.")
def opens_at_zero(grad_output, x):
    return np.where(x >= 0, grad_output, 0)


@mistake("At exactly zero you take the mean of both slopes, one half. The statement asks for 0 there, as in PyTorch.")
def takes_half_at_zero(grad_output, x):
    return np.where(x == 0, grad_output / 2, relu_backward(grad_output, x))


@mistake("You look at the sign of the gradient. Whether a unit is open is decided by x, the input of the forward pass.")
def looks_at_the_gradient(grad_output, x):
    return relu_backward(grad_output, grad_output)


@mistake(
    "You let only positive gradients through the open units. This is guided backpropagation, a method to draw pictures; the "
    "derivative passes negative gradients as well."
)
def stops_negative_gradients(grad_output, x):
    return np.maximum(relu_backward(grad_output, x), 0)


@mistake("The gradient from above is missing: this is only the slope, 0 or 1. Multiply it by grad_output.")
def drops_grad_output(grad_output, x):
    return relu_backward(np.ones_like(x), x)


@mistake("You multiply by the output of the ReLU. What belongs there is its slope: 1 where x is positive and 0 elsewhere.")
def multiplies_by_the_output(grad_output, x):
    return grad_output * np.maximum(x, 0)


@mistake("The arguments have changed places: x comes out where grad_output is positive. It is grad_output that is passed on.")
def mixes_up_the_arguments(grad_output, x):
    return relu_backward(x, grad_output)


@mistake("Your mask is the wrong way round: you pass the gradient where x is negative. Pass it where x is positive.")
def opens_the_closed_units(grad_output, x):
    return np.where(x < 0, grad_output, 0)


@mistake("Closed units leak a hundredth of the gradient. That is the leaky ReLU; behind a plain ReLU they pass nothing at all.")
def leaks(grad_output, x):
    return np.where(x > 0, grad_output, 0.01 * grad_output)


@mistake("You call a unit closed when x is close to zero. Every positive x opens it, however small: compare with 0 itself.")
def opens_late(grad_output, x):
    return np.where(x > 1e-8, grad_output, 0)


@mistake(
    "You multiply by a mask of zeros and ones, and zero times infinity is NaN. Choose between two numbers instead, as "
    "np.where and torch.where do: then a closed unit gives 0, whatever comes from above."
)
def multiplies_by_a_mask(grad_output, x):
    return grad_output * (x > 0)


@mistake("You divide by the size of the batch. If the loss is a mean, grad_output has that factor already: do not divide again.")
def divides_by_the_batch_size(grad_output, x):
    return relu_backward(grad_output, x) / (len(x) if x.ndim > 1 else 1)


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(grad_output, x):
    return relu_backward(grad_output, x).astype(np.float32)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(grad_output, x):
    return relu_backward(np.asarray(grad_output, dtype=np.float64), x)


@mistake("You wipe out entries of grad_output in place. Return a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, x):
    np.copyto(grad_output, 0, where=x <= 0)
    return grad_output


@right
def fills_a_new_array(grad_output, x):
    result = np.zeros_like(x)
    result[x > 0] = grad_output[x > 0]
    return result


@right
def wipes_out_in_a_copy(grad_output, x):
    result = grad_output.copy()
    result[x <= 0] = 0
    return result


@right
def number_by_number(grad_output, x):
    pairs = zip(grad_output.ravel().tolist(), x.ravel().tolist(), strict=True)
    return np.array([g if value > 0 else 0.0 for g, value in pairs], dtype=x.dtype).reshape(x.shape)
