"""Hidden tests of backpropagation/count_parameters."""

import math
from itertools import pairwise

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.count_parameters import count_parameters

independent = "sum(p.numel() for a, b in zip(sizes, sizes[1:]) for p in torch.nn.Linear(a, b, bias=bias).parameters())"


def sample(rng, size="small"):
    """Widths that are all different."""
    if size == "ones":
        return [1, 1], True
    return [int(width) for width in rng.permutation(np.arange(2, 12))[:4]], True


def test_without_hidden_layers(yours):
    """Linear regression on ten inputs has eleven parameters: hidden layers may be missing."""
    agree(yours([10, 1]), 11)
    agree(yours([10, 1], bias=False), 10)
    agree(yours([1, 10]), 20)


def test_one_wide_hidden_layer(yours):
    """Ten inputs, a hundred hidden neurons and two outputs: 1000 + 100 weights and biases, then 200 + 2."""
    agree(yours([10, 100, 2]), 1302)


def test_many_layers(yours):
    """A network may be as deep as one likes: twenty layers of three neurons have twenty times twelve parameters."""
    agree(yours([3] * 21), 240)
    agree(yours([3] * 21, bias=False), 180)


def test_a_layer_more(yours):
    """One more layer of k neurons on top of d adds k (d + 1) parameters."""
    agree(yours([4, 7, 5, 6]) - yours([4, 7, 5]), 36)
    agree(yours([4, 7, 5, 6], False) - yours([4, 7, 5], False), 30)


def test_inputs_alone(yours):
    """Inputs alone have no parameters, however many they are, but a layer of one neuron on one input has two."""
    agree(yours([1]), 0)
    agree(yours([784], bias=False), 0)
    agree(yours([1, 1]), 2)


def test_very_wide(yours):
    """Ten thousand million weights, and a thousand million times as many, are counted exactly."""
    agree(yours([100_000, 100_000]), 10_000_100_000)
    agree(yours([10**9 + 1, 10**9 + 6]), 10**18 + 8 * 10**9 + 12)


@pytest.mark.parametrize("sizes", [[], [0], [3, 0, 2], [4, -2]], ids=["empty", "no_inputs", "no_neurons", "negative"])
def test_no_such_network(yours, sizes):
    """Without a width, or with one below 1, a ValueError names sizes."""
    with pytest.raises(ValueError, match="sizes"):
        yours(sizes)
    agree(yours([2, 1]), 3)


@mistake("You count neurons. Parameters are weights and biases: a weight for each connection, a bias for each neuron.")
def counts_the_neurons(sizes, bias=True):
    count_parameters(sizes)
    return sum(sizes)


@mistake("The biases are missing. Every neuron has one, besides its weights, unless bias=False.")
def forgets_the_biases(sizes, bias=True):
    return count_parameters(sizes, False)


@mistake("The inputs get biases too. Nothing is computed there: the biases belong to the neurons, from the second width on.")
def gives_the_inputs_biases(sizes, bias=True):
    return count_parameters(sizes, bias) + (sizes[0] if bias else 0)


@mistake(
    "You count a bias for each value that comes in. It is one for each neuron: add the width of the layer itself, and not that "
    "of the layer before it."
)
def counts_biases_of_the_layer_before(sizes, bias=True):
    return count_parameters(sizes, False) + (sum(sizes[:-1]) if bias else 0)


@mistake("You count a single bias for each layer. Every neuron of the layer has one of its own.")
def counts_one_bias_per_layer(sizes, bias=True):
    return count_parameters(sizes, False) + (len(sizes) - 1 if bias else 0)


@mistake("You count a bias for each weight. The bias is added once for each neuron, however many inputs it has.")
def counts_one_bias_per_weight(sizes, bias=True):
    return count_parameters(sizes, False) * (2 if bias else 1)


@mistake("The argument bias has no effect: the biases are always counted. With bias=False count weights only.")
def ignores_bias(sizes, bias=True):
    return count_parameters(sizes)


@mistake("You count the inputs as a layer with a weight each. Weights lie between two neighbouring widths: one layer fewer.")
def counts_the_inputs_as_a_layer(sizes, bias=True):
    return count_parameters([1, *sizes], False) + (sum(sizes) if bias else 0) if len(sizes) else count_parameters(sizes)


@mistake("You multiply all the widths. Only neighbouring layers are connected: multiply neighbours, and add up these products.")
def multiplies_all_widths(sizes, bias=True):
    count_parameters(sizes)
    return math.prod(sizes) + (sum(sizes[1:]) if bias else 0) if len(sizes) > 1 else 0


@mistake("The last layer is left out. There is one layer of weights for each pair of neighbouring widths, up to the output.")
def stops_before_the_output(sizes, bias=True):
    return count_parameters(sizes[:-1] if len(sizes) > 1 else sizes, bias)


@mistake(
    "You count one hidden layer and an output, whatever the list says. Input, hidden and output are kinds of layers, and their "
    "number is free: loop over the widths."
)
def believes_in_three_layers(sizes, bias=True):
    count_parameters(sizes)
    return count_parameters([sizes[0], sizes[1], sizes[-1]], bias)


@mistake("The count runs over in 32 bits. Use Python's whole numbers, or int64, which go far enough.")
def counts_in_32_bits(sizes, bias=True):
    return (count_parameters(sizes, bias) + 2**31) % 2**32 - 2**31


@mistake("A count is a whole number, and you return a float. Convert the result, or do not divide and do not use float arrays.")
def returns_a_float(sizes, bias=True):
    return float(count_parameters(sizes, bias))


@mistake("Widths that cannot be are accepted. If the list is empty or an entry is below 1, raise a ValueError that names sizes.")
def accepts_any_widths(sizes, bias=True):
    return sum(neurons * (inputs + bias) for inputs, neurons in pairwise(sizes))


@right
def layer_by_layer(sizes, bias=True):
    if len(sizes) == 0 or any(width <= 0 for width in sizes):
        raise ValueError(f"there is no network with sizes {sizes}")
    weights = biases = 0
    for layer in range(1, len(sizes)):
        weights += sizes[layer - 1] * sizes[layer]
        biases += sizes[layer]
    return weights + biases if bias else weights


@right
def by_a_dot_product(sizes, bias=True):
    widths = np.array(sizes, dtype=np.int64)
    if not widths.size or not (widths > 0).all():
        raise ValueError("sizes must have positive entries")
    return widths[:-1] @ widths[1:] + bias * widths[1:].sum()


@right
def by_recursion(sizes, bias=True):
    if not sizes or sizes[0] < 1:
        raise ValueError(f"sizes must be at least 1, got {sizes}")
    if len(sizes) == 1:
        return 0
    return sizes[0] * sizes[1] + int(bias) * sizes[1] + by_recursion(sizes[1:], bias)
