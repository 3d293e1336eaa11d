"""Hidden tests of activations/gelu."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.gelu import gelu

independent = "torch.nn.functional.gelu(x, approximate=approximate)"


def sample(rng, size="small"):
    """Numbers of either sign, for the exact formula; the approximation is for the axes of length 1."""
    return (rng.normal(scale=1.5, size=(1, 1, 1)), "tanh") if size == "ones" else (rng.normal(scale=1.5, size=(2, 3, 5)), "none")


def test_exact_by_default(yours, rng):
    """Without a second argument it is exact: a normal number is below 1 with probability 0.841344746."""
    agree(yours(np.array([1.0, -1.0, 2.0])), np.array([0.8413447460685429, -0.15865525393145705, 1.9544997361036416]))


def test_tanh(yours, rng):
    """The approximation has its own digits: 0.841191991 at 1, where the exact result is 0.841344746."""
    agree(yours(np.array([1.0, -2.0]), approximate="tanh"), np.array([0.8411919906082768, -0.04540230591222359]))


def test_close_and_not_the_same(yours, rng):
    """The two formulas differ from -3 to 3, by 0.00047 at most."""
    x = np.linspace(-3, 3, 121)
    agree(round(float(np.abs(yours(x, "none") - yours(x, "tanh")).max()), 5), 0.00047)


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_mirrored(yours, rng, approximate):
    """The two tails of a bell curve add up to one: gelu(x) - gelu(-x) is x, in both formulas."""
    x = rng.normal(scale=1.5, size=(4, 3))
    agree(yours(x, approximate) - yours(-x, approximate), x)


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_far_out(yours, rng, approximate):
    """Far out it is x or 0, and never NaN."""
    agree(yours(np.array([-1000.0, 1000.0, -10.0, 0.0, 10.0]), approximate), np.array([0.0, 1000.0, 0.0, 0.0, 10.0]))


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_negative_side(yours, rng, approximate):
    """On the negative side little is left, but not nothing, and less and less below -0.75: it is not monotone."""
    x = np.array([-4.0, -3.0, -0.7517915, -0.1])
    agree(yours(x, approximate), gelu(x, approximate))


@pytest.mark.parametrize("shape", [(), (4,), (2, 0)], ids=["no_axis", "one_axis", "empty"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number and to no element at all."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x), gelu(x))


@pytest.mark.parametrize("approximate", ["exact", "sigmoid", "Tanh"])
def test_unknown_formula(yours, rng, approximate):
    """An approximation that is not known raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="approximate"):
        yours(np.array([0.5, -2.0]), approximate)


def erf(x):
    return np.asarray(np.vectorize(math.erf, otypes=[np.float64])(x)).astype(x.dtype)


def inner(x):
    return math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)


def either(x, approximate, exact, tanh):
    """One of two functions, as a choice that refuses other words."""
    gelu(x[..., :0] if x.ndim else x, approximate)
    return exact(x) if approximate == "none" else tanh(x)


@mistake("approximate has no effect: the exact formula answers in both cases. With 'tanh' use the second formula.")
def ignores_approximate(x, approximate="none"):
    return either(x, approximate, gelu, gelu)


@mistake("You always use the tanh approximation. It is off by up to 0.0005; with 'none', the default, use erf.")
def is_always_the_approximation(x, approximate="none"):
    return gelu(x, "tanh" if approximate == "none" else approximate)


@mistake("x * sigmoid(1.702 x) is a third formula, off by up to 0.02. The exact one has erf, the approximation tanh.")
def is_the_sigmoid_approximation(x, approximate="none"):
    return either(x, approximate, lambda x: x * (1 + np.tanh(0.851 * x)) / 2, lambda x: gelu(x, "tanh"))


@mistake("This is swish, x times the sigmoid of x. GELU multiplies x by the distribution function of the normal distribution.")
def is_swish(x, approximate="none"):
    return either(x, approximate, *[lambda x: x * (1 + np.tanh(x / 2)) / 2] * 2)


@mistake("You put x into erf as it is. The normal distribution function has x divided by the square root of two there.")
def forgets_the_root_of_two(x, approximate="none"):
    return either(x, approximate, lambda x: x / 2 * (1 + erf(x)), lambda x: gelu(x, "tanh"))


