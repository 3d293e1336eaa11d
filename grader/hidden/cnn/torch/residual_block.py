"""The known mistakes of cnn/residual_block, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.residual_block import residual_block


def parts(x, weight1, bias1, weight2, bias2, proj):
    """Shortcut and correction."""
    residual_block(x, weight1, bias1, weight2, bias2, proj)
    return x if proj is None else x @ proj.T, torch.relu(x @ weight1.T + bias1) @ weight2.T + bias2


def rectifies_before_the_addition(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + torch.relu(correction)


def rectifies_the_correction_too(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return torch.relu(shortcut + torch.relu(correction))


def rectifies_the_shortcut(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return torch.relu(torch.relu(shortcut) + correction)


def forgets_the_last_relu(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + correction


def forgets_the_hidden_relu(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, _ = parts(x, weight1, bias1, weight2, bias2, proj)
    return torch.relu(shortcut + (x @ weight1.T + bias1) @ weight2.T + bias2)


def forgets_the_shortcut(x, weight1, bias1, weight2, bias2, proj=None):
    return torch.relu(parts(x, weight1, bias1, weight2, bias2, proj)[1])


def rectifies_before_each_layer(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, _ = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + torch.relu(torch.relu(x) @ weight1.T + bias1) @ weight2.T + bias2


def averages_the_paths(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, proj) / 2


def ignores_a_square_projection(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, None if len(weight2) == x.shape[1] > 1 else proj)


def turns_the_projection(x, weight1, bias1, weight2, bias2, proj=None):
    if proj is not None:
        proj = proj.reshape(proj.shape[1], proj.shape[0]).T
    return residual_block(x, weight1, bias1, weight2, bias2, proj)


def forgets_bias1(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, torch.zeros_like(bias1), weight2, bias2, proj)


def forgets_bias2(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, torch.zeros_like(bias2), proj)


def leaves_it_to_broadcasting(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut = x if proj is None else x @ proj.T
    return torch.relu(shortcut + (torch.relu(x @ weight1.T + bias1) @ weight2.T + bias2))


def returns_float64(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, proj).double()


def overwrites_x(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return (shortcut.add_(correction) if proj is None else shortcut + correction).relu()
