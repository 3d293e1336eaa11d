"""Hidden tests of model_selection/log_uniform."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.log_uniform import log_uniform

independent = "torch.exp(torch.lerp(*(torch.full_like(u, end).log() for end in (low, high)), u))"


def sample(rng, size="small"):
    """More than one decade, and ends that are no powers of ten."""
    shape = (1, 1) if size == "ones" else (2, 5, 3)
    return float(rng.uniform(0.001, 0.004)), float(rng.uniform(2.0, 5.0)), rng.random(shape)


def test_both_ends(yours):
    """0 gives the lower end and 1 the upper one, all their digits included."""
    for low, high in [(0.0003, 0.7), (2.0, 900.0), (1e-9, 1e-3)]:
        for u, want in [(0.0, low), (1.0, high)]:
            agree(yours(low, high, np.array([u])), np.array([want]))


def test_half_way_is_the_geometric_mean(yours):
    """One half gives the geometric mean: of 0.001 and 10 it is 0.1, and the mean of the ends would be 5."""
    agree(yours(0.001, 10.0, np.array([0.5])), np.array([0.1]))
    agree(yours(0.25, 16.0, np.array([[0.5]])), np.array([[2.0]]))


def test_every_decade_has_its_share(yours):
    """Of 40 evenly spread u, each of the four decades gets ten."""
    draws = yours(1e-4, 1.0, (np.arange(40.0) + 0.5) / 40)
    agree(np.histogram(draws, [1e-4, 1e-3, 1e-2, 1e-1, 1.0])[0], np.array([10, 10, 10, 10]))


def test_equal_steps_are_equal_factors(yours):
    """Equal steps of u multiply the result by equal factors."""
    draws = yours(0.5, 40.5, np.array([0.0, 0.25, 0.5, 0.75, 1.0]))
    agree(draws[1:] / draws[:-1], np.array([3.0, 3.0, 3.0, 3.0]))


def test_unit_does_not_matter(yours, rng):
    """In a thousandth of the unit all draws are a thousand times as large."""
    low, high, u = sample(rng)
    agree(yours(1000 * low, 1000 * high, u), 1000 * log_uniform(low, high, u))


def test_mirrored(yours, rng):
    """The draws of u and of 1 - u lie at equal distances from the ends: their product is low times high."""
    low, high, u = sample(rng)
    agree(yours(low, high, u) * yours(low, high, 1 - u), np.full(u.shape, low * high))


def test_equal_ends(yours, rng):
    """If both ends are equal, so is every draw."""
    agree(yours(0.02, 0.02, np.array([0.3, 0.9])), np.array([0.02, 0.02]))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 2)], ids=["no_axis", "one_axis", "four_axes"])
def test_keeps_any_shape(yours, rng, shape):
    """u may have any shape, down to a single number."""
    u = np.asarray(rng.random(shape))
    agree(yours(0.01, 3.0, u), log_uniform(0.01, 3.0, u))


@pytest.mark.parametrize("low", [0.0, -0.1])
def test_bad_low(yours, low):
    """A lower end that has no logarithm raises a ValueError that names low."""
    with pytest.raises(ValueError, match="low"):
        yours(low, 1.0, np.array([0.3, 0.6]))


def test_bad_high(yours):
    """An upper end below the lower one raises a ValueError that names high."""
    with pytest.raises(ValueError, match="high"):
        yours(0.5, 0.25, np.array([0.3, 0.6]))


@mistake("The draws are uniform themselves, so nearly all lie in the highest decade. Make their logarithm uniform.")
def draws_uniformly(low, high, u):
    log_uniform(low, high, u)
    return low + (high - low) * u


@mistake("You take low and high for exponents. They are learning rates: take their logarithms first.")
def takes_the_ends_for_exponents(low, high, u):
    log_uniform(low, high, u)
    return 10 ** (low + (high - low) * u)


@mistake("You return the logarithm of the draws. Undo it with the exponential function.")
def returns_the_logarithm(low, high, u):
    return np.log(log_uniform(low, high, u))


@mistake("The logarithms are natural, but you undo them with a power of 10. Use one base: exp belongs to log, 10 to log10.")
def mixes_natural_with_ten(low, high, u):
    log_uniform(low, high, u)
    return 10 ** (math.log(low) + (math.log(high) - math.log(low)) * u)


@mistake("The logarithms are to base 10, but you undo them with exp. Use one base: 10 belongs to log10, exp to log.")
def mixes_ten_with_natural(low, high, u):
    log_uniform(low, high, u)
    return np.exp(math.log10(low) + (math.log10(high) - math.log10(low)) * u)


@mistake("Only whole powers of ten times the lower end come out. Any place within a decade is as likely: do not round u.")
def rounds_to_decades(low, high, u):
    log_uniform(low, high, u)
    return low * 10 ** np.floor(np.log10(high / low) * u)


@mistake("The ends are swapped: 0 gives high and 1 gives low. Start at low and multiply by a power of high / low.")
def starts_at_the_upper_end(low, high, u):
    log_uniform(low, high, u)
    return high * (low / high) ** u


@mistake("The lower end is missing as a factor: draws begin at 1. Multiply by low.")
def forgets_the_lower_end(low, high, u):
    return log_uniform(low, high, u) / low


@mistake("The upper end itself is raised to u. It is the ratio of both ends that is raised: at u = 1 high has to come out.")
def forgets_the_ratio(low, high, u):
    log_uniform(low, high, u)
    return low * high**u


@mistake("The exponent is the difference of the ends. Logarithms are subtracted, and that is a ratio: (high / low) ** u.")
def takes_the_difference_for_the_ratio(low, high, u):
    log_uniform(low, high, u)
    return low * (1 + high - low) ** u


@mistake("You draw the inverse uniformly, which favours the lowest decade. Make the logarithm uniform.")
def draws_the_inverse(low, high, u):
    log_uniform(low, high, u)
    return 1 / (1 / low + (1 / high - 1 / low) * u)


@mistake("The result is float64 though u is float32: np.log gives NumPy's float64, which wins. Use math.log or float.")
def returns_float64(low, high, u):
    log_uniform(low, high, u)
    return np.exp(np.log(low) + (np.log(high) - np.log(low)) * u)


@mistake("The result is float32 whatever u is, so float64 loses half of its digits. Keep the dtype of u.")
def returns_float32(low, high, u):
    return log_uniform(low, high, u.astype(np.float32))


@mistake("The powers are written into u. Return a new array: the caller may need the uniform numbers again.")
def overwrites_u(low, high, u):
    u[...] = log_uniform(low, high, u)
    return u


@mistake("A lower end of 0 or below passes, though it has no logarithm. Raise a ValueError that names low.")
def checks_the_upper_end_only(low, high, u):
    return log_uniform(low, high, u) if low > 0 else np.zeros_like(u)


@mistake("An upper end below the lower one passes unnoticed. Raise a ValueError that names high.")
def checks_the_lower_end_only(low, high, u):
    return log_uniform(low, high, u) if low <= high else low * (high / low) ** u


@mistake("Equal ends are rejected. They are allowed: then all draws are the same. Only a high below low is wrong.")
def rejects_equal_ends(low, high, u):
    if high <= low:
        raise ValueError("low must be below high")
    return log_uniform(low, high, u)


@right
def by_logarithms(low, high, u):
    if not low > 0:
        raise ValueError("low")
    if not high >= low:
        raise ValueError("high")
    start, end = math.log10(low), math.log10(high)
    return 10 ** (start + u * (end - start))


@right
def by_weights(low, high, u):
    """A geometric mean of the ends, with the weights 1 - u and u."""
    if low <= 0:
        raise ValueError("the lower end, low")
    if low > high:
        raise ValueError("the upper end, high")
    return low ** (1 - u) * high**u


@right
def one_at_a_time(low, high, u):
    if low <= 0:
        raise ValueError(f"low={low}")
    if high < low:
        raise ValueError(f"high={high}")
    result = np.zeros_like(u)
    for index in np.ndindex(u.shape):
        result[index] = math.exp(math.log(low) + float(u[index]) * math.log(high / low))
    return result
