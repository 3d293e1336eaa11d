"""The known mistakes of normalization/batchnorm_backward, as people write them in PyTorch."""

import torch

from solutions.normalization.torch.batchnorm_backward import batchnorm_backward


def pieces(grad_output, x, weight, eps, dim=0, correction=0):
    """The gradient by the normalized x, that x, the inverse root, and a mean along the dim."""

    def mean(a):
        return a.mean(dim, keepdim=True)

    inverse = torch.rsqrt(x.var(dim, correction=correction, keepdim=True) + eps)
    return grad_output * weight, (x - mean(x)) * inverse, inverse, mean


def others(grad_output, normalized):
    return (grad_output * normalized).sum(0), grad_output.sum(0)


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
    dx = grad - grad.sum(0, keepdim=True) - normalized * (grad * normalized).sum(0, keepdim=True)
    return dx * inverse, *others(grad_output, normalized)


def forgets_to_normalize_in_the_term(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) - (x - mean(x)) * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def forgets_the_weight(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x, torch.ones_like(weight), eps)


def forgets_the_root(grad_output, x, weight, eps=1e-5):
    grad, normalized, _, mean = pieces(grad_output, x, weight, eps)
    return grad - mean(grad) - normalized * mean(grad * normalized), *others(grad_output, normalized)


def divides_by_the_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse**2, *others(grad_output, normalized)


def multiplies_by_x(grad_output, x, weight, eps=1e-5):
    dx, _, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, others(grad_output, x)[0], dbias


def multiplies_by_the_weight_twice(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dweight * weight, dbias


def averages_over_the_batch(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dweight / len(x), dbias / len(x)


def averages_as_layer_norm_does(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps, dim=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def takes_the_sample_variance(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps, correction=1)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) * inverse, *others(grad_output, normalized)


def adds_eps_twice(grad_output, x, weight, eps=1e-5):
    grad, normalized, inverse, mean = pieces(grad_output, x, weight, eps)
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / (1 / inverse + eps), *others(grad_output, normalized)


def forgets_eps(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x, weight, 0.0)


def has_the_eps_of_keras(grad_output, x, weight, eps=1e-3):
    return batchnorm_backward(grad_output, x, weight, eps)


def subtracts_two_moments(grad_output, x, weight, eps=1e-5):
    grad, _, _, mean = pieces(grad_output, x, weight, eps)
    root = torch.sqrt((mean(x * x) - mean(x) ** 2).clamp(min=0) + eps)
    normalized = (x - mean(x)) / root
    return (grad - mean(grad) - normalized * mean(grad * normalized)) / root, *others(grad_output, normalized)


def swaps_weight_and_bias(grad_output, x, weight, eps=1e-5):
    dx, dweight, dbias = batchnorm_backward(grad_output, x, weight, eps)
    return dx, dbias, dweight


def returns_float64(grad_output, x, weight, eps=1e-5):
    return batchnorm_backward(grad_output, x.double(), weight, eps)


def overwrites_grad_output(grad_output, x, weight, eps=1e-5):
    right = batchnorm_backward(grad_output, x, weight, eps)
    grad_output.mul_(weight)
    return right
