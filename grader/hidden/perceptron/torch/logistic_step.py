"""The known mistakes of perceptron/logistic_step, as people write them in PyTorch."""

import torch

from solutions.perceptron.torch.logistic_step import logistic_step


def moved(weight, bias, x, step):
    return weight + step * x, bias + step


def margin_of(weight, bias, x, target):
    logistic_step(weight, bias, x, target, 1.0)  # refuses bad labels
    return target * ((weight * x).sum() + bias)


def takes_the_right_probability(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * torch.sigmoid(margin_of(weight, bias, x, target)) * target)


def mixes_up_the_labels(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * (target - torch.sigmoid(target * margin_of(weight, bias, x, target))))


def climbs(weight, bias, x, target, lr):
    return moved(weight, bias, x, -lr * torch.sigmoid(-margin_of(weight, bias, x, target)) * target)


def is_a_perceptron(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * target * (margin_of(weight, bias, x, target) <= 0).to(weight.dtype))


def skips_right_examples(weight, bias, x, target, lr):
    margin = margin_of(weight, bias, x, target)
    return moved(weight, bias, x, lr * torch.sigmoid(-margin) * target * (margin <= 0).to(weight.dtype))


def forgets_the_label_in_the_step(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * torch.sigmoid(-margin_of(weight, bias, x, target)))


def forgets_the_learning_rate(weight, bias, x, target, lr):
    return logistic_step(weight, bias, x, target, 1.0)


def leaves_the_bias(weight, bias, x, target, lr):
    return logistic_step(weight, bias, x, target, lr)[0], bias


def forgets_the_bias_in_the_score(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * torch.sigmoid(-margin_of(weight, 0.0, x, target)) * target)


def multiplies_by_the_slope(weight, bias, x, target, lr):
    margin = margin_of(weight, bias, x, target)
    return moved(weight, bias, x, lr * torch.sigmoid(-margin) ** 2 * torch.sigmoid(margin) * target)


def subtracts_from_one(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * (1 - torch.sigmoid(margin_of(weight, bias, x, target))) * target)


def overflows(weight, bias, x, target, lr):
    e = torch.exp(-margin_of(weight, bias, x, target))
    return moved(weight, bias, x, lr * e / (1 + e) * target)


def accepts_any_label(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * torch.sigmoid(-target * ((weight * x).sum() + bias)) * target)


def overwrites_weight(weight, bias, x, target, lr):
    after, shifted = logistic_step(weight, bias, x, target, lr)
    weight.copy_(after)
    return weight, shifted


def returns_float64(weight, bias, x, target, lr):
    return logistic_step(weight.double(), bias, x, target, lr)
