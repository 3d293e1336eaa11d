# verdict: wrong
# mistake: Each entry is multiplied by c/|g|, which is 0 times infinity and so NaN for an infinite entry that should be cut to the limit.
import numpy as np


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError(f"clip_value must be at least 0, got {clip_value}")
    clipped = []
    for g in grads:
        size = np.abs(g)
        too_large = size > clip_value
        factor = np.where(too_large, clip_value / np.where(too_large, size, 1), 1)
        clipped.append(np.asarray(g * factor, dtype=g.dtype))
    return clipped
