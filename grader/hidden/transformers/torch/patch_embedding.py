"""The known mistakes of transformers/patch_embedding, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.patch_embedding import patch_embedding

ABSENT = {}


def reshapes_without_transposing(x, weight, bias, cls_token, position):
    patches = x.reshape(len(x), len(position) - 1, -1)
    tokens = patches @ weight.flatten(1).T + bias
    return torch.cat([cls_token.expand(len(x), 1, -1), tokens], dim=1) + position


def goes_down_the_columns(x, weight, bias, cls_token, position):
    return patch_embedding(x.mT, weight.mT, bias, cls_token, position)


def transposes_the_patch(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight.mT, bias, cls_token, position)


def flips_the_kernel(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight.flip(2, 3), bias, cls_token, position)


def flattens_channels_last(x, weight, bias, cls_token, position):
    d, c, p, _ = weight.shape
    return patch_embedding(x, weight.reshape(d, p, p, c).permute(0, 3, 1, 2), bias, cls_token, position)


def appends_the_class_token(x, weight, bias, cls_token, position):
    tokens = patch_embedding(x, weight, bias, cls_token, 0 * position)
    return torch.cat([tokens[:, 1:], tokens[:, :1]], dim=1) + position


def forgets_the_class_token(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token, position)[:, 1:].clone()


def gives_the_class_token_no_position(x, weight, bias, cls_token, position):
    result = patch_embedding(x, weight, bias, cls_token, position)
    return torch.cat([cls_token.expand(len(x), 1, -1), result[:, 1:]], dim=1)


def forgets_the_positions(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token, torch.zeros_like(position))


def gives_the_class_token_a_bias(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token + bias, position)


def forgets_the_bias(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, torch.zeros_like(bias), cls_token, position)


def crops_the_picture(x, weight, bias, cls_token, position):
    p = weight.shape[-1]
    return patch_embedding(x[:, :, : x.shape[2] // p * p, : x.shape[3] // p * p], weight, bias, cls_token, position)


def checks_the_height_alone(x, weight, bias, cls_token, position):
    p = weight.shape[-1]
    return patch_embedding(x[:, :, :, : x.shape[3] // p * p], weight, bias, cls_token, position)


def returns_float64(x, weight, bias, cls_token, position):
    return patch_embedding(x.double(), weight.double(), bias, cls_token, position)
