# verdict: passed
# style: np.interp between the two logarithms, in float64, clipped to the ends
import numpy as np


def log_uniform(low, high, u):
    if not low > 0:
        raise ValueError(f"low has to be above 0, not {low}")
    if high < low:
        raise ValueError(f"high is {high} and so below low, {low}")
    exponent = np.interp(u, [0.0, 1.0], [np.log(low), np.log(high)])
    return np.asarray(np.clip(np.exp(exponent), low, high), dtype=u.dtype)
