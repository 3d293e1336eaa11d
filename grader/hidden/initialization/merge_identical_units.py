"""Hidden tests of initialization/merge_identical_units."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.merge_identical_units import merge_identical_units

independent = (
    "(torch.narrow(weight1, 0, 0, 1), torch.narrow(bias1, 0, 0, 1), weight2 @ torch.ones(len(bias1), 1, dtype=bias1.dtype))"
)


def sample(rng, size="small"):
    """Four identical units with different outgoing weights, three inputs and two outputs."""
    h, d, o = (1, 1, 1) if size == "ones" else (4, 3, 2)
    unit, bias = rng.normal(size=d), rng.uniform(0.5, 2)
    return np.tile(unit, (h, 1)), np.full(h, bias), rng.normal(1.0, 1.0, size=(o, h))


def network(x, weight1, bias1, weight2):
    return np.tanh(x @ weight1.T + bias1) @ weight2.T


def test_same_outputs(yours, rng):
    """The small network gives the same outputs as the large one, for every input."""
    weight1, bias1, weight2 = sample(rng)
    x = rng.normal(size=(5, 3))
    w1, b1, w2 = yours(weight1, bias1, weight2)
    agree((w1.shape, b1.shape, w2.shape), ((1, 3), (1,), (2, 1)))
    agree(network(x, w1, b1, w2), network(x, weight1, bias1, weight2))


def test_a_hundred_units(yours):
    """A hundred units with outgoing weights of a tenth become one with an outgoing weight of ten."""
    w1, b1, w2 = yours(np.full((100, 2), 0.3), np.full(100, -0.4), np.full((1, 100), 0.1))
    agree((w1, b1), (np.array([[0.3, 0.3]]), np.array([-0.4])))
    agree(w2, np.array([[10.0]]))


def test_single_unit(yours, rng):
    """A layer of one unit comes back as it is."""
    args = rng.normal(size=(1, 4)), rng.normal(size=1), rng.normal(size=(3, 1))
    agree(yours(*args), args, exact=True)


def test_opposite_outgoing_weights(yours):
    """Units whose outgoing weights cancel contribute nothing."""
    _, _, w2 = yours(np.array([[1.0, 2.0], [1.0, 2.0]]), np.array([0.5, 0.5]), np.array([[3.0, -3.0], [1.0, 1.5]]))
    agree(w2, np.array([[0.0], [2.5]]), exact=True)


def test_rounding_is_forgiven(yours):
    """Units that rounding has moved apart still count as identical, and unit 0 is the one that is kept."""
    weight1, bias1 = np.array([[0.3, 2.0], [0.1 + 0.2, 2.0]]), np.array([0.7, 0.1 * 7])
    agree(bool((weight1[0] == weight1[1]).all()), False)
    agree(yours(weight1, bias1, np.array([[1.0, 2.0]])), (weight1[:1], bias1[:1], np.array([[3.0]])))


def test_tolerance(yours):
    """A difference of exactly tol is forgiven, and tol is an absolute distance from unit 0."""
    weight1, bias1 = np.array([[1.0], [1.25], [1.0], [0.75]]), np.array([2.0, 1.75, 2.0, 2.25])
    agree(yours(weight1, bias1, np.array([[1.0, 2.0, 4.0, 8.0]]), 0.25), (weight1[:1], bias1[:1], np.array([[15.0]])))


def test_default_tolerance(yours):
    """By default weights may be a millionth away from those of unit 0, and not two."""
    apart, outgoing = np.array([[0.0], [1e-6]]), np.array([[1.0, 2.0]])
    agree(yours(0.75 * apart, np.zeros(2), outgoing), (np.zeros((1, 1)), np.zeros(1), np.array([[3.0]])))
    with pytest.raises(ValueError, match="weight1"):
        yours(1.5 * apart, np.zeros(2), outgoing)


def test_small_steps(yours):
    """Units that move away in small steps are not identical: each is compared with unit 0."""
    with pytest.raises(ValueError, match="weight1"):
        yours(np.array([[1.0], [1.125], [1.25], [1.375]]), np.zeros(4), np.array([[1.0, 2.0, 3.0, 4.0]]), 0.25)


@pytest.mark.parametrize("by", [1e-3, -1e-3], ids=["above", "below"])
@pytest.mark.parametrize("size", [1.0, 1e4], ids=["small", "large"])
def test_different_weights(yours, rng, by, size):
    """One incoming weight that differs is too much, upwards or downwards, also beside large weights."""
    weight1, bias1, weight2 = sample(rng)
    weight1 = np.round(weight1 * size)
    weight1[2, 1] += by
    with pytest.raises(ValueError, match="weight1"):
        yours(weight1, bias1, weight2)


@pytest.mark.parametrize("by", [1e-3, -1e-3], ids=["above", "below"])
def test_different_biases(yours, rng, by):
    """Units with the same weights and different biases are not identical."""
    weight1, bias1, weight2 = sample(rng)
    bias1[3] += by
    with pytest.raises(ValueError, match="bias1"):
        yours(weight1, bias1, weight2)


@mistake("The outgoing weights are averaged. The output added up all of them: the single unit needs their sum.")
def averages_the_outgoing_weights(weight1, bias1, weight2, tol=1e-6):
    w1, b1, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, w2 / w2.dtype.type(len(bias1))


@mistake("Only the outgoing weights of unit 0 are kept. Those of the other units count too: add them up.")
def keeps_one_outgoing_weight(weight1, bias1, weight2, tol=1e-6):
    w1, b1, _ = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, weight2[:, :1].copy()


@mistake("The incoming weights and the bias are added up too. The unit itself stays as it is: only what leaves it is summed.")
def adds_up_the_incoming_weights(weight1, bias1, weight2, tol=1e-6):
    _, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return weight1.sum(0, keepdims=True), bias1.sum(keepdims=True), w2


@mistake("The biases are added up. All units share one bias, inside the activation, and the single unit has it as well.")
def adds_up_the_biases(weight1, bias1, weight2, tol=1e-6):
    w1, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, bias1.sum(keepdims=True), w2


@mistake("The bias is lost. The single unit has the bias of unit 0.")
def drops_the_bias(weight1, bias1, weight2, tol=1e-6):
    w1, b1, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, np.zeros_like(b1), w2


@mistake("You sum over the outputs. weight2 is (out, hidden): sum along its second axis, over the hidden units.")
def sums_over_the_outputs(weight1, bias1, weight2, tol=1e-6):
    w1, b1, _ = merge_identical_units(weight1, bias1, weight2, tol)
    return w1, b1, weight2.sum(0, keepdims=True).T.copy()


@mistake("The axis of the hidden units is gone. It stays, with length 1: keep it where you slice and where you sum.")
def loses_the_hidden_axis(weight1, bias1, weight2, tol=1e-6):
    w1, b1, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return w1[0], b1[0], w2[:, 0]


@mistake("You compare with ==, and units that rounding has moved apart are refused. Allow distances up to tol.")
def compares_exactly(weight1, bias1, weight2, tol=1e-6):
    return merge_identical_units(weight1, bias1, weight2, 0.0)


@mistake("A difference of exactly tol is refused. The units count as identical up to tol, the limit included.")
def refuses_the_limit(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if len(array) > 1 and (np.abs(array[1:] - array[0]) >= tol).any():
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, tol)


@mistake("Your tolerance grows with the weights, as that of np.allclose does by itself. Compare the distance with tol alone.")
def compares_relatively(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if not np.allclose(array, array[:1], rtol=1e-5, atol=tol):
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, np.inf)


@mistake("You look at differences in one direction only. Take the absolute value before you compare with tol.")
def forgets_the_absolute_value(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if (array - array[0] > tol).any():
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, np.inf)


@mistake("Each unit is compared with the one before it. Small steps may lead far away: compare all of them with unit 0.")
def compares_neighbours(weight1, bias1, weight2, tol=1e-6):
    for name, array in [("weight1", weight1), ("bias1", bias1)]:
        if (np.abs(np.diff(array, axis=0)) > tol).any():
            raise ValueError(name)
    return merge_identical_units(weight1, bias1, weight2, np.inf)


@mistake("The biases are not compared. Units with different biases say different things: raise a ValueError that names bias1.")
def compares_the_weights_alone(weight1, bias1, weight2, tol=1e-6):
    merge_identical_units(weight1, np.zeros_like(bias1), weight2, tol)
    return merge_identical_units(weight1, bias1, weight2, np.inf)


@mistake("Nothing is compared, and units that differ are merged all the same. Raise a ValueError that names the array.")
def checks_nothing(weight1, bias1, weight2, tol=1e-6):
    return merge_identical_units(weight1, bias1, weight2, np.inf)


@mistake("You want the outgoing weights to be equal too. They may differ as they like: only what comes in makes a unit.")
def wants_equal_outgoing_weights(weight1, bias1, weight2, tol=1e-6):
    if (np.abs(weight2 - weight2[:, :1]) > tol).any():
        raise ValueError("weight2 differs between the hidden units")
    return merge_identical_units(weight1, bias1, weight2, tol)


@mistake("The single unit is a view of the arrays that you were given. Return copies: whoever trains on would change both.")
def returns_views(weight1, bias1, weight2, tol=1e-6):
    _, _, w2 = merge_identical_units(weight1, bias1, weight2, tol)
    return weight1[:1], bias1[:1], w2


@mistake("The result is float64 though the weights are float32. Do not convert them, and allocate results with their dtype.")
def returns_float64(weight1, bias1, weight2, tol=1e-6):
    return tuple(part.astype(np.float64) for part in merge_identical_units(weight1, bias1, weight2, tol))


@right
def with_loops(weight1, bias1, weight2, tol=1e-6):
    for unit in range(1, len(bias1)):
        if abs(bias1[unit] - bias1[0]) > tol:
            raise ValueError("bias1")
        for one, other in zip(weight1[0], weight1[unit], strict=True):
            if not abs(other - one) <= tol:
                raise ValueError("weight1")
    outgoing = np.zeros((len(weight2), 1), dtype=weight2.dtype)
    for column in weight2.T:
        outgoing[:, 0] += column
    return np.array(weight1[:1]), np.array(bias1[:1]), outgoing


@right
def by_the_largest_distance(weight1, bias1, weight2, tol=1e-6):
    if max(np.ptp(np.stack([row, weight1[0]]), axis=0).max() for row in weight1) > tol:
        raise ValueError("units differ in weight1")
    if np.max(np.abs(bias1 - bias1[0])) > tol:
        raise ValueError("units differ in bias1")
    return weight1[0][None] + 0, bias1[[0]], np.einsum("oh->o", weight2)[:, None]


@right
def with_a_matrix_of_ones(weight1, bias1, weight2, tol=1e-6):
    if not np.allclose(weight1, weight1[0], rtol=0, atol=tol):
        raise ValueError("weight1")
    if not np.allclose(bias1, bias1[0], rtol=0, atol=tol):
        raise ValueError("bias1")
    return weight1[[0]], bias1[[0]], weight2 @ np.ones((len(bias1), 1), dtype=weight2.dtype)
