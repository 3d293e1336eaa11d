# verdict: wrong
# mistake: the result lives in a buffer kept per shape, so the next call overwrites what the previous one returned
import numpy as np

_buffers = {}


def _buffer(shape, dtype):
    key = (shape, np.dtype(dtype).str)
    if key not in _buffers:
        _buffers[key] = np.empty(shape, dtype)
    return _buffers[key]


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    out = _buffer((x.shape[0], x.shape[1], h0.shape[1]), x.dtype)
    bias = bias_ih + bias_hh
    h = h0
    for t in range(x.shape[1]):
        out[:, t] = np.tanh(x[:, t] @ weight_ih.T + h @ weight_hh.T + bias)
        h = out[:, t]
    return out
