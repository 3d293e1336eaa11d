"""Hidden tests of gans/optimal_discriminator."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gans.optimal_discriminator import optimal_discriminator

independent = "torch.sigmoid(torch.log(p) - torch.log(q))"


def sample(rng, size="small"):
    """Two different distributions over the same outcomes."""
    shape = (1, 1) if size == "ones" else (3, 4)
    p, q = rng.uniform(0.1, 1.0, shape), rng.uniform(0.1, 1.0, shape)
    return (p, q) if size == "ones" else (p / p.sum(), q / q.sum())


def test_perfect_generator(yours, rng):
    """Where generated samples are as likely as real ones, the answer is one half: nobody can tell them apart."""
    p = rng.uniform(0.1, 1.0, 6)
    agree(yours(p, p.copy()), np.full(6, 0.5))


def test_nothing_in_common(yours):
    """Where only one kind occurs the answer is exactly 1 or exactly 0, however rare the sample is."""
    p, q = np.array([0.7, 0.0, 1e-12, 0.0]), np.array([0.0, 0.6, 0.0, 1e-12])
    agree(yours(p, q), np.array([1.0, 0.0, 1.0, 0.0]), exact=True)


def test_neither_occurs(yours):
    """Where neither kind occurs the answer is one half, and not NaN."""
    agree(yours(np.array([0.0, 0.3]), np.array([0.0, 0.1])), np.array([0.5, 0.75]))
    agree(yours(np.array(0.0), np.array(0.0)), np.array(0.5))


@pytest.mark.parametrize("scale", [1e-200, 1e-30, 1e-9, 1.0, 1e9])
def test_only_the_ratio_counts(yours, scale):
    """Rare samples and large densities are judged by the ratio alone."""
    agree(yours(np.array([3.0, 1.0]) * scale, np.array([1.0, 4.0]) * scale), np.array([0.75, 0.2]))


def test_tiny_answer(yours):
    """A sample that is hardly ever real gets a tiny probability, with all its digits."""
    agree(yours(np.array([1e-30]), np.array([0.25])), np.array([4e-30]))
    agree(yours(np.array([0.5]), np.array([1e-30])), np.array([1.0]))


def test_roles_exchanged(yours, rng):
    """With p and q exchanged the answers are those of the other side: together they are 1."""
    p, q = sample(rng)
    agree(yours(q, p), 1 - optimal_discriminator(p, q))


def test_no_other_is_better(yours, rng):
    """Any other discriminator reaches a lower value."""
    p, q = sample(rng)

    def value(d):
        return np.sum(p * np.log(d) + q * np.log(1 - d))

    d = yours(p, q)
    others = [np.clip(d + step, 1e-3, 1 - 1e-3) for step in (-0.05, 0.05, -0.3, 0.3)]
    agree([bool(value(d) > value(other)) for other in others], [True] * 4)
    agree(value(d), value(optimal_discriminator(p, q)))


def test_normal_densities(yours):
    """Between two normal distributions of the same spread the answer is a sigmoid, one half in the middle."""
    x = np.linspace(-4.0, 6.0, 11)
    p, q = np.exp(-((x - 2) ** 2) / 2) / np.sqrt(2 * np.pi), np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    agree(yours(p, q), 1 / (1 + np.exp(-(2 * x - 2))))


@pytest.mark.parametrize("shape", [(4,), (3, 1), (1,), (5, 3, 4)], ids=str)
def test_other_shape(yours, rng, shape):
    """A q of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match=r"\bq\b"):
        yours(rng.uniform(size=(3, 4)), rng.uniform(size=shape))


def ratio(above, below, empty=0.5):
    return np.divide(above, below, out=np.full_like(above, empty), where=below != 0)


@mistake("This is the probability that a sample is generated. The discriminator answers with that of real: p stands above.")
def answers_for_the_generated(p, q):
    return optimal_discriminator(q, p)


@mistake("This is how many times more likely real is, and it may be above 1. Divide by the sum of both.")
def returns_the_odds(p, q):
    optimal_discriminator(p, q)
    return ratio(p, q)


