# verdict: wrong
# mistake: squeezes the result, so a batch of one, a single step or a single unit loses its axis
# told: squeezes_the_result
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    parts = []
    h = h0[:, None, :]
    for x_t in np.split(x, x.shape[1], axis=1):
        h = np.tanh(x_t @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        parts.append(h)
    return np.squeeze(np.concatenate(parts, axis=1)).astype(x.dtype)
