# verdict: wrong
# mistake: Takes exp of the plain scores, which overflows to NaN for scores such as 10000.
# told: overflows
import numpy as np


def moe_top_k_gate(logits, k):
    N, E = logits.shape
    if k < 1 or k > E:
        raise ValueError("k must be between 1 and the number of experts")
    indices = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    e = np.exp(logits)
    chosen = np.take_along_axis(e, indices, axis=1)
    weights = chosen / chosen.sum(axis=1, keepdims=True)
    probs = (e / e.sum(axis=1, keepdims=True)).mean(axis=0)
    share = np.array([(indices == j).mean() for j in range(E)])
    return weights, indices, E * np.dot(share, probs)
