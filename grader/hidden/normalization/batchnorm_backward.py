"""Hidden tests of normalization/batchnorm_backward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.normalization.batchnorm_backward import batchnorm_backward

independent = """torch.autograd.functional.vjp(
    lambda x, w, b: torch.batch_norm(x, w, b, None, None, True, 0.1, eps, False),
    (x, weight, weight * 0), grad_output, create_graph=True)[1]"""


def sample(rng, size="small"):
    """Features off centre; an eps that shows where it stands.  At least three samples: for two, little is left of a gradient."""
    shape = (3, 1) if size == "ones" else (5, 3)
    return rng.normal(size=shape), rng.normal(1.0, 2.0, shape), rng.normal(size=shape[1]), 0.3


def forward(x, weight, bias, eps):
    """Batch norm in training, for complex numbers too."""
    centred = x - x.mean(axis=0)
    return centred / np.sqrt(np.mean(centred * centred, axis=0) + eps) * weight + bias


def test_column_by_hand(yours, rng):
    """The column (1, 3) with eps = 3 is normalized to (-0.5, 0.5); a gradient on one sample pulls both, by 0.375."""
    grad_output, x = np.array([[1.0], [0.0]]), np.array([[1.0], [3.0]])
    agree(yours(grad_output, x, np.array([2.0]), 3.0), (np.array([[0.375], [-0.375]]), np.array([-0.5]), np.array([1.0])))


def test_is_the_derivative(yours, rng):
    """It is the derivative of the forward pass by x, weight and bias, through mean and variance of the batch."""
    grad_output, step = rng.normal(size=(4, 3)), 1e-30j  # a step into the complex plane: no rounding error
    arguments = [rng.normal(2.0, 1.5, (4, 3)), rng.normal(size=3), rng.normal(size=3)]
    want = [np.zeros_like(a) for a in arguments]
    for which, result in enumerate(want):
        for place in np.ndindex(result.shape):
            moved = [a.astype(complex) for a in arguments]
            moved[which][place] += step
            result[place] = np.sum(grad_output * forward(*moved, 0.2).imag) / step.imag
    agree(yours(grad_output, *arguments[:2], 0.2), tuple(want))


def test_nothing_along_a_shift_or_a_stretch(yours, rng):
    """The gradient by x adds up to zero over the batch and, as eps vanishes, is orthogonal to each feature."""
    grad_output, x, weight, _ = sample(rng)
    dx, _, _ = yours(grad_output, x, weight, 1e-14)
    size = float(np.abs(dx).sum())
    agree(dx.sum(axis=0), np.zeros(3), scale=size)
    agree((dx * x).sum(axis=0), np.zeros(3), scale=10 * size)
    agree(dx, batchnorm_backward(grad_output, x, weight, 1e-14)[0])


def test_one_sample_pulls_all(yours, rng):
    """A gradient on one sample alone gives every sample of the batch a gradient by x."""
    _, x, weight, eps = sample(rng)
    alone = np.zeros((5, 3))
    alone[2] = [1.0, -2.0, 3.0]
    agree(yours(alone, x, weight, eps), batchnorm_backward(alone, x, weight, eps))


def test_a_larger_batch_of_numbers_has_a_smaller_gradient(yours, rng):
    """Features ten times as large have a tenth of the gradient by x, and the same gradient by weight."""
    grad_output, x, weight, _ = sample(rng)
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, 1e-14)
    agree(yours(grad_output, 10 * x, weight, 1e-14), (dx / 10, dweight, dbias))


def test_constant_feature(yours, rng):
    """A constant feature passes the gradient less its average, over the root of eps, and says nothing about the weight."""
    got = yours(np.array([[1.0], [2.0], [6.0]]), np.array([[5.0], [5.0], [5.0]]), np.array([2.0]), 0.25)
    agree(got, (np.array([[-8.0], [-4.0], [12.0]]), np.zeros(1), np.array([9.0])), scale=12.0)


def test_batch_twice(yours, rng):
    """The same batch twice has the same gradient by x in both halves, and twice the gradients by weight and bias."""
    grad_output, x, weight, eps = sample(rng)
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    twice = yours(np.concatenate([grad_output] * 2), np.concatenate([x] * 2), weight, eps)
    agree(twice, (np.concatenate([dx] * 2), 2 * dweight, 2 * dbias))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-5: it matters where the variance is as small."""
    grad_output, x = np.array([[1.0], [2.0], [-1.0]]), np.array([[1e-3], [-2e-3], [5e-3]])
    agree(yours(grad_output, x, np.array([2.0])), batchnorm_backward(grad_output, x, np.array([2.0]), 1e-5))


def test_mean_much_larger_than_spread(yours, rng):
    """Features at 2**30 with a spread of a few units have the gradients of the same features at zero."""
    x = np.array([[-3.0, 1.0], [-1.0, -3.0], [1.0, 3.0], [3.0, -1.0]])
    grad_output, weight = rng.normal(size=(4, 2)), rng.normal(size=2)
    want = batchnorm_backward(grad_output, x, weight)
    agree(yours(grad_output, x + 2.0**30, weight), want, scale=2.0**30)  # what rounding such inputs costs, and no more


def pieces(grad_output, x, weight, eps, axis=0, ddof=0):
    """The gradient by the normalized x, that x, the root, and a mean along the axis."""

    def mean(a):
        return a.mean(axis=axis, keepdims=True)

    root = np.sqrt(x.var(axis=axis, ddof=ddof, keepdims=True) + eps)
    return grad_output * weight, (x - mean(x)) / root, root, mean


