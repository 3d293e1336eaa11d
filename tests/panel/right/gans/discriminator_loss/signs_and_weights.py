# verdict: passed
# style: one helper for both kinds, with the sign of the label
import numpy as np


def _half(z, label):
    """Mean cost of scores z with label +1 (real) or -1 (fake), and its gradient."""
    margin = np.asarray(label * z)
    small = np.exp(-np.abs(margin))
    cost = np.maximum(-margin, 0) + np.log1p(small)
    doubt = np.where(margin > 0, small, 1) / (1 + small)
    grad = np.asarray(-label * doubt / z.size, dtype=z.dtype)
    return cost.mean(dtype=z.dtype), grad


def discriminator_loss(logits_real, logits_fake):
    real, grad_real = _half(logits_real, 1)
    fake, grad_fake = _half(logits_fake, -1)
    return real + fake, grad_real, grad_fake
