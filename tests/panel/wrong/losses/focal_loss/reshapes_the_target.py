# verdict: wrong
# mistake: A target with as many entries but another shape is reshaped silently, though another shape is an error.
import numpy as np


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if gamma < 0:
        raise ValueError("gamma must not be below 0")
    try:
        t = np.reshape(target, input.shape)
    except ValueError:
        raise ValueError("target does not have the shape of input") from None
    m = np.where(t == 1, input, -input)
    e = np.exp(-np.abs(m))
    big, tiny = 1 / (1 + e), e / (1 + e)
    p, q = np.where(m >= 0, big, tiny), np.where(m >= 0, tiny, big)
    cost = np.log1p(e) - np.minimum(m, 0)
    w = np.where(t == 1, alpha, 1 - alpha).astype(input.dtype) * q**gamma
    slope = -w * (gamma * p * cost + q) / input.size
    return np.mean(w * cost), np.asarray(np.where(t == 1, slope, -slope))
