"""The known mistakes of perceptron/perceptron_step, as people write them in PyTorch."""

import torch

from solutions.perceptron.torch.perceptron_step import perceptron_step


def score(weight, bias, x):
    return (weight * x).sum() + bias


def updates_on_right_examples(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    return weight + target * x, bias + target


def takes_zero_for_right(weight, bias, x, target):
    wrong = target * score(weight, bias, x) < 0
    return perceptron_step(weight, bias, x, target) if wrong else (weight.clone(), bias)


def answers_plus_at_zero(weight, bias, x, target):
    result = perceptron_step(weight, bias, x, target)
    return (weight.clone(), bias) if target == 1 and score(weight, bias, x) == 0 else result


def steps_away(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return 2 * weight - after, 2 * bias - shifted


def forgets_the_label(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return weight + target * (after - weight), bias + target * (shifted - bias)


def leaves_the_bias(weight, bias, x, target):
    return perceptron_step(weight, bias, x, target)[0], bias


def forgets_the_bias_in_the_score(weight, bias, x, target):
    after, shifted = perceptron_step(weight, 0.0, x, target)
    return after, bias + shifted


def moves_by_the_error(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    error = target - score(weight, bias, x)
    return weight + error * x, bias + error


def moves_twice_as_far(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return 2 * after - weight, 2 * shifted - bias


def is_logistic_regression(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    share = torch.sigmoid(-target * score(weight, bias, x))
    return weight + share * target * x, bias + share * target


def accepts_any_label(weight, bias, x, target):
    if target * score(weight, bias, x) > 0:
        return weight.clone(), bias
    return weight + target * x, bias + target


def hands_back_the_weight(weight, bias, x, target):
    result = perceptron_step(weight, bias, x, target)
    return (weight, bias) if target * score(weight, bias, x) > 0 else result


def overwrites_weight(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    weight.copy_(after)
    return weight, shifted


def returns_float64(weight, bias, x, target):
    return perceptron_step(weight.double(), bias, x, target)
