# verdict: wrong
# mistake: The weight of the caller is updated in place before a copy of it is returned.
# told: overwrites_weight
import torch


def perceptron_step(weight, bias, x, target):
    if target not in (-1, 1):
        raise ValueError("target: only -1 and +1 are labels")
    score = (weight * x).sum() + bias
    if target * score <= 0:
        weight += target * x
        bias += target
    return weight.clone(), bias
