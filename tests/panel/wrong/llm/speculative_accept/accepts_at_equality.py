# verdict: wrong
# mistake: Accepts also when u equals the ratio, so with u = 0 a token that the target gives probability 0 slips through.
# told: accepts_at_the_ratio
import numpy as np


def _pick(p, u):
    above = np.cumsum(p) > u
    return int(np.argmax(above)) if above.any() else int(np.flatnonzero(p > 0)[-1])


def speculative_accept(target_probs, draft_probs, tokens, u):
    N, K = tokens.shape
    out = -np.ones((N, K + 1), dtype=int)
    for n in range(N):
        i = 0
        while i < K and u[n, i] <= target_probs[n, i, tokens[n, i]] / draft_probs[n, i, tokens[n, i]]:
            out[n, i] = tokens[n, i]
            i += 1
        dist = target_probs[n, i]
        if i < K:
            dist = np.clip(dist - draft_probs[n, i], 0, None)
            dist = dist / dist.sum()
        out[n, i] = _pick(dist, u[n, K])
    return out
