# verdict: wrong
# mistake: Everything is converted to float64 first, so float32 arguments give float64 results.
# told: returns_float64
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    x, h, c = (np.asarray(v, dtype=float) for v in (x, h, c))
    a = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    i, f, g, o = np.split(a, 4, axis=1)
    c_new = _sig(f) * c + _sig(i) * np.tanh(g)
    return _sig(o) * np.tanh(c_new), c_new
