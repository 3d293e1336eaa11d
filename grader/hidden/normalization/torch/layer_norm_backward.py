"""The known mistakes of normalization/layer_norm_backward, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.layer_norm_backward import layer_norm_backward


def pieces(grad_output, x, weight, eps, dim=-1, correction=0):
    """The gradient by the normalized row, that row, the inverse root, and a mean along the dim."""

    def mean(a):
        return a.mean(dim, keepdim=True)

    inverse = torch.rsqrt(x.var(dim, correction=correction, keepdim=True) + eps)
    return grad_output * weight, (x - mean(x)) * inverse, inverse, mean


def others(grad_output, normalized):
    rows = (-1, grad_output.shape[-1])
    return (grad_output * normalized).reshape(rows).sum(0), grad_output.reshape(rows).sum(0)


def takes_the_statistics_for_constants(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, _ = pieces(grad_output, x, weight, eps)
    return grad * inverse, *others(grad_output, normalized)


def takes_the_mean_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def takes_the_variance_for_a_constant(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad)) * inverse, *others(grad_output, normalized)


def adds_the_term_of_the_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) + normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def takes_sums_for_means(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, _ = pieces(grad_output, x, weight, eps)
    dx = grad - grad.sum(-1, keepdim=True) - normalized * (grad * normalized).sum(-1, keepdim=True)
    return dx * inverse, *others(grad_output, normalized)


def forgets_the_weight(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x, torch.ones_like(weight), eps)


def multiplies_by_the_weight_last(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, torch.ones_like(weight), eps)
    return dx * weight, dweight, dbias


def forgets_the_root(grad_output, x, weight, eps=1e-5):
    grad, normalized, _, mean = pieces(grad_output, x, weight, eps)
    return grad - mean(grad) - normalized * mean(grad * normalized), *others(grad_output, normalized)


def divides_by_the_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse**2, *others(grad_output, normalized)


def multiplies_by_x(grad_output, x, weight, eps=1e-5):
    dx, _, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, others(grad_output, x)[0], dbias


def multiplies_by_the_weight_twice(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, dweight * weight, dbias


def averages_over_the_rows(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    rows = x.numel() // len(weight)
    return dx, dweight / rows, dbias / rows


def adds_up_the_first_axis_only(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    if x.ndim < 3:
        return dx, dweight, dbias
    return dx, (grad_output * pieces(grad_output, x, weight, eps)[1]).sum(0), grad_output.sum(0)


def averages_as_batch_norm_does(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps, dim=0)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def takes_the_sample_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps, correction=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def forgets_eps(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x, weight, 0.0)


def has_the_eps_of_keras(grad_output, x, weight, eps=1e-3):
    return layer_norm_backward(grad_output, x, weight, eps)


def subtracts_two_moments(grad_output, x, weight, eps=1e-5):
    grad, _, _, mean = pieces(grad_output, x, weight, eps)
    root = torch.sqrt((mean(x * x) - mean(x) ** 2).clamp(min=0) + eps)
    normalized = (x - mean(x)) / root
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


def swaps_weight_and_bias(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = layer_norm_backward(grad_output, x, weight, eps)
    return dx, dbias, dweight


def returns_float64(grad_output, x, weight, eps=1e-5):
    return layer_norm_backward(grad_output, x.double(), weight, eps)


def overwrites_grad_output(grad_output, x, weight, eps=1e-5):
    right = layer_norm_backward(grad_output, x, weight, eps)
    grad_output.mul_(weight)
    return right
