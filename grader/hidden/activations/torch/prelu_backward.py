"""The known mistakes of activations/prelu_backward, as people write them in PyTorch."""

import torch

from solutions.activations.torch.prelu_backward import prelu_backward


def _parts(grad_output, x, weight):
    """The right dx, what every element gives to the slopes, and the slopes with as many axes as x."""
    dx, _ = prelu_backward(grad_output, x, weight)
    return dx, grad_output * torch.clamp(x, max=0), weight.reshape(-1, *[1] * (x.ndim - 2))


def _sum(a):
    return a.transpose(0, 1).flatten(1).sum(1)


def sums_nothing(grad_output, x, weight):
    dx, share, _ = _parts(grad_output, x, weight)
    return dx, share


def sums_over_the_batch_alone(grad_output, x, weight):
    dx, share, _ = _parts(grad_output, x, weight)
    return dx, share.sum(0)


def sums_over_the_channels(grad_output, x, weight):
    dx, share, _ = _parts(grad_output, x, weight)
    return dx, share.sum().expand(weight.shape).clone()


def averages_over_the_batch(grad_output, x, weight):
    dx, share, _ = _parts(grad_output, x, weight)
    return dx, _sum(share.mean(0, keepdim=True))


def counts_all_elements(grad_output, x, weight):
    dx, _, _ = _parts(grad_output, x, weight)
    return dx, _sum(grad_output * x)


def counts_the_positive_elements(grad_output, x, weight):
    dx, _, _ = _parts(grad_output, x, weight)
    return dx, _sum(grad_output * torch.clamp(x, min=0))


def forgets_x(grad_output, x, weight):
    dx, _, _ = _parts(grad_output, x, weight)
    return dx, _sum(grad_output * (x <= 0))


def forgets_grad_output(grad_output, x, weight):
    dx, _, _ = _parts(grad_output, x, weight)
    return dx, _sum(torch.clamp(x, max=0))


def multiplies_by_the_output(grad_output, x, weight):
    dx, share, slopes = _parts(grad_output, x, weight)
    return dx, _sum(share * slopes)


def loses_the_sign_of_x(grad_output, x, weight):
    dx, _, _ = _parts(grad_output, x, weight)
    return dx, _sum(grad_output * torch.clamp(-x, min=0))


def stops_the_gradient(grad_output, x, weight):
    _, share, _ = _parts(grad_output, x, weight)
    return torch.where(x > 0, grad_output, 0), _sum(share)


def scales_the_positive_side(grad_output, x, weight):
    _, share, slopes = _parts(grad_output, x, weight)
    return torch.where(x > 0, slopes * grad_output, grad_output), _sum(share)


def multiplies_dx_by_x(grad_output, x, weight):
    _, share, slopes = _parts(grad_output, x, weight)
    return torch.where(x > 0, grad_output, slopes * x * grad_output), _sum(share)


def forgets_grad_output_in_dx(grad_output, x, weight):
    _, share, slopes = _parts(grad_output, x, weight)
    return torch.where(x > 0, torch.ones_like(x), slopes), _sum(share)


def counts_zero_as_positive(grad_output, x, weight):
    _, share, slopes = _parts(grad_output, x, weight)
    return torch.where(x >= 0, grad_output, slopes * grad_output), _sum(share)


def gives_slopes_to_the_last_axis(grad_output, x, weight):
    _, share, _ = _parts(grad_output, x, weight)
    return torch.where(x > 0, grad_output, weight * grad_output), share.flatten(0, -2).sum(0)


def changes_the_order(grad_output, x, weight):
    dx, share, _ = _parts(grad_output, x, weight)
    return _sum(share), dx


def shares_a_single_slope(grad_output, x, weight):
    return prelu_backward(grad_output, x, weight.repeat(x.shape[1])[: x.shape[1]])


def returns_float64(grad_output, x, weight):
    return prelu_backward(grad_output.double(), x, weight)


def overwrites_grad_output(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    return grad_output.copy_(dx), dweight
