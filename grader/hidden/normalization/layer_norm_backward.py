"""Hidden tests of normalization/layer_norm_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.layer_norm_backward import layer_norm_backward

independent = """torch.autograd.functional.vjp(
    lambda x, w, b: torch.layer_norm(x, x.shape[-1:], w, b, eps), (x, weight, weight * 0), grad_output, create_graph=True)[1]"""


def sample(rng, size="small"):
    """Rows off centre and of several spreads; an eps that shows where it stands; never one feature, where all is rounding."""
    shape = (1, 1, 3) if size == "ones" else (2, 3, 5)
    x = rng.normal(1.0, 2.0, shape) * rng.uniform(0.5, 2.0, (*shape[:-1], 1))
    return rng.normal(size=shape), x, rng.normal(size=shape[-1]), 0.3


def forward(x, weight, bias, eps):
    """Layer norm, for complex numbers too."""
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / np.sqrt(np.mean(centred * centred, axis=-1, keepdims=True) + eps) * weight + bias


def test_row_by_hand(yours, rng):
    """The row (1, 3) with eps = 3 is normalized to (-0.5, 0.5); a gradient on the left pulls both ends, by 0.375."""
    grad_output, x, weight = np.array([[1.0, 0.0]]), np.array([[1.0, 3.0]]), np.array([2.0, 1.0])
    agree(yours(grad_output, x, weight, 3.0), (np.array([[0.375, -0.375]]), np.array([-0.5, 0.0]), np.array([1.0, 0.0])))


def test_is_the_derivative(yours, rng):
    """It is the derivative of the forward pass by x, weight and bias, through mean and variance."""
    grad_output, step = rng.normal(size=(3, 4)), 1e-30j  # a step into the complex plane: no rounding error
    arguments = [rng.normal(2.0, 1.5, (3, 4)), rng.normal(size=4), rng.normal(size=4)]
    want = [np.zeros_like(a) for a in arguments]
    for which, result in enumerate(want):
        for place in np.ndindex(result.shape):
            moved = [a.astype(complex) for a in arguments]
            moved[which][place] += step
            result[place] = np.sum(grad_output * forward(*moved, 0.2).imag) / step.imag
    agree(yours(grad_output, *arguments[:2], 0.2), tuple(want))


def test_nothing_along_a_shift_or_a_stretch(yours, rng):
    """The gradient by x adds up to zero in each row and, as eps vanishes, is orthogonal to the row."""
    grad_output, x, weight, _ = sample(rng)
    dx, _, _ = yours(grad_output, x, weight, 1e-14)
    size = float(np.abs(dx).sum())
    agree(dx.sum(axis=-1), np.zeros((2, 3)), scale=size)
    agree((dx * x).sum(axis=-1), np.zeros((2, 3)), scale=10 * size)
    agree(dx, layer_norm_backward(grad_output, x, weight, 1e-14)[0])


def test_a_larger_row_has_a_smaller_gradient(yours, rng):
    """A row that is ten times as large has a tenth of the gradient by x, and the same gradient by weight."""
    grad_output, x, weight, _ = sample(rng)
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, 1e-14)
    agree(yours(grad_output, 10 * x, weight, 1e-14), (dx / 10, dweight, dbias))


def test_constant_row(yours, rng):
    """A constant row passes the gradient less its average, over the root of eps, and says nothing about the weight."""
    got = yours(np.array([[1.0, 2.0, 6.0]]), np.array([[5.0, 5.0, 5.0]]), np.array([1.0, 2.0, 0.5]), 0.25)
    agree(got, (np.array([[-5.0, 4.0, 1.0]]) * 2 / 3, np.zeros(3), np.array([1.0, 2.0, 6.0])), scale=6.0)


def test_rows_add_up(yours, rng):
    """The same row twice, with the same gradient, gives twice the gradients by weight and bias, and the same by x."""
    grad_output, x, weight, eps = sample(rng)
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    twice = yours(np.concatenate([grad_output] * 2), np.concatenate([x] * 2), weight, eps)
    agree(twice, (np.concatenate([dx] * 2), 2 * dweight, 2 * dbias))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-5: it matters where the variance is as small."""
    grad_output, x, weight = np.array([[1.0, 2.0, -1.0]]), np.array([[1e-3, -2e-3, 5e-3]]), np.array([1.0, 2.0, 0.5])
    agree(yours(grad_output, x, weight), layer_norm_backward(grad_output, x, weight, 1e-5))


