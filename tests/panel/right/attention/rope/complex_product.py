# verdict: passed
# style: pairs as complex numbers, turned by one complex multiplication
import numpy as np


def rope(x, positions, base=10000.0):
    e = x.shape[-1]
    if e % 2:
        raise ValueError(f"x must have an even number of features, not {e}")
    rate = float(base) ** (-np.arange(0, e, 2) / e)
    theta = np.asarray(positions)[:, None] * rate
    z = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * theta)
    return np.stack((z.real, z.imag), axis=-1).reshape(x.shape).astype(x.dtype)
