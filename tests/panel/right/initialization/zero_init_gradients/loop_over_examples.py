# verdict: passed
# style: loop over the examples, one unit computed and then copied to all
import numpy as np


def sigmoid(z):
    e = np.exp(-abs(z))
    return 1 / (1 + e) if z >= 0 else e / (1 + e)


def unit(z, act):
    if act == "tanh":
        t = np.tanh(z)
        return t, 1 - t * t
    if act == "relu":
        return (z, 1.0) if z > 0 else (0.0, 0.0)
    s = sigmoid(z)
    return s, s * sigmoid(-z)


def zero_init_gradients(x, target, hidden, act, value=0.0):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    row, b1, w2, b2 = np.zeros(d), 0.0, 0.0, 0.0
    for xi, yi in zip(x.astype(np.float64), target.astype(np.float64)):
        a, slope = unit(value * xi.sum(), act)
        err = (sigmoid(value * hidden * a) - yi) / n
        b2 += err
        w2 += err * a
        b1 += err * value * slope
        row += err * value * slope * xi
    grads = {
        "weight1": np.tile(row, (hidden, 1)),
        "bias1": np.full(hidden, b1),
        "weight2": np.full((1, hidden), w2),
        "bias2": np.array([b2]),
    }
    return {k: g.astype(x.dtype) for k, g in grads.items()}