def test_mean_much_larger_than_spread(yours, rng):
    """Rows at 2**30 with a spread of a few units have the gradients of the same rows at zero."""
    row, grad_output, weight = np.array([-3.0, -1.0, 1.0, 3.0]), rng.normal(size=(2, 4)), rng.normal(size=4)
    rows = np.stack([row, -row])
    want = layer_norm_backward(grad_output, rows, weight)
    agree(yours(grad_output, rows + 2.0**30, weight), want, scale=2.0**30)  # what rounding such inputs costs, and no more


@pytest.mark.parametrize("shape", [(6,), (4, 6), (2, 3, 5, 6)], ids=["one_row", "a_batch", "four_axes"])
def test_any_leading_axes(yours, rng, shape):
    """Any number of axes may stand before the features, also none."""
    grad_output, x, weight = rng.normal(size=shape), rng.normal(1.0, 2.0, shape), rng.normal(size=6)
    agree(yours(grad_output, x, weight), layer_norm_backward(grad_output, x, weight))


def pieces(grad_output, x, weight, eps, axis=-1, ddof=0):
    """The gradient by the normalized row, that row, the root, and a mean along the axis."""

    def mean(a):
        return a.mean(axis=axis, keepdims=True)

    root = np.sqrt(x.var(axis=axis, ddof=ddof, keepdims=True) + eps)
    return grad_output * weight, (x - mean(x)) / root, root, mean


def others(grad_output, normalized):
    rows = tuple(range(grad_output.ndim - 1))
    return (grad_output * normalized).sum(axis=rows), grad_output.sum(axis=rows)


@mistake("Mean and variance are no constants: each x moves them, and with them its whole row. Add the ways through both.")
def takes_the_statistics_for_constants(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, _ = pieces(grad_output, x, weight, eps)
    return grad / root, *others(grad_output, normalized)


@mistake("The way through the mean is missing. Take the average of the gradient away, so that each row adds up to zero.")
def takes_the_mean_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("The way through the variance is missing: the normalized row times the average of its product with the gradient.")
def takes_the_variance_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad)) / root, *others(grad_output, normalized)


