# verdict: wrong
# mistake: Masked scores are replaced by -1e9, which is not masked any more when the other scores are as low or the temperature is high.
# told: masks_with_a_large_number
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = np.where(np.isneginf(x), -1e9, x)
    z = (z - z.max(axis=dim, keepdims=True)) / temperature
    e = np.exp(z)
    return (e / e.sum(axis=dim, keepdims=True)).astype(x.dtype)
