"""The known mistakes of perceptron/dense_bias_grad, as people write them in PyTorch."""

import torch

from solutions.perceptron.torch.dense_bias_grad import dense_bias_grad


def averages_over_the_batch(grad_output, shared=False):
    return dense_bias_grad(grad_output, shared) / len(grad_output)


def sums_over_the_neurons(grad_output, shared=False):
    return grad_output.sum() if shared else grad_output.sum(1)


def has_a_bias_matrix(grad_output, shared=False):
    return grad_output.clone()


def keeps_the_axis(grad_output, shared=False):
    return grad_output.sum() if shared else grad_output.sum(0, keepdim=True)


def takes_the_last_example(grad_output, shared=False):
    return dense_bias_grad(grad_output[-1:], shared)


def squares_the_gradient(grad_output, shared=False):
    return dense_bias_grad(grad_output * grad_output, shared)


def turns_the_sign(grad_output, shared=False):
    return -dense_bias_grad(grad_output, shared)


def ignores_shared(grad_output, shared=False):
    return dense_bias_grad(grad_output)


def averages_over_the_neurons(grad_output, shared=False):
    grad = dense_bias_grad(grad_output)
    return grad.mean() if shared else grad


def returns_a_vector_for_one_bias(grad_output, shared=False):
    grad = dense_bias_grad(grad_output)
    return torch.full_like(grad, grad.sum().item()) if shared else grad


def returns_float32(grad_output, shared=False):
    return dense_bias_grad(grad_output.float(), shared)


def returns_float64(grad_output, shared=False):
    return dense_bias_grad(grad_output.double(), shared)


def overwrites_grad_output(grad_output, shared=False):
    total = grad_output[0]
    for row in grad_output[1:]:
        total += row
    return total.sum() if shared else total.clone()
