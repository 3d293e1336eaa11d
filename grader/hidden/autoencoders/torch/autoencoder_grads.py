"""The known mistakes of autoencoders/autoencoder_grads, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.autoencoder_grads import autoencoder_grads


def parts(input, target, weight, bias_enc, bias_dec):
    """Loss, gradients by the output and by the sums of the encoder, and the code."""
    loss = autoencoder_grads(input, target, weight, bias_enc, bias_dec)[0]
    h = torch.tanh(input @ weight.T + bias_enc)
    dy = (h @ weight + bias_dec - target) * (2 / target.numel())
    return loss, dy, dy @ weight.T * (1 - h * h), h


def forgets_the_decoder(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, _ = parts(input, target, weight, bias_enc, bias_dec)
    return loss, da.T @ input, da.sum(dim=0), dy.sum(dim=0)


def forgets_the_encoder(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, h = parts(input, target, weight, bias_enc, bias_dec)
    return loss, h.T @ dy, da.sum(dim=0), dy.sum(dim=0)


def averages_the_two_parts(input, target, weight, bias_enc, bias_dec):
    loss, dweight, dbias_enc, dbias_dec = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, dweight / 2, dbias_enc, dbias_dec


def compares_with_the_input(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(input, input, weight, bias_enc, bias_dec)


def encodes_the_target(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(target, target, weight, bias_enc, bias_dec)


def multiplies_by_the_target(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, h = parts(input, target, weight, bias_enc, bias_dec)
    return loss, da.T @ target + h.T @ dy, da.sum(dim=0), dy.sum(dim=0)


def forgets_the_slope(input, target, weight, bias_enc, bias_dec):
    loss, dy, _, h = parts(input, target, weight, bias_enc, bias_dec)
    da = dy @ weight.T
    return loss, da.T @ input + h.T @ dy, da.sum(dim=0), dy.sum(dim=0)


def takes_the_slope_of_a_sigmoid(input, target, weight, bias_enc, bias_dec):
    loss, dy, _, h = parts(input, target, weight, bias_enc, bias_dec)
    da = dy @ weight.T * h * (1 - h)
    return loss, da.T @ input + h.T @ dy, da.sum(dim=0), dy.sum(dim=0)


def forgets_the_two(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(0.5 * g for g in gradients)


def sums(input, target, weight, bias_enc, bias_dec):
    return tuple(target.numel() * part for part in autoencoder_grads(input, target, weight, bias_enc, bias_dec))


def forgets_the_mean_in_the_gradients(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(target.numel() * g for g in gradients)


def averages_over_the_samples_only(input, target, weight, bias_enc, bias_dec):
    return tuple(target.shape[1] * part for part in autoencoder_grads(input, target, weight, bias_enc, bias_dec))


def averages_the_bias_gradients(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, h = parts(input, target, weight, bias_enc, bias_dec)
    return loss, da.T @ input + h.T @ dy, da.mean(dim=0), dy.mean(dim=0)


def turns_the_sign(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(-g for g in gradients)


def transposes_the_gradient(input, target, weight, bias_enc, bias_dec):
    loss, dweight, *biases = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, dweight.T, *biases


def bends_the_output(input, target, weight, bias_enc, bias_dec):
    h = torch.tanh(input @ weight.T + bias_enc)
    y = torch.tanh(h @ weight + bias_dec)
    dy = 2 * (y - target) / target.numel() * (1 - y * y)
    da = dy @ weight.T * (1 - h * h)
    return ((y - target) ** 2).mean(), da.T @ input + h.T @ dy, da.sum(dim=0), dy.sum(dim=0)


def updates_the_weight(input, target, weight, bias_enc, bias_dec):
    result = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    weight -= 0.1 * result[1]
    return result


def returns_float32(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(input.float(), target.float(), weight.float(), bias_enc.float(), bias_dec.float())


def returns_float64(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(input.double(), target.double(), weight.double(), bias_enc.double(), bias_dec.double())
