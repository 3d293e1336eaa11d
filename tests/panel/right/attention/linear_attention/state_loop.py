# verdict: passed
# style: the recurrence with a carried state, queries normalised by their largest feature
import numpy as np


def _log_phi(x):
    return np.where(x > 0, np.log1p(np.maximum(x, 0)), np.minimum(x, 0))


def linear_attention(query, key, value):
    log_q = _log_phi(query)
    q = np.exp(log_q - log_q.max(axis=-1, keepdims=True))
    k = np.exp(np.minimum(key, 0)) + np.maximum(key, 0)
    batch, (length, e), ev = query.shape[:-2], query.shape[-2:], value.shape[-1]
    state = np.zeros((*batch, e, ev), dtype=value.dtype)
    z = np.zeros((*batch, e), dtype=value.dtype)
    out = np.empty((*batch, length, ev), dtype=value.dtype)
    for i in range(length):
        ki, qi = k[..., i, :], q[..., i, :]
        state += ki[..., :, None] * value[..., i, None, :]
        z += ki
        top = np.einsum("...e,...ev->...v", qi, state)
        out[..., i, :] = top / (qi * z).sum(axis=-1, keepdims=True)
    return out
