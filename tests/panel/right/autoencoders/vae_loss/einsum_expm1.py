# verdict: passed
# style: einsum for the sums of squares, expm1 for the variances
import numpy as np


def vae_loss(input, target, mu, log_var, beta=1.0):
    n = input.shape[0]
    diff = input - target
    reconstruction = np.einsum("nd,nd->", diff, diff) / (2 * n)
    squares = np.einsum("nk,nk->", mu, mu)
    rest = np.sum(np.expm1(log_var) - log_var)
    divergence = (squares + rest) / (2 * n)
    return reconstruction + beta * divergence, reconstruction, divergence
