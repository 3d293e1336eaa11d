# verdict: wrong
# mistake: Forms the difference in place in input, so the decoder's output is changed.
# told: overwrites_input
import numpy as np


def vae_loss(input, target, mu, log_var, beta=1.0):
    n = len(mu)
    err = input
    err -= target
    R = 0.5 * np.sum(err * err) / n
    KL = 0.5 * np.sum(mu * mu + np.exp(log_var) - log_var - 1) / n
    return R + beta * KL, R, KL
