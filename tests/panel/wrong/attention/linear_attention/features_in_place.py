# verdict: wrong
# mistake: The features are written over query and key, so the inputs are changed.
import numpy as np


def to_features(x):
    positive = x > 0
    np.exp(x, out=x, where=~positive)
    x[positive] += 1
    return x


def linear_attention(query, key, value):
    q = to_features(query)
    k = to_features(key)
    out = np.empty_like(value)
    s = np.zeros(key.shape[:-2] + (key.shape[-1], value.shape[-1]), dtype=value.dtype)
    z = np.zeros(key.shape[:-2] + (key.shape[-1],), dtype=value.dtype)
    for t in range(query.shape[-2]):
        s = s + np.einsum("...e,...v->...ev", k[..., t, :], value[..., t, :])
        z = z + k[..., t, :]
        norm = (z * q[..., t, :]).sum(-1, keepdims=True)
        out[..., t, :] = np.einsum("...ev,...e->...v", s, q[..., t, :]) / norm
    return out
