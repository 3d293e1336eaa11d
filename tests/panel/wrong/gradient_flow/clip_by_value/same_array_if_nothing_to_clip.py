# verdict: wrong
# mistake: An array with nothing to clip is returned as it is, although new arrays are asked for there too.
# told: hands_back_what_fits
import numpy as np


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError(f"clip_value must be >= 0, got {clip_value}")
    out = []
    for g in grads:
        if np.any(np.abs(g) > clip_value):
            g = np.asarray(np.clip(g, -clip_value, clip_value))
        out.append(g)
    return out
