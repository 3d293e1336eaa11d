# verdict: wrong
# mistake: the sum is clipped to [-5, 5] for safety, so large sums give 0.99991 and not 1
# told: cancels_in_tanh
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    states = []
    for t in range(x.shape[1]):
        z = x[:, t, :] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        z = np.clip(z, -5.0, 5.0)  # numerical stability
        e = np.exp(2.0 * z)
        h = (e - 1.0) / (e + 1.0)
        states.append(h)
    return np.stack(states, axis=1).astype(x.dtype)
