# verdict: wrong
# mistake: the states keep the promoted dtype, so float32 inputs with float64 weights give float64 and not the dtype of x
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    hs = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        hs.append(h)
    return np.stack(hs, axis=1)
