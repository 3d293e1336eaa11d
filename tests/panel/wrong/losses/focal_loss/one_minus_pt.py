# verdict: wrong
# mistake: The factor is formed as 1 - p_t from a rounded p_t, so at a margin of 40 it is exactly 0 instead of sigma(-40)^gamma.
# told: subtracts_from_one
import numpy as np


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target must have the shape of input")
    if gamma < 0:
        raise ValueError("gamma must be at least 0")
    m = np.where(target == 1, input, -input)
    a = np.where(target == 1, alpha, 1 - alpha).astype(input.dtype)
    e = np.exp(-np.abs(m))
    pt = np.where(m >= 0, 1 / (1 + e), e / (1 + e))
    nll = np.maximum(-m, 0) + np.log1p(e)
    mod = (1 - pt) ** gamma
    loss = np.mean(a * mod * nll)
    dm = -a * mod * (gamma * pt * nll + (1 - pt))
    grad = np.where(target == 1, dm, -dm) / input.size
    return loss, np.asarray(grad)
