# verdict: wrong
# mistake: Rounds by floor(v + 0.5), so the middle goes up and not to the even number: 0.5 becomes 1, 2.5 becomes 3.
# told: rounds_halves_up
import numpy as np


def int8_quantize(x):
    scale = np.abs(x).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    q = np.floor(x / scale + 0.5)
    return q.astype(np.int8), scale
