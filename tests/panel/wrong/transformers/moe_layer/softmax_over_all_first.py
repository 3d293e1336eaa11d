# verdict: wrong
# mistake: Takes an unshifted softmax over all scores and divides by the sum of the chosen ones, which overflows to NaN for huge scores.
# told: overflows
import numpy as np


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    E = gate_weight.shape[0]
    if not 1 <= k <= E:
        raise ValueError(f"k should be between 1 and {E}")
    scores = x @ gate_weight.T
    p = np.exp(scores)
    p = p / p.sum(axis=1, keepdims=True)
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    y = np.zeros_like(x)
    for e in range(E):
        rows = np.flatnonzero((order == e).any(axis=1))
        if len(rows) == 0:
            continue
        norm = np.take_along_axis(p[rows], order[rows], axis=1).sum(axis=1)
        h = np.maximum(x[rows] @ weight_in[e].T, 0)
        y[rows] += (p[rows, e] / norm)[:, None] * (h @ weight_out[e].T)
    return y