@mistake("The term of the variance has the wrong sign: a larger variance makes outputs smaller. Subtract it.")
def adds_the_term_of_the_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) + normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("You take away sums where averages belong: the factors 1/D are missing, which come from the mean and the variance.")
def takes_sums_for_means(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    n = x.shape[-1]
    return (grad - n * mean(grad) - n * normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("weight is missing in the gradient by x. The output was multiplied by it, so grad_output is too on its way back.")
def forgets_the_weight(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x, weight * 0 + 1, eps)


@mistake("You multiply by weight at the very end. It differs along the row, so it belongs inside the averages: multiply first.")
def multiplies_by_the_weight_last(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight * 0 + 1, eps)
    return dx * weight, dweight, dbias


@mistake("The division by the root is missing. Forward the row was divided by it, so the gradient is divided by it as well.")
def forgets_the_root(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx * pieces(grad_output, x, weight, eps)[2], dweight, dbias


@mistake("You divide by the variance. Divide the gradient by its root, as in the forward pass.")
def divides_by_the_variance(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx / pieces(grad_output, x, weight, eps)[2], dweight, dbias


@mistake("The gradient by weight uses x as it came in. The weight has met the normalized row: multiply grad_output by that.")
def multiplies_by_x(grad_output, x, weight, eps=1e-5):
    dx, _, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, others(grad_output, x)[0], dbias


@mistake("The gradient by weight contains weight itself. It is grad_output times the normalized row, added up over the rows.")
def multiplies_by_the_weight_twice(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, dweight * weight, dbias


@mistake("You average over the rows. Gradients by weight and bias are sums: if the loss is a mean, the factor is in grad_output.")
def averages_over_the_rows(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    rows = max(1, x.size // len(weight))
    return dx, dweight / rows, dbias / rows


@mistake("You add up over the first axis only. Weight and bias are shared by all rows: sum over all axes but the last.")
def adds_up_the_first_axis_only(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    if x.ndim < 3:
        return dx, dweight, dbias
    return dx, (grad_output * pieces(grad_output, x, weight, eps)[1]).sum(axis=0), grad_output.sum(axis=0)


@mistake("You average over the batch, as batch norm does. Each row has statistics of its own: average over the last axis.")
def averages_as_batch_norm_does(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps, axis=0)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("You use the sample variance, divided by D - 1. The forward pass used the population variance: divide by D.")
def takes_the_sample_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps, ddof=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("eps plays no part. The forward pass added it to the variance, and a constant row is 0 / 0 without it: add it here too.")
def forgets_eps(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x, weight, 0.0)


@mistake("When no eps is given you use the 1e-3 of Keras. The default here, as in PyTorch, is 1e-5.")
def has_the_eps_of_keras(grad_output, x, weight, eps=1e-3):
    return layer_norm_backward(grad_output, x, weight, eps)


@mistake(
    "The variance is computed as the mean of the squares minus the square of the mean. When the mean is large, two huge numbers "
    "cancel and nothing is left. Centre first, then average the squares."
)
def subtracts_two_moments(grad_output, x, weight, eps=1e-5):
    grad, _, _, mean = pieces(grad_output, x, weight, eps)
    root = np.sqrt(np.maximum(mean(x * x) - mean(x) ** 2, 0) + eps)
    normalized = (x - mean(x)) / root
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("The gradients by weight and by bias have changed places. The order is that of the forward pass: x, weight, bias.")
def swaps_weight_and_bias(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, dbias, dweight


@mistake("float32 inputs come back as float64. Do not convert them, and allocate results with their dtype.")
def returns_float64(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x.astype(np.float64), weight, eps)


@mistake("grad_output is multiplied by weight in place. Make a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, x, weight, eps=1e-5):
    right = layer_norm_backward(grad_output, x, weight, eps)
    grad_output *= weight
    return right


@right
def step_by_step(grad_output, x, weight, eps=1e-5):
    n, keep = x.shape[-1], {"axis": -1, "keepdims": True}
    centred = x - x.mean(**keep)
    variance = x.var(**keep)
    by_normalized = grad_output * weight
    by_variance = (by_normalized * centred).sum(**keep) * -0.5 * (variance + eps) ** -1.5
    by_mean = -by_normalized.sum(**keep) / np.sqrt(variance + eps)
    dx = by_normalized / np.sqrt(variance + eps) + by_variance * 2 * centred / n + by_mean / n
    flat = grad_output.reshape(-1, n)
    return dx, np.einsum("rd,rd->d", flat, (centred / np.sqrt(variance + eps)).reshape(-1, n)), flat.sum(axis=0)


@right
def row_by_row_with_a_jacobian(grad_output, x, weight, eps=1e-5):
    n = x.shape[-1]
    dx, dweight, dbias = np.zeros_like(x), np.zeros_like(weight), np.zeros_like(weight)
    for place in np.ndindex(x.shape[:-1]):
        centred = x[place] - x[place].mean()
        root = (centred @ centred / n + eps) ** 0.5
        jacobian = (np.eye(n, dtype=x.dtype) - 1 / n - np.outer(centred / root, centred / root) / n) / root
        dx[place] = jacobian @ (grad_output[place] * weight)
        dweight += grad_output[place] * centred / root
        dbias += grad_output[place]
    return dx, dweight, dbias
