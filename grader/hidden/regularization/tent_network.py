"""Hidden tests of regularization/tent_network."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.tent_network import tent_network

independent = "(1 + scipy.signal.sawtooth(2 * np.pi * 2 ** (k - 1) * x, 0.5)) / 2"


def sample(rng, size="small"):
    """Inputs between 0 and 1, the first on the falling side, and a few layers."""
    n, k = {"ones": (1, 2), "small": (7, 3)}.get(size) or (int(rng.integers(1, 9)), int(rng.integers(1, 6)))
    x = rng.uniform(0.02, 0.98, n)
    x[0] = 1 - x[0] / 4
    return x, k


def test_one_layer(yours):
    """One layer is a tent: up with slope 2, down with slope -2."""
    x = np.array([0.0, 0.125, 0.5, 0.625, 1.0, 0.25])
    agree(yours(x, 1), np.array([0.0, 0.25, 1.0, 0.75, 0.0, 0.5]), exact=True)


def test_everywhere(yours):
    """Left of 0 the network is 0, and right of 1 it falls on below 0: after one more layer that is 0, too."""
    x = np.array([-2.0, -0.25, 1.125, 3.0])
    agree(yours(x, 1), np.array([0.0, 0.0, -0.25, -4.0]), exact=True)
    agree(yours(x, 2), np.zeros(4), exact=True)


def test_layers_are_composed(yours, rng):
    """Two layers and then three are five layers."""
    x = np.array([0.71, 0.13, 0.992, 0.4])
    agree(yours(yours(x, 2), 3), yours(x, 5))
    agree(yours(x, 5), np.array([0.72, 0.16, 0.256, 0.8]))


@pytest.mark.parametrize("k", [2, 5, 7])
def test_two_to_the_k_pieces(yours, k):
    """k layers make 2**k pieces that go up and down with slopes of 2**k."""
    y = yours(np.arange(2**k * 4 + 1) / (2**k * 4), k)
    agree(np.diff(y) * 2**k * 4, 2.0**k * np.repeat(np.tile([1.0, -1.0], 2 ** (k - 1)), 4))


def test_exact_at_dyadic_points(yours):
    """At multiples of 2**-k the output is exactly 0 or 1, even after 40 layers."""
    agree(yours(np.array([3.0, 5.0, 6.0, 1.0]) / 8, 3), np.array([1.0, 1.0, 0.0, 1.0]), exact=True)
    agree(yours(np.array([3.0, 2.0]) / 2**40, 40), np.array([1.0, 0.0]), exact=True)


def test_no_layer(yours):
    """No layer gives the input back as it is, outside of the interval, too."""
    x = np.array([0.75, -2.0, 1.5])
    agree(yours(x, 0), x, exact=True)


def test_negative_k(yours):
    """A k below 0 raises a ValueError that names it."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(np.array([0.75, 0.25]), -1)


def relu(x):
    return np.maximum(x, 0)


def composed(layer, x, k):
    y = tent_network(x, min(k, 0))  # for the k that it refuses
    for _ in range(k):
        y = layer(y)
    return y


@mistake("A tent with an absolute value falls on the left of 0, where both ReLUs are off. Use the two ReLUs of the formula.")
def uses_an_absolute_value(x, k):
    return composed(lambda y: 1 - np.abs(2 * y - 1), x, k)


@mistake("Beyond one half the slope is 0, as the second ReLU only cancels the first. It has to turn it around: its factor is 4.")
def gives_the_tent_a_flat_top(x, k):
    return composed(lambda y: 2 * relu(y) - 2 * relu(y - 0.5), x, k)


@mistake("The second ReLU is switched on at 1. The tent has its top at one half.")
def has_the_kink_at_one(x, k):
    return composed(lambda y: 2 * relu(y) - 4 * relu(y - 1), x, k)


@mistake("The second term is not behind a ReLU, so this is one straight line for positive inputs, and no tent.")
def forgets_the_second_relu(x, k):
    return composed(lambda y: 2 * relu(y) - 4 * (y - 0.5), x, k)


@mistake("You go on from one piece to the next with a jump: 2**k x modulo 1 is a sawtooth. The tent comes down as it went up.")
def makes_a_sawtooth(x, k):
    return np.mod(2 ** max(k, 0) * tent_network(x, min(k, 0)), 1)


@mistake("You take the tent k times side by side and add up. Layers are composed: the output of one is the input of the next.")
def adds_up_the_layers(x, k):
    return k * tent_network(x, 1) if k else tent_network(x, k)


@mistake("You apply the tent to x in each layer, which k times over is one layer. Apply it to the output of the layer before.")
def starts_from_x_each_time(x, k):
    return tent_network(x, min(k, 1))


@mistake("There is one layer too few. k = 1 is one tent, and k = 0 leaves the input as it is.")
def is_one_layer_short(x, k):
    return tent_network(x, k - 1 if k > 0 else k)


@mistake("There is one layer too many. k = 1 is one tent, and k = 0 leaves the input as it is.")
def has_one_layer_more(x, k):
    return tent_network(x, k + 1 if k >= 0 else k)


@mistake(
    "You force the inputs into the interval from 0 to 1 first. The network is defined everywhere: to the right of 1 it falls on."
)
def clips_the_input(x, k):
    return tent_network(np.clip(x, 0, 1), k)


@mistake("A negative k passes unnoticed, because the loop does nothing. Check it first, and raise a ValueError that names k.")
def checks_nothing(x, k):
    return tent_network(x, max(k, 0))


@mistake("x itself becomes the output of each layer. Return a new array, and leave x as it was.")
def overwrites_x(x, k):
    x[...] = tent_network(x, k)
    return x.copy()


@right
def by_two_lines(x, k):
    """The lower one of two lines, with the left one cut off at zero."""
    if k < 0:
        raise ValueError(f"k = {k}")
    return x.copy() if k == 0 else by_two_lines(np.minimum(2 * relu(x), 2 - 2 * x), k - 1)


@right
def by_matrices(x, k):
    if not k >= 0:
        raise ValueError("k is no number of layers")
    first, shift = np.array([[1, 1]], dtype=x.dtype), np.array([0, 0.5], dtype=x.dtype)
    second = np.array([[2], [-4]], dtype=x.dtype)
    y = x[:, None] + 0
    for _ in range(k):
        y = relu(y @ first - shift) @ second
    return y[:, 0].copy()


@right
def by_cases(x, k):
    if k < 0:
        raise ValueError("k must not be negative")
    result = np.array(x)
    for _ in range(k):
        result = np.where(result < 0, 0 * result, np.where(result < 0.5, 2 * result, 2 - 2 * result))
    return result
