# verdict: wrong
# mistake: The running sums go along axis 0, which is the batch and not the position when there are leading axes.
import numpy as np


def _feature(x):
    return np.where(x > 0, x + 1, np.exp(np.minimum(x, 0)))


def linear_attention(query, key, value):
    q, k = _feature(query), _feature(key)
    kv = k[..., :, None] * value[..., None, :]
    S = np.cumsum(kv, axis=0)
    z = np.cumsum(k, axis=0)
    num = np.einsum("...e,...ev->...v", q, S)
    den = np.einsum("...e,...e->...", q, z)
    return num / den[..., None]
