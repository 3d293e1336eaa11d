# verdict: wrong
# mistake: Computes the gradient as 1 - sigma(z), which rounds to 0 at a score of 50 instead of 1.9e-22.
# told: subtracts_the_probability_from_one
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def generator_loss(logits_fake, kind="nonsaturating"):
    n = logits_fake.size
    d = sigmoid(logits_fake)
    if kind == "saturating":
        return -np.logaddexp(0, logits_fake).mean(), -d / n
    if kind == "nonsaturating":
        return np.logaddexp(0, -logits_fake).mean(), -(1 - d) / n
    raise ValueError("kind must be saturating or nonsaturating")
