"""The known mistakes of gans/optimal_discriminator, as people write them in PyTorch."""

import torch

from solutions.gans.torch.optimal_discriminator import optimal_discriminator


def ratio(above, below, empty=0.5):
    return torch.where(below == 0, torch.full_like(above, empty), above / below.masked_fill(below == 0, 1))


def answers_for_the_generated(p, q):
    return optimal_discriminator(q, p)


def returns_the_odds(p, q):
    optimal_discriminator(p, q)
    return ratio(p, q)


def leaves_nan(p, q):
    optimal_discriminator(p, q)
    return p / (p + q)


def returns_zero_where_neither_occurs(p, q):
    optimal_discriminator(p, q)
    return torch.nan_to_num(p / (p + q))


def returns_one_where_neither_occurs(p, q):
    optimal_discriminator(p, q)
    return ratio(p, p + q, 1)


def adds_to_the_denominator(p, q):
    optimal_discriminator(p, q)
    return p / (p + q + 1e-8)


def adds_to_both(p, q):
    optimal_discriminator(p, q)
    return (p + 1e-8) / (p + q + 2e-8)


def takes_rare_for_impossible(p, q):
    return optimal_discriminator(p, q).masked_fill(p + q < 1e-10, 0.5)


def decides(p, q):
    optimal_discriminator(p, q)
    return ((p > q).to(p.dtype) + (p >= q).to(p.dtype)) / 2


def takes_the_sigmoid_of_the_difference(p, q):
    optimal_discriminator(p, q)
    return torch.sigmoid(p - q)


def divides_by_the_largest_sum(p, q):
    optimal_discriminator(p, q)
    largest = (p + q).max()
    return p / (largest if largest > 0 else 1)


def normalizes_first(p, q):
    return optimal_discriminator(p / (p.sum() if p.sum() > 0 else 1), q / (q.sum() if q.sum() > 0 else 1))


def clips_the_answer(p, q):
    return torch.clamp(optimal_discriminator(p, q), 1e-7, 1 - 1e-7)


def broadcasts(p, q):
    return ratio(p + 0 * q, p + q)


def returns_float32(p, q):
    return optimal_discriminator(p.float(), q.float())


def returns_float64(p, q):
    return optimal_discriminator(p.double(), q.double())


def overwrites_p(p, q):
    return p.copy_(optimal_discriminator(p, q))
