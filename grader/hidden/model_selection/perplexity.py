"""Hidden tests of model_selection/perplexity."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.perplexity import perplexity

independent = "torch.exp(F.binary_cross_entropy(token_probs, torch.ones_like(token_probs)))"


def sample(rng, size="small"):
    """Probabilities of tokens that came as a surprise, and of others."""
    return (rng.uniform(0.02, 0.9, 1 if size == "ones" else 9),)


@pytest.mark.parametrize("vocabulary", [2, 7, 50000])
def test_even_guessing(yours, vocabulary):
    """Who guesses evenly among V words has a perplexity of V."""
    agree(yours(np.full(6, 1 / vocabulary)), float(vocabulary))


def test_geometric_mean(yours):
    """The perplexity is the inverse of the geometric mean of the probabilities."""
    agree(yours(np.array([0.5, 0.125])), 4.0)
    agree(yours(np.array([1.0, 0.1, 0.01])), 10.0)
    agree(yours(np.array([0.2])), 5.0)


def test_certain_and_right(yours):
    """Who is certain and right has a perplexity of 1, and one doubt in four tokens counts a fourth root."""
    agree(yours(np.array([1.0, 1.0, 1.0])), 1.0)
    agree(yours(np.array([1.0, 0.0625, 1.0, 1.0])), 2.0)


def test_long_text(yours):
    """The perplexity of a long text is an ordinary number, though its probability is too small for a float."""
    agree(yours(np.tile([0.5, 0.125, 0.25], 700)), 4.0)


def test_read_twice(yours, rng):
    """The same text twice, in any order, is as surprising as once."""
    (probs,) = sample(rng)
    agree(yours(rng.permutation(np.concatenate([probs, probs]))), perplexity(probs))


def test_held_impossible(yours):
    """A single token that was held impossible makes the perplexity infinite."""
    agree(yours(np.array([0.9, 0.0, 0.7])), math.inf)


def test_tiny_probabilities(yours):
    """A tiny probability is not an impossible one, and counts with all its digits."""
    agree(yours(np.array([1e-30, 1e-30])), 1e30)
    agree(yours(np.array([1e-12, 1.0])), 1e6)


def test_exponential_of_the_loss(yours):
    """A mean loss of 3 nats is a perplexity of 20, to the nearest whole number."""
    agree(yours(np.exp(np.array([-2.0, -5.0, -2.0]))), math.exp(3))


@pytest.mark.parametrize("bad", [-0.1, 1.5])
def test_no_probability(yours, bad):
    """A number that is no probability raises a ValueError that names token_probs."""
    with pytest.raises(ValueError, match="token_probs"):
        yours(np.array([0.3, bad, 0.2]))


def log(probs):
    perplexity(probs)
    with np.errstate(divide="ignore"):
        return np.log(probs)


@mistake("You return the mean negative logarithm, the loss. The perplexity is its exponential.")
def returns_the_loss(token_probs):
    return -log(token_probs).mean()


@mistake("The logarithms are natural, and you raise 2. Use the same base twice: exp undoes log.")
def raises_two(token_probs):
    return 2.0 ** -log(token_probs).mean()


@mistake("The logarithms are to base 2, but you undo them with exp. Use the same base twice.")
def mixes_bits_with_nats(token_probs):
    return np.exp(-log(token_probs).mean() / math.log(2))


@mistake("You multiply the probabilities, which ends at 0 in a long text. Take the mean of their logarithms.")
def multiplies_the_probabilities(token_probs):
    perplexity(token_probs)
    with np.errstate(divide="ignore"):
        return np.prod(token_probs) ** (-1 / len(token_probs))


@mistake("You average the probabilities and invert the mean. Average their logarithms: a bad surprise has to count.")
def averages_the_probabilities(token_probs):
    perplexity(token_probs)
    return 1 / token_probs.mean()


@mistake("You average the inverse probabilities. Average the logarithms: the mean is a geometric one.")
def averages_the_inverses(token_probs):
    perplexity(token_probs)
    with np.errstate(divide="ignore"):
        return (1 / token_probs).mean()


@mistake("You add up the logarithms, so longer texts seem worse. Take their mean.")
def adds_up(token_probs):
    with np.errstate(over="ignore"):
        return np.exp(-log(token_probs).sum())


@mistake("The minus sign is missing: that is the mean probability, and lower would be worse. Turn the sign of the exponent.")
def forgets_the_sign(token_probs):
    return np.exp(log(token_probs).mean())


@mistake("You take the entropy of the numbers, as if they were one distribution. Each belongs to its own: do not weigh by them.")
def takes_the_entropy(token_probs):
    return np.exp(-np.sum(np.where(token_probs > 0, token_probs * log(token_probs), 0)))


@mistake("You take the median of the logarithms. Take the mean: every token counts.")
def takes_the_median(token_probs):
    return np.exp(-np.median(log(token_probs)))


@mistake("You divide by n - 1. The mean is over all n tokens.")
def divides_by_one_less(token_probs):
    return np.exp(-log(token_probs).sum() / max(len(token_probs) - 1, 1))


@mistake(
    "You add a small number, so that nothing is impossible and tiny probabilities lose their digits. Leave them as they are."
)
def adds_a_small_number(token_probs):
    perplexity(token_probs)
    return np.exp(-np.log(token_probs + 1e-10).mean())


@mistake("You raise the smallest probabilities to a limit. Leave them: a 0 makes the perplexity infinite.")
def raises_the_smallest(token_probs):
    perplexity(token_probs)
    return np.exp(-np.log(np.maximum(token_probs, 1e-12)).mean())


@mistake("Tokens that were held impossible are left out. One of them makes the perplexity infinite.")
def leaves_out_the_impossible(token_probs):
    perplexity(token_probs)
    return np.exp(-np.log(token_probs[token_probs > 0]).mean())


@mistake("Numbers that are no probabilities pass unnoticed. Check them first, and raise a ValueError that names token_probs.")
def checks_nothing(token_probs):
    return perplexity(np.clip(np.abs(token_probs), 0, 1))


@mistake("The logarithms are written over the probabilities. Make a new array: the caller may need them.")
def overwrites_the_probabilities(token_probs):
    token_probs[...] = log(token_probs)
    return np.exp(-token_probs.mean())


@right
def token_by_token(token_probs):
    total = 0.0
    for p in token_probs.tolist():
        if not 0 <= p <= 1:
            raise ValueError(f"token_probs: {p}")
        total += math.log(p) if p else -math.inf
    return math.exp(-total / len(token_probs))


@right
def by_bits(token_probs):
    if token_probs.min() < 0 or token_probs.max() > 1:
        raise ValueError("token_probs")
    with np.errstate(divide="ignore"):
        return np.exp2(np.mean(-np.log2(token_probs)))


@right
def by_roots(token_probs):
    if (np.abs(token_probs - 0.5) > 0.5).any():
        raise ValueError("bad token_probs")
    with np.errstate(divide="ignore"):
        return np.prod((1 / token_probs) ** (1 / len(token_probs)))
