# verdict: wrong
# mistake: An error of exactly 1/2 is let through, because the check says > instead of >=.
# told: accepts_a_coin
import numpy as np


def adaboost_round(w, y, pred):
    e = w[y != pred].sum() / w.sum()
    if e == 0:
        raise ValueError("pred makes no error, alpha would be infinite")
    if e > 0.5:
        raise ValueError("pred is worse than a coin")
    alpha = np.log((1 - e) / e) / 2
    factor = np.where(y == pred, np.exp(-alpha), np.exp(alpha)).astype(w.dtype)
    out = w * factor
    return alpha, out / out.sum()
