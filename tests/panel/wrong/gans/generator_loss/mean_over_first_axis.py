# verdict: wrong
# mistake: The gradient is divided by the length of the first axis, where the mean runs over all entries.
import numpy as np


def sigma(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, np.ones_like(small), small) / (1 + small)


def generator_loss(logits_fake, kind="nonsaturating"):
    if kind not in ("nonsaturating", "saturating"):
        raise ValueError("kind must be 'nonsaturating' or 'saturating'")
    z = np.atleast_1d(logits_fake)
    N = len(z)
    if kind == "saturating":
        loss = np.mean(-np.logaddexp(0, z))
        grad = -sigma(z) / N
    else:
        loss = np.mean(np.logaddexp(0, -z))
        grad = -sigma(-z) / N
    return loss, grad.reshape(logits_fake.shape)
