# verdict: wrong
# mistake: Measures top-p on the softmax over all tokens instead of over those that top-k has kept.
# told: takes_the_nucleus_of_everything
import numpy as np


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be > 0")
    if not 0 < top_p <= 1:
        raise ValueError("top_p must be in (0, 1]")
    N, V = logits.shape
    z = (logits - logits.max(axis=1, keepdims=True)) / temperature
    p = np.exp(z)
    p = p / p.sum(axis=1, keepdims=True)
    order = np.argsort(-logits, axis=1, kind="stable")
    probs = np.zeros_like(logits)
    tokens = np.zeros(N, dtype=int)
    for n in range(N):
        ids = order[n]
        cum = np.cumsum(p[n, ids])
        m = V if top_p == 1 else int(np.searchsorted(cum, top_p - 1e-12)) + 1
        if top_k > 0:
            m = min(m, top_k)
        kept = ids[:m]
        probs[n, kept] = p[n, kept] / p[n, kept].sum()
        c = np.cumsum(probs[n])
        tokens[n] = np.argmax(c > u[n]) if c[-1] > u[n] else np.flatnonzero(probs[n])[-1]
    return tokens, probs