def others(grad_output, normalized):
    return (grad_output * normalized).sum(axis=0), grad_output.sum(axis=0)


@mistake("Mean and variance are no constants: each sample moves them, and with them the whole batch. Add the ways through both.")
def takes_the_statistics_for_constants(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, _ = pieces(grad_output, x, weight, eps)
    return grad / root, *others(grad_output, normalized)


@mistake("The way through the mean is missing. Take the average of the gradient away: over the batch it must add up to zero.")
def takes_the_mean_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("The way through the variance is missing: the normalized x times the average of its product with the gradient.")
def takes_the_variance_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad)) / root, *others(grad_output, normalized)


@mistake("The term of the variance has the wrong sign: a larger variance makes outputs smaller. Subtract it.")
def adds_the_term_of_the_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) + normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("You take away sums where averages belong: the factors 1/N are missing, which come from the mean and the variance.")
def takes_sums_for_means(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    n = len(x)
    return (grad - n * mean(grad) - n * normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("The variance's term divides by the root once too often or too seldom: use the normalized x in it twice, not x - mean.")
def forgets_to_normalize_in_the_term(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) - (x - mean(x)) * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("weight is missing in the gradient by x. The output was multiplied by it, so the gradient is too on its way back.")
def forgets_the_weight(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x, weight * 0 + 1, eps)


@mistake("The division by the root is missing. Forward x was divided by it, so the gradient is divided by it as well.")
def forgets_the_root(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx * pieces(grad_output, x, weight, eps)[2], dweight, dbias


@mistake("You divide by the variance. Divide the gradient by its root, as in the forward pass.")
def divides_by_the_variance(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx / pieces(grad_output, x, weight, eps)[2], dweight, dbias


@mistake("The gradient by weight uses x as it came in. The weight has met the normalized x: multiply grad_output by that.")
def multiplies_by_x(grad_output, x, weight, eps=1e-5):
    dx, _, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, others(grad_output, x)[0], dbias


@mistake("The gradient by weight contains weight itself. It is grad_output times the normalized x, added up over the batch.")
def multiplies_by_the_weight_twice(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dweight * weight, dbias


@mistake(
    "You average over the batch. Gradients by weight and bias are sums: if the loss is a mean, the factor is in grad_output."
)
def averages_over_the_batch(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dweight / len(x), dbias / len(x)


@mistake("You average over the features, as layer norm does. Each feature has statistics of its own: average over the batch.")
def averages_as_layer_norm_does(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps, axis=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("You use the sample variance, divided by N - 1. The forward pass normalizes by the population variance: divide by N.")
def takes_the_sample_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, root, mean = pieces(grad_output, x, weight, eps, ddof=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


@mistake("eps is added once more, to the root that you divide by. It stands inside the root and nowhere else.")
def adds_eps_twice(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    root = pieces(grad_output, x, weight, eps)[2]
    return dx * root / (root + eps), dweight, dbias


@mistake("eps plays no part. The forward pass added it to the variance, and a constant feature is 0 / 0 without it: add it too.")
def forgets_eps(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x, weight, 0.0)


@mistake("When no eps is given you use the 1e-3 of Keras. The default here, as in PyTorch, is 1e-5.")
def has_the_eps_of_keras(grad_output, x, weight, eps=1e-3):
    return batchnorm_backward(grad_output, x, weight, eps)


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
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dbias, dweight


@mistake("float32 inputs come back as float64. Do not convert them, and allocate results with their dtype.")
def returns_float64(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x.astype(np.float64), weight, eps)


@mistake("grad_output is multiplied by weight in place. Make a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, x, weight, eps=1e-5):
    right = batchnorm_backward(grad_output, x, weight, eps)
    grad_output *= weight
    return right


@right
def node_by_node(grad_output, x, weight, eps=1e-5):
    n, mean, variance = len(x), x.mean(axis=0), x.var(axis=0)
    by_normalized = grad_output * weight
    by_variance = np.sum(by_normalized * (x - mean), axis=0) * -0.5 * (variance + eps) ** -1.5
    by_mean = -np.sum(by_normalized, axis=0) / np.sqrt(variance + eps)
    dx = by_normalized / np.sqrt(variance + eps) + by_variance * 2 * (x - mean) / n + by_mean / n
    return dx, np.einsum("nd,nd->d", grad_output, (x - mean) / np.sqrt(variance + eps)), np.einsum("nd->d", grad_output) + 0


@right
def with_the_gradients_of_weight_and_bias(grad_output, x, weight, eps=1e-5):
    n, inverse = len(x), 1 / np.sqrt(x.var(axis=0) + eps)
    normalized = (x - x.mean(axis=0)) * inverse
    dweight, dbias = (grad_output * normalized).sum(axis=0), grad_output.sum(axis=0)
    return weight * inverse / n * (n * grad_output - dbias - normalized * dweight), dweight, dbias


@right
def feature_by_feature_with_a_jacobian(grad_output, x, weight, eps=1e-5):
    n, dx, dweight = len(x), np.zeros_like(x), np.zeros_like(weight)
    for j in range(x.shape[1]):
        centred = x[:, j] - x[:, j].mean()
        root = (centred @ centred / n + eps) ** 0.5
        jacobian = (np.eye(n, dtype=x.dtype) - 1 / n - np.outer(centred / root, centred / root) / n) / root
        dx[:, j] = jacobian @ grad_output[:, j] * weight[j]
        dweight[j] = grad_output[:, j] @ centred / root
    return dx, dweight, np.sum(grad_output, axis=0)
