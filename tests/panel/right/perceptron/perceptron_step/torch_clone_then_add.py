# verdict: passed
# style: PyTorch, clone of the weight, in-place add on the clone
import torch


def perceptron_step(weight, bias, x, target):
    if target != -1 and target != 1:
        raise ValueError("target must be -1 or +1")
    new_weight = weight.clone()
    new_bias = bias
    agreement = target * (torch.dot(weight, x) + bias)
    if agreement <= 0:
        new_weight.add_(x, alpha=int(target))
        new_bias = bias + int(target)
    return new_weight, new_bias
