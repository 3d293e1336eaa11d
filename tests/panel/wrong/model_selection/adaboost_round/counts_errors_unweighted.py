# verdict: wrong
# mistake: The error is the share of wrong samples and ignores their weights.
# told: counts_samples
import numpy as np


def adaboost_round(w, y, pred):
    err = np.mean(y != pred)
    if err == 0 or err >= 0.5:
        raise ValueError("pred has an error of 0 or at least 1/2")
    alpha = 0.5 * np.log((1 - err) / err)
    w_new = w * np.exp(-alpha * y * pred).astype(w.dtype)
    w_new /= w_new.sum()
    return alpha, w_new
