# verdict: wrong
# mistake: Takes the last k of an ascending argsort, so between equal scores the larger index is chosen.
# told: turns_ties_round
import numpy as np


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    E = gate_weight.shape[0]
    if k < 1 or k > E:
        raise ValueError("k must be at least 1 and at most E")
    scores = x @ gate_weight.T
    best = np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]
    y = np.zeros_like(x)
    for n, experts in enumerate(best):
        s = scores[n, experts]
        w = np.exp(s - s.max())
        w /= w.sum()
        for j, e in enumerate(experts):
            h = np.maximum(weight_in[e] @ x[n], 0)
            y[n] += w[j] * (weight_out[e] @ h)
    return y
