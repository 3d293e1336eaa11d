# verdict: passed
# style: list comprehensions over ravelled arrays, turned back into arrays
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not (0.0 <= p and p <= 1.0):
        raise ValueError("p = {} lies outside [0, 1]".format(p))
    if x.shape != u.shape:
        raise ValueError("u and x must have the same shape")
    scale = 1 / (1 - p) if p != 1 else 0
    if training:
        ms = [scale if ui >= p else 0 for ui in u.ravel()]
    else:
        ms = [1] * x.size
    ys = [xi * m for xi, m in zip(x.ravel(), ms)]
    back = lambda values: np.array(values, dtype=x.dtype).reshape(x.shape)
    return back(ys), back(ms)
