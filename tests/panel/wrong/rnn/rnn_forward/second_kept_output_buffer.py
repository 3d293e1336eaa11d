# verdict: wrong
# mistake: the output lives in a buffer that is kept for each shape, so a second call overwrites the result of the first.
import numpy as np

_buffers = {}


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    key = (x.shape[0], x.shape[1], h0.shape[1], x.dtype)
    if key not in _buffers:
        _buffers[key] = np.empty(key[:3], dtype=x.dtype)
    out = _buffers[key]
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        out[:, t] = h
    return out
