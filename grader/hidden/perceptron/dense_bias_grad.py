"""Hidden tests of perceptron/dense_bias_grad."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.perceptron.affine import affine
from solutions.perceptron.dense_bias_grad import dense_bias_grad

independent = (
    "torch.autograd.functional.vjp(lambda b: b.expand(grad_output.shape),"
    " grad_output.new_zeros(()) if shared else grad_output.new_zeros(grad_output.shape[1]), grad_output)[1]"
)


def sample(rng, size="small"):
    """More neurons than examples, with separate biases."""
    return (rng.normal(loc=0.5, size=(1, 1) if size == "ones" else (3, 5)),)


def whole(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_sum_over_the_batch(yours):
    """The gradient of a bias is the sum over all examples, and not their mean."""
    agree(yours(np.array([[1.0, -2.0], [4.0, 0.5], [5.0, 7.0]])), np.array([10.0, 5.5]), exact=True)


def test_as_many_neurons_as_examples(yours):
    """Where the table is square, rows are still examples: each column belongs to one neuron."""
    agree(yours(np.array([[1.0, 2.0], [30.0, 40.0]])), np.array([31.0, 42.0]), exact=True)


def test_single_example(yours):
    """A batch of one hands its row through, as a vector."""
    agree(yours(np.array([[3.0, -1.0, 2.0]])), np.array([3.0, -1.0, 2.0]), exact=True)


def test_shared_bias(yours, rng):
    """The gradient of a shared bias is a single number, the sum of those of the separate biases."""
    grad_output = whole(rng, 4, 3) + 1 / 4
    agree(yours(grad_output, shared=True), dense_bias_grad(grad_output).sum(), exact=True)
    agree(yours(np.array([[1.0, -2.0, 0.5], [4.0, 8.0, 16.0]]), True), 27.5, exact=True)


def test_pulling_apart(yours):
    """Two neurons that want to move apart cancel in a shared bias, and not in separate ones."""
    grad_output = np.array([[3.0, -3.0], [1.0, -1.0]])
    agree(yours(grad_output), np.array([4.0, -4.0]), exact=True)
    agree(yours(grad_output, shared=True), 0.0, exact=True)


@pytest.mark.parametrize("shared", [False, True], ids=["separate", "shared"])
def test_is_the_derivative(yours, rng, shared):
    """It is the slope of the loss by the bias of an affine layer, by central differences."""
    x, weight, bias, grad_output = whole(rng, 4, 2), whole(rng, 3, 2), whole(rng, 3), whole(rng, 4, 3)
    moves = [np.full(3, 1.0)] if shared else list(np.eye(3))  # a loss that is linear in the bias: any step is exact
    loss = [np.sum(grad_output * (affine(x, weight, bias + m) - affine(x, weight, bias - m))) / 2 for m in moves]
    agree(yours(grad_output, shared), loss[0] if shared else np.array(loss), exact=True)


def test_batch_in_two_halves(yours, rng):
    """The gradients of two halves of a batch add up to that of the whole."""
    grad_output = whole(rng, 6, 4)
    agree(yours(grad_output[:2]) + yours(grad_output[2:]), dense_bias_grad(grad_output), exact=True)


@mistake("You average over the batch. The gradient of a bias is a sum: a mean, if there is one, is already in grad_output.")
def averages_over_the_batch(grad_output, shared=False):
    return dense_bias_grad(grad_output, shared) / grad_output.dtype.type(len(grad_output))


@mistake("You add up along each row, over the neurons. A bias belongs to a column: add up over the examples.")
def sums_over_the_neurons(grad_output, shared=False):
    return grad_output.sum() if shared else grad_output.sum(axis=1)


@mistake("You hand grad_output through as it is, as for a 'bias matrix'. A bias is shared by all examples: add them up.")
def has_a_bias_matrix(grad_output, shared=False):
    return grad_output.copy()


@mistake("The axis of the examples is still there, with length 1. The gradient has the shape of the bias: (H,).")
def keeps_the_axis(grad_output, shared=False):
    return grad_output.sum() if shared else grad_output.sum(axis=0, keepdims=True)


@mistake("You take the gradient of one example only. The bias takes part in all of them: add up the rows.")
def takes_the_last_example(grad_output, shared=False):
    return dense_bias_grad(grad_output[-1:], shared)


@mistake("You multiply by the bias or by the sums once more. A bias enters with the factor 1: the gradient is a plain sum.")
def squares_the_gradient(grad_output, shared=False):
    return dense_bias_grad(grad_output * grad_output, shared)


@mistake("The sign is wrong: raising a bias raises the weighted sum by as much. Return the gradient, not a step against it.")
def turns_the_sign(grad_output, shared=False):
    return -dense_bias_grad(grad_output, shared)


@mistake("shared has no effect. A single bias has a single gradient: the sum of the whole table.")
def ignores_shared(grad_output, shared=False):
    return dense_bias_grad(grad_output)


@mistake("For the shared bias you average over the neurons. It moves all of them, and their gradients add up.")
def averages_over_the_neurons(grad_output, shared=False):
    grad = dense_bias_grad(grad_output)
    return grad.mean() if shared else grad


@mistake("The gradient of the shared bias comes as a vector. There is one bias, so return a single number.")
def returns_a_vector_for_one_bias(grad_output, shared=False):
    grad = dense_bias_grad(grad_output)
    return np.full_like(grad, grad.sum()) if shared else grad


@mistake("The sum loses digits: it is taken in float32. Keep the dtype of grad_output.")
def returns_float32(grad_output, shared=False):
    return dense_bias_grad(grad_output.astype(np.float32), shared)


@mistake("A float32 gradient comes back as float64. Do not convert it, and allocate results with its dtype.")
def returns_float64(grad_output, shared=False):
    return dense_bias_grad(grad_output.astype(np.float64), shared)


@mistake("You add up into the first row of grad_output itself, in place. Start from a new array: the weights need it as well.")
def overwrites_grad_output(grad_output, shared=False):
    total = grad_output[0]
    for row in grad_output[1:]:
        total += row
    return total.sum() if shared else total.copy()


@right
def by_matrix_product(grad_output, shared=False):
    n, h = grad_output.shape
    grad = np.full(n, 1, grad_output.dtype) @ grad_output
    return grad @ np.full(h, 1, grad_output.dtype) if shared else grad


@right
def row_by_row(grad_output, shared=False):
    total = np.zeros_like(grad_output[0])
    for row in grad_output:
        total = total + row
    return sum(total.tolist()) if shared else total


@right
def by_einsum(grad_output, shared=False):
    return np.einsum("nh->", grad_output) if shared else np.einsum("nh->h", grad_output)
