"""The known mistakes of activations/relu_sigmoid_head_grad, as people write them in PyTorch."""

import torch

from solutions.activations.torch.relu_sigmoid_head_grad import relu_sigmoid_head_grad

ABSENT = {}


def sigma(z):
    return torch.exp(z.clamp(max=0)) / (1 + torch.exp(-z.abs()))


def forgets_the_relu_on_the_way_back(x, target):
    return sigma(x.clamp(min=0)) - target


def leaves_out_the_relu(x, target):
    return sigma(x) - target


def masks_by_the_probability(x, target):
    p = sigma(x.clamp(min=0))
    return (p - target) * (p > 0.5)


def lets_zero_pass(x, target):
    return (sigma(x) - target) * (x >= 0)


def subtracts_the_other_way(x, target):
    return -relu_sigmoid_head_grad(x, target)


def divides_by_the_batch_size(x, target):
    return relu_sigmoid_head_grad(x, target) / x.numel()


def keeps_the_slope_of_the_sigmoid(x, target):
    p = sigma(x)
    return relu_sigmoid_head_grad(x, target) * p * (1 - p)


def stops_at_the_probability(x, target):
    p = sigma(x.clamp(min=0))
    return torch.where(x > 0, (p - target) / (p * (1 - p)), torch.zeros_like(x))


def divides_zero_by_zero(x, target):
    p = sigma(x.clamp(min=0))
    return torch.where(x > 0, ((1 - target) / (1 - p) - target / p) * p * (1 - p), torch.zeros_like(x))


def divides_infinity_by_infinity(x, target):
    return torch.where(x > 0, torch.exp(x) / (1 + torch.exp(x)) - target, torch.zeros_like(x))


def clips_the_probability(x, target):
    return (sigma(x).clamp(1e-7, 1 - 1e-7) - target) * (x > 0)


def forgets_the_second_term(x, target):
    return (sigma(x) - 1) * target * (x > 0)


def decides_first(x, target):
    return ((sigma(x) > 0.5).to(x.dtype) - target) * (x > 0)


def mixes_up_the_arguments(x, target):
    return relu_sigmoid_head_grad(target, x)


def returns_float64(x, target):
    return relu_sigmoid_head_grad(x.double(), target)


def overwrites_x(x, target):
    return relu_sigmoid_head_grad(x.clamp_(min=0), target)
