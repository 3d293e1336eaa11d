"""The known mistakes of model_selection/perplexity, as people write them in PyTorch."""

import math

from solutions.model_selection.torch.perplexity import perplexity

ABSENT = {}


def log(probs):
    perplexity(probs)
    return probs.log()


def returns_the_loss(token_probs):
    return -log(token_probs).mean()


def raises_two(token_probs):
    return 2.0 ** -log(token_probs).mean()


def mixes_bits_with_nats(token_probs):
    return (-log(token_probs).mean() / math.log(2)).exp()


def multiplies_the_probabilities(token_probs):
    perplexity(token_probs)
    return token_probs.prod() ** (-1 / len(token_probs))


def averages_the_probabilities(token_probs):
    perplexity(token_probs)
    return 1 / token_probs.mean()


def averages_the_inverses(token_probs):
    perplexity(token_probs)
    return (1 / token_probs).mean()


def adds_up(token_probs):
    return log(token_probs).sum().neg().exp()


def forgets_the_sign(token_probs):
    return log(token_probs).mean().exp()


def takes_the_entropy(token_probs):
    return (token_probs * log(token_probs)).where(token_probs > 0, 0).sum().neg().exp()


def takes_the_median(token_probs):
    return log(token_probs).quantile(0.5).neg().exp()


def divides_by_one_less(token_probs):
    return (-log(token_probs).sum() / max(len(token_probs) - 1, 1)).exp()


def adds_a_small_number(token_probs):
    perplexity(token_probs)
    return (token_probs + 1e-10).log().mean().neg().exp()


def raises_the_smallest(token_probs):
    perplexity(token_probs)
    return token_probs.clamp(min=1e-12).log().mean().neg().exp()


def leaves_out_the_impossible(token_probs):
    perplexity(token_probs)
    return token_probs[token_probs > 0].log().mean().neg().exp()


def checks_nothing(token_probs):
    return perplexity(token_probs.abs().clamp(max=1))


def overwrites_the_probabilities(token_probs):
    perplexity(token_probs)
    return token_probs.log_().mean().neg().exp()
