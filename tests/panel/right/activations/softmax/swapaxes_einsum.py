# verdict: passed
# style: axis swapped to the end, denominator by einsum
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not (temperature > 0):
        raise ValueError("bad temperature %r: it must be above 0" % (temperature,))
    z = np.swapaxes(x, dim, -1)
    z = z - np.max(z, axis=-1)[..., None]
    z = np.exp(z / np.float64(temperature))
    norm = np.einsum("...k->...", z)
    z = np.einsum("...k,...->...k", z, 1.0 / norm)
    return np.swapaxes(z, -1, dim).astype(x.dtype)
