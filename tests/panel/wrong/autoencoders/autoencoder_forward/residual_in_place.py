# verdict: wrong
# mistake: Subtracts the reconstruction from x in place, so the caller's batch is changed.
# told: overwrites_x
import numpy as np


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = np.maximum(x @ weight_enc.T + bias_enc, 0)
    reconstruction = code @ weight_dec.T + bias_dec
    error = x
    error -= reconstruction
    loss = np.mean(error * error)
    return reconstruction, code, loss
