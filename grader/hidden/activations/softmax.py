"""Hidden tests of activations/softmax."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.softmax import softmax

independent = "torch.softmax(x / temperature, dim)"


def sample(rng, size="small"):
    """An axis in the middle, and a temperature that is not the default."""
    return rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 4, 3)), 1, 0.7


@pytest.mark.parametrize("dim", [0, 1, 2, -1, -2, -3])
def test_dim(yours, rng, dim):
    """Each slice along dim adds up to 1, also in an array whose axes are all equally long."""
    x = rng.normal(scale=2.0, size=(3, 3, 3))
    p = yours(x, dim=dim)
    agree(p.sum(axis=dim), np.full((3, 3), 1.0))
    agree(p, softmax(x, dim=dim))


def test_default_arguments(yours, rng):
    """Without more arguments it runs along the last axis with a temperature of 1."""
    odds = np.array([[1.0, 3.0, 4.0], [2.0, 5.0, 1.0]])
    agree(yours(np.log(odds)), odds / 8)


def test_huge_scores(yours, rng):
    """Scores of 1000 and more do not overflow."""
    x = np.array([[1000.0, 0.0, 1000.0], [-2000.0, 3000.0, 2999.0], [5000.0, -5000.0, 0.0]])
    want = np.array([[0.5, 0.0, 0.5], [0.0, 0.7310585786300049, 0.2689414213699951], [1.0, 0.0, 0.0]])
    agree(yours(x), want)


def test_slices_far_apart(yours, rng):
    """Only differences within a slice matter: small scores are not crushed by large ones in another slice."""
    low = np.log(np.array([1.0, 3.0, 4.0])) - 5000
    agree(yours(np.stack([low, low + 9000])), np.array([[0.125, 0.375, 0.5], [0.125, 0.375, 0.5]]))


def test_shift(yours, rng):
    """Adding the same number to all scores of a slice changes nothing, however large the number."""
    x = np.array([[0.0, 0.0, -64.0], [0.0, -64.0, 0.0]])
    agree(yours(x + np.array([[1e17], [-1e17]])), softmax(x))


def test_temperature(yours, rng):
    """A high temperature makes all alike, a low one leaves only the winner."""
    x = np.array([1.0, 4.0, 3.0, -2.0])
    agree(yours(x, temperature=2.0), softmax(x / 2))
    agree(yours(x, temperature=1e12), np.array([0.25, 0.25, 0.25, 0.25]))
    agree(yours(x, temperature=1e-3), np.array([0.0, 1.0, 0.0, 0.0]))


@pytest.mark.parametrize("temperature", [1e3, 1e-3])
def test_scores_in_another_unit(yours, rng, temperature):
    """Scores a thousand times as large at a thousand times the temperature give the same, and likewise a thousandth of both."""
    x = np.array([[2.0, 0.5, -1.0], [0.0, 3.0, 2.5]])
    agree(yours(x * temperature, temperature=temperature), softmax(x))


def test_masked_entries(yours, rng):
    """A score of minus infinity gets the probability 0, and the others share the rest, whatever they are."""
    x = np.array([[np.log(3.0), -np.inf, 0.0], [-np.inf, -np.inf, 7.0]])
    agree(yours(x), np.array([[0.75, 0.0, 0.25], [0.0, 0.0, 1.0]]))
    agree(yours(x, temperature=1e12), np.array([[0.5, 0.0, 0.5], [0.0, 0.0, 1.0]]))
    agree(yours(np.array([-np.inf, -5e9, -5e9])), np.array([0.0, 0.5, 0.5]))


@pytest.mark.parametrize("temperature", [-1.5, 0.0])
def test_bad_temperature(yours, rng, temperature):
    """A temperature that is not above 0 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="temperature"):
        yours(rng.normal(size=(2, 3)), temperature=temperature)


def small_change(x, dim, temperature, *, shift=None, spread=None, total=None):
    """The reference with one step replaced: what is subtracted, how it is scaled, what it is divided by."""
    softmax(x, dim, temperature)  # the arguments are checked
    z = x - (x.max(axis=dim, keepdims=True) if shift is None else shift(x))
    e = np.exp(z / temperature if spread is None else spread(z))
    return e / (e.sum(axis=dim, keepdims=True) if total is None else total(e))


@mistake(
    "exp of a large score overflows to infinity, and infinity divided by infinity is NaN. Subtract the largest score of each "
    "slice first: only differences matter."
)
def skips_the_shift(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, shift=lambda x: 0)


@mistake(
    "You subtract something smaller than the maximum, such as the mean, which a masked entry even makes minus infinity. Where "
    "one score lies far above it, exp still overflows. Subtract the maximum of each slice."
)
def subtracts_the_mean(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, shift=lambda x: x.mean(axis=dim, keepdims=True))


