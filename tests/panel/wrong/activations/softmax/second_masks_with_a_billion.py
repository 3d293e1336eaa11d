# verdict: wrong
# mistake: Replaces minus infinity by -1e9 before dividing, so a masked entry gets a share when the temperature is high or the other scores are very low.
# told: masks_with_a_large_number
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    z = np.where(np.isneginf(x), -1e9, x).astype(x.dtype) / temperature
    z = z - z.max(axis=dim, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=dim, keepdims=True)
