# verdict: passed
# style: NumPy, helper for the scales, int64 dot products in a double loop
import numpy as np


def _quantize_row(row):
    top = np.abs(row).max()
    s = top / row.dtype.type(127) if top > 0 else row.dtype.type(1)
    return np.rint(row / s).astype(np.int64), s


def int8_linear(x, q_weight, scale, bias):
    w = q_weight.astype(np.int64)
    y = np.empty((len(x), len(w)), dtype=x.dtype)
    for n, row in enumerate(x):
        q, s = _quantize_row(row)
        for o in range(len(w)):
            total = int(np.dot(q, w[o]))
            y[n, o] = float(s) * float(scale[o, 0]) * total + float(bias[o])
    return y