@mistake("Where neither kind occurs you return NaN. Any value is optimal there: return one half.")
def leaves_nan(p, q):
    optimal_discriminator(p, q)
    return p / (p + q)


@mistake("Where neither kind occurs you return 0. Return one half there.")
def returns_zero_where_neither_occurs(p, q):
    optimal_discriminator(p, q)
    return ratio(p, p + q, 0)


@mistake("Where neither kind occurs you return 1. Return one half there.")
def returns_one_where_neither_occurs(p, q):
    optimal_discriminator(p, q)
    return ratio(p, p + q, 1)


@mistake("You add a small number to the denominator, which spoils rare samples. Replace it only where it is exactly 0.")
def adds_to_the_denominator(p, q):
    optimal_discriminator(p, q)
    return p / (p + q + 1e-8)


@mistake("You add a small number to both, which spoils rare samples. Treat the case where both are 0, and no other.")
def adds_to_both(p, q):
    optimal_discriminator(p, q)
    return (p + 1e-8) / (p + q + 2e-8)


@mistake("You call rare samples impossible. Only where both probabilities are exactly 0 the answer is free.")
def takes_rare_for_impossible(p, q):
    return np.where(p + q < 1e-10, 0.5, optimal_discriminator(p, q)).astype(p.dtype)


@mistake("You decide for the likelier kind. The discriminator gives a probability: with 3 to 1 it says 0.75, not 1.")
def decides(p, q):
    optimal_discriminator(p, q)
    return np.where(p == q, 0.5, p > q).astype(p.dtype)


@mistake("You take the sigmoid of the difference. The odds are p to q, so it would be the sigmoid of the logarithm of p / q.")
def takes_the_sigmoid_of_the_difference(p, q):
    optimal_discriminator(p, q)
    return 0.5 + 0.5 * np.tanh((p - q) / 2)


@mistake("You divide by the largest sum. Each sample is judged by its own: divide entry by entry.")
def divides_by_the_largest_sum(p, q):
    optimal_discriminator(p, q)
    return p / (np.max(p + q) or 1)


@mistake("You scale p and q to add up to 1 first. Take them as they are: densities at some points do not add up to 1.")
def normalizes_first(p, q):
    return optimal_discriminator(p / (p.sum() or 1), q / (q.sum() or 1))


@mistake("You keep the answer away from 0 and 1. Where only one kind occurs it is exactly that.")
def clips_the_answer(p, q):
    return np.clip(optimal_discriminator(p, q), 1e-7, 1 - 1e-7)


@mistake("A q of another shape is broadcast. Compare the shapes first, and raise a ValueError that names q.")
def broadcasts(p, q):
    return ratio(p + 0 * q, p + q)


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(p, q):
    return optimal_discriminator(p.astype(np.float32), q.astype(np.float32))


@mistake("float32 inputs come back as float64. Do not convert them, and choose from values of their dtype.")
def returns_float64(p, q):
    return optimal_discriminator(p.astype(np.float64), q.astype(np.float64))


@mistake("You divide p in place. Return a new array: the caller still needs the distribution.")
def overwrites_p(p, q):
    p[...] = optimal_discriminator(p, q)
    return p


@right
def divides_where_it_can(p, q):
    if p.shape != q.shape:
        raise ValueError("q does not fit p")
    total = p + q
    return np.divide(p, total, out=np.full(p.shape, 0.5, p.dtype), where=total > 0)


@right
def entry_by_entry(p, q):
    if p.shape != q.shape:
        raise ValueError("q has the wrong shape")
    d = np.empty_like(p)
    for index in np.ndindex(p.shape):
        total = p[index] + q[index]
        d[index] = p[index] / total if total else 0.5
    return d


@right
def by_the_larger_one(p, q):
    if p.shape != q.shape:
        raise ValueError("bad q")
    largest = np.maximum(p, q)
    largest = np.where(largest == 0, 1, largest).astype(p.dtype)
    one, other = p / largest, q / largest
    return np.where(one + other == 0, p.dtype.type(0.5), one / np.maximum(one + other, 1))
