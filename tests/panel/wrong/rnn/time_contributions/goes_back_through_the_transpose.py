# verdict: wrong
# mistake: On the way back the rows of delta are multiplied by weight_hh.T, which applies W instead of its transpose.
# told: transposes_weight_hh_on_the_way_back
import numpy as np


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    c = np.zeros(T, dtype=x.dtype)
    delta = grad_output * (1 - hs[T] ** 2)
    for t in range(T, 0, -1):
        c[t - 1] = np.linalg.norm(delta.T @ hs[t - 1])
        if t > 1:
            delta = (delta @ weight_hh.T) * (1 - hs[t - 1] ** 2)
    return c
