"""Hidden tests of gradient_flow/backprop_norms."""

from itertools import pairwise

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.backprop_norms import backprop_norms

independent = (
    "(lambda f, back: torch.stack([torch.linalg.vector_norm(g) for g in"
    " back(back, f, list(zip(weights, pre_activations)), grad_output)]))"
    "({'relu': torch.relu, 'tanh': torch.tanh, 'sigmoid': torch.sigmoid, 'identity': lambda z: 1 * z}[activation],"
    " lambda back, f, layers, g: [*back(back, f, layers[:-1],"
    " torch.autograd.functional.vjp(f, torch.as_tensor(layers[-1][1]), g)[1] @ torch.as_tensor(layers[-1][0])), g]"
    " if layers else [g])"
)
KINDS = ("identity", "relu", "tanh", "sigmoid")
TURN = np.array([[0.6, -0.8], [0.8, 0.6]])  # a rotation: it changes no length


def network(rng, units, samples):
    weights = [rng.normal(size=(out, into)) for into, out in pairwise(units)]
    return weights, [rng.normal(size=(samples, out)) for out in units[1:]], rng.normal(size=(samples, units[-1]))


def sample(rng, size="small"):
    """Three layers that have all different numbers of units, and five samples."""
    return *(network(rng, (1, 1, 1), 1) if size == "ones" else network(rng, (3, 4, 6, 2), 5)), "tanh"


@pytest.mark.parametrize("activation", KINDS)
def test_each_activation(yours, rng, activation):
    """Every activation function has its own slope."""
    args = network(rng, (4, 3, 5), 6)
    agree(yours(*args, activation), backprop_norms(*args, activation))


def test_rotations_keep_the_length(yours, rng):
    """Weights that only turn a vector change no length, over six layers: nothing vanishes, nothing explodes."""
    grad = np.array([[3.0, -4.0], [12.0, 0.0]])
    agree(yours([TURN] * 6, [rng.normal(size=(2, 2))] * 6, grad, "identity"), np.full(7, 13.0))


@pytest.mark.parametrize(("gain", "layers"), [(0.9, 50), (1.1, 50), (0.5, 6)])
def test_gain_to_the_power_of_depth(yours, gain, layers):
    """A gain of 0.9 leaves 0.005 of a gradient after 50 layers, and a gain of 1.1 makes 117 of it."""
    norms = yours([gain * TURN] * layers, [np.ones((1, 2))] * layers, np.array([[0.6, 0.8]]), "relu")
    agree(norms / gain ** np.arange(layers, -1.0, -1.0), np.ones(layers + 1))


def test_sigmoids_at_their_steepest(yours):
    """Ten sigmoids at their steepest, with weights of 1, leave a quarter each: less than a millionth at the input."""
    norms = yours([np.eye(2)] * 10, [np.zeros((1, 2))] * 10, np.array([[3.0, 4.0]]), "sigmoid")
    agree(norms * 4.0 ** np.arange(10, -1, -1), np.full(11, 5.0))


def test_asymmetric_weights(yours):
    """Back through a square matrix a gradient goes by its rows: (1, 10) becomes (1, 2) + 10 (0, 5)."""
    norms = yours([np.array([[1.0, 2.0], [0.0, 5.0]])], [np.ones((1, 2))], np.array([[1.0, 10.0]]), "identity")
    agree(norms**2, np.array([1 + 52.0**2, 101.0]))


def test_slope_of_its_own_layer(yours):
    """A layer whose units are all below zero stops everything behind it, and nothing before it."""
    z = [np.array([[1.0, 2.0]]), np.array([[-1.0, -2.0]]), np.array([[1.0, 2.0]])]
    agree(yours([TURN, TURN, TURN], z, np.array([[3.0, 4.0]]), "relu"), np.array([0.0, 0.0, 5.0, 5.0]))


def test_relu_at_zero(yours):
    """At exactly 0 the slope of ReLU is 0."""
    agree(yours([TURN], [np.array([[0.0, 1.0]])], np.array([[12.0, 5.0]]), "relu"), np.array([5.0, 13.0]))


