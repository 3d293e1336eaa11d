"""The known mistakes of transfer/hard_sharing_grads, as people write them in PyTorch."""

import torch

from solutions.transfer.torch.hard_sharing_grads import hard_sharing_grads


def with_changed(weights_of_trunk, weights_of_heads, *args):
    """Other task weights for the trunk than for the heads."""
    return hard_sharing_grads(*args, weights_of_trunk)[0], hard_sharing_grads(*args, weights_of_heads)[1]


def forgets_the_weights_in_the_trunk(x, targets, weight, heads, task_weights):
    return with_changed([1.0] * len(heads), task_weights, x, targets, weight, heads)


def forgets_the_weights_in_the_heads(x, targets, weight, heads, task_weights):
    return with_changed(task_weights, [1.0] * len(heads), x, targets, weight, heads)


def averages_over_the_tasks(x, targets, weight, heads, task_weights):
    return with_changed([s / len(heads) for s in task_weights], task_weights, x, targets, weight, heads)


def normalises_the_weights(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s / sum(task_weights) for s in task_weights])


def keeps_the_last_task(x, targets, weight, heads, task_weights):
    last = [0.0] * (len(heads) - 1) + [task_weights[-1]]
    return with_changed(last, task_weights, x, targets, weight, heads)


def forgets_the_number_of_outputs(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s * len(v) for s, v in zip(task_weights, heads, strict=True)])


def sums_the_errors(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s * y.numel() for s, y in zip(task_weights, targets, strict=True)])


def forgets_the_two(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s / 2 for s in task_weights])


def forgets_the_slope(x, targets, weight, heads, task_weights):
    h, grad_h = torch.tanh(x @ weight.T), 0
    for y, v, s in zip(targets, heads, task_weights, strict=True):
        grad_h = grad_h + 2 * s / y.numel() * (h @ v.T - y) @ v
    return grad_h.T @ x, hard_sharing_grads(x, targets, weight, heads, task_weights)[1]


def transposes_the_trunk(x, targets, weight, heads, task_weights):
    trunk, grad_heads = hard_sharing_grads(x, targets, weight, heads, task_weights)
    return trunk.T, grad_heads


def turns_the_sign(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [-s for s in task_weights])


def returns_float64(x, targets, weight, heads, task_weights):
    targets, heads = [y.double() for y in targets], [v.double() for v in heads]
    return hard_sharing_grads(x.double(), targets, weight.double(), heads, task_weights)
