# verdict: wrong
# mistake: The message of the error speaks of a label and does not name the argument target.
import torch


def perceptron_step(weight, bias, x, target):
    if target not in (-1, 1):
        raise ValueError(f"labels must be -1 or +1, not {target}")
    wrong = target * (torch.dot(weight, x) + bias) <= 0
    if wrong:
        return weight + target * x, bias + target
    return weight.clone(), bias
