# verdict: wrong
# mistake: The points are sorted in the caller's arrays, though the inputs must not be changed.
import numpy as np


def relu_interpolator(x, y):
    if len(np.unique(x)) < len(x):
        raise ValueError("x: all entries have to be different")
    order = np.argsort(x)
    x[:] = x[order]
    y[:] = y[order]
    slope = np.diff(y) / np.diff(x)
    w = np.diff(np.concatenate([np.zeros(1, x.dtype), slope]))
    return {
        "weight1": np.ones_like(w)[:, None],
        "bias1": -x[:-1],
        "weight2": w[None],
        "bias2": y[:1].copy(),
    }
