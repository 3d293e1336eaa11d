# verdict: passed
# style: list comprehension over flat pairs, put back in shape
import numpy as np


def corrupt(x, u, p):
    if p < 0 or p > 1:
        raise ValueError(f"p must be from 0 to 1, not {p}")
    if np.shape(u) != np.shape(x):
        raise ValueError(f"u must have the shape {x.shape}, not {u.shape}")
    kept = [xi if ui >= p else 0.0 for xi, ui in zip(x.ravel(), u.ravel())]
    return np.array(kept, dtype=x.dtype).reshape(x.shape)
