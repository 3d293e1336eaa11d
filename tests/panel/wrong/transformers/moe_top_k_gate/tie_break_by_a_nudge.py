# verdict: wrong
# mistake: Breaks ties by taking 1e-6 times the index off the scores, which swaps close scores and is lost beside huge ones.
import numpy as np


def moe_top_k_gate(logits, k):
    N, E = logits.shape
    if not 1 <= k <= E:
        raise ValueError(f"k = {k} is not between 1 and {E}")
    nudged = logits - 1e-6 * np.arange(E)
    indices = np.argsort(nudged, axis=1)[:, ::-1][:, :k]
    top = np.take_along_axis(logits, indices, axis=1)
    w = np.exp(top - top.max(axis=1, keepdims=True))
    w = (w / w.sum(axis=1, keepdims=True)).astype(logits.dtype)
    full = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = (full / full.sum(axis=1, keepdims=True)).mean(axis=0)
    f = np.bincount(indices.ravel(), minlength=E) / (N * k)
    return w, indices.copy(), E * (f * P).sum()
