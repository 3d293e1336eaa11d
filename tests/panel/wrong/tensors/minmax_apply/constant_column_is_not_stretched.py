# verdict: wrong
# mistake: A constant column is only moved to lo and not multiplied by hi - lo, so a value larger by 2 ends up 2 above and not 2 (hi - lo).
import numpy as np


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("lo must be below hi")
    constant = high == low
    scale = np.ones_like(high)
    scale[~constant] = (hi - lo) / (high - low)[~constant]
    return (x - low) * scale + lo
