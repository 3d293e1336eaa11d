"""Hidden tests of backpropagation/linear_probe_by_layer."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.linear_probe_by_layer import linear_probe_by_layer

independent = (
    "(lambda features: [float((((c := torch.nn.functional.pad(h, (0, 1), value=1.0)) @ (torch.linalg.pinv(c) "
    "@ (2 * y - 1).to(h.dtype)) > 0.001) == y).double().mean()) for h in features])([x, (h := torch.tanh("
    "torch.nn.functional.linear(x, *params[0]))), torch.tanh(torch.nn.functional.linear(h, *params[1]))])"
)


def sample(rng, size="small"):
    """A ring around a disc, not quite separable, and two random hidden layers."""
    if size == "ones":
        return rng.normal(size=(1, 1)), np.array([1]), [(np.array([[0.5]]), np.array([0.1]))] * 2, "tanh"
    x = rng.normal(size=(90, 3))
    y = (np.sum(x**2, axis=1) + rng.normal(size=90) > 2.5).astype(np.int64)
    return x, y, layers(rng, [3, 4, 2]), "tanh"


def layers(rng, widths):
    sizes = zip(widths[1:], widths, strict=False)
    return [(rng.normal(size=(o, i)), rng.normal(size=o)) for o, i in sizes]


XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])


def test_xor(yours):
    """Exclusive or: on the input a linear probe is as good as a coin, behind two hidden neurons it is perfect."""
    tanh = np.array([[-3.0, -2.0], [5.0, 5.0]]), np.array([4.0, 2.5])
    agree(yours(*XOR, [tanh], "tanh"), [0.5, 1.0])
    relu = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])
    agree(yours(*XOR, [relu], "relu"), [0.5, 1.0])


def test_linear_layers_change_nothing(yours, rng):
    """Behind an invertible layer without an activation the probe is right about the same samples: depth alone buys nothing."""
    x, y, _, _ = sample(rng)
    turn = np.array([[2.0, 1.0, 0.0], [0.0, -1.0, 1.0], [1.0, 0.0, 3.0]]), np.array([5.0, -4.0, 3.0])
    want = linear_probe_by_layer(x, y, [])
    agree(yours(x, y, [turn, turn], "identity"), want * 3)


def test_without_hidden_layers(yours, rng):
    """Without hidden layers there is one probe, that of the input."""
    x, y, _, _ = sample(rng)
    agree(yours(x, y, []), linear_probe_by_layer(x, y, []))
    agree(yours(np.array([[-1.0], [0.0], [4.0]]), np.array([0, 1, 1]), []), [1.0])


def test_one_more_than_layers(yours, rng):
    """Four hidden layers give five accuracies, and narrow layers may lose what was there."""
    params = [*layers(rng, [2, 2, 2, 2]), (np.array([[0.0, 0.0]]), np.array([1.0]))]
    x, y = rng.normal(size=(30, 2)), (np.arange(30) < 21).astype(np.int64)
    agree(yours(x, y, params), linear_probe_by_layer(x, y, params))
    agree(yours(x, y, params)[-1], 0.7)


def test_the_constant_counts(yours):
    """Classes that lie on one side of the origin are told apart, because the probe has a constant."""
    agree(yours(np.array([[10.0], [11.0], [12.0], [13.0]]), np.array([0, 0, 1, 1]), []), [1.0])


def test_silent_neurons(yours, rng):
    """Neurons that are silent, or do the same as others, leave the probe as good as it was."""
    x, y = np.array([[-3.0], [-2.0], [-0.5], [0.25], [1.0], [2.0], [4.0]]), np.array([0, 0, 1, 1, 1, 0, 0])
    weight, bias = np.array([[1.0], [-1.0], [1.0], [0.0], [2.0]]), np.array([0.0, 0.0, 0.0, -3.0, 0.0])
    agree(yours(x, y, [(weight, bias)], "relu"), [4 / 7, 1.0])


def test_more_features_than_samples(yours, rng):
    """A layer with more neurons than there are samples lets the probe learn them by heart, whatever the labels."""
    x, y = np.array([[0.0], [0.5], [1.0], [1.5], [2.0], [2.5]]), np.array([0, 1, 0, 0, 1, 0])
    bends = np.ones((12, 1)), -np.arange(12) / 4.0
    agree(yours(x, y, [bends], "relu"), [4 / 6, 1.0])


def test_a_draw_is_no(yours):
    """A score of 0 is a draw, and counts as class 0 whichever way it is rounded."""
    x, y = np.array([[-1.0], [-1.0], [0.0], [0.0], [1.0], [1.0]]), np.array([0, 0, 1, 1, 0, 1])
    agree(yours(x, y, []), [0.5])
    agree(yours(1e-3 * x, y, []), [0.5])


@pytest.mark.parametrize(("ones", "share"), [(1251, 0.4996), (1252, 0.5008)], ids=["0.0008", "0.0016"])
def test_threshold(yours, ones, share):
    """Where nothing tells the samples apart the score is the mean target: 0.0008 is a draw still, and 0.0016 is a yes."""
    agree(yours(np.zeros((2500, 1)), (np.arange(2500) < ones).astype(np.int64), []), [share])


def test_scale_of_the_features(yours, rng):
    """Tiny features are as good as large ones: nothing holds the weights of the probe down."""
    x = np.array([[1.0, 3.0], [2.0, 1.0], [3.0, 4.0], [4.0, 1.0], [5.0, 6.0], [6.0, 2.0]])
    agree(yours(1e-4 * x, np.array([1, 0, 1, 0, 1, 0]), []), [1.0])


@pytest.mark.parametrize("depth", [0, 2])
def test_unknown_activation(yours, rng, depth):
    """An activation that there is not raises a ValueError that names hidden, whether or not there are hidden layers."""
    agree(yours(*XOR, [], "relu"), [0.5])
    with pytest.raises(ValueError, match="hidden"):
        yours(*XOR, layers(rng, [2, 3, 2][: depth + 1]), "sine")


FUNCTIONS = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}


def features(x, params, hidden, function=None):
    linear_probe_by_layer(x[:0], np.zeros(0, int), [], hidden) if hidden not in FUNCTIONS else None
    found = [x]
    for weight, bias in params:
        found.append((function or FUNCTIONS[hidden])(found[-1] @ weight.T + bias))
    return found


def scores(h, y, *, low=-1.0, constant=True, penalty=0.0):
    """The scores of a linear probe that is fitted to these features."""
    columns = np.concatenate([h, np.ones_like(h[:, :1])], axis=1) if constant else h
    targets = np.where(y == 1, 1.0, low).astype(h.dtype)
    if penalty:
        square = columns.T @ columns + penalty * np.eye(columns.shape[1], dtype=h.dtype)
        return columns @ np.linalg.solve(square, columns.T @ targets)
    return columns @ (np.linalg.pinv(columns) @ targets)


def accuracy(y, score, threshold=0.001):
    return float(np.mean((score > threshold) == y))


@mistake("The probe has no constant, so that its boundary goes through the origin. Add a feature that is always 1.")
def probes_without_a_constant(x, y, params, hidden="tanh"):
    return [accuracy(y, scores(h, y, constant=False)) for h in features(x, params, hidden)]


@mistake("The accuracy on the input is missing. The first probe sees the raw input, before any layer.")
def leaves_out_the_input(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden)[1:]


@mistake("Only the last layer is probed. Fit a probe of its own after every layer, the input included.")
def probes_the_last_layer_only(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden)[-1:]


@mistake("The layers have no activation, so that nothing becomes easier with depth. Apply `hidden` to each weighted sum.")
def forgets_the_activation(x, y, params, hidden="tanh"):
    linear_probe_by_layer(x, y, params, hidden)
    return linear_probe_by_layer(x, y, params, "identity")


@mistake("The argument hidden has no effect: the layers always have a tanh. Use the activation that the caller asks for.")
def ignores_hidden(x, y, params, hidden="tanh"):
    linear_probe_by_layer(x, y, params, hidden)
    return linear_probe_by_layer(x, y, params)


@mistake("The biases of the layers are missing. A layer adds its bias before the activation.")
def forgets_the_biases(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, [(weight, 0 * bias) for weight, bias in params], hidden)


@mistake("Each probe sees the features of all layers so far. It sees those of its own layer only.")
def piles_up_the_features(x, y, params, hidden="tanh"):
    found = features(x, params, hidden)
    return [accuracy(y, scores(np.concatenate(found[: i + 1], axis=1), y)) for i in range(len(found))]


@mistake("Every layer is computed from the input. A layer reads the one before it: let the features travel.")
def feeds_every_layer_the_input(x, y, params, hidden="tanh"):
    linear_probe_by_layer(x, y, params, hidden)
    return [linear_probe_by_layer(x, y, [], hidden)[0], *(linear_probe_by_layer(x, y, [pair], hidden)[1] for pair in params)]


@mistake("You fit 0 and 1, and compare with 0.001. The targets are -1 and +1, whose middle is 0.")
def fits_zero_and_one(x, y, params, hidden="tanh"):
    return [accuracy(y, scores(h, y, low=0.0)) for h in features(x, params, hidden)]


@mistake("A draw counts as class 1. The probe says 1 where the score is above 0.001, and 0 everywhere else.")
def calls_a_draw_a_yes(x, y, params, hidden="tanh"):
    return [accuracy(y, scores(h, y), -0.001) for h in features(x, params, hidden)]


@mistake(
    "The weights of the probe are held down by a penalty, and small features count for little. Plain least squares has none: use "
    "lstsq or a pseudoinverse."
)
def adds_a_penalty(x, y, params, hidden="tanh"):
    return [accuracy(y, scores(h, y, penalty=0.1)) for h in features(x, params, hidden)]


@mistake(
    "The equations of least squares have no unique solution where features depend on each other. Use lstsq or a pseudoinverse, "
    "and do not invert."
)
def inverts_a_singular_matrix(x, y, params, hidden="tanh"):
    for h in features(x, params, hidden):
        columns = np.concatenate([h, np.ones_like(h[:, :1])], axis=1)
        if np.linalg.matrix_rank(columns) < columns.shape[1]:
            raise np.linalg.LinAlgError("Singular matrix")
    return linear_probe_by_layer(x, y, params, hidden)


@mistake("This is the share of samples that the probe is wrong about. Return the accuracy, which is 1 minus that.")
def returns_the_error(x, y, params, hidden="tanh"):
    return [1 - share for share in linear_probe_by_layer(x, y, params, hidden)]


@mistake("This is the number of samples that the probe is right about. Divide by the number of samples.")
def returns_a_count(x, y, params, hidden="tanh"):
    return [float(round(share * len(y))) for share in linear_probe_by_layer(x, y, params, hidden)]


@mistake("An activation of another name is taken for none. Raise a ValueError that names hidden.")
def accepts_any_name(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden if hidden in FUNCTIONS else "identity")


@mistake("The features are written into x. It belongs to the caller: make a new array for each layer.")
def overwrites_x(x, y, params, hidden="tanh"):
    result = linear_probe_by_layer(x, y, params, hidden)
    x[...] = np.tanh(x)
    return result


@right
def by_projection(x, y, params, hidden="tanh"):
    if hidden not in ("relu", "tanh", "identity"):
        raise ValueError("hidden is unknown")
    found, h = [], x
    for pair in [None, *params]:
        if pair is not None:
            z = np.einsum("ni,oi->no", h, pair[0]) + pair[1]
            h = z * (z > 0) if hidden == "relu" else np.tanh(z) if hidden == "tanh" else z
        columns = np.hstack([np.ones((len(h), 1), h.dtype), h])
        u, sizes, _ = np.linalg.svd(columns, full_matrices=False)
        basis = u[:, sizes > sizes.max() * max(columns.shape) * np.finfo(h.dtype).eps]
        score = basis @ (basis.T @ np.where(y > 0, 1.0, -1.0).astype(h.dtype))
        found.append(np.count_nonzero((score > 1e-3) == (y == 1)) / len(y))
    return found


@right
def with_a_pseudoinverse(x, y, params, hidden="tanh"):
    if hidden not in FUNCTIONS:
        raise ValueError(f"no such hidden activation: {hidden}")
    return tuple(np.mean(np.equal(scores(h, y) > 0.001, y)) for h in features(x, params, hidden))
