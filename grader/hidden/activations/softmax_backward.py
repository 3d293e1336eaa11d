"""Hidden tests of activations/softmax_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.softmax_backward import softmax_backward

independent = "torch.autograd.functional.vjp(lambda z: torch.softmax(z, dim), y.log(), grad_output)[1]"


def probabilities(rng, shape, dim):
    odds = rng.uniform(0.2, 3.0, size=shape)
    return odds / odds.sum(axis=dim, keepdims=True)


def sample(rng, size="small"):
    """An axis in the middle, so that neither the first nor the last one is right."""
    shape = {"ones": (1, 1, 1), "large": (2, 64, 3), "huge": (2, 256, 3)}.get(size, (2, 4, 3))
    return rng.normal(size=shape), probabilities(rng, shape, 1), 1


@pytest.mark.parametrize("dim", [0, 1, 2, -1, -2, -3])
def test_dim(yours, rng, dim):
    """Each slice along dim has its own average, also in an array whose axes are all equally long."""
    grad_output, y = rng.normal(size=(3, 3, 3)), probabilities(rng, (3, 3, 3), dim)
    agree(yours(grad_output, y, dim=dim), softmax_backward(grad_output, y, dim=dim))


def test_last_axis_by_default(yours, rng):
    """Without a third argument it runs along the last axis."""
    y = np.array([[0.5, 0.5, 0.0], [0.25, 0.25, 0.5]])
    agree(yours(np.array([[4.0, 2.0, 8.0], [0.0, 8.0, 4.0]]), y), np.array([[0.5, -0.5, 0.0], [-1.0, 1.0, 0.0]]), exact=True)


def test_row_of_the_jacobian(yours, rng):
    """A gradient for one output alone reaches every score: it gives a row of the Jacobian."""
    y = np.array([0.5, 0.25, 0.125, 0.125])
    jacobian = np.diag(y) - np.outer(y, y)
    for i in range(4):
        agree(yours(np.eye(4)[i], y), jacobian[i], exact=True)


def test_is_the_derivative(yours, rng):
    """It is the derivative of softmax, applied to the gradient from above."""
    x, grad_output, step = rng.normal(size=(2, 5)), rng.normal(size=(2, 5)), 1e-30
    want = np.zeros((2, 5))
    for j in range(5):
        e = np.exp(x + 1j * step * np.eye(5)[j])  # a step into the complex plane: no rounding error
        want[:, j] = (grad_output * np.imag(e / e.sum(axis=1, keepdims=True)) / step).sum(axis=1)
    agree(yours(grad_output, np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)), want)


def test_sums_to_zero(yours, rng):
    """The result of each slice adds up to zero, also for 1001 classes: raising all scores together changes nothing."""
    grad_output, y = rng.normal(size=(1001, 2)), probabilities(rng, (1001, 2), 0)  # 1001 is no multiple of a block's length
    agree(yours(grad_output, y, dim=0).sum(axis=0), np.zeros(2), scale=1.0)


def test_equal_gradients_cancel(yours, rng):
    """The same gradient for every output of a slice gives zero, because the outputs always add up to 1."""
    y = probabilities(rng, (2, 5), 1)
    agree(yours(np.full((2, 5), [[3.0], [-7.0]]), y), np.zeros((2, 5)), scale=7.0)


def test_saturated_slice(yours, rng):
    """Where one output has all the probability, nothing comes back."""
    agree(yours(np.array([2.0, -5.0, 1.0]), np.array([0.0, 1.0, 0.0])), np.array([0.0, 0.0, 0.0]))


def test_confident_and_wrong(yours, rng):
    """Cross-entropy hands down -1 / y for the true class: the result is y, less 1 there, however improbable the class is."""
    y = np.array([[1e-20, 1.0, 0.0], [1e-20, 0.5, 0.5], [2.0**-10, 1 - 2.0**-10, 0.0]])
    true = np.array([1.0, 0.0, 0.0])
    agree(yours(-true / y[:, :1], y), y - true)


@mistake(
    "You use the diagonal of the Jacobian only, as for a sigmoid. Every output of softmax depends on every score: subtract the "
    "average of the incoming gradients, weighted by y."
)
def uses_the_diagonal_only(grad_output, y, dim=-1):
    return grad_output * y * (1 - y)


@mistake("The gradient from above is missing: this is only the diagonal of the Jacobian. Multiply grad_output by the Jacobian.")
def drops_grad_output(grad_output, y, dim=-1):
    return y * (1 - y)


@mistake("You apply softmax to y once more. y is already the output of the forward pass: use it as it is.")
def applies_softmax_again(grad_output, y, dim=-1):
    e = np.exp(y - y.max(axis=dim, keepdims=True))
    return softmax_backward(grad_output, e / e.sum(axis=dim, keepdims=True), dim)


@mistake(
    "y minus something is the shortcut for softmax and cross-entropy together, where grad_output would be the target. Here the "
    "gradient from above is arbitrary and has to be multiplied by the Jacobian."
)
def is_the_shortcut_of_cross_entropy(grad_output, y, dim=-1):
    return y - grad_output


@mistake("The factor y in front is missing. Every element is its own probability times the distance from the average.")
def forgets_the_factor_in_front(grad_output, y, dim=-1):
    return grad_output - (grad_output * y).sum(axis=dim, keepdims=True)


@mistake("You subtract the plain mean of the gradients. The mean that belongs here is weighted by the probabilities y.")
def averages_without_weights(grad_output, y, dim=-1):
    return y * (grad_output - grad_output.mean(axis=dim, keepdims=True))


@mistake("You subtract the plain sum of the gradients. Weight each gradient by its probability y before you add them up.")
def sums_without_weights(grad_output, y, dim=-1):
    return y * (grad_output - grad_output.sum(axis=dim, keepdims=True))


@mistake("The sign between the two terms is wrong. Off the diagonal the Jacobian is negative: subtract the weighted average.")
def adds_the_average(grad_output, y, dim=-1):
    return y * (grad_output + (grad_output * y).sum(axis=dim, keepdims=True))


@mistake("dim has no effect: you always sum along the last axis. Sum along dim.")
def ignores_dim(grad_output, y, dim=-1):
    return softmax_backward(grad_output, y, -1)


@mistake(
    "A negative dim other than -1 is taken for the last axis. -1 is the last axis, -2 the one before it: NumPy and PyTorch count "
    "for you."
)
def takes_every_negative_dim_for_the_last(grad_output, y, dim=-1):
    return softmax_backward(grad_output, y, max(dim, -1))


@mistake(
    "You work, perhaps on rows made by reshape, as if dim were the first or the last axis. For an axis in between this mixes "
    "slices up: move the axis to the end first (np.moveaxis, in PyTorch movedim), or sum along dim and keep the axis."
)
def reshapes_without_moving_the_axis(grad_output, y, dim=-1):
    n, first = y.shape[dim], dim in (0, -y.ndim)
    g, p = (a.reshape((n, -1) if first else (-1, n)) for a in (grad_output, y))
    return softmax_backward(g, p, 0 if first else 1).reshape(y.shape)


@mistake(
    "You keep y away from 0, so that an output of probability 0 gets a gradient. Its gradient is exactly zero: nothing is "
    "divided here, so nothing needs protection."
)
def protects_against_nothing(grad_output, y, dim=-1):
    return softmax_backward(grad_output, np.maximum(y, 1e-6).astype(y.dtype), dim)


@mistake(
    "The sum loses its axis, so it is lined up with the wrong one: an error for most shapes, and silently wrong numbers for "
    "square arrays. Keep the axis, with keepdims=True (keepdim in PyTorch)."
)
def forgets_keepdims(grad_output, y, dim=-1):
    return y * (grad_output - (grad_output * y).sum(axis=dim))


@mistake("You sum over the whole array, so slices disturb each other. Sum along dim and keep that axis.")
def averages_over_everything(grad_output, y, dim=-1):
    return y * (grad_output - (grad_output * y).sum())


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(grad_output, y, dim=-1):
    return softmax_backward(np.asarray(grad_output, dtype=np.float64), y, dim)


@mistake("You change grad_output in place. Return a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, y, dim=-1):
    grad_output -= (grad_output * y).sum(axis=dim, keepdims=True)
    grad_output *= y
    return grad_output


@right
def by_einsum(grad_output, y, dim=-1):
    g, p = np.moveaxis(grad_output, dim, -1), np.moveaxis(y, dim, -1)
    return np.moveaxis(p * (g - np.einsum("...i,...i->...", g, p)[..., None]), -1, dim)


@right
def slice_by_slice(grad_output, y, dim=-1):
    result = np.empty_like(y)
    g, p, out = (np.moveaxis(a, dim, -1) for a in (grad_output, y, result))
    for index in np.ndindex(p.shape[:-1]):
        out[index] = p[index] * g[index] - p[index] * (p[index] @ g[index])
    return result


@right
def two_terms(grad_output, y, dim=-1):
    product = grad_output * y
    return product - y * np.sum(product, axis=dim, keepdims=True)
