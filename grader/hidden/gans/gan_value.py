"""Hidden tests of gans/gan_value."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gans.gan_value import gan_value

independent = "torch.sum(torch.special.xlogy(p, d) + torch.special.xlog1py(q, -d))"


def sample(rng, size="small"):
    """Two different distributions, and a discriminator that is not the best one."""
    shape = (1, 1) if size == "ones" else (3, 4)
    p, q = rng.uniform(0.1, 1.0, shape), rng.uniform(0.1, 1.0, shape)
    return p / p.sum(), q / q.sum(), rng.uniform(0.1, 0.9, shape)


def best(p, q):
    return p / (p + q)


def test_perfect_generator(yours, rng):
    """Against a perfect generator the best discriminator says one half, and the value is minus log 4."""
    p, _, d = sample(rng)
    agree(yours(p, p.copy(), np.full(p.shape, 0.5)), -np.log(4))
    agree(bool(yours(p, p.copy(), d) < -np.log(4)), True)


def test_nothing_in_common(yours):
    """Where the two kinds have nothing in common, a discriminator that is always right reaches 0; one half stays at -log 4."""
    p, q = np.array([0.3, 0.7, 0.0, 0.0]), np.array([0.0, 0.0, 0.9, 0.1])
    agree([yours(p, q, np.full(4, 0.5)), yours(p, q, np.array([1.0, 1.0, 0.0, 0.0]))], [-np.log(4), 0.0])


def test_jensen_shannon(yours, rng):
    """Against the best discriminator the value is minus log 4 plus twice the Jensen-Shannon divergence."""
    p, q, _ = sample(rng)
    middle = (p + q) / 2
    js = 0.5 * np.sum(p * np.log(p / middle)) + 0.5 * np.sum(q * np.log(q / middle))
    agree(yours(p, q, best(p, q)), -np.log(4) + 2 * js)


def test_no_other_is_better(yours, rng):
    """Every other discriminator reaches less, whichever way it leans."""
    p, q, d = sample(rng)
    top = yours(p, q, best(p, q))
    agree([bool(yours(p, q, other) < top) for other in (d, 1 - d, 0.9 * best(p, q))], [True] * 3)
    agree(top, gan_value(p, q, best(p, q)))


def test_roles_exchanged(yours, rng):
    """With real and generated exchanged, and the discriminator turned round, the value is the same."""
    p, q, d = sample(rng)
    agree(yours(q, p, 1 - d), gan_value(p, q, d))


def test_what_does_not_occur(yours):
    """What does not occur adds 0, also where the discriminator says exactly 0 or 1."""
    d = np.array([0.0, 1.0, 0.5, 0.0, 1.0])
    agree(yours(np.array([0.0, 0.4, 0.6, 0.0, 0.0]), np.array([0.2, 0.0, 0.8, 0.0, 0.0]), d), 1.4 * np.log(0.5))


@pytest.mark.parametrize(("p", "q", "d"), [(0.2, 0.0, 0.0), (0.0, 1e-9, 1.0)], ids=["real", "generated"])
def test_impossible_and_yet_there(yours, p, q, d):
    """A sample that occurs and is called impossible makes the value minus infinity."""
    agree(yours(np.array([p, 0.5]), np.array([q, 0.3]), np.array([d, 0.4])), -np.inf)
    agree(yours(np.array([p, 0.5]), np.array([q, 0.3]), np.array([0.25, 0.4])) > -10, np.bool_(True))


@pytest.mark.parametrize("tiny", [1e-20, 1e-9, 1e-300])
def test_tiny_answers(yours, tiny):
    """A tiny probability keeps its digits: as the answer to a generated sample, and to a real one."""
    agree(yours(np.array([0.0]), np.array([0.5]), np.array([tiny])), 0.5 * np.log1p(-tiny))
    agree(yours(np.array([0.25]), np.array([0.0]), np.array([tiny])), 0.25 * np.log(tiny))


def test_rare_samples(yours):
    """A rare sample counts as much as its probability says, however small that is."""
    agree(yours(np.array([1e-30]), np.array([0.0]), np.array([0.5])), 1e-30 * np.log(0.5))
    agree(yours(np.array([0.0]), np.array([1e-30]), np.array([0.5])), 1e-30 * np.log(0.5))


@pytest.mark.parametrize("shape", [(4,), (3, 1), (), (5, 3, 4)], ids=str)
def test_other_shape(yours, rng, shape):
    """A discriminator of another shape raises a ValueError that names d, also where it could be broadcast."""
    with pytest.raises(ValueError, match=r"\bd\b"):
        yours(rng.uniform(size=(3, 4)), rng.uniform(size=(3, 4)), np.asarray(rng.uniform(0.1, 0.9, shape)))


def parts(p, q, d):
    gan_value(p, q, d)
    with np.errstate(divide="ignore"):
        return p * np.log(np.where(p > 0, d, 1)), q * np.log1p(-np.where(q > 0, d, 0))


@mistake("You return a loss, the negative of the value. The value is what the discriminator makes large: it is at most 0.")
def returns_the_loss(p, q, d):
    return -gan_value(p, q, d)


@mistake("The generated samples are missing. They add q log(1 - D).")
def forgets_the_generated(p, q, d):
    return np.sum(parts(p, q, d)[0])


@mistake("The second logarithm has D and not 1 - D. For a generated sample the right answer is a small D.")
def forgets_one_minus(p, q, d):
    gan_value(p, q, d)
    with np.errstate(divide="ignore"):
        return np.sum(parts(p, q, d)[0] + q * np.log(np.where(q > 0, d, 1)))


@mistake("p and q have changed places. The real samples, p, are weighted with log D.")
def mixes_up_p_and_q(p, q, d):
    return gan_value(q, p, d)


@mistake("You average over the samples. Their probabilities are the weights already: add up.")
def averages(p, q, d):
    return gan_value(p, q, d) / p.size


@mistake("You halve the value. Both sums count fully, so that at the end of the game it is -log 4.")
def halves_the_value(p, q, d):
    return gan_value(p, q, d) / 2


@mistake("Your logarithm is to the base 2. The value is defined with the natural logarithm.")
def takes_the_logarithm_to_the_base_two(p, q, d):
    return gan_value(p, q, d) / float(np.log(2))


@mistake("You put in the best discriminator yourself. The value is that of the discriminator that is given, d.")
def puts_in_the_best_discriminator(p, q, d):
    gan_value(p, q, d)
    return gan_value(p, q, p / np.where(p + q > 0, p + q, 1).astype(p.dtype))


@mistake("0 times the logarithm of 0 is NaN for you. What does not occur adds 0: take no logarithm there.")
def gives_nan_for_what_does_not_occur(p, q, d):
    gan_value(p, q, d)
    return np.sum(p * np.log(d) + q * np.log1p(-d))


@mistake("NaN is turned into 0 afterwards, and -inf into a large number. Minus infinity is the right answer where it occurs.")
def repairs_infinities(p, q, d):
    gan_value(p, q, d)
    return np.sum(np.nan_to_num(p * np.log(d)) + np.nan_to_num(q * np.log1p(-d)))


@mistake("You add a small number inside the logarithms. Then nothing costs minus infinity, and tiny answers are wrong.")
def protects_the_logarithms(p, q, d):
    gan_value(p, q, d)
    return np.sum(p * np.log(d + 1e-8) + q * np.log(1 - d + 1e-8))


@mistake("You keep d away from 0 and 1. Let minus infinity be the answer where something that occurs is called impossible.")
def clips_the_discriminator(p, q, d):
    return gan_value(p, q, np.clip(d, 1e-7, 1 - 1e-7))


@mistake("1 - d loses a tiny d before the logarithm sees it. Use log1p.")
def loses_tiny_answers(p, q, d):
    with np.errstate(divide="ignore"):
        return np.sum(parts(p, q, d)[0] + q * np.log(1 - np.where(q > 0, d, 0)))


@mistake("Rare samples are left out. Only what has the probability 0 adds nothing.")
def leaves_out_rare_samples(p, q, d):
    return gan_value(np.where(p < 1e-10, 0, p).astype(p.dtype), np.where(q < 1e-10, 0, q).astype(q.dtype), d)


@mistake("A d of another shape is broadcast. Compare the shapes first, and raise a ValueError that names d.")
def broadcasts(p, q, d):
    with np.errstate(divide="ignore"):
        return np.sum(p * np.log(np.where(p > 0, d, 1)) + q * np.log1p(-np.where(q > 0, d, 0)))


@mistake("The arrays are converted to float32 first, so half of their digits are lost. Keep their dtype.")
def computes_in_float32(p, q, d):
    return gan_value(p.astype(np.float32), q.astype(np.float32), d.astype(np.float32))


@mistake("You write the logarithms into d. Make a new array: the caller still needs the discriminator.")
def overwrites_d(p, q, d):
    result = gan_value(p, q, d)
    d[...] = np.log(np.maximum(d, 1e-300))
    return result


@right
def sample_by_sample(p, q, d):
    if p.shape != d.shape:
        raise ValueError("d does not fit")
    total = 0.0
    for real, fake, answer in zip(p.flat, q.flat, d.flat, strict=True):
        if real > 0:
            total += real * np.log(answer) if answer > 0 else -np.inf
        if fake > 0:
            total += fake * np.log1p(-answer) if answer < 1 else -np.inf
    return total


@right
def only_what_occurs(p, q, d):
    if p.shape != d.shape:
        raise ValueError("wrong shape of d")
    real, fake = p > 0, q > 0
    with np.errstate(all="ignore"):
        return np.dot(p[real], np.log(d[real])) + np.dot(q[fake], np.log1p(-d[fake]))


@right
def one_sum_over_both_kinds(p, q, d):
    if p.shape != d.shape:
        raise ValueError(f"d: {d.shape}")
    weight = np.stack([p, q])
    with np.errstate(all="ignore"):
        terms = weight * np.stack([np.log(d), np.log1p(-d)])
    return np.where(weight == 0, 0, terms).sum()
