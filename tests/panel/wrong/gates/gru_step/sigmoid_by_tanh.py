# verdict: wrong
# mistake: The sigmoid is taken as (1 + tanh(a/2)) / 2, which cancels to exactly 0 for a gate of 1e-20 that should stay almost zero.
# told: cancels_in_the_sigmoid
import numpy as np


def sigmoid(a):
    # never overflows
    return 0.5 * (1 + np.tanh(0.5 * a))


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    wir, wiz, win = np.split(weight_ih, 3)
    whr, whz, whn = np.split(weight_hh, 3)
    bir, biz, bin_ = np.split(bias_ih, 3)
    bhr, bhz, bhn = np.split(bias_hh, 3)
    r = sigmoid(x @ wir.T + bir + h @ whr.T + bhr)
    z = sigmoid(x @ wiz.T + biz + h @ whz.T + bhz)
    if reset_after:
        n = np.tanh(x @ win.T + bin_ + r * (h @ whn.T + bhn))
    else:
        n = np.tanh(x @ win.T + bin_ + (r * h) @ whn.T + bhn)
    return (1 - z) * n + z * h
