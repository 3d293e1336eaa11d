"""Hidden tests of activations/log_softmax."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.log_softmax import log_softmax
from solutions.activations.softmax import softmax

independent = "torch.log_softmax(x, dim)"


def sample(rng, size="small"):
    """An axis in the middle, so that neither the first nor the last one is right."""
    return rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 4, 3)), 1


@pytest.mark.parametrize("dim", [0, 1, 2, -1, -2, -3])
def test_dim(yours, rng, dim):
    """The exponentials of each slice along dim add up to 1, also where all axes are equally long."""
    x = rng.normal(scale=2.0, size=(3, 3, 3))
    y = yours(x, dim=dim)
    agree(np.exp(y).sum(axis=dim), np.full((3, 3), 1.0))
    agree(y, log_softmax(x, dim=dim))


def test_last_axis_by_default(yours, rng):
    """Without a second argument it runs along the last axis."""
    odds = np.array([[1.0, 3.0, 4.0], [2.0, 5.0, 1.0]])
    agree(yours(np.log(odds)), np.log(odds / 8))


def test_improbable_classes(yours, rng):
    """An improbable class has a finite logarithm, and all its digits: the scores 0, 0 and -800 end in -800.69."""
    x = np.array([[0.0, 0.0, -800.0], [0.0, -744.0, 0.0]])  # exp(-744) is not yet zero, but hardly has a digit left
    agree(yours(x), x - np.log(2))
    agree(yours(np.array([0.0, -800.0])), np.array([0.0, -800.0]))  # the same numbers, in a new array


def test_huge_scores(yours, rng):
    """Scores of 1000 and more do not overflow."""
    x = np.array([[1000.0, 0.0], [5000.0, 9000.0], [-3000.0, -3000.0]])
    agree(yours(x), np.array([[0.0, -1000.0], [-4000.0, 0.0], [-np.log(2), -np.log(2)]]))


def test_slices_far_apart(yours, rng):
    """A slice of small scores is not crushed by large ones in another slice."""
    low = np.log(np.array([1.0, 3.0, 4.0]))
    agree(yours(np.stack([low - 4096, low + 4096])), np.log(np.array([[0.125, 0.375, 0.5], [0.125, 0.375, 0.5]])))


def test_only_differences_count(yours, rng):
    """Adding the same number to all scores changes nothing, be it 1e15 or -1e15."""
    x = np.array([[0.0, 1.0, -1.0], [2.0, 2.0, 2.0]])
    for shift in (1e15, -1e15):  # whole numbers, so that the shifted scores are exact
        agree(yours(x + shift), log_softmax(x))


def test_masked_entries(yours, rng):
    """A score of minus infinity stays minus infinity, and the others come out as if it were not there."""
    x = np.array([[np.log(3.0), -np.inf, 0.0], [-np.inf, -np.inf, 7.0]])
    agree(yours(x), np.array([[np.log(0.75), -np.inf, np.log(0.25)], [-np.inf, -np.inf, 0.0]]))


def test_masked_entries_beside_low_scores(yours, rng):
    """A masked entry takes no part, however low the other scores are: -1e30 is not masked."""
    agree(yours(np.array([[-1e30, -np.inf], [-np.inf, -1e30]])), np.array([[0.0, -np.inf], [-np.inf, 0.0]]))


def test_differences_are_kept(yours, rng):
    """Two results differ by as much as their scores do."""
    x = rng.normal(scale=30.0, size=6)
    agree(np.diff(yours(x)), np.diff(x))


@mistake(
    "You take the logarithm of softmax. The probability of an improbable class is rounded to 0, and its logarithm is minus "
    "infinity. Stay with logarithms: the score minus the logarithm of the sum of exponentials."
)
def takes_the_logarithm_of_softmax(x, dim=-1):
    return np.log(softmax(x, dim))


@mistake(
    "A small number added inside the logarithm hides the minus infinity and falsifies improbable classes: all of them get the "
    "same value. Do not form probabilities at all."
)
def adds_a_small_number(x, dim=-1):
    return np.log(softmax(x, dim) + 1e-12)


@mistake(
    "You keep probabilities above a lower limit before you take their logarithm, so all improbable classes get the same value. "
    "Do not form probabilities at all."
)
def limits_the_probability(x, dim=-1):
    return np.log(np.maximum(softmax(x, dim), np.finfo(x.dtype).tiny))


@mistake("exp of a large score overflows to infinity. Subtract the largest score of each slice before you take exponentials.")
def skips_the_shift(x, dim=-1):
    return x - np.log(np.exp(x).sum(axis=dim, keepdims=True))


@mistake(
    "You take the maximum out of the sum of exponentials, but the scores in front still have it. Subtract it from them, too."
)
def forgets_to_bring_the_maximum_back(x, dim=-1):
    return x - np.log(np.exp(x - x.max(axis=dim, keepdims=True)).sum(axis=dim, keepdims=True))


@mistake(
    "You form the logarithm of the sum of exponentials at full size, the maximum included. Where scores are huge, the small "
    "logarithm is lost in the rounding. Subtract the maximum from the scores first, and then the logarithm."
)
def adds_the_maximum_to_the_logarithm(x, dim=-1):
    largest = x.max(axis=dim, keepdims=True)
    return x - (largest + np.log(np.exp(x - largest).sum(axis=dim, keepdims=True)))


@mistake(
    "You subtract one maximum for the whole array. A slice whose scores lie far below it has only zeros left to add up. "
    "Subtract the maximum of each slice."
)
def shifts_by_the_global_maximum(x, dim=-1):
    z = x - x.max()
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))


@mistake(
    "Your search for the maximum starts at 0, so nothing is subtracted from scores that are all negative, and their "
    "exponentials add up to zero. Start with a score of the slice, or with minus infinity."
)
def starts_the_maximum_at_zero(x, dim=-1):
    z = x - x.max(axis=dim, keepdims=True, initial=0.0)
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))


@mistake(
    "You subtract something smaller than the maximum, the mean or the first score for instance. The largest score may lie far "
    "above it, and its exponential overflows. Subtract the maximum of each slice."
)
def shifts_by_less_than_the_maximum(x, dim=-1):
    z = x - x.mean(axis=dim, keepdims=True, where=np.isfinite(x))
    return z - np.log(np.exp(z).sum(axis=dim, keepdims=True))


@mistake(
    "You replace minus infinity by a large negative number while you add up. Where the other scores are as low as that number, "
    "the masked entry takes part. Keep minus infinity: its exponential is 0."
)
def masks_by_a_large_number(x, dim=-1):
    return np.where(np.isneginf(x), x, log_softmax(np.where(np.isneginf(x), x.dtype.type(-1e9), x), dim))


@mistake("dim has no effect: you always run along the last axis. Take maximum (in PyTorch amax) and sum along dim.")
def ignores_dim(x, dim=-1):
    return log_softmax(x, -1)


@mistake(
    "The sum loses its axis, so it is lined up with the wrong one: an error for most shapes, and silently wrong numbers for "
    "square arrays. Keep the axis, with keepdims=True (keepdim in PyTorch)."
)
def forgets_keepdims(x, dim=-1):
    z = x - x.max(axis=dim, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=dim))


@mistake(
    "Maximum and sum get their axis back at the end, so they meet the right slices for the last axis only. Put it back where "
    "it was: keepdims=True (keepdim in PyTorch), or unsqueeze(dim)."
)
def puts_the_axis_back_at_the_end(x, dim=-1):
    z = x - x.max(axis=dim)[..., None]
    return z - np.log(np.exp(z).sum(axis=dim))[..., None]


@mistake("The sum runs over the whole array, and not over each slice along dim. Sum along dim and keep that axis.")
def normalises_over_everything(x, dim=-1):
    z = x - x.max()
    return z - np.log(np.exp(z).sum())


@mistake("The sign is wrong: you return the loss, minus the logarithm. Logarithms of probabilities are never positive.")
def flips_the_sign(x, dim=-1):
    return -log_softmax(x, dim)


@mistake("You replace minus infinity by a finite number. The logarithm of probability 0 is minus infinity: let it stand.")
def hides_minus_infinity(x, dim=-1):
    return np.nan_to_num(log_softmax(x, dim))


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with dtype=x.dtype.")
def returns_float64(x, dim=-1):
    return log_softmax(np.asarray(x, dtype=np.float64), dim)


@mistake("You subtract the maximum from x in place, as x -= ... does. Make a new array: the caller still needs the scores.")
def overwrites_the_input(x, dim=-1):
    result = log_softmax(x, dim)
    x -= x.max(axis=dim, keepdims=True)
    return result


@right
def without_the_largest_term(x, dim=-1):
    """As in the source: the largest term is exactly 1, so log1p of the others loses nothing."""
    top = np.expand_dims(np.argmax(x, axis=dim), dim)
    shifted = x - np.take_along_axis(x, top, axis=dim)
    others = np.exp(shifted)
    np.put_along_axis(others, top, 0, axis=dim)
    return shifted - np.log1p(others.sum(axis=dim, keepdims=True))


@right
def by_pairwise_addition(x, dim=-1):
    shifted = x - np.max(x, axis=dim, keepdims=True)
    return shifted - np.logaddexp.reduce(shifted, axis=dim, keepdims=True)


@right
def slice_by_slice(x, dim=-1):
    def one(scores):
        shifted = scores - scores.max()
        return shifted - np.log(np.exp(shifted).sum())

    return np.apply_along_axis(one, dim, x)
