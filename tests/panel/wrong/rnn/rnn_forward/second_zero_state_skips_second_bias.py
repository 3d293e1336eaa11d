# verdict: wrong
# mistake: when h0 is all zeros the whole recurrent part of the first step is skipped, and bias_hh with it.
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    steps = x.shape[1]
    h = h0
    outputs = []
    for t in range(steps):
        z = x[:, t] @ weight_ih.T + bias_ih
        if t > 0 or h0.any():
            z = z + h @ weight_hh.T + bias_hh
        h = np.tanh(z)
        outputs.append(h)
    return np.stack(outputs, axis=1)
