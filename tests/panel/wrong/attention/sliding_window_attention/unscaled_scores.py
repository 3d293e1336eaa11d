# verdict: wrong
# mistake: The scores are not divided by the root of E, which shows for more than one feature only.
# told: forgets_the_scale
import numpy as np


def sliding_window_attention(query, key, value, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    L = query.shape[-2]
    out = np.empty_like(value)
    for i in range(L):
        lo = max(0, i - window + 1)
        s = np.einsum("...e,...je->...j", query[..., i, :], key[..., lo : i + 1, :])
        a = np.exp(s - s.max(axis=-1, keepdims=True))
        a /= a.sum(axis=-1, keepdims=True)
        out[..., i, :] = np.einsum("...j,...jv->...v", a, value[..., lo : i + 1, :])
    return out