@mistake("The factor 1/2 is missing, so that large inputs come out doubled. The bracket runs from 0 to 2, a probability to 1.")
def forgets_the_half(x, approximate="none"):
    return 2 * gelu(x, approximate)


@mistake("The 1 in the bracket is missing. erf and tanh run from -1 to 1; with the 1 and the half they run from 0 to 1.")
def forgets_the_one(x, approximate="none"):
    return gelu(x, approximate) - x / 2


@mistake("You multiply by the height of the bell curve at x. GELU multiplies by the area below x, the distribution function.")
def multiplies_by_the_density(x, approximate="none"):
    return either(x, approximate, lambda x: x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi), lambda x: gelu(x, "tanh"))


@mistake("This is only the probability that a normal number is below x. Multiply it by x.")
def forgets_to_multiply_by_x(x, approximate="none"):
    return either(x, approximate, lambda x: (1 + erf(x / math.sqrt(2))) / 2, lambda x: (1 + np.tanh(inner(x))) / 2)


@mistake("In the approximation the factor sqrt(2 / pi) is missing. It multiplies the whole bracket inside the tanh.")
def forgets_the_root_of_two_over_pi(x, approximate="none"):
    return either(x, approximate, gelu, lambda x: x / 2 * (1 + np.tanh(x + 0.044715 * x**3)))


@mistake("In the approximation sqrt(2 / pi) multiplies only x. It multiplies the whole bracket, the cube included.")
def leaves_the_cube_outside(x, approximate="none"):
    return either(x, approximate, gelu, lambda x: x / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * x + 0.044715 * x**3)))


@mistake("In the approximation the term 0.044715 x**3 is missing, which is what makes it good.")
def forgets_the_cube(x, approximate="none"):
    return either(x, approximate, gelu, lambda x: x / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * x)))


@mistake("In the approximation you square x. It is the cube: tanh must see a negative number where x is negative.")
def squares_instead_of_cubes(x, approximate="none"):
    return either(x, approximate, gelu, lambda x: x / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**2))))


@mistake("Whatever is not 'none' counts as 'tanh' with you. Raise a ValueError for any other word: a typing error must be heard.")
def takes_any_word_for_tanh(x, approximate="none"):
    return gelu(x, approximate if approximate == "none" else "tanh")


@mistake("math.erf takes a single number and you gave it an array. Apply it element by element, or use scipy.special.erf.")
def gives_an_array_to_math_erf(x, approximate="none"):
    return either(x, approximate, lambda x: x / 2 * (1 + math.erf(x / math.sqrt(2))), lambda x: gelu(x, "tanh"))


@mistake("np.vectorize without otypes fails for an array without elements. Give it otypes=[float], or use scipy.special.erf.")
def fails_for_no_elements(x, approximate="none"):
    return either(
        x,
        approximate,
        lambda x: x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))).astype(x.dtype) / 2,
        lambda x: gelu(x, "tanh"),
    )


@mistake("A float32 input comes back as float64: math.erf and np.vectorize answer in float64. Convert the result to x.dtype.")
def returns_float64(x, approximate="none"):
    return gelu(x.astype(np.float64), approximate)


@mistake("A single number comes back with an axis of length 1. Give the result the shape of x, also where x has no axis at all.")
def gives_a_single_number_an_axis(x, approximate="none"):
    return gelu(np.atleast_1d(x), approximate)


@mistake("You multiply x in place. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_x(x, approximate="none"):
    x[...] = gelu(x, approximate)
    return x


@right
def number_by_number(x, approximate="none"):
    if approximate not in ("none", "tanh"):
        raise ValueError("approximate")
    result = np.empty_like(x)
    for index, value in np.ndenumerate(x):
        value = float(value)  # noqa: PLW2901
        cube = math.tanh(math.sqrt(2 / math.pi) * (value + 0.044715 * value * value * value))
        result[index] = value * 0.5 * (1 + (math.erf(value / 2**0.5) if approximate == "none" else cube))
    return result


@right
def upper_tail(x, approximate="none"):
    if approximate == "none":
        tail = [math.erfc(-value / math.sqrt(2)) for value in x.ravel().tolist()]
        return 0.5 * x * np.array(tail, dtype=x.dtype).reshape(x.shape)
    return x / (1 + np.exp(-2 * np.clip(inner(x), -40, 40))) if approximate == "tanh" else gelu(x, approximate)
