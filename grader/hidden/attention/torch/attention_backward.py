"""The known mistakes of attention/attention_backward, as people write them in PyTorch."""

import math

import torch

from solutions.attention.torch.attention_backward import attention_backward


def weights_of(query, key, scale=None, dim=-1):
    return torch.softmax(query @ key.mT / math.sqrt(scale or query.shape[-1]), dim)


def backward(grad_output, query, key, value, *, jacobian=None, dim=-1, forward=None, scales=None):
    """The right answer, with one part of it replaced."""
    root = math.sqrt(query.shape[-1])
    weights = weights_of(query, key, forward, dim)
    grad_weights = grad_output @ value.mT
    usual = weights * (grad_weights - (grad_weights * weights).sum(dim, keepdim=True))
    grad_scores = jacobian(weights, grad_weights) if jacobian else usual
    to_query, to_key = scales or (root, root)
    return grad_scores @ key / to_query, grad_scores.mT @ query / to_key, weights.mT @ grad_output


def forgets_the_scale_of_the_keys(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(math.sqrt(query.shape[-1]), 1))


def forgets_the_scale_of_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(1, math.sqrt(query.shape[-1])))


def scales_forward_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(1, 1))


def scales_twice(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(query.shape[-1],) * 2)


def scales_backward_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, forward=1)


def forgets_all_scales(grad_output, query, key, value):
    return backward(grad_output, query, key, value, forward=1, scales=(1, 1))


def uses_the_diagonal_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (1 - a) * g)


def forgets_the_average(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * g)


def forgets_the_weights_in_front(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: g - (a * g).sum(-1, keepdim=True))


def averages_without_weights(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (g - g.mean(-1, keepdim=True)))


def averages_over_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (g - (a * g).sum(-2, keepdim=True)))


def normalizes_over_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, dim=-2)


def skips_the_softmax(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: g)


def forgets_to_transpose(grad_output, query, key, value):
    a, g = weights_of(query, key), grad_output @ value.mT
    s = a * (g - (a * g).sum(-1, keepdim=True)) / math.sqrt(query.shape[-1])
    return s @ key, s @ query, a @ grad_output


def overflows(grad_output, query, key, value):
    e = torch.exp(query @ key.mT / math.sqrt(query.shape[-1]))
    a, g = e / e.sum(-1, keepdim=True), grad_output @ value.mT
    grad_scores = a * (g - (a * g).sum(-1, keepdim=True)) / math.sqrt(query.shape[-1])
    return grad_scores @ key, grad_scores.mT @ query, a.mT @ grad_output


def returns_the_values_first(grad_output, query, key, value):
    return attention_backward(grad_output, query, key, value)[::-1]


def returns_float64(grad_output, query, key, value):
    return attention_backward(*(a.double() for a in (grad_output, query, key, value)))


def overwrites_query(grad_output, query, key, value):
    result = attention_backward(grad_output, query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result
