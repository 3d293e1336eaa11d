"""The known mistakes of activations/relu_sigmoid_head, as people write them in PyTorch."""

import torch

from solutions.activations.torch.relu_sigmoid_head import relu_sigmoid_head

ABSENT = {}


def checked(threshold):
    if not 0 <= threshold <= 1:
        raise ValueError("threshold")


def forgets_the_relu(x, threshold):
    checked(threshold)
    p = 1 / (1 + torch.exp(-x))
    return p, p >= threshold


def forgets_the_sigmoid(x, threshold):
    checked(threshold)
    z = x.clamp(min=0)
    return z, z >= threshold


def sets_negatives_to_zero(x, threshold):
    checked(threshold)
    p = (x > 0) / (1 + torch.exp(-x))
    return p, p >= threshold


def calls_a_tie_a_no(x, threshold):
    p, _ = relu_sigmoid_head(x, threshold)
    return p, p > threshold


def compares_the_score(x, threshold):
    p, _ = relu_sigmoid_head(x, threshold)
    return p, x >= threshold


def decides_without_the_relu(x, threshold):
    p, _ = relu_sigmoid_head(x, threshold)
    return p, 1 / (1 + torch.exp(-x)) >= threshold


def says_yes_whatever_the_threshold(x, threshold):
    p, _ = relu_sigmoid_head(x, threshold)
    return p, torch.ones_like(x, dtype=torch.bool)


def says_no_for_yes(x, threshold):
    p, decisions = relu_sigmoid_head(x, threshold)
    return p, ~decisions


def returns_zeros_and_ones(x, threshold):
    p, decisions = relu_sigmoid_head(x, threshold)
    return p, decisions.long()


def divides_infinity_by_infinity(x, threshold):
    checked(threshold)
    odds = torch.exp(x.clamp(min=0))
    p = odds / (1 + odds)
    return p, p >= threshold


def accepts_any_threshold(x, threshold):
    p, _ = relu_sigmoid_head(x, 0.5)
    return p, p >= threshold


def refuses_the_extremes(x, threshold):
    if not 0 < threshold < 1:
        raise ValueError("threshold")
    return relu_sigmoid_head(x, threshold)


def returns_float64(x, threshold):
    return relu_sigmoid_head(x.double(), threshold)


def overwrites_x(x, threshold):
    return relu_sigmoid_head(x.clamp_(min=0), threshold)
