# verdict: wrong
# mistake: The int64 labels in the exponent turn float32 weights into float64.
# told: returns_float64
import numpy as np


def adaboost_round(w, y, pred):
    err = np.sum(w * (y != pred)) / np.sum(w)
    if err <= 0 or err >= 0.5:
        raise ValueError("the weighted error of pred must be in (0, 1/2)")
    alpha = 0.5 * np.log((1 - err) / err)
    new_w = w * np.exp(-alpha * y * pred)
    return alpha, new_w / new_w.sum()
