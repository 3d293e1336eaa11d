# verdict: passed
# style: copies every array, then overwrites what lies outside by boolean masks
import numpy as np


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError(f"clip_value must not be negative, got {clip_value}")
    result = []
    for g in grads:
        clipped = np.array(g, copy=True)
        # comparisons with NaN are False, so NaN is left alone
        clipped[np.asarray(g > clip_value)] = clip_value
        clipped[np.asarray(g < -clip_value)] = -clip_value
        result.append(clipped)
    return result
