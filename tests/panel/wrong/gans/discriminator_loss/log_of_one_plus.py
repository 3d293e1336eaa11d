# verdict: wrong
# mistake: Uses log(1 + x) in place of log1p(x), so a real score of 40 costs 0 and not 4.2e-18.
# told: rounds_small_costs_away
import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z)))


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def discriminator_loss(logits_real, logits_fake):
    loss = softplus(-logits_real).mean() + softplus(logits_fake).mean()
    grad_real = -sigmoid(-logits_real) / logits_real.size
    grad_fake = sigmoid(logits_fake) / logits_fake.size
    return loss, grad_real, grad_fake
