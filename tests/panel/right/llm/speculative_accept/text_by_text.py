# verdict: passed
# style: plain Python loops with a draw helper, for-else
import numpy as np


def _draw(probs, u):
    total, last = 0.0, 0
    for v, p in enumerate(probs):
        total += p
        if total > u:
            return v
        if p > 0:
            last = v
    return last


def speculative_accept(target_probs, draft_probs, tokens, u):
    n, k = tokens.shape
    out = np.full((n, k + 1), -1, dtype=np.int64)
    for b in range(n):
        for i in range(k):
            x = tokens[b, i]
            if not u[b, i] < target_probs[b, i, x] / draft_probs[b, i, x]:
                rest = np.maximum(0, target_probs[b, i] - draft_probs[b, i])
                out[b, i] = _draw(rest / rest.sum(), u[b, k])
                break
            out[b, i] = x
        else:
            out[b, k] = _draw(target_probs[b, k], u[b, k])
    return out
