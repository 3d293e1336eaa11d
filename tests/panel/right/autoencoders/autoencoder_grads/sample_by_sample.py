# verdict: passed
# style: loop over the samples, outer products added up
import numpy as np


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    n, d = input.shape
    loss = weight.dtype.type(0)
    as_encoder = np.zeros_like(weight)
    as_decoder = np.zeros_like(weight)
    db = np.zeros_like(bias_enc)
    dc = np.zeros_like(bias_dec)
    for x, t in zip(input, target):
        h = np.tanh(weight @ x + bias_enc)
        r = h @ weight + bias_dec - t
        loss += r @ r
        g = 2 * r / (n * d)
        dc += g
        as_decoder += np.outer(h, g)
        delta = (weight @ g) * (1 - h) * (1 + h)
        db += delta
        as_encoder += np.outer(delta, x)
    return loss / (n * d), as_encoder + as_decoder, db, dc
