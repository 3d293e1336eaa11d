# verdict: forbidden
# mistake: It calls scipy.special.rel_entr, which the statement excludes.
import numpy as np
from scipy.special import rel_entr


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not match input in shape")
    n = input.shape[0]
    loss = rel_entr(target, input).sum(axis=1).mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        grad = np.where(target > 0, -target / input / n, 0).astype(input.dtype)
    return loss, grad
