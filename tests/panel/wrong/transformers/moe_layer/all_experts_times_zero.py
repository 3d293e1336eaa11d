# verdict: wrong
# mistake: Runs all experts and multiplies those not chosen by 0, so a NaN or infinite weight of an unused expert spoils every token.
# told: multiplies_the_others_by_zero
import numpy as np


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    E = gate_weight.shape[0]
    if not 1 <= k <= E:
        raise ValueError("k must be in 1..E")
    g = x @ gate_weight.T
    idx = np.argsort(-g, axis=1, kind="stable")[:, :k]
    top = np.take_along_axis(g, idx, axis=1)
    w = np.exp(top - top[:, :1])
    w /= w.sum(axis=1, keepdims=True)
    gates = np.zeros_like(g)
    np.put_along_axis(gates, idx, w, axis=1)
    h = np.maximum(np.einsum("nd,ehd->neh", x, weight_in), 0)
    y = np.einsum("neh,edh->ned", h, weight_out)
    return np.einsum("ne,ned->nd", gates, y)
