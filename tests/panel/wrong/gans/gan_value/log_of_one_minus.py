# verdict: wrong
# mistake: Takes log(1 - d) in place of log1p(-d), so a generated sample with d = 1e-20 adds 0.
# told: loses_tiny_answers
import numpy as np


def gan_value(p, q, d):
    if d.shape != p.shape:
        raise ValueError("d must have the shape of p")
    on_real, on_fake = p > 0, q > 0
    with np.errstate(divide="ignore"):
        value = np.sum(p[on_real] * np.log(d[on_real]))
        value += np.sum(q[on_fake] * np.log(1 - d[on_fake]))
    return value
