# verdict: wrong
# mistake: with a zero starting state the whole recurrent part is skipped at the first step, and bias_hh with it
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    out = np.empty((N, T, H), dtype=x.dtype)
    prev = h0 if np.any(h0) else None
    for t in range(T):
        z = x[:, t] @ weight_ih.T + bias_ih
        if prev is not None:
            z = z + prev @ weight_hh.T + bias_hh
        out[:, t] = prev = np.tanh(z)
    return out
