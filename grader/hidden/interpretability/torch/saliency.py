"""The known mistakes of interpretability/saliency, as people write them in PyTorch."""

import torch

from solutions.interpretability.torch.saliency import saliency


def overlooks_negative_gradients(grad_x):
    return grad_x.amax(dim=1)


def takes_the_absolute_value_last(grad_x):
    return grad_x.amax(dim=1).abs()


def averages_the_channels(grad_x):
    return grad_x.abs().mean(dim=1)


def lets_channels_cancel(grad_x):
    return grad_x.sum(dim=1).abs()


def adds_the_channels(grad_x):
    return grad_x.abs().sum(dim=1)


def takes_the_length(grad_x):
    return torch.linalg.vector_norm(grad_x, dim=1)


def squares_the_gradients(grad_x):
    return (grad_x**2).amax(dim=1)


def rectifies_the_gradients(grad_x):
    return torch.relu(grad_x).amax(dim=1)


def takes_the_weakest_channel(grad_x):
    return grad_x.abs().amin(dim=1)


def takes_the_maximum_over_images(grad_x):
    return grad_x.abs().amax(dim=0)


def takes_the_channels_for_last(grad_x):
    return grad_x.abs().amax(dim=-1)


def keeps_the_axis(grad_x):
    return grad_x.abs().amax(dim=1, keepdim=True)


def returns_the_channel(grad_x):
    return grad_x.abs().argmax(dim=1)


def normalizes_each_map(grad_x):
    m = saliency(grad_x)
    largest = m.amax(dim=(1, 2), keepdim=True)
    return m / largest.where(largest > 0, torch.ones_like(largest))


def returns_float64(grad_x):
    return saliency(grad_x).double()


def overwrites_the_gradient(grad_x):
    return grad_x.abs_().amax(dim=1)
