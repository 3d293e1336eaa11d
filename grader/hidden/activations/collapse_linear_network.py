"""Hidden tests of activations/collapse_linear_network."""

import itertools

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.collapse_linear_network import collapse_linear_network

independent = (
    "(lambda net: ((net(torch.eye(weights[0].shape[1], dtype=weights[0].dtype)) - net(0 * weights[0][:1])).T,"
    " net(0 * weights[0][:1])[0]))(lambda x: [x := F.linear(x, *layer) for layer in zip(weights, biases)][-1])"
)


def network(rng, *widths):
    """Random layers from each width to the next."""
    weights = [rng.integers(-8, 9, (after, before)) / 4 for before, after in itertools.pairwise(widths)]
    return weights, [rng.integers(1, 9, width) / 4 for width in widths[1:]]


def sample(rng, size="small"):
    """Three layers, no two widths alike, the narrowest in the middle."""
    weights, biases = network(rng, *((1, 1, 1, 1) if size == "ones" else (3, 4, 2, 5)))
    return [w + rng.uniform(0.01, 0.1, w.shape) for w in weights], biases


def run(weights, biases, x):
    """The layers one after the other, for the rows of x."""
    for weight, bias in zip(weights, biases, strict=True):
        x = x @ weight.T + bias
    return x


def test_same_outputs(yours, rng):
    """The single layer gives what the whole stack gives, for every input."""
    weights, biases = network(rng, 3, 5, 2, 4)
    x = rng.integers(-9, 10, (6, 3)).astype(float)
    weight, bias = yours(weights, biases)
    agree(x @ weight.T + bias, run(weights, biases, x), exact=True)


def test_bias_is_the_answer_to_zero(yours, rng):
    """The bias is what the stack makes of the input zero: every bias on the way has a part in it."""
    weights, biases = network(rng, 2, 3, 3, 3)
    agree(yours(weights, biases)[1], run(weights, biases, np.zeros((1, 2)))[0], exact=True)


def test_square_layers(yours, rng):
    """The later layer multiplies from the left, also where both orders would fit."""
    weights = [np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.0, 1.0], [-1.0, 5.0]])]
    weight, bias = yours(weights, [np.array([1.0, -1.0]), np.array([10.0, 20.0])])
    agree(weight, np.array([[3.0, 4.0], [14.0, 18.0]]), exact=True)
    agree(bias, np.array([9.0, 14.0]), exact=True)


def test_without_biases(yours, rng):
    """Where all biases are zero, so is the result's."""
    weights, biases = network(rng, 3, 3, 3, 3)
    weight, bias = yours(weights, [0 * bias for bias in biases])
    agree(bias, np.zeros(3), exact=True)
    agree(weight, weights[2] @ weights[1] @ weights[0], exact=True)


def test_single_layer(yours, rng):
    """A single layer stays what it is, in new arrays."""
    weights, biases = network(rng, 3, 2)
    agree(yours(weights, biases), (weights[0], biases[0]), exact=True)


def test_1201_parameters_are_11(yours, rng):
    """A network of 10 inputs, 100 hidden units and one output collapses to 11 numbers."""
    weights, biases = network(rng, 10, 100, 1)
    weight, bias = yours(weights, biases)
    agree(
        np.concatenate([np.ravel(weight), np.ravel(bias)]), np.append(weights[1] @ weights[0], weights[1] @ biases[0] + biases[1])
    )
    agree(weight, weights[1] @ weights[0], exact=True)


def test_bottleneck(yours, rng):
    """Behind a layer of width 1 every row is a multiple of every other: the rank is 1."""
    weights, biases = (
        [np.array([[2.0, -3.0, 1.0]]), np.array([[4.0], [-1.0], [0.5]])],
        [np.array([7.0]), np.array([1.0, 2.0, 3.0])],
    )
    weight, bias = yours(weights, biases)
    agree(weight, np.array([[8.0, -12.0, 4.0], [-2.0, 3.0, -1.0], [1.0, -1.5, 0.5]]), exact=True)
    agree(bias, np.array([29.0, -5.0, 6.5]), exact=True)


@pytest.mark.parametrize("number", [1, 3])
def test_wrong_number_of_biases(yours, rng, number):
    """Too many or too few biases are a ValueError."""
    weights, biases = network(rng, 2, 2, 2)
    with pytest.raises(ValueError, match="biases"):
        yours(weights, (biases + biases)[:number])


def fold(weights, biases, step):
    """Start with the first layer and let `step` put every further one around it."""
    collapse_linear_network(weights, biases)
    weight, bias = weights[0].copy(), biases[0].copy()
    for layer in zip(weights[1:], biases[1:], strict=True):
        weight, bias = step(weight, bias, *layer)
    return weight, bias


