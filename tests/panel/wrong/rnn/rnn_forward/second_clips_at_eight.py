# verdict: wrong
# mistake: sums are clipped to [-8, 8] for safety, so a large one gives 0.99999977 where it must give 1.
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    states = []
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        h = np.tanh(np.clip(z, -8, 8))
        states.append(h)
    return np.swapaxes(np.array(states), 0, 1)
