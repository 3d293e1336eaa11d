"""The known mistakes of losses/softmax_cross_entropy, as people write them in PyTorch."""

import torch

from solutions.losses.torch.softmax_cross_entropy import softmax_cross_entropy


def targets(input, target, label_smoothing):
    """The table to aim at."""
    _, grad = softmax_cross_entropy(input, target, label_smoothing)
    return torch.softmax(input, 1) - grad * len(input), grad


def applies_softmax_twice(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(torch.softmax(input, 1), target, label_smoothing)


def takes_the_logarithm_of_softmax(input, target, label_smoothing=0.0):
    q, grad = targets(input, target, label_smoothing)
    return -(q * torch.log(torch.softmax(input, 1))).sum() / len(input), grad


def adds_a_small_number(input, target, label_smoothing=0.0):
    q, grad = targets(input, target, label_smoothing)
    return -(q * torch.log(torch.softmax(input, 1) + 1e-12)).sum() / len(input), grad


def skips_the_shift(input, target, label_smoothing=0.0):
    q, _ = targets(input, target, label_smoothing)
    e = torch.exp(input)
    total = e.sum(1, keepdim=True)
    return -(q * (input - torch.log(total))).sum() / len(input), (e / total - q) / len(input)


def shifts_by_the_global_maximum(input, target, label_smoothing=0.0):
    return skips_the_shift(input - input.max(), target, label_smoothing)


def normalises_the_columns(input, target, label_smoothing=0.0):
    q, _ = targets(input, target, label_smoothing)
    p = torch.softmax(input, 0)
    return -(q * torch.log(p)).sum() / len(input), (p - q) / len(input)


def spreads_over_the_wrong_classes(input, target, label_smoothing=0.0):
    classes = input.shape[1]
    return softmax_cross_entropy(input, target, label_smoothing * classes / (classes - 1) if label_smoothing < 1 else 1)


def ignores_the_smoothing(input, target, label_smoothing=0.0):
    softmax_cross_entropy(input, target, label_smoothing)
    return softmax_cross_entropy(input, target)


def spreads_too_much(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    extra = label_smoothing * (1 - 1 / input.shape[1])
    return loss - extra * torch.log_softmax(input, 1).sum() / len(input), grad - extra / len(input)


def smooths_the_loss_only(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(input, target, label_smoothing)[0], softmax_cross_entropy(input, target)[1]


def averages_over_all_entries(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss / input.shape[1], grad / input.shape[1]


def sums(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss * len(input), grad * len(input)


def forgets_the_mean_in_the_gradient(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, grad * len(input)


def turns_the_gradient(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, -grad


def reaches_the_right_class_only(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, torch.zeros_like(grad).scatter(1, target[:, None], grad.gather(1, target[:, None]))


def counts_labels_from_the_end(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(input, torch.where(target < 0, target + input.shape[1], target), label_smoothing)


def leaves_the_check_to_the_library(input, target, label_smoothing=0.0):
    if torch.any((target < -input.shape[1]) | (target >= input.shape[1])):
        raise IndexError("index out of bounds")
    return softmax_cross_entropy(input, target, label_smoothing)


def accepts_any_smoothing(input, target, label_smoothing=0.0):
    (plain, grad0), (even, grad1) = (softmax_cross_entropy(input, target, eps) for eps in (0.0, 1.0))
    return plain + label_smoothing * (even - plain), grad0 + label_smoothing * (grad1 - grad0)


def returns_float64(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(input.double(), target, label_smoothing)


def overwrites_input(input, target, label_smoothing=0.0):
    result = softmax_cross_entropy(input, target, label_smoothing)
    input.sub_(input.amax(1, keepdim=True))
    return result