@mistake("Only the last bias is left. An earlier bias is part of what later layers get: multiply it by every later weight.")
def forgets_the_earlier_biases(weights, biases):
    return collapse_linear_network(weights, biases)[0], biases[-1].copy()


@mistake("The bias of the last layer is missing: nothing comes after it, so it is added as it is.")
def forgets_the_last_bias(weights, biases):
    return collapse_linear_network(weights, [*biases[:-1], 0 * biases[-1]])


@mistake(
    "You add up the biases as they are. An earlier bias is part of what later layers get: multiply it by every later weight."
)
def adds_up_the_biases(weights, biases):
    return fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, bias + shift))


@mistake("You multiply a layer's own bias by its weight as well. It is added after the weight: only later weights multiply it.")
def multiplies_the_own_bias(weights, biases):
    return fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, later @ (bias + shift)))


@mistake(
    "You multiply the bias by the product of all weights so far. The running bias has come through the earlier ones already: "
    "multiply it by the weight of the new layer alone."
)
def multiplies_the_bias_by_the_product(weights, biases):
    return fold(weights, biases, lambda weight, bias, later, shift: (later @ weight, later @ weight @ bias + shift))


@mistake("The weights are multiplied in the wrong order. Weights are (out, in), so the later layer stands on the left.")
def multiplies_from_the_right(weights, biases):
    return fold(weights, biases, lambda weight, bias, later, shift: (weight @ later, later @ bias + shift))


@mistake("You multiply the weights element by element. One layer after another is a matrix product: use @.")
def multiplies_element_by_element(weights, biases):
    return fold(weights, biases, lambda weight, bias, later, shift: (later * weight, later @ bias + shift))


@mistake("Your weight comes out as (in, out). PyTorch's layout is (out, in): it multiplies x from the left.")
def returns_the_transpose(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    return weight.T.copy(), bias


@mistake("Your bias is a column, a matrix with one column. Return it with a single axis, like the biases that you got.")
def returns_a_column(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    return weight, bias[:, None]


@mistake("Weight and bias have changed places. Return the weight first, then the bias.")
def changes_the_order(weights, biases):
    return collapse_linear_network(weights, biases)[::-1]


@mistake("You leave the last layer out, so the result is the hidden layer's. Go through all layers, to the end of the lists.")
def stops_before_the_last_layer(weights, biases):
    collapse_linear_network(weights, biases)
    return collapse_linear_network(weights[: len(weights) - 1 or 1], biases[: len(biases) - 1 or 1])


@mistake("Lists of different lengths pass, because zip stops at the end of the shorter. Raise a ValueError that names biases.")
def stops_at_the_shorter_list(weights, biases):
    number = min(len(weights), len(biases))
    return collapse_linear_network(weights[:number], biases[:number])


@mistake(
    "A float32 network comes back as float64, as if you had started with np.eye and np.zeros. Start with a copy of the first "
    "layer, or give dtype=."
)
def returns_float64(weights, biases):
    return collapse_linear_network([weight.astype(np.float64) for weight in weights], biases)


@mistake("You add to the first bias in place. Start with a copy: the network is still needed.")
def overwrites_the_first_bias(weights, biases):
    weight, bias = collapse_linear_network(weights, biases)
    biases[0] += 1
    return weight, bias


@right
def backwards_from_the_last_layer(weights, biases):
    if len(weights) != len(biases):
        raise ValueError("biases and weights differ in number")
    weight, bias = weights[-1].copy(), biases[-1].copy()
    for earlier, shift in zip(weights[-2::-1], biases[-2::-1], strict=True):
        bias = bias + weight @ shift
        weight = weight @ earlier
    return weight, bias


@right
def with_one_more_row(weights, biases):
    if len(weights) != len(biases):
        raise ValueError("biases: one for each of the weights")
    whole = np.eye(weights[0].shape[1] + 1, dtype=weights[0].dtype)
    for weight, bias in zip(weights, biases, strict=True):
        bottom = np.append(np.zeros_like(weight[0]), bias.dtype.type(1))
        whole = np.vstack([np.column_stack([weight, bias]), bottom]) @ whole
    return [whole[:-1, :-1].copy(), whole[:-1, -1].copy()]


@right
def loops(weights, biases):
    if len(weights) > len(biases) or len(weights) < len(biases):
        raise ValueError("biases")
    weight, bias = weights[0].copy(), biases[0].copy()
    for later, shift in zip(weights[1:], biases[1:], strict=True):
        rows = range(len(later))
        weight = np.array([sum(later[i, k] * weight[k] for k in range(len(weight))) for i in rows], dtype=weight.dtype)
        bias = np.array([sum(later[i] * bias) + shift[i] for i in rows], dtype=bias.dtype)
    return weight, bias
