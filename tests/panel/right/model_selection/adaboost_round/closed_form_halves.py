# verdict: passed
# style: closed form without exp: right ones share one half, wrong ones the other
import numpy as np


def adaboost_round(w, y, pred):
    wrong = y != pred
    heavy = w[wrong].sum()
    light = w[~wrong].sum()
    total = w.sum()
    if heavy <= 0 or heavy / total >= 0.5:
        raise ValueError("pred: its weighted error has to lie between 0 and 1/2")
    alpha = 0.5 * np.log(light / heavy)
    new = np.empty_like(w)
    new[wrong] = 0.5 * w[wrong] / heavy
    new[~wrong] = 0.5 * w[~wrong] / light
    return alpha, new
