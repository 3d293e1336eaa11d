# verdict: passed
# style: biases as one more column of the weights, samples with a column of ones
import numpy as np


def _with_ones(a):
    return np.concatenate([a, np.ones((a.shape[0], 1), dtype=a.dtype)], axis=1)


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    enc = np.concatenate([weight_enc, bias_enc[:, None]], axis=1)
    dec = np.concatenate([weight_dec, bias_dec[:, None]], axis=1)
    code = _with_ones(x) @ enc.T
    code[code < 0] = 0
    reconstruction = _with_ones(code) @ dec.T
    error = (reconstruction - x).ravel()
    loss = np.dot(error, error) / error.size
    return reconstruction, code, loss