@mistake(
    "You subtract the logarithm of the sum from scores as they are. Beside a huge score it is lost in rounding: two equal scores "
    "of 1e17 get a probability of 1 each. Subtract the maximum first, then the rest stays small."
)
def takes_the_logarithm_of_raw_scores(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    z = x / temperature
    top = z.max(axis=dim, keepdims=True)
    return np.exp(z - (top + np.log(np.exp(z - top).sum(axis=dim, keepdims=True))))


@mistake(
    "You divide the scores by their sum. Take exponentials first: scores may be negative, and [2, -1, -1.5] divided by its sum "
    "gives [-4, 2, 3], which are no probabilities."
)
def divides_without_exp(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    z = x / temperature
    return z / z.sum(axis=dim, keepdims=True)


@mistake("dim has no effect: you always normalise along the last axis. Take maximum (in PyTorch amax) and sum along dim.")
def ignores_dim(x, dim=-1, temperature=1.0):
    return softmax(x, -1, temperature)


@mistake("Every negative dim is taken for the last axis. It counts from the end: -1 is the last axis, -2 the one before.")
def takes_negative_dims_for_the_last(x, dim=-1, temperature=1.0):
    return softmax(x, -1 if dim < 0 else dim, temperature)


@mistake("Every dim but the first is taken for the last axis, which is right for matrices alone. Hand dim on to maximum and sum.")
def knows_first_and_last_axis_only(x, dim=-1, temperature=1.0):
    return softmax(x, 0 if dim in (0, -x.ndim) else -1, temperature)


@mistake(
    "You unpack the shape into two numbers, so nothing but a matrix works. x may have any number of axes: take maximum and sum "
    "along dim, and the shape need not be known."
)
def takes_matrices_only(x, dim=-1, temperature=1.0):
    _rows, _columns = x.shape
    return softmax(x, dim, temperature)


@mistake(
    "The sum loses its axis, so it is lined up with the wrong one: an error for most shapes, and silently wrong numbers for "
    "square arrays. Keep the axis, with keepdims=True (keepdim in PyTorch)."
)
def forgets_keepdims(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=lambda e: e.sum(axis=dim))


@mistake("The whole array adds up to 1, and not each slice along dim. Sum along dim and keep that axis.")
def normalises_over_everything(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=np.sum)


@mistake(
    "You subtract one maximum for the whole array. A slice whose scores lie far below it has only zeros left, and zero divided "
    "by zero is NaN. Subtract the maximum of each slice."
)
def shifts_by_the_global_maximum(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    e = np.exp((x - x.max()) / temperature)
    return e / e.sum(axis=dim, keepdims=True)


@mistake(
    "One maximum is subtracted from the whole array, and the division of zero by zero that comes of it is hidden: a slice of "
    "small scores adds up to 0. Subtract the maximum of each slice, then no sum is zero."
)
def hides_a_crushed_slice(x, dim=-1, temperature=1.0):
    return np.nan_to_num(shifts_by_the_global_maximum(x, dim, temperature))


@mistake(
    "A small number is added to the sum, so that the probabilities add up to less than 1. Leave it out: the largest score of a "
    "slice, shifted to 0, contributes 1 to the sum, and it cannot be zero."
)
def adds_a_small_number_to_the_sum(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=lambda e: e.sum(axis=dim, keepdims=True) + 1e-6)


@mistake(
    "You replace minus infinity by -1e9, which is a score like any other: among scores as low, or at a high temperature, it gets "
    "a share. Leave it as it is, its exponential is 0."
)
def masks_with_a_large_number(x, dim=-1, temperature=1.0):
    return softmax(np.where(np.isneginf(x), -1e9, x), dim, temperature)


@mistake("You multiply by the temperature. Divide by it: a high temperature makes the probabilities more alike.")
def multiplies_by_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z * temperature)


@mistake("The temperature has no effect. Divide the scores by it before you take exponentials.")
def ignores_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z)


@mistake("You divide the probabilities by the temperature, so they no longer add up to 1. Divide the scores, before exp.")
def cools_the_result(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z) / temperature


@mistake(
    "You raise the finished probabilities to the power of 1 / temperature. Those that have become 0 on the way stay 0, however "
    "high the temperature. Divide the scores, before exp."
)
def takes_a_power_afterwards(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    p = softmax(x, dim) ** (1 / temperature)
    return p / p.sum(axis=dim, keepdims=True)


@mistake("A temperature of zero or below passes unnoticed. Check it first, and raise a ValueError that names temperature.")
def accepts_any_temperature(x, dim=-1, temperature=1.0):
    e = np.exp((x - x.max(axis=dim, keepdims=True)) / temperature)
    return e / e.sum(axis=dim, keepdims=True)


@mistake("A temperature of exactly zero passes unnoticed, and nothing can be divided by it. Refuse whatever is not above 0.")
def accepts_a_temperature_of_zero(x, dim=-1, temperature=1.0):
    return accepts_any_temperature(x, dim, temperature) if temperature == 0 else softmax(x, dim, temperature)


@mistake("A failed assert is an AssertionError, and `python -O` leaves it out. Write `if` and `raise ValueError(...)` instead.")
def asserts_the_temperature(x, dim=-1, temperature=1.0):
    assert temperature > 0, "temperature"
    return softmax(x, dim, temperature)


@mistake("A float32 input comes back as float64. Do not convert x, or convert the result to x.dtype in the end.")
def returns_float64(x, dim=-1, temperature=1.0):
    return softmax(np.asarray(x, dtype=np.float64), dim, temperature)


@mistake(
    "You subtract the maximum from x in place, as x -= ... does, under another name too: asarray makes no copy of what is an "
    "array already. Make a new array: the caller still needs the scores."
)
def overwrites_the_input(x, dim=-1, temperature=1.0):
    result = softmax(x, dim, temperature)
    x -= x.max(axis=dim, keepdims=True)
    return result


@right
def slice_by_slice(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be positive")
    result = np.empty_like(x)
    rows, out = np.moveaxis(x, dim, -1), np.moveaxis(result, dim, -1)
    for index in np.ndindex(rows.shape[:-1]):
        e = np.exp((rows[index] - np.max(rows[index])) / temperature)
        out[index] = e / np.sum(e)
    return result


@right
def through_the_logarithm(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"bad temperature {temperature}")
    z = (x - x.max(axis=dim, keepdims=True)) / temperature
    return np.exp(z - np.log(np.exp(z).sum(axis=dim, keepdims=True)))


@right
def along_an_axis(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature")

    def one(scores):
        e = np.exp(scores / temperature - (scores / temperature).max())
        return e / e.sum()

    return np.apply_along_axis(one, dim, x)
