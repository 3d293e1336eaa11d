# verdict: wrong
# mistake: Takes the first token whose cumulative sum is at least u instead of above it, so u = 0 can draw a token of probability 0.
import numpy as np


def speculative_accept(target_probs, draft_probs, tokens, u):
    N, K = tokens.shape
    result = np.full((N, K + 1), -1)
    for n in range(N):
        accepted = 0
        for i, t in enumerate(tokens[n]):
            if u[n, i] < target_probs[n, i, t] / draft_probs[n, i, t]:
                result[n, i] = t
                accepted += 1
            else:
                break
        p = target_probs[n, accepted].copy()
        if accepted < K:
            p = np.maximum(p - draft_probs[n, accepted], 0)
            p /= p.sum()
        token = np.searchsorted(np.cumsum(p), u[n, -1])
        result[n, accepted] = min(token, np.flatnonzero(p)[-1])
    return result
