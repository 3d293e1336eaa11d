"""Hidden tests of gates/memory_half_life."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.memory_half_life import memory_half_life

independent = "-np.log(2) / scipy.special.log_expit(forget_bias)"


def sample(rng, size="small"):
    """A bias of either sign."""
    return (float(rng.uniform(0.5, 4.0) * rng.choice([-1.0, 1.0])),)


def test_half_open_gate(yours):
    """A bias of 0 opens the gate by one half: half of the memory is gone after a single step."""
    agree(yours(0.0), 1.0)


@pytest.mark.parametrize("bias", [-3.0, -0.5, 1.0, 2.5, 6.0])
def test_half_is_left(yours, bias):
    """After so many steps one half is left."""
    agree((1 / (1 + math.exp(-bias))) ** yours(bias), 0.5)


@pytest.mark.parametrize(("gate", "steps"), [(0.5**0.25, 4.0), (0.5**0.01, 100.0), (0.25, 0.5)])
def test_known_gates(yours, gate, steps):
    """A gate that is the hundredth root of one half takes a hundred steps, and a gate of one quarter takes half a step."""
    agree(yours(math.log(gate / (1 - gate))), steps)


@pytest.mark.parametrize("bias", [40.0, 600.0, 705.0])
def test_long_memory(yours, bias):
    """At a large bias the half-life is large and not infinite, although the gate is rounded to 1."""
    agree(yours(bias) / (math.log(2) * math.exp(bias)), 1.0)


@pytest.mark.parametrize("bias", [-40.0, -1000.0])
def test_short_memory(yours, bias):
    """At a very negative bias the half-life is a small fraction of a step, and nothing overflows."""
    agree(yours(bias) * -bias, math.log(2))


def test_for_ever(yours):
    """Beyond the range of floats the half-life is infinite, as it is for an infinite bias."""
    agree(yours(50.0) / (math.log(2) * math.exp(50.0)), 1.0)
    agree([yours(800.0), yours(math.inf)], [math.inf, math.inf])


def test_not_at_all(yours):
    """A bias of minus infinity closes the gate: the half-life is 0."""
    agree([yours(-math.inf), yours(-30.0)], [0.0, memory_half_life(-30.0)])


@mistake("You say that an LSTM remembers for ever by default. It does so only with a forget gate of exactly 1: solve for k.")
def remembers_for_ever(forget_bias):
    return math.inf if forget_bias >= 0 else memory_half_life(forget_bias)


@mistake("That is the time after which 1/e is left. Half is left a little earlier: the numerator is the logarithm of 2.")
def returns_the_time_constant(forget_bias):
    return memory_half_life(forget_bias) / math.log(2)


@mistake("Your two logarithms have different bases. Take the natural logarithm of 2 and of the gate.")
def mixes_the_bases(forget_bias):
    return memory_half_life(forget_bias) * math.log10(2) / math.log(2)


@mistake("Your half-life is negative: the logarithm of one half is negative as well. Mind both signs.")
def loses_a_sign(forget_bias):
    return -memory_half_life(forget_bias)


@mistake("You round to whole steps. The half-life is a real number: return it as it is.")
def rounds_up(forget_bias):
    steps = memory_half_life(forget_bias)
    return float(math.ceil(steps)) if math.isfinite(steps) else steps


@mistake("Your memory fades in a straight line. What is left is multiplied by the gate at each step: take logarithms.")
def fades_in_a_straight_line(forget_bias):
    lost = 1 / (1 + math.exp(min(forget_bias, 700)))
    return 0.5 / lost


@mistake("1 / (1 - f) is the mean time that a memory lasts. The half-life solves f to the power of k equals one half.")
def returns_the_mean_life(forget_bias):
    return 1 / (1 / (1 + math.exp(min(forget_bias, 700))))


@mistake("You compute with the share that is forgotten. Despite its name the forget gate is the share that is kept.")
def takes_the_forget_gate_at_its_word(forget_bias):
    return memory_half_life(-forget_bias)


@mistake("You add 1 to the bias, as Keras does when it initializes the layer. The bias that you are given is the whole bias.")
def adds_one_to_the_bias(forget_bias):
    return memory_half_life(forget_bias + 1)


@mistake("Your gate is the slope of the sigmoid, s times (1 - s). The memory is multiplied by the sigmoid itself.")
def multiplies_by_the_slope(forget_bias):
    s = 1 / (1 + math.exp(-forget_bias)) if forget_bias > -700 else 0.0
    return math.log(2) / -math.log(s * (1 - s)) if s * (1 - s) else 0.0


@mistake("The sigmoid of a large bias is rounded to 1, and its logarithm to 0. Compute the logarithm of the sigmoid in one step.")
def takes_the_logarithm_of_a_rounded_gate(forget_bias):
    if forget_bias < 0:
        return memory_half_life(forget_bias)
    return math.log(0.5) / math.log(1 / (1 + math.exp(-forget_bias)))


@mistake("For a large bias you add something tiny to 1, where it is lost. Use log1p, the logarithm of one plus a small number.")
def loses_what_is_added_to_one(forget_bias):
    if forget_bias < 0:
        return memory_half_life(forget_bias)
    fading = math.log(1 + math.exp(-forget_bias))
    return math.log(2) / fading if fading else math.inf


@mistake("The exponential of a large number overflows. For a negative bias take it out of the logarithm first.")
def overflows_at_negative_biases(forget_bias):
    fading = math.log1p(math.exp(-forget_bias))
    return math.log(2) / fading if fading else math.inf


@mistake("You divide by zero where nothing fades. The half-life is infinite there: return infinity.")
def divides_by_zero(forget_bias):
    if math.isinf(memory_half_life(forget_bias)):
        raise ZeroDivisionError("float division by zero")
    return memory_half_life(forget_bias)


@right
def in_two_cases(forget_bias):
    if forget_bias > 0:
        fading = math.log1p(math.exp(-forget_bias))
        return float("inf") if fading == 0 else math.log(2) / fading
    return math.log(2) / (math.log1p(math.exp(forget_bias)) - forget_bias)


@right
def to_base_two(forget_bias):
    e = math.exp(-abs(forget_bias))
    bits = math.log1p(e) / math.log(2) + (0 if forget_bias >= 0 else -forget_bias * math.log2(math.e))
    try:
        return 1 / bits
    except (ZeroDivisionError, OverflowError):
        return math.inf
