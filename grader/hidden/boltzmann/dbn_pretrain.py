"""Hidden tests of boltzmann/dbn_pretrain."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.dbn_pretrain import dbn_pretrain


def rough_training(data, n_hidden):
    """No training at all, but parameters that depend on the data in every entry."""
    spread = np.cos(np.arange(1, n_hidden + 1, dtype=data.dtype))
    mean, end = data.mean(0), data[-1]
    return np.outer(spread, mean) - np.outer(spread[::-1], end), mean - end, spread * data.sum() / data.size


def sample(rng, size="small"):
    """Five examples of four features for machines of three, six and two hidden units."""
    if size == "ones":
        return rng.random((1, 1)), [1, 1], rough_training
    return rng.random((5, 4)), [3, 6, 2], rough_training


def test_one_layer(yours, rng):
    """A stack of one is an RBM, trained on the data themselves."""
    x, _, _ = sample(rng)
    agree(yours(x, [3], rough_training), [rough_training(x, 3)])


def test_what_each_machine_is_given(yours, rng):
    """The second machine is trained on the hidden probabilities of the first one, and the third on those of the second."""
    x, sizes, _ = sample(rng)
    weights, biases, seen = [rng.normal(size=s) for s in [(3, 4), (6, 3), (2, 6)]], [rng.normal(size=n) for n in sizes], []

    def listening(data, n_hidden):
        seen.append((np.array(data), n_hidden))
        number = (len(seen) - 1) % 3
        return weights[number], np.zeros(weights[number].shape[1]), biases[number]

    agree(yours(x, sizes, listening), [(w, np.zeros(w.shape[1]), b) for w, b in zip(weights, biases, strict=True)])
    first = 1 / (1 + np.exp(-(x @ weights[0].T + biases[0])))
    second = 1 / (1 + np.exp(-(first @ weights[1].T + biases[1])))
    agree(seen, [(x, 3), (first, 6), (second, 2)])


def test_odds_by_hand(yours):
    """Two examples, two machines: the hidden probabilities of the first one are 3/4 and 1/5."""

    def training(data, n_hidden):
        return np.log(np.array([[3.0, 0.25]]))[:, : data.shape[1]], data.sum(0), np.zeros(n_hidden)

    lower, upper = np.log(np.array([[3.0, 0.25]])), np.log(np.array([[3.0]]))
    got = yours(np.array([[1.0, 0.0], [0.0, 1.0]]), [1, 1], training)
    agree(got, [(lower, np.array([1.0, 1.0]), np.zeros(1)), (upper, np.array([0.95]), np.zeros(1))])


def test_large_sums(yours):
    """Sums of 2000 in either direction overflow nothing."""

    def steep(data, n_hidden):
        return np.full((n_hidden, data.shape[1]), 2000.0), data.mean(0), np.zeros(n_hidden)

    x = np.array([[1.0, 0.0], [-1.0, 0.0], [-1.0, -1.0], [0.5, 0.5]])
    agree([layer[1] for layer in yours(x, [3, 2], steep)], [np.array([-0.125, -0.125]), np.full(3, 0.5)])


def test_no_layers(yours, rng):
    """No sizes, no machines: an empty list, and one machine for one size."""
    x, _, _ = sample(rng)
    agree([yours(x, [], rough_training), yours(x, [2], rough_training)], [[], [rough_training(x, 2)]])


def test_bad_sizes(yours, rng):
    """A size below 1 raises a ValueError that names the sizes, before anything is trained."""
    x, _, _ = sample(rng)
    calls = []

    def listening(data, n_hidden):
        calls.append(n_hidden)
        return rough_training(data, max(n_hidden, 1))

    agree(yours(x, [1], listening), [rough_training(x, 1)])
    for bad in ([0], [3, 0, 2], [2, -1]):
        with pytest.raises(ValueError, match="sizes"):
            yours(x, bad, listening)
    agree(calls, [1])


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def checked(sizes):
    if any(size < 1 for size in sizes):
        raise ValueError("sizes")


def stacked(x, sizes, rbm_train, lift):
    """A stack in which lift(data, parameters) makes the data of the next machine."""
    checked(sizes)
    stack = []
    for size in sizes:
        stack.append(rbm_train(x, size))
        x = lift(x, *stack[-1])
    return stack


@mistake("Every machine is trained on the raw data. Each one above the first learns from what the one below makes of them.")
def trains_all_on_the_raw_data(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, *_: data)


@mistake("The hidden bias is missing on the way up. Add it before the sigmoid.")
def forgets_the_hidden_bias(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: sigmoid(data @ weight.T))


@mistake("The sigmoid is missing on the way up: you hand sums to the next machine. It wants probabilities.")
def hands_up_sums(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: data @ weight.T + c)


@mistake("You round the hidden probabilities to states. Hand them up as they are.")
def hands_up_rounded_states(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: np.round(sigmoid(data @ weight.T + c)))


@mistake("You hand up the reconstruction of the data. Hand up the hidden probabilities, from which it would be made.")
def hands_up_the_reconstruction(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: sigmoid(sigmoid(data @ weight.T + c) @ weight + b))


@mistake(
    "You subtract the mean before you hand the probabilities up. The next machine is trained on the probabilities as they are."
)
def centres_what_goes_up(x, sizes, rbm_train):
    def lift(data, weight, b, c):
        up = sigmoid(data @ weight.T + c)
        return up - up.mean(0)

    return stacked(x, sizes, rbm_train, lift)


@mistake(
    "You add up layers: the data of the layer below are joined to the hidden probabilities. Hand up the probabilities alone."
)
def joins_the_data(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: np.hstack([sigmoid(data @ weight.T + c), data]))


@mistake("Your list begins with the highest machine. Put the lowest one first: it is the one that is trained first.")
def lists_from_the_top(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes, rbm_train)[::-1]


@mistake("You build the stack from the last size to the first. The first number in sizes belongs to the lowest machine.")
def builds_from_the_last_size(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes[::-1], rbm_train)


@mistake("You take the first of the sizes for that of the input and train one machine too few. All of them are hidden layers.")
def skips_the_first_size(x, sizes, rbm_train):
    checked(sizes)
    return dbn_pretrain(x, sizes[1:], rbm_train)


@mistake("You return the highest machine alone. Collect all of them in a list.")
def returns_the_last_machine(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes, rbm_train)[-1:]


@mistake("You return weights only. Each machine is a tuple of weight, visible bias and hidden bias, as you were given it.")
def returns_weights_only(x, sizes, rbm_train):
    return [weight for weight, _, _ in dbn_pretrain(x, sizes, rbm_train)]


@mistake("Your sigmoid overflows: infinity divided by infinity is NaN. Use an exponential of a negative number.")
def overflows(x, sizes, rbm_train):
    def lift(data, weight, b, c):
        e = np.exp(data @ weight.T + c)
        return e / (1 + e)

    return stacked(x, sizes, rbm_train, lift)


@mistake("A size of 0 or below passes unnoticed. Raise a ValueError that names sizes, before you train anything.")
def checks_nothing(x, sizes, rbm_train):
    stack = []
    for size in sizes:
        stack.append(rbm_train(x, size))
        x = sigmoid(x @ stack[-1][0].T + stack[-1][2])
    return stack


@right
def by_recursion(x, sizes, rbm_train):
    if len(sizes) and min(sizes) < 1:
        raise ValueError(f"bad sizes: {sizes}")
    if len(sizes) == 0:
        return []
    machine = weight, _, hidden_bias = rbm_train(x, sizes[0])
    with np.errstate(over="ignore"):
        up = 1 / (1 + np.exp(-(x @ weight.T) - hidden_bias))
    return [machine, *by_recursion(up, sizes[1:], rbm_train)]


@right
def lifting_only_where_needed(x, sizes, rbm_train):
    if not all(size > 0 for size in sizes):
        raise ValueError("sizes have to be positive")
    stack = []
    for size in sizes:
        if stack:
            weight, _, hidden_bias = stack[-1]
            x = sigmoid(np.stack([weight @ row + hidden_bias for row in x]))
        stack.append(rbm_train(x, size))
    return stack
