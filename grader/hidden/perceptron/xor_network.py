"""Hidden tests of perceptron/xor_network.  Many networks are right: they are compared by what they do."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.perceptron.xor_network import xor_network

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = [0, 1, 1, 0]
DISTANCE, SIZE = 0.4, 1.5


def sample(rng, size="small"):
    """There is nothing to hand over."""
    return ()


def sums(net, tie=False):
    """The weighted sums of the hidden neurons and of the output at the four corners; `tie` is what the step makes of 0."""
    step = np.greater_equal if tie else np.greater
    hidden = CORNERS @ net["weight1"].T + net["bias1"]
    return hidden, step(hidden, 0) @ net["weight2"] + net["bias2"]


def table(net, tie=False):
    output = sums(net, tie)[1]
    return [int(bit) for bit in (output >= 0 if tie else output > 0)]


def largest(net):
    return max(float(np.abs(np.asarray(net[name])).max()) for name in ("weight1", "bias1", "weight2", "bias2"))


def at_least(limit, value):
    """The limit itself where it is kept, else the value; rounding is forgiven."""
    return limit if value >= limit - 1e-9 else float(value)


def invariant(result):
    """What a network does, and how safely."""
    hidden, output = sums(result)
    return {
        "answers at (0, 0), (0, 1), (1, 0), (1, 1)": table(result),
        "smallest distance of a hidden sum from 0": at_least(DISTANCE, np.abs(hidden).min()),
        "smallest distance of the output sum from 0": at_least(DISTANCE, np.abs(output).min()),
        "largest weight or bias": -at_least(-SIZE, -largest(result)),
    }


def test_truth_table(yours):
    """The output is 0, 1, 1, 0 at the four corners."""
    agree(table(yours()), XOR)


def test_hidden_sums_are_clear(yours):
    """At each corner both hidden sums are at least 0.4 away from 0."""
    net = yours()
    agree(table(net), XOR)
    agree(at_least(DISTANCE, np.abs(sums(net)[0]).min()), DISTANCE)


def test_output_sum_is_clear(yours):
    """At each corner the sum of the output is at least 0.4 away from 0."""
    net = yours()
    agree(table(net), XOR)
    agree(at_least(DISTANCE, np.abs(sums(net)[1]).min()), DISTANCE)


def test_step_at_zero_does_not_matter(yours):
    """It makes no difference whether the step is 0 or 1 at 0."""
    net = yours()
    agree([table(net), table(net, tie=True)], [XOR, XOR])


def test_modest_numbers(yours):
    """No weight and no bias is larger than 1.5 in absolute value."""
    net = yours()
    agree(table(net), XOR)
    agree(-at_least(-SIZE, -largest(net)), SIZE)


def test_inexact_weights(yours, rng):
    """Moving every weight and bias by a tenth, up or down, changes no answer."""
    net = yours()
    for _ in range(20):
        moved = {name: value + 0.1 * rng.choice([-1.0, 1.0], np.shape(value)) for name, value in net.items()}
        agree(table(moved), XOR)


def build(weight1, bias1, weight2, bias2):
    return {"weight1": np.array(weight1), "bias1": np.array(bias1), "weight2": np.array(weight2), "bias2": bias2}


@mistake("This is OR: it answers 1 also where both inputs are 1. Let one hidden neuron see that case, and count against it.")
def is_or():
    return build([[1.0, 1.0], [1.0, 1.0]], [-0.5, -0.5], [1.0, 1.0], -0.5)


@mistake("This is AND: it answers 1 only where both inputs are 1. XOR answers 0 there, and 1 where exactly one input is 1.")
def is_and():
    return build([[1.0, 1.0], [1.0, 1.0]], [-0.5, -1.5], [1.0, 1.0], -1.5)


@mistake("All answers are turned: this is 1 where the inputs are equal. Turn the signs of the output's weights and bias.")
def is_equality():
    return build([[1.0, 1.0], [1.0, 1.0]], [-0.5, -1.5], [-1.0, 1.0], 0.5)


@mistake("Your biases are thresholds, with the sign turned. A bias is added to the sum: it is minus the threshold.")
def takes_thresholds_for_biases():
    return build([[1.0, 1.0], [1.0, 1.0]], [0.5, 1.5], [1.0, -1.0], 0.5)


@mistake(
    "The table is right, but the output's sum is exactly 0 at some corners, and hangs on what the step does there. Give the "
    "output a bias between the sums that it has to tell apart."
)
def leaves_out_the_output_bias():
    return build([[1.0, 1.0], [1.0, 1.0]], [-0.5, -1.5], [1.0, -1.0], 0.0)


@mistake(
    "Hidden sums are exactly 0 at some corners, and hang on what the step does there. Put each threshold in the middle between "
    "two counts, not on one."
)
def puts_thresholds_on_the_counts():
    return build([[1.0, 1.0], [1.0, 1.0]], [0.0, -1.0], [1.0, -1.0], -0.5)


@mistake("You expect the step to be 1 at 0. It is 0 there, so your neuron for 'both' never fires: stay away from 0.")
def expects_one_at_zero():
    return build([[1.0, 1.0], [1.0, 1.0]], [-1.0, -2.0], [1.0, -1.0], -1.0)


@mistake("A hidden sum comes close to 0. At least 0.4 is asked: put the threshold in the middle between two counts.")
def stays_too_close_to_zero():
    return build([[1.0, 1.0], [1.0, 1.0]], [-0.25, -1.5], [1.0, -1.0], -0.5)


@mistake("The numbers are larger than 1.5. Distances that are bought by scaling everything up are no safer: scale it down.")
def scales_everything_up():
    return build([[10.0, 10.0], [10.0, 10.0]], [-5.0, -15.0], [10.0, -10.0], -5.0)


@mistake("weight1 is turned: it has one column for each hidden neuron. It is stored as (out, in), one hidden neuron a row.")
def stores_neurons_as_columns():
    return build([[1.0, -1.0], [1.0, -1.0]], [-0.5, 1.5], [1.0, 1.0], -1.5)


@mistake("One hidden neuron does nothing, so a single line has to do, and none separates the two classes. Use both.")
def uses_one_hidden_neuron():
    return build([[-1.0, -1.0], [0.0, 0.0]], [1.5, -0.5], [1.0, 0.0], -0.5)


@mistake("The arrays are float32. Return float64, which is what np.array makes of Python's floats.")
def returns_float32():
    return {name: np.asarray(value, np.float32) for name, value in xor_network().items()}


@right
def or_and_nand():
    return build([[1.0, 1.0], [-1.0, -1.0]], [-0.5, 1.5], [1.0, 1.0], -1.5)


@right
def one_but_not_the_other():
    return build([[1.0, -1.0], [-1.0, 1.0]], [-0.5, -0.5], [1.0, 1.0], np.float64(-0.5))


@right
def neither_both_nor_none():
    weight1, bias1 = np.zeros((2, 2)), np.zeros(2)
    weight1[0], bias1[0] = (1.05, 1.0), -1.47  # both
    weight1[1], bias1[1] = (-1.1, -1.0), 0.5  # none
    return {"bias2": 0.7, "weight2": -np.array([1.3, 1.4]), "bias1": bias1, "weight1": weight1}
