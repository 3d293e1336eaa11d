# verdict: wrong
# mistake: Runs the draw through the tokens from the most probable down, not in the order of the token numbers.
# told: draws_in_sorted_order
import numpy as np


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if temperature <= 0:
        raise ValueError(f"temperature = {temperature}")
    if top_p <= 0 or top_p > 1:
        raise ValueError(f"top_p = {top_p}")
    N, V = logits.shape
    k = V if top_k == 0 else min(top_k, V)
    probs = np.zeros_like(logits)
    tokens = np.empty(N, dtype=np.int64)
    for n, row in enumerate(logits):
        ids = np.argsort(-row, kind="stable")[:k]
        p = np.exp((row[ids] - row[ids[0]]) / temperature)
        p /= p.sum()
        if top_p < 1:
            m = int((np.cumsum(p)[:-1] < top_p).sum()) + 1
            ids, p = ids[:m], p[:m] / p[:m].sum()
        probs[n, ids] = p
        place = np.searchsorted(np.cumsum(p), u[n], side="right")
        tokens[n] = ids[min(place, len(ids) - 1)]
    return tokens, probs
