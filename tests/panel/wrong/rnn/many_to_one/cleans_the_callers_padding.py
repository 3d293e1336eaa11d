# verdict: wrong
# mistake: The padding is set to zero in x itself, so the caller's array is changed.
# told: overwrites_the_padding
import numpy as np


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    for n in range(N):
        if lengths[n] < 1 or lengths[n] > T:
            raise ValueError("lengths must be between 1 and T, got %d" % lengths[n])
        x[n, lengths[n]:] = 0.0
    hs = np.zeros((N, T + 1, H), dtype=x.dtype)
    for t in range(T):
        hs[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[:, t] @ weight_hh.T + bias_hh)
    last = hs[np.arange(N), lengths]
    return last @ weight_out.T + bias_out
