# verdict: passed
# style: nine scalar formulas written out
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    W, b, w, c = (params[name] for name in ("weight1", "bias1", "weight2", "bias2"))
    a0 = expit(W[0, 0] * x[0] + W[0, 1] * x[1] + b[0])
    a1 = expit(W[1, 0] * x[0] + W[1, 1] * x[1] + b[1])
    out = expit(w[0] * a0 + w[1] * a1 + c)
    d = (out - y) * out * (1 - out)
    d0 = d * w[0] * a0 * (1 - a0)
    d1 = d * w[1] * a1 * (1 - a1)
    return {
        "weight1": np.array([[d0 * x[0], d0 * x[1]], [d1 * x[0], d1 * x[1]]], dtype=x.dtype),
        "bias1": np.array([d0, d1], dtype=x.dtype),
        "weight2": np.array([d * a0, d * a1], dtype=x.dtype),
        "bias2": d,
    }
