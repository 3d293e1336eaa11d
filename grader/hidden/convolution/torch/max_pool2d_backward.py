"""The known mistakes of convolution/max_pool2d_backward, as people write them in PyTorch."""

import torch

from solutions.convolution.torch.max_pool2d_backward import max_pool2d_backward


def deliver(grad_output, indices, x_shape):
    """The last gradient of each position, checked nowhere; `scatter` promises no order, so one after the other."""
    n, c, h, w = x_shape
    planes = grad_output.new_zeros(n, c, h * w)
    for where, g in zip(indices.flatten(2).unbind(2), grad_output.flatten(2).unbind(2), strict=True):
        planes.scatter_(2, where[..., None], g[..., None])
    return planes.reshape(x_shape)


def keeps_the_last_gradient(grad_output, indices, x_shape):
    max_pool2d_backward(grad_output, indices, x_shape)
    return deliver(grad_output, indices, x_shape)


def averages_the_gradients(grad_output, indices, x_shape):
    wins = max_pool2d_backward(torch.ones_like(grad_output), indices, x_shape)
    return max_pool2d_backward(grad_output, indices, x_shape) / wins.clamp(min=1)


def marks_the_winners(grad_output, indices, x_shape):
    return (max_pool2d_backward(torch.ones_like(grad_output), indices, x_shape) > 0).to(grad_output.dtype)


def counts_the_wins(grad_output, indices, x_shape):
    return max_pool2d_backward(torch.ones_like(grad_output), indices, x_shape)


def puts_all_into_the_first_channel(grad_output, indices, x_shape):
    max_pool2d_backward(grad_output, indices, x_shape)
    everything = grad_output.new_zeros(torch.Size(x_shape).numel())
    return everything.index_add(0, indices.flatten(), grad_output.flatten()).reshape(x_shape)


def mixes_the_channels(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return y.sum(dim=1, keepdim=True).repeat(1, y.shape[1], 1, 1)


def reads_down_the_columns(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return y.reshape(*y.shape[:2], y.shape[3], y.shape[2]).mT.clone()


def takes_zero_for_no_winner(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output * (indices > 0), indices, x_shape)


def keeps_the_positive_gradients(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output.clamp(min=0), indices, x_shape)


def divides_by_the_batch(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, x_shape) / x_shape[0]


def ends_with_the_last_winner(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    return y[:, :, : int(indices.max()) // x_shape[3] + 1, : int((indices % x_shape[3]).max()) + 1]


def returns_float64(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, x_shape).double()


def overwrites_the_indices(grad_output, indices, x_shape):
    y = max_pool2d_backward(grad_output, indices, x_shape)
    planes = torch.arange(x_shape[0] * x_shape[1], device=indices.device).reshape(*x_shape[:2], 1, 1)
    indices += planes * (x_shape[2] * x_shape[3])
    return y


def checks_nothing(grad_output, indices, x_shape):
    same = grad_output.shape == indices.shape and grad_output.shape[:2] == x_shape[:2]
    return max_pool2d_backward(grad_output, indices, x_shape) if same else grad_output.new_zeros(x_shape)


def compares_the_sizes(grad_output, indices, x_shape):
    if indices.numel() != grad_output.numel():
        raise ValueError("indices do not fit")
    return checks_nothing(grad_output, indices, x_shape)


def ignores_the_beginning_of_x_shape(grad_output, indices, x_shape):
    return max_pool2d_backward(grad_output, indices, (*grad_output.shape[:2], *x_shape[2:]))
