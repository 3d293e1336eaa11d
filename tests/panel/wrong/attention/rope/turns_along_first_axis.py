# verdict: wrong
# mistake: Positions are paired with the first axis, so with leading axes whole samples are turned by one position.
import numpy as np


def rope(x, positions, base=10000.0):
    if x.shape[-1] % 2 != 0:
        raise ValueError("x must have an even last dimension")
    E = x.shape[-1]
    freqs = float(base) ** (-2 * np.arange(E // 2) / E)
    out = x.copy()
    for row, t in zip(out, positions):
        cos, sin = np.cos(t * freqs), np.sin(t * freqs)
        even, odd = row[..., 0::2].copy(), row[..., 1::2].copy()
        row[..., 0::2] = even * cos - odd * sin
        row[..., 1::2] = even * sin + odd * cos
    return out
