# verdict: wrong
# mistake: Only a negative window is refused; a window of 0 fails later with a message that does not name it.
import math

import numpy as np


def sliding_window_attention(query, key, value, window):
    if window < 0:
        raise ValueError("window must not be negative")
    rows = []
    for i in range(query.shape[-2]):
        keys = key[..., max(0, i - window + 1) : i + 1, :]
        vals = value[..., max(0, i - window + 1) : i + 1, :]
        s = (keys @ query[..., i, :, None])[..., 0] / math.sqrt(query.shape[-1])
        s = np.exp(s - np.max(s, axis=-1, keepdims=True))
        s = s / np.sum(s, axis=-1, keepdims=True)
        rows.append((s[..., None, :] @ vals)[..., 0, :])
    return np.stack(rows, axis=-2)
