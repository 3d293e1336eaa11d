"""Hidden tests of activations/neuron."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.neuron import neuron

independent = (
    "{'identity': torch.nn.Identity(), 'sigmoid': torch.sigmoid, 'tanh': torch.tanh, 'relu': torch.relu}[activation]"
    "(F.linear(x, weight[None], torch.tensor([bias], dtype=x.dtype))[:, 0])"
)


def sample(rng, size="small"):
    """Sums that leave the tanh well away from 1 and -1; for numbers as sizes, one activation after the other."""
    x, weight = rng.uniform(0.2, 0.9, (3, 4)) * rng.choice([-1.0, 1.0], (3, 4)), np.array([0.7, 1.1, -0.5, -1.3])
    activation = ("tanh", "sigmoid", "relu", "identity")[size % 4 if isinstance(size, int) else 0]
    lengths = (1, 1) if size == "ones" else (3, 4)
    return x[: lengths[0], : lengths[1]], weight[: lengths[1]], float(rng.uniform(0.2, 0.4)), activation


@pytest.mark.parametrize("activation", ["identity", "step", "sigmoid", "tanh", "relu"])
def test_every_activation(yours, activation):
    """Each activation, for sums on both sides of zero."""
    x, weight = np.array([[2.0, -1.0, 3.0], [1.0, 4.0, -2.0]]), np.array([0.5, 0.25, -0.75])
    agree(yours(x, weight, 1.0, activation), neuron(x, weight, 1.0, activation))  # the sums are -0.5 and 4


def test_known_values(yours):
    """Where the sum is log 3, the sigmoid is 3/4 and the tanh 4/5."""
    x, weight, bias = np.array([[1.0, -2.0], [-2.0, 4.0]]), np.array([2.0, 1.0]), float(np.log(3.0))
    agree(yours(x, weight, bias, "sigmoid"), np.array([0.75, 0.75]))
    agree(yours(x, weight, bias, "tanh"), np.array([0.8, 0.8]))
    agree(yours(x, weight, -bias, "tanh"), np.array([-0.8, -0.8]))


def test_identity_is_the_weighted_sum(yours, rng):
    """With the identity the result is the dot product of weights and inputs, plus the bias, once."""
    x, weight = rng.integers(-9, 10, (5, 7)).astype(float), rng.integers(1, 10, 7).astype(float)
    want = [sum(a * b for a, b in zip(row, weight, strict=True)) + 5.0 for row in x]
    agree(yours(x, weight, 5.0, "identity"), np.array(want), exact=True)


@pytest.mark.parametrize("activation", ["step", "sigmoid", "tanh", "relu"])
def test_silent_inputs(yours, activation):
    """Inputs of 0 leave the activation of the bias."""
    truth = {"step": 1.0, "sigmoid": 0.75, "tanh": 0.8, "relu": float(np.log(3.0))}
    agree(yours(np.zeros((2, 3)), np.array([1.0, -2.0, 4.0]), float(np.log(3.0)), activation), np.full(2, truth[activation]))


def test_step_at_zero(yours):
    """Where the sum is exactly zero, the step gives 0."""
    x, weight = np.array([[2.0, -1.0], [2.0, -0.5], [1.0, -1.0]]), np.array([0.5, 3.0])
    agree(yours(x, weight, 2.0, "step"), np.array([0.0, 1.0, 0.0]), exact=True)


def test_far_out(yours):
    """For large sums sigmoid and tanh saturate, and nothing becomes NaN."""
    x, weight = np.array([[20.0, -10.0], [-20.0, 10.0]]), np.array([30.0, -40.0])
    agree(yours(x, weight, 0.5, "sigmoid"), np.array([1.0, 0.0]))
    agree(yours(x, weight, 0.5, "tanh"), np.array([1.0, -1.0]))


def test_square_batch(yours, rng):
    """The rows are the examples, also where there are as many examples as inputs."""
    x, weight = rng.normal(size=(3, 3)), np.array([0.7, -1.1, 0.4])
    agree(yours(x, weight, 0.5, "tanh"), np.array([np.tanh(np.sum(row * weight) + 0.5) for row in x]))


def test_logical_gates(yours):
    """With the step, the weights 1 and 1 and the right bias, it is an OR or an AND."""
    pairs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    agree(yours(pairs, np.array([1.0, 1.0]), -0.5, "step"), np.array([0.0, 1.0, 1.0, 1.0]), exact=True)
    agree(yours(pairs, np.array([1.0, 1.0]), -1.5, "step"), np.array([0.0, 0.0, 0.0, 1.0]), exact=True)


@pytest.mark.parametrize("activation", ["softplus", "cosine"])
def test_unknown_activation(yours, activation):
    """A name that is none of the five is a ValueError."""
    with pytest.raises(ValueError, match="activation"):
        yours(np.array([[1.0, 2.0]]), np.array([0.5, -1.0]), 0.25, activation)


def f(z, activation):
    """The activation of each element of z, by the reference."""
    return neuron(z.reshape(-1, 1), np.ones(1, z.dtype), 0.0, activation).reshape(z.shape)


@mistake(
    "You add up the weights and leave the inputs out. It is the sum of weights times inputs: multiply each weight by its input "
    "first."
)
def adds_up_the_weights(x, weight, bias, activation):
    return neuron(np.ones_like(x), weight, bias, activation)


@mistake("You add up the inputs and leave the weights out. Multiply each input by its weight first.")
def adds_up_the_inputs(x, weight, bias, activation):
    return neuron(x, np.ones_like(weight), bias, activation)


@mistake("You add the weights to the inputs. A weight is a factor: multiply each input by its weight.")
def adds_weights_to_inputs(x, weight, bias, activation):
    return neuron(x + weight, np.ones_like(weight), bias, activation)


@mistake("You add the bias after the activation. It belongs to the sum: add it first, then apply the activation.")
def adds_the_bias_at_the_end(x, weight, bias, activation):
    return neuron(x, weight, 0.0, activation) + bias


@mistake("The bias is missing. Add it to the weighted sum, before the activation.")
def forgets_the_bias(x, weight, bias, activation):
    return neuron(x, weight, 0.0, activation)


@mistake("You subtract the bias. It is added; only a threshold is subtracted.")
def subtracts_the_bias(x, weight, bias, activation):
    return neuron(x, weight, -bias, activation)


@mistake("You add the bias to every product, as if each input had a bias of its own. A neuron has one: add it once, to the sum.")
def adds_the_bias_to_every_product(x, weight, bias, activation):
    return neuron(x, weight, len(weight) * bias, activation)


@mistake("You apply the activation to every product and then add up. Sum first: the activation is applied once, to the sum.")
def activates_every_product(x, weight, bias, activation):
    return f(weight * x, activation).sum(axis=1) + bias


@mistake("You apply the activation to the inputs. Inputs are weighed as they come; the activation is applied to the sum.")
def activates_the_inputs(x, weight, bias, activation):
    return neuron(f(x, activation), weight, bias, "identity")


@mistake("You take the mean of the products. A neuron sums them, however many there are.")
def averages_the_products(x, weight, bias, activation):
    return neuron(x, weight / len(weight), bias, activation)


@mistake("You return one number for each input. Add up the products: a neuron gives a single number for each example.")
def forgets_to_sum(x, weight, bias, activation):
    neuron(x, weight, bias, activation)
    return f(weight * x + bias, activation)


@mistake("The examples share one sum: you add up over the whole batch. Each row has a sum of its own: add up along axis 1.")
def sums_over_the_batch(x, weight, bias, activation):
    z = neuron(x, weight, 0.0, "identity").sum() + bias
    return f(np.full_like(x[:, 0], z), activation)


@mistake("The activation is missing: you return the weighted sum. Apply the function that is asked for.")
def forgets_the_activation(x, weight, bias, activation):
    neuron(x, weight, bias, activation)
    return neuron(x, weight, bias, "identity")


@mistake("An unknown name passes as the identity, and a typing error goes unnoticed. Raise a ValueError that names activation.")
def takes_the_unknown_for_the_identity(x, weight, bias, activation):
    known = activation in ("step", "sigmoid", "tanh", "relu")
    return neuron(x, weight, bias, activation if known else "identity")


@mistake("Your step gives 1 at exactly zero. It fires above zero only: compare with >, not with >=.")
def steps_at_zero(x, weight, bias, activation):
    result = neuron(x, weight, bias, activation)
    return np.where(neuron(x, weight, bias, "identity") == 0, 1, result) if activation == "step" else result


@mistake("Your step gives -1 and 1, which is the sign. It gives 0 and 1.")
def steps_from_minus_one(x, weight, bias, activation):
    result = neuron(x, weight, bias, activation)
    return 2 * result - 1 if activation == "step" else result


@mistake("Your step returns a boolean. The next layer wants a number: convert it to the dtype of the inputs.")
def steps_to_a_boolean(x, weight, bias, activation):
    result = neuron(x, weight, bias, activation)
    return result > 0 if activation == "step" else result


@mistake(
    "exp(z) overflows in your sigmoid, and infinity divided by infinity is NaN. Take exponentials of numbers only that are not "
    "positive, or use a sigmoid that does."
)
def overflows(x, weight, bias, activation):
    if activation != "sigmoid":
        return neuron(x, weight, bias, activation)
    grown = np.exp(neuron(x, weight, bias, "identity"))
    return grown / (1 + grown)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and make no array of the bias without their dtype.")
def returns_float64(x, weight, bias, activation):
    return neuron(x.astype(np.float64), weight, bias, activation)


@mistake("You multiply the inputs by the weights in place. Make a new array: the caller, and the backward pass, still need x.")
def overwrites_the_inputs(x, weight, bias, activation):
    x *= weight
    return neuron(x, np.ones_like(weight), bias, activation)


@right
def by_a_dictionary(x, weight, bias, activation):
    functions = {
        "identity": lambda z: z,
        "step": lambda z: np.where(z > 0, np.ones_like(z), 0),
        "sigmoid": lambda z: (1 + np.tanh(z / 2)) / 2,
        "tanh": np.tanh,
        "relu": lambda z: np.where(z > 0, z, 0),
    }
    if activation not in functions:
        raise ValueError(f"unknown activation {activation}")
    return functions[activation](np.einsum("d,nd->n", weight, x) + bias)


@right
def input_by_input(x, weight, bias, activation):
    z = np.full_like(x[:, 0], bias)
    for column, factor in zip(x.T, weight, strict=True):
        z += column * factor
    if activation == "step":
        return (z > 0).astype(x.dtype)
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if activation == "tanh":
        return np.sign(z) * (1 - np.exp(-2 * abs(z))) / (1 + np.exp(-2 * abs(z)))
    if activation in ("relu", "identity"):
        return z if activation == "identity" else z * (z > 0)
    raise ValueError("activation: no such function")
