# verdict: wrong
# mistake: Draws from the positive part of p - q without dividing it by its sum.
# told: does_not_scale_what_is_left
import numpy as np


def speculative_accept(target_probs, draft_probs, tokens, u):
    N, K = tokens.shape
    rows = np.arange(N)
    p = np.take_along_axis(target_probs[:, :K], tokens[..., None], axis=2)[..., 0]
    q = np.take_along_axis(draft_probs, tokens[..., None], axis=2)[..., 0]
    ok = np.cumprod(u[:, :K] < p / q, axis=1).sum(axis=1)
    padded = np.concatenate([draft_probs, np.zeros_like(target_probs[:, :1])], axis=1)
    rest = np.maximum(target_probs[rows, ok] - padded[rows, ok], 0)
    above = np.cumsum(rest, axis=1) > u[:, K:]
    last = rest.shape[1] - 1 - np.argmax(rest[:, ::-1] > 0, axis=1)
    drawn = np.where(above.any(axis=1), above.argmax(axis=1), last)
    out = np.full((N, K + 1), -1, dtype=np.int64)
    for n in range(N):
        out[n, : ok[n]] = tokens[n, : ok[n]]
        out[n, ok[n]] = drawn[n]
    return out
