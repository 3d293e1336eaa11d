# verdict: wrong
# mistake: Writes tanh as (e^a - e^-a) / (e^a + e^-a), which is NaN as soon as an activation is large.
import numpy as np


def tanh(a):
    plus, minus = np.exp(a), np.exp(-a)
    return (plus - minus) / (plus + minus)


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    N, D = input.shape
    h = tanh(input @ weight.T + bias_enc)
    y = h @ weight + bias_dec
    dy = (y - target) * 2 / (N * D)
    da = dy @ weight.T * (1 - h * h)
    loss = np.sum((y - target) ** 2) / (N * D)
    return loss, da.T @ input + h.T @ dy, da.sum(0), dy.sum(0)
