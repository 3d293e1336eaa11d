"""Hidden tests of boltzmann/rbm_conditionals."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.rbm_conditionals import rbm_conditionals, sigmoid

independent = (
    "(torch.nn.functional.linear(visible, weight, hidden_bias).sigmoid(), "
    "torch.nn.functional.linear(hidden, weight.T, visible_bias).sigmoid())"
)


def sample(rng, size="small"):
    """Two states of four visible and three hidden units."""
    n, v, h = (1, 1, 1) if size == "ones" else (2, 4, 3)
    visible, hidden = (rng.integers(0, 2, (n, k)).astype(float) for k in (v, h))
    visible[0, 0] = hidden[0, 0] = 1.0
    return visible, hidden, rng.normal(size=(h, v)), rng.normal(size=v), rng.normal(size=h)


def test_by_hand(yours):
    """Odds of a hidden unit multiply: its own, and one factor for each visible unit that is on."""
    weight, visible_bias = np.log(np.array([[2.0, 5.0], [0.5, 3.0]])), np.log(np.array([3.0, 0.25]))
    odds = (np.array([[4.0, 0.5], [20.0, 1.5]]), np.array([[1.5, 0.75], [6.0, 1.25]]))
    args = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]]), weight, visible_bias
    agree(yours(*args, np.log(np.array([2.0, 1.0]))), (np.array([[0.8, 1 / 3], [10 / 11, 0.75]]), odds[1] / (1 + odds[1])))


def test_against_the_energies(yours, rng):
    """Enumerate all states, and the conditional probabilities of the units come out of the energies alone."""
    _, _, weight, b, c = sample(rng)
    visible, hidden = np.array([1.0, 0.0, 1.0, 1.0]), np.array([0.0, 1.0, 1.0])

    def mean(states, energies):
        likely = np.exp(-energies)
        return likely @ states / likely.sum()

    every_h, every_v = ((np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(float) for n in (3, 4))
    agree(
        yours(visible, hidden, weight, b, c),
        (
            mean(every_h, -(b @ visible) - every_h @ c - every_h @ weight @ visible),
            mean(every_v, -(every_v @ b) - c @ hidden - hidden @ weight @ every_v.T),
        ),
    )


def test_layers_of_the_same_size(yours, rng):
    """With as many hidden as visible units nothing is mixed up: neither the weight, nor the biases, nor the results."""
    visible, hidden = np.array([[1.0, 0.0, 0.0]]), np.array([[0.0, 0.0, 1.0]])
    weight, b, c = rng.normal(size=(3, 3)), rng.normal(size=3), rng.normal(size=3)
    agree(yours(visible, hidden, weight, b, c), (sigmoid(weight[:, :1].T + c), sigmoid(weight[2:] + b)))


def test_large_sums(yours):
    """Sums of 1000 in either direction overflow nothing."""
    results = yours(
        np.array([1.0, 0.0]), np.array([1.0]), np.array([[1000.0, -2000.0]]), np.array([0.0, 1000.0]), np.array([-3.0])
    )
    agree(results, (np.array([1.0]), np.array([1.0, 0.0])))


def test_small_probabilities(yours):
    """A probability of exp(-40), about 4e-18, is not rounded to 0."""
    results = yours(np.array([0.0]), np.array([1.0]), np.array([[-20.0]]), np.array([-20.0]), np.array([-40.0]))
    agree(results, (np.array([np.exp(-40.0)]), np.array([np.exp(-40.0)])))


def test_probabilities_go_in(yours, rng):
    """States may be probabilities: they enter the sums as they are, and are not rounded."""
    weight, b, c = np.array([[2.0, -1.0], [0.0, 3.0], [1.0, 1.0]]), np.array([0.5, -0.5]), np.array([0.25, 0.0, -1.0])
    results = yours(np.array([0.25, 0.75]), np.array([0.5, 0.1, 0.9]), weight, b, c)
    agree(results, (sigmoid(np.array([0.0, 2.25, 0.0])), sigmoid(np.array([2.4, 0.2]))))


@pytest.mark.parametrize("batch", [(), (1,), (2, 5)], ids=str)
def test_any_batch(yours, rng, batch):
    """Any number of axes in front works, and none."""
    _, _, *parameters = sample(rng)
    visible, hidden = rng.random((*batch, 4)), rng.random((*batch, 3))
    agree(yours(visible, hidden, *parameters), rbm_conditionals(visible, hidden, *parameters))


@mistake("The weight is used the wrong way round on both ways. It has the shape (hidden, visible): transpose it upwards only.")
def transposes_the_weight(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight.T, visible_bias, hidden_bias)


@mistake("The biases have changed places. Each belongs to the units whose probabilities are asked for.")
def swaps_the_biases(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, hidden_bias, visible_bias)


@mistake("The hidden biases are missing in the probabilities of the hidden units. Add them before the sigmoid.")
def forgets_the_hidden_bias(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, visible_bias, 0 * hidden_bias)


@mistake("The visible biases are missing in the probabilities of the visible units. Add them before the sigmoid.")
def forgets_the_visible_bias(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, 0 * visible_bias, hidden_bias)


@mistake("The results have changed places. Return the probabilities of the hidden units first.")
def returns_visible_first(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias)[::-1]


@mistake(
    "The visible units are reconstructed from the probabilities that you have just computed. They are asked for given `hidden`."
)
def reconstructs_the_visible(visible, hidden, weight, visible_bias, hidden_bias):
    up, _ = rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias)
    return up, rbm_conditionals(visible, up, weight, visible_bias, hidden_bias)[1]


@mistake("These are sums, and no probabilities. Apply the sigmoid to them.")
def forgets_the_sigmoid(visible, hidden, weight, visible_bias, hidden_bias):
    return visible @ weight.T + hidden_bias, hidden @ weight + visible_bias


@mistake("You round to 0 and 1. Return the probabilities themselves: the caller draws, if anybody does.")
def rounds_the_probabilities(visible, hidden, weight, visible_bias, hidden_bias):
    return tuple(np.round(p) for p in rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias))


@mistake("Your probabilities of a layer add up to 1. The units are independent coins, and no classes: use a sigmoid for each.")
def takes_a_softmax(visible, hidden, weight, visible_bias, hidden_bias):
    sums = forgets_the_sigmoid(visible, hidden, weight, visible_bias, hidden_bias)
    likely = [np.exp(x - x.max(-1, keepdims=True)) for x in sums]
    return tuple(e / e.sum(-1, keepdims=True) for e in likely)


@mistake("The factor 2 in the sigmoid belongs to units of -1 and +1. For units of 0 and 1 the sum is taken as it is.")
def doubles_the_sum(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, 2 * weight, 2 * visible_bias, 2 * hidden_bias)


@mistake("The signs are turned round: these are the probabilities to be off. The sum enters the sigmoid as it is.")
def gives_the_probability_to_be_off(visible, hidden, weight, visible_bias, hidden_bias):
    return rbm_conditionals(visible, hidden, -weight, -visible_bias, -hidden_bias)


@mistake("Your sigmoid overflows: infinity divided by infinity is NaN. Use an exponential of a negative number.")
def overflows(visible, hidden, weight, visible_bias, hidden_bias):
    likely = [np.exp(x) for x in forgets_the_sigmoid(visible, hidden, weight, visible_bias, hidden_bias)]
    return tuple(e / (1 + e) for e in likely)


@mistake("Small probabilities are rounded to 0, because one is added to a tanh close to -1. Use an exponential there.")
def loses_small_probabilities(visible, hidden, weight, visible_bias, hidden_bias):
    sums = forgets_the_sigmoid(visible, hidden, weight, visible_bias, hidden_bias)
    return tuple((1 + np.tanh(x / 2)) / 2 for x in sums)


@mistake("float32 states give float64 probabilities. Keep the dtype of the arguments.")
def returns_float64(visible, hidden, weight, visible_bias, hidden_bias):
    return tuple(p.astype(np.float64) for p in rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias))


@right
def by_cases(visible, hidden, weight, visible_bias, hidden_bias):
    def bent(x):
        e = np.exp(-np.abs(x))
        return np.where(x >= 0, 1, e) / (1 + e)

    return bent(np.einsum("ji,...i->...j", weight, visible) + hidden_bias), bent(hidden @ weight + visible_bias)


@right
def as_one_general_machine(visible, hidden, weight, visible_bias, hidden_bias):
    h, v = weight.shape
    full = np.zeros((v + h, v + h), dtype=weight.dtype)
    full[v:, :v], full[:v, v:] = weight, weight.T
    sums = np.concatenate([visible, hidden], -1) @ full + np.concatenate([visible_bias, hidden_bias])
    with np.errstate(over="ignore"):
        p = 1 / (1 + np.exp(-sums))
    return p[..., v:].copy(), p[..., :v].copy()


@right
def unit_by_unit(visible, hidden, weight, visible_bias, hidden_bias):
    up = [c + (row * visible).sum(-1) for row, c in zip(weight, hidden_bias, strict=True)]
    down = [b + (column * hidden).sum(-1) for column, b in zip(weight.T, visible_bias, strict=True)]
    return sigmoid(np.stack(up, -1)), sigmoid(np.stack(down, -1))
