"""The known mistakes of cnn/residual_backward, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.residual_backward import residual_backward


def pieces(grad_output, x, weight1, bias1, weight2, bias2, proj):
    """Weighted sums, and the gradients by them."""
    z1 = x @ weight1.T + bias1
    z2 = (x if proj is None else x @ proj.T) + torch.relu(z1) @ weight2.T + bias2
    delta2 = grad_output * (z2 > 0)
    return z1, z2, (delta2 @ weight2) * (z1 > 0), delta2


def collect(x, weight1, weight2, proj, z1, delta1, delta2):
    back = delta2 if proj is None else delta2 @ proj
    parts = delta1 @ weight1 + back, delta1.T @ x, delta1.sum(0), delta2.T @ torch.relu(z1), delta2.sum(0)
    return parts if proj is None else (*parts, delta2.T @ x)


def drops_the_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    _, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    _, _, delta1, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return delta1 @ weight1, *others


def drops_the_projected_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    if proj is None:
        return residual_backward(grad_output, x, weight1, bias1, weight2, bias2)
    return drops_the_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj)


def leaves_the_shortcut_unmasked(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    _, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    _, _, delta1, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return delta1 @ weight1 + (grad_output if proj is None else grad_output @ proj), *others


def forgets_the_last_relu(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    return collect(x, weight1, weight2, proj, z1, (grad_output @ weight2) * (z1 > 0), grad_output.clone())


def forgets_the_hidden_relu(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, _, _, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return collect(x, weight1, weight2, proj, z1, delta2 @ weight2, delta2)


def rectifies_the_gradient(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    return residual_backward(torch.relu(grad_output), x, weight1, bias1, weight2, bias2, proj)


def passes_at_zero(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, z2, _, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    delta2 = grad_output * (z2 >= 0)
    return collect(x, weight1, weight2, proj, z1, (delta2 @ weight2) * (z1 >= 0), delta2)


def averages_over_the_batch(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    first, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return first, *(gradient / len(x) for gradient in others)


def multiplies_by_z1(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, _, _, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    gradients = list(residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj))
    gradients[3] = delta2.T @ z1
    return tuple(gradients)


def transposes_the_gradients(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    dx, dw1, db1, dw2, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return dx, dw1.T, db1, dw2.T, *others


def keeps_the_batch_in_the_biases(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    _, _, delta1, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    dx, dw1, _, dw2, _, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return dx, dw1, delta1, dw2, delta2, *others


def returns_none_for_no_projection(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return gradients if proj is not None else (*gradients, None)


def forgets_to_train_the_projection(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    return residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)[:5]


def returns_float64(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return tuple(gradient.double() for gradient in gradients)


def overwrites_grad_output(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)[1]
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    grad_output *= z2 > 0
    return gradients
