# verdict: wrong
# mistake: Fills arrays made by np.zeros, which are float64, so float32 arrays give float64 results.
# told: returns_float64
import numpy as np


def dense(x, weight, bias):
    out = np.zeros((x.shape[0], weight.shape[0]))
    for n in range(x.shape[0]):
        for k in range(weight.shape[0]):
            out[n, k] = np.dot(weight[k], x[n]) + bias[k]
    return out


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = np.maximum(dense(x, weight_enc, bias_enc), 0)
    reconstruction = dense(code, weight_dec, bias_dec)
    loss = ((reconstruction - x) ** 2).mean()
    return reconstruction, code, loss
