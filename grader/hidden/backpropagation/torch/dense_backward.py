"""The known mistakes of backpropagation/dense_backward, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.dense_backward import dense_backward


def transposes_dweight(grad_output, x, weight):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(0)


def goes_back_through_the_transpose(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, grad_output.sum(0)


def keeps_dbias_per_sample(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.clone()


def sums_dbias_over_the_neurons(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(1)


def keeps_an_axis_of_dbias(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0, keepdim=True)


def divides_by_the_batch_size(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x / len(x), grad_output.mean(0)


def averages_dbias(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.mean(0)


def keeps_the_last_sample_only(grad_output, x, weight):
    for delta, inputs in zip(grad_output, x, strict=True):
        dweight, dbias = torch.outer(delta, inputs), delta.clone()
    return grad_output @ weight, dweight, dbias


def drops_grad_output_in_dx(grad_output, x, weight):
    return weight.sum(0).repeat(len(x), 1), grad_output.T @ x, grad_output.sum(0)


def returns_dx_last(grad_output, x, weight):
    return grad_output.T @ x, grad_output.sum(0), grad_output @ weight


def updates_the_weight(grad_output, x, weight):
    dx, dweight, dbias = dense_backward(grad_output, x, weight)
    weight -= 0.01 * dweight
    return dx, dweight, dbias


def returns_float64(grad_output, x, weight):
    return tuple(gradient.double() for gradient in dense_backward(grad_output, x, weight))
