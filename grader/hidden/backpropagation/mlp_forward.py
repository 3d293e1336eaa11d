"""Hidden tests of backpropagation/mlp_forward."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.mlp_forward import mlp_forward

independent = (
    "(lambda zs: (zs[-1].sigmoid(), {'z': zs, 'a': [*map(torch.relu, zs[:-1]), zs[-1].sigmoid()]}))"
    "([z := torch.nn.functional.linear(z.relu() if number else x, *pair) for number, pair in enumerate(params)])"
)


def sample(rng, size="small"):
    """Three layers whose widths all differ, with one activation inside and another one at the end."""
    widths, n = ([1, 1, 1, 1], 1) if size == "ones" else ([4, 7, 3, 2], 6)
    return rng.normal(size=(n, widths[0])), layers(rng, widths), "relu", "sigmoid"


def layers(rng, widths):
    sizes = zip(widths[1:], widths, strict=False)
    return [(rng.normal(size=(o, i)) / math.sqrt(i), rng.uniform(0.2, 1.0, o) * rng.choice([-1, 1], o)) for o, i in sizes]


def whole_numbers(rng, widths):
    """Layers of small integers as floats: sums are exact in any order."""
    sizes = zip(widths[1:], widths, strict=False)
    return [(rng.integers(-3, 4, (o, i)).astype(float), rng.integers(1, 4, o).astype(float)) for o, i in sizes]


def test_without_hidden_layers(yours, rng):
    """A single layer without an activation is an affine map, and its cache has one entry in each list."""
    weight, bias = np.array([[2.0, -1.0], [0.0, 3.0], [1.0, 1.0]]), np.array([-10.0, 0.0, 1.0])
    y, cache = yours(np.array([[1.0, 4.0]]), [(weight, bias)])
    agree(y, np.array([[-12.0, 12.0, 6.0]]), exact=True)
    agree(cache, {"z": [np.array([[-12.0, 12.0, 6.0]])], "a": [np.array([[-12.0, 12.0, 6.0]])]}, exact=True)


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("relu", [0.0, 1.0]),
        ("tanh", [-0.964027580, 0.761594156]),
        ("sigmoid", [0.119202922, 0.731058579]),
        ("identity", [-2.0, 1.0]),
    ],
)
def test_activations(yours, name, want):
    """Each of the four activations has the values that its formula gives at -2 and 1."""
    twice = [(np.array([[1.0]]), np.array([-1.0]))] * 2
    for value, activated in zip([-1.0, 2.0], want, strict=True):
        y, cache = yours(np.array([[value]]), twice, name, "identity")
        agree(float(np.round(cache["a"][0][0, 0], 9)), activated)
        agree(float(np.round(y[0, 0], 9)), activated - 1)
        agree(float(np.round(yours(np.array([[value]]), twice[:1], "relu", name)[0][0, 0], 9)), activated)


def test_a_regressor_may_say_minus_three(yours):
    """By default hidden layers have a ReLU and the output has none, so that it can be negative."""
    params = [(np.array([[1.0], [-1.0]]), np.array([0.0, 0.0])), (np.array([[-3.0, -5.0]]), np.array([0.0]))]
    agree(yours(np.array([[1.0], [-2.0]]), params)[0], np.array([[-3.0], [-10.0]]), exact=True)


def test_linear_layers_collapse(yours, rng):
    """Without activations three layers are one affine map: depth is worth nothing."""
    params, x = whole_numbers(rng, [3, 4, 5, 2]), rng.integers(-3, 4, (6, 3)).astype(float)
    (w1, b1), (w2, b2), (w3, b3) = params
    y, _ = yours(x, params, "identity", "identity")
    agree(y, x @ (w3 @ w2 @ w1).T + (w3 @ (w2 @ b1 + b2) + b3), exact=True)


def test_square_layers(yours, rng):
    """With as many neurons as inputs, where no shape gives a slip away, weight[j, k] leads from input k to neuron j."""
    weight = np.array([[0.0, 5.0], [0.0, 0.0]])
    agree(yours(np.array([[2.0, 3.0]]), [(weight, np.array([1.0, 2.0]))])[0], np.array([[16.0, 2.0]]), exact=True)


def test_cache_fits_together(yours, rng):
    """Every weighted sum of the cache follows from the activations before it, and the last activation is the output."""
    params, x = whole_numbers(rng, [4, 6, 5, 3, 2]), rng.integers(-3, 4, (7, 4)).astype(float)
    y, cache = yours(x, params, "relu", "identity")
    agree({name: len(arrays) for name, arrays in cache.items()}, {"z": 4, "a": 4})
    for z, a, (weight, bias) in zip(cache["z"], [x, *cache["a"]], params, strict=False):
        agree(z, a @ weight.T + bias, exact=True)
    for z, a in list(zip(cache["z"], cache["a"], strict=True))[:-1]:
        agree(a, np.maximum(z, 0.0), exact=True)
    agree(y, cache["a"][-1], exact=True)


def test_samples_keep_to_themselves(yours, rng):
    """A sample gets the same output alone as in a batch."""
    x, params, *names = sample(rng)
    agree(yours(x[2:3], params, *names)[0], mlp_forward(x, params, *names)[0][2:3])


def test_saturated_sigmoid(yours):
    """At weighted sums of -1000 and 1000 a sigmoid is 0 or 1, and never NaN."""
    pair = np.array([[1000.0], [-1000.0]]), np.zeros(2)
    agree(yours(np.array([[1.0], [-1.0]]), [pair], out="sigmoid")[0], np.array([[1.0, 0.0], [0.0, 1.0]]))


@pytest.mark.parametrize("argument", ["hidden", "out"])
def test_unknown_activation(yours, argument):
    """An activation that there is not raises a ValueError that names the argument, whether or not it would be used."""
    x, pair, last = np.array([[3.0, -4.0]]), (np.array([[1.0, 2.0]]), np.array([0.5])), (np.array([[2.0]]), np.array([1.0]))
    agree(yours(x, [pair])[0], np.array([[-4.5]]))
    for params in ([pair, last], [pair]):
        with pytest.raises(ValueError, match=argument):
            yours(x, params, **{argument: "softplus"})


def rebuilt(x, params, hidden, out, weighted):
    """The forward pass with weighted sums of another kind."""
    mlp_forward(x, params, hidden, out)
    a, cache = x, {"z": [], "a": []}
    for number, (weight, bias) in enumerate(params, start=1):
        z = weighted(a, weight, bias)
        cache["z"].append(z)
        a = activation(z, out if number == len(params) else hidden)
        cache["a"].append(a)
    return a, cache


def activation(z, name):
    """One activation alone: a layer that does nothing else, sample by sample."""
    unit = np.ones((1, 1), z.dtype), np.zeros(1, z.dtype)
    return mlp_forward(z.reshape(-1, 1), [unit], out=name)[0].reshape(z.shape)


@mistake("The output is activated like a hidden layer. The last layer has the activation `out`, which by default is none.")
def activates_the_output(x, params, hidden="relu", out="identity"):
    return mlp_forward(x, params, hidden, hidden if out == "identity" else out)


@mistake("The argument out has no effect: the output is always linear. Apply the activation that the caller asks for.")
def ignores_out(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, hidden)


@mistake("The hidden activation is always a ReLU. Use the one that the caller asks for.")
def ignores_hidden(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, "relu", out)


@mistake("The hidden layers have no activation, so that the whole network is one affine map. Apply `hidden` after each of them.")
def leaves_the_hidden_layers_linear(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(x, params, "identity", out)


@mistake("You multiply by the weight as it is. It is stored as (out, in), and a batch has samples in rows: use weight.T.")
def forgets_to_transpose(x, params, hidden="relu", out="identity"):
    return rebuilt(x, params, hidden, out, lambda a, weight, bias: a @ weight + bias)


@mistake("The biases are missing. Each neuron adds its own bias to its weighted sum, before the activation.")
def forgets_the_biases(x, params, hidden="relu", out="identity"):
    return mlp_forward(x, [(weight, 0 * bias) for weight, bias in params], hidden, out)


@mistake(
    "You add up inputs and weights. A neuron multiplies each input by its weight, adds up these products, and then adds its bias."
)
def adds_inputs_and_weights(x, params, hidden="relu", out="identity"):
    return rebuilt(x, params, hidden, out, lambda a, weight, bias: (a[:, None] + weight).sum(axis=2) + bias)


@mistake("The input is activated before the first layer. It goes into the first weighted sum as it is.")
def activates_the_input(x, params, hidden="relu", out="identity"):
    mlp_forward(x, params, hidden, out)
    return mlp_forward(activation(x, hidden), params, hidden, out)


@mistake(
    "cache['z'] holds activations: either you put them there, or you activate in place. Keep the weighted sums as they are "
    "before the activation."
)
def caches_activations_as_z(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": [a.copy() for a in cache["a"]], "a": cache["a"]}


@mistake("cache['z'] lacks the biases. What is kept is what the activation sees: the weighted sum with its bias.")
def caches_z_without_the_bias(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": [z - bias for z, (_, bias) in zip(cache["z"], params, strict=True)], "a": cache["a"]}


@mistake("cache['a'] begins with the input. It holds the activations of the layers only, as many as there are layers.")
def caches_the_input_too(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": cache["z"], "a": [x.copy(), *cache["a"]]}


@mistake("The output is missing in cache['a']. It has an entry for every layer, the last one included.")
def leaves_the_output_out_of_the_cache(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return y, {"z": cache["z"], "a": cache["a"][:-1]}


@mistake("exp(z) / (1 + exp(z)) is inf / inf = NaN at large z. Take the exponential of -|z| only.")
def overflows_at_large_z(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    if out == "sigmoid":
        y = np.exp(cache["z"][-1]) / (1 + np.exp(cache["z"][-1]))
    return y, {"z": cache["z"], "a": [*cache["a"][:-1], y]}


@mistake("A name that is none of the four is taken for no activation. Raise a ValueError that names the argument.")
def accepts_any_name(x, params, hidden="relu", out="identity"):
    known = ("relu", "tanh", "sigmoid")
    return mlp_forward(x, params, hidden if hidden in known else "identity", out if out in known else "identity")


@mistake(
    "You look at the name of an activation only where it is used. Check `hidden` and `out` at the start: without hidden layers "
    "a wrong name must be noticed too."
)
def checks_a_name_when_it_is_used(x, params, hidden="relu", out="identity"):
    return mlp_forward(x, params, hidden if len(params) > 1 else "relu", out)


@mistake("The results are float64 whatever the inputs are. Allocate arrays with the dtype of x: float32 stays float32.")
def returns_float64(x, params, hidden="relu", out="identity"):
    y, cache = mlp_forward(x, params, hidden, out)
    return np.float64(y), {name: [np.float64(array) for array in arrays] for name, arrays in cache.items()}


NAMES = "relu", "tanh", "sigmoid", "identity"


@right
def with_einsum_and_ifs(x, params, hidden="relu", out="identity"):
    if hidden not in NAMES:
        raise ValueError("hidden is unknown")
    if out not in NAMES:
        raise ValueError("out is unknown")
    zs, activations = [], [x]
    for weight, bias in params:
        z = np.einsum("ni,oi->no", activations[-1], weight) + bias
        name = hidden if len(zs) < len(params) - 1 else out
        zs.append(z)
        if name == "relu":
            activations.append(z * (z > 0))
        elif name == "identity":
            activations.append(z.copy())
        else:
            activations.append(np.tanh(z) if name == "tanh" else (1 + np.tanh(z / 2)) / 2)
    return activations[-1].copy(), {"a": activations[1:], "z": zs}


@right
def columns_and_recursion(x, params, hidden="relu", out="identity"):
    for name in (hidden, out):
        if name not in NAMES:
            raise ValueError(f"hidden and out must be among {NAMES}, got {name}")
    (weight, bias), *rest = params
    z = (weight @ x.T + bias.reshape(-1, 1)).T
    a = activation(z, hidden if rest else out)
    if not rest:
        return a, {"z": [z], "a": [a]}
    y, cache = columns_and_recursion(a, rest, hidden, out)
    return y, {"z": [z, *cache["z"]], "a": [a, *cache["a"]]}
