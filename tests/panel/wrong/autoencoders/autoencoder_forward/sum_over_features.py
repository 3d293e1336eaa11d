# verdict: wrong
# mistake: Sums the squared errors over the features and averages over the samples only; the factor 1/D is missing.
# told: averages_over_the_samples_only
import numpy as np


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    z = np.maximum(0, np.einsum("kd,nd->nk", weight_enc, x) + bias_enc)
    xhat = np.einsum("dk,nk->nd", weight_dec, z) + bias_dec
    loss = np.mean(np.sum((xhat - x) ** 2, axis=1))
    return xhat, z, loss