def test_over_all_samples(yours):
    """A length counts all samples: the squares of their lengths add up."""
    grad = np.array([[1.0, -2.0], [4.0, 2.0]])
    agree(yours([TURN], [np.ones((2, 2))], grad, "identity"), np.array([5.0, 5.0]))


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_saturated(yours, activation):
    """At 1000 and -1000 the slope is 0 and not NaN, beside units that work."""
    args = [np.eye(3)], [np.array([[1000.0, -1000.0, 0.0]])], np.array([[3.0, 4.0, 12.0]])
    agree(yours(*args, activation), np.array([12.0 if activation == "tanh" else 3.0, 13.0]))


@pytest.mark.parametrize("activation", ["ReLU", "linear"])
def test_unknown_activation(yours, rng, activation):
    """An activation function that is not in the table raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="activation"):
        yours(*network(rng, (3, 2), 4), activation)


def sigma(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


FUNCTIONS = {"identity": lambda z: z, "relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": sigma}
SLOPES = {
    "identity": np.ones_like,
    "relu": lambda z: (z > 0).astype(z.dtype),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "sigmoid": lambda z: sigma(z) * (1 - sigma(z)),
}


def length(grad):
    return np.sqrt(np.sum(grad * grad))


def walk(weights, pre_activations, grad, activation, slopes=SLOPES, back=np.matmul, measure=length):
    """The reference once more, with parts that can be exchanged."""
    backprop_norms(weights, pre_activations, grad, activation)
    norms = [measure(grad)]
    for weight, z in zip(weights[::-1], pre_activations[::-1], strict=True):
        grad = back(grad * slopes[activation](z), weight)
        norms.append(measure(grad))
    return np.array(norms[::-1])


@mistake("The order is reversed. Return the length at the input first and that of grad_output last.")
def starts_with_the_output(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation)[::-1].copy()


@mistake("The slope of the activation function is missing. Multiply by it, element by element, before the weights.")
def forgets_the_slope(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, dict.fromkeys(KINDS, np.ones_like))


@mistake("You take the slope at the activations f(z). It is wanted at the pre-activations z.")
def takes_the_slope_at_the_activations(weights, pre_activations, grad_output, activation):
    slopes = {kind: lambda z, kind=kind: SLOPES[kind](FUNCTIONS[kind](z)) for kind in KINDS}
    return walk(weights, pre_activations, grad_output, activation, slopes)


@mistake("You treat z as if it were the output already: y (1 - y) and 1 - y**2 need the activation, so apply the function first.")
def takes_z_for_the_output(weights, pre_activations, grad_output, activation):
    slopes = {**SLOPES, "tanh": lambda z: 1 - z * z, "sigmoid": lambda z: z * (1 - z)}
    return walk(weights, pre_activations, grad_output, activation, slopes)


@mistake("You multiply by the activation f(z). On the way back it is the slope f'(z).")
def multiplies_by_the_activation(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, FUNCTIONS)


@mistake("You leave out the slope of the last layer. grad_output is the gradient by its activations, so its slope comes first.")
def skips_the_last_slope(weights, pre_activations, grad_output, activation):
    ones = [*pre_activations[:-1], np.full_like(pre_activations[-1], np.nan)]
    slopes = {kind: lambda z, kind=kind: np.where(np.isnan(z), 1, SLOPES[kind](z)).astype(z.dtype) for kind in KINDS}
    return walk(weights, ones, grad_output, activation, slopes)


@mistake("The weights are transposed. With samples as rows and a weight of (out, in) the gradient goes back by G @ W.")
def transposes_the_weights(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, back=lambda g, w: g @ w.T)


@mistake("You scale the gradient to length 1 after each layer. Then nothing can be seen to vanish: keep it as it is.")
def normalises_at_each_layer(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, back=lambda g, w: g @ w / length(g @ w))


@mistake("The square root is missing: these are squared lengths.")
def forgets_the_root(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: np.sum(g * g))


@mistake("You average over the samples. The length counts all entries of all samples: add up the squares, and take the root.")
def averages_over_the_samples(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: np.mean(np.sqrt(np.sum(g * g, axis=1))))


@mistake("You average the squares. The length is the root of their sum.")
def takes_the_mean_square(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: np.sqrt(np.mean(g * g)))


@mistake("You add up absolute values. The length is the root of the sum of squares.")
def adds_up_absolute_values(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: np.sum(np.abs(g)))


@mistake("This is the spectral norm, the largest singular value of the gradient. Take the root of the sum of all squares.")
def takes_the_spectral_norm(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: np.linalg.norm(g, 2))


@mistake("You multiply lengths by the largest gain of each layer. That is an upper bound; send the gradient itself back.")
def multiplies_upper_bounds(weights, pre_activations, grad_output, activation):
    backprop_norms(weights, pre_activations, grad_output, activation)
    norms = [length(grad_output)]
    for weight, z in zip(weights[::-1], pre_activations[::-1], strict=True):
        norms.append(norms[-1] * np.linalg.norm(weight, 2) * np.max(SLOPES[activation](z)))
    return np.array(norms[::-1])


@mistake("The gradient by the input is missing. There is one length more than there are layers.")
def leaves_out_the_input(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation)[1:].copy()


@mistake("The length of grad_output is missing. It is the last of the lengths.")
def leaves_out_the_output(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation)[:-1].copy()


@mistake("The slope of ReLU at exactly 0 is 1 with you. There is no derivative, and PyTorch takes 0: compare with > and not >=.")
def lets_zero_pass(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, {**SLOPES, "relu": lambda z: (z >= 0).astype(z.dtype)})


@mistake("The slope of tanh is 1 minus the square of tanh. The square is missing.")
def forgets_the_square(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, {**SLOPES, "tanh": lambda z: 1 - np.tanh(z)})


@mistake("exp(z) overflows in the slope of the sigmoid: infinity over infinity is NaN. Use exp(-|z|), the slope is symmetric.")
def overflows_in_the_sigmoid(weights, pre_activations, grad_output, activation):
    slopes = {**SLOPES, "sigmoid": lambda z: np.exp(z) / (1 + np.exp(z)) ** 2}
    return walk(weights, pre_activations, grad_output, activation, slopes)


@mistake("An activation you do not know is taken for the identity. Raise a ValueError for it: a typing error must be heard.")
def takes_any_word_for_the_identity(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation if activation in KINDS else "identity")


@mistake("float32 gradients come back as float64 lengths. Build the result with the dtype of the gradients.")
def returns_float64(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation).astype(np.float64)


@mistake("You multiply grad_output in place. Make a new array for each gradient: the caller still needs the first one.")
def overwrites_grad_output(weights, pre_activations, grad_output, activation):
    norms = backprop_norms(weights, pre_activations, grad_output, activation)
    grad_output *= SLOPES[activation](pre_activations[-1])
    return norms


@right
def sample_by_sample(weights, pre_activations, grad_output, activation):
    if activation not in SLOPES:
        raise ValueError("activation")
    squares = np.zeros(len(weights) + 1, dtype=grad_output.dtype)
    for n, grad in enumerate(grad_output):
        squares[-1] += grad @ grad
        for level in range(len(weights) - 1, -1, -1):
            grad = weights[level].T @ (SLOPES[activation](pre_activations[level][n]) * grad)  # noqa: PLW2901
            squares[level] += grad @ grad
    return np.sqrt(squares)


@right
def from_the_front_with_jacobians(weights, pre_activations, grad_output, activation):
    if activation not in SLOPES:
        raise ValueError("activation")
    grads = [grad_output]
    for weight, z in zip(weights[::-1], pre_activations[::-1], strict=True):
        jacobians = np.einsum("no,oi->noi", SLOPES[activation](z), weight)
        grads.insert(0, np.einsum("no,noi->ni", grads[0], jacobians))
    return np.array([np.linalg.norm(grad.ravel()) for grad in grads])
