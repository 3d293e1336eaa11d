# verdict: wrong
# mistake: It masks a full table of L times L, whose memory is what the window should save.
import math

import numpy as np


def sliding_window_attention(query, key, value, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    L, E = query.shape[-2:]
    scores = query @ np.swapaxes(key, -1, -2) / math.sqrt(E)
    i, j = np.arange(L)[:, None], np.arange(L)[None, :]
    scores = np.where((j <= i) & (j > i - window), scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w /= w.sum(axis=-1, keepdims=True)
    return w @ value
