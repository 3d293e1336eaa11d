# verdict: wrong
# mistake: The same preallocated arrays are returned every time, so a later call overwrites an earlier result.
import numpy as np

_BUFFERS = {}


def _buffers(dtype):
    if dtype not in _BUFFERS:
        _BUFFERS[dtype] = (np.empty((2, 2), dtype), np.empty(2, dtype), np.empty(2, dtype))
    return _BUFFERS[dtype]


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def backward_221(x, y, params):
    g_w1, g_b1, g_w2 = _buffers(x.dtype)
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = float((y_hat - y) * y_hat * (1 - y_hat))
    g_w2[:] = d2 * a1
    g_b1[:] = d2 * params["weight2"] * a1 * (1 - a1)
    g_w1[:] = g_b1[:, None] * x
    return {"weight1": g_w1, "bias1": g_b1, "weight2": g_w2, "bias2": d2}
