"""Hidden tests of activations/swish."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.swish import swish

independent = "torch.nn.functional.silu(beta * x) / beta"


def sample(rng, size="small"):
    """Numbers of either sign and a beta that is not the default."""
    shape = {"ones": (1, 1, 1), "large": (2, 30, 5), "huge": (2, 120, 5)}.get(size, (2, 3, 5))
    return rng.normal(scale=2.0, size=shape), 1.7


def test_default_beta(yours, rng):
    """Without a second argument beta is 1: the input log 3 gives three quarters of itself."""
    x = np.log(np.array([3.0, 1 / 3, 9.0]))
    agree(yours(x), x * np.array([0.75, 0.25, 0.9]))


def test_minimum(yours, rng):
    """It is not monotone: at -1.278465 it has its minimum, -0.278465."""
    agree(yours(np.array([-1.2784645427610738, -3.0])), np.array([-0.27846454276107374, -0.14227761953270035]))


@pytest.mark.parametrize("beta", [0.25, 3.0, -2.0, 1e6, -1e-6])
def test_any_beta(yours, rng, beta):
    """Beta may be any number, also below zero, tiny or huge, and acts inside the sigmoid only."""
    x = rng.normal(scale=2.0, size=(3, 4)) / beta  # the gate is half open, whatever beta is
    agree(yours(x, beta=beta), swish(x, beta=beta))


def test_beta_of_zero(yours, rng):
    """A beta of 0 leaves the gate half open: x / 2."""
    agree(yours(np.array([-6.0, 4.0, 1.0]), beta=0.0), np.array([-3.0, 2.0, 0.5]), exact=True)


def test_large_beta_is_relu(yours, rng):
    """With a large beta it is ReLU."""
    agree(yours(np.array([-2.0, 3.0, 0.0, -0.5, 7.0]), beta=1000.0), np.array([0.0, 3.0, 0.0, 0.0, 7.0]))


@pytest.mark.parametrize("beta", [1.0, -2.0])
def test_far_out(yours, rng, beta):
    """Far out it is x where beta * x is positive and 0 where it is negative, and never NaN."""
    x = np.array([-1000.0, 0.0, 1000.0])
    agree(yours(x, beta=beta), np.where(beta * x > 0, x, 0.0))


def test_gate_almost_shut(yours, rng):
    """At -11 and -20 the gate is almost shut, at 11 it is almost open: almost only."""
    x = np.array([-11.0, -20.0, 11.0])
    agree(yours(x), x / (1 + np.exp(-x)))


def test_each_element_on_its_own(yours, rng):
    """An ordinary element has its ordinary result, also beside a huge one."""
    x = np.array([1000.0, 1.0, -2.0, 0.5, -1000.0])
    agree(yours(x), swish(x))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x, beta=0.6), swish(x, beta=0.6))


@mistake("Beta has no effect. It multiplies x inside the sigmoid.")
def ignores_beta(x, beta=1.0):
    return swish(x)


@mistake("Beta stands outside: you multiply the result by it. Beta belongs inside the sigmoid, and only there.")
def puts_beta_outside(x, beta=1.0):
    return beta * swish(x)


@mistake("Beta is used twice, inside the sigmoid and on the x in front of it. It belongs inside only.")
def uses_beta_twice(x, beta=1.0):
    return beta * swish(x, beta)


@mistake(
    "You divide by beta inside the sigmoid, as if it were a temperature. It multiplies x: a larger beta makes a sharper gate."
)
def divides_by_beta(x, beta=1.0):
    return swish(x, np.divide(1.0, beta).item())


@mistake("This is only the gate, the sigmoid of beta * x. Swish multiplies it by x.")
def forgets_to_multiply_by_x(x, beta=1.0):
    return 1 / (1 + np.exp(-beta * x))


@mistake("The sign inside the sigmoid is wrong: the gate closes where it should open. The sigmoid takes plus beta times x.")
def opens_the_gate_on_the_wrong_side(x, beta=1.0):
    return swish(x, -beta)


@mistake(
    "exp(beta * x) overflows to infinity for large inputs, and infinity divided by infinity is NaN. Use a sigmoid whose "
    "exponentials are taken of negative numbers only."
)
def divides_infinity_by_infinity(x, beta=1.0):
    return x * np.exp(beta * x) / (1 + np.exp(beta * x))


@mistake(
    "You clip beta * x to a narrow range to keep exp from overflowing. The gate then never shuts: of -1000 a little remains, and "
    "it should be 0. Choose a form of the sigmoid that does not overflow instead."
)
def clips_the_gate(x, beta=1.0):
    return x / (1 + np.exp(-np.clip(beta * x, -20, 20)))


@mistake(
    "Your two formulas are chosen by the sign of x. What must not overflow is the exponential of beta * x: for a negative beta "
    "its sign is the other one. Choose by the sign of beta * x."
)
def chooses_by_the_sign_of_x(x, beta=1.0):
    z = beta * x
    return x * np.where(x >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake("A beta of 0 is taken for a missing one, as `beta or 1.0` does. It is a number like any other: the result is x / 2.")
def takes_zero_for_missing(x, beta=1.0):
    return swish(x, beta or 1.0)


@mistake("This is hard swish, with straight lines for the gate. Swish has the sigmoid as its gate: use the exponential.")
def is_hard_swish(x, beta=1.0):
    return x * np.clip(beta * x / 6 + 0.5, 0, 1)


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with dtype=x.dtype.")
def returns_float64(x, beta=1.0):
    return swish(np.asarray(x, dtype=np.float64), beta)


@mistake("A single number comes back with an axis of length 1. Give the result the shape of x, also where x has no axis at all.")
def gives_a_single_number_an_axis(x, beta=1.0):
    return swish(np.atleast_1d(x), beta)


@mistake("You multiply x in place. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x, beta=1.0):
    x *= 1 / (1 + np.exp(-beta * x))
    return x


@right
def as_the_formula_stands(x, beta=1.0):
    return x / (1 + np.exp(-beta * x))  # warns of an overflow, but x / infinity is the right zero


@right
def through_tanh(x, beta=1.0):
    return x * (1 + np.tanh(beta * x / 2)) / 2


@right
def one_branch_for_each_sign(x, beta=1.0):
    z = beta * x
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, x / (1 + decay), x * decay / (1 + decay))


@right
def through_the_logarithm(x, beta=1.0):
    return x * np.exp(-np.logaddexp(0, -beta * x))
