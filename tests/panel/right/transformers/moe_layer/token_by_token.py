# verdict: passed
# style: NumPy, one token at a time, helper for an expert
import numpy as np


def _expert(x, w_in, w_out):
    hidden = w_in @ x
    hidden[hidden < 0] = 0
    return w_out @ hidden


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    n_experts = len(gate_weight)
    if k < 1 or k > n_experts:
        raise ValueError(f"k must be between 1 and {n_experts}, got {k}")
    y = np.zeros_like(x)
    scores = x @ gate_weight.T
    for n in range(len(x)):
        g = scores[n]
        chosen = sorted(range(n_experts), key=lambda e: -g[e])[:k]  # sorted is stable
        w = np.exp(g[chosen] - g[chosen[0]])
        w = w / w.sum()
        for share, e in zip(w, chosen):
            y[n] += share * _expert(x[n], weight_in[e], weight_out[e])
    return y
