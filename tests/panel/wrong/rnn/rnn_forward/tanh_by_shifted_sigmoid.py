# verdict: wrong
# mistake: tanh as 2 * sigmoid(2z) - 1 cancels for small sums, so small states keep only a few digits and tiny ones none
# told: cancels_in_tanh
import numpy as np
from scipy.special import expit


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    w_x, w_h = weight_ih.T, weight_hh.T
    out = np.empty(x.shape[:2] + (h0.shape[1],), dtype=x.dtype)
    h = h0
    for t in range(x.shape[1]):
        z = x[:, t] @ w_x + h @ w_h + (bias_ih + bias_hh)
        h = 2 * expit(2 * z) - 1
        out[:, t] = h
    return out
