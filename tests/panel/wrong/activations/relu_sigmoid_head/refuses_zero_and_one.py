# verdict: raised
# mistake: A threshold of exactly 0 or exactly 1 is refused, although both ends are allowed.
# told: refuses_the_extremes
import numpy as np


def relu_sigmoid_head(x, threshold):
    if not 0 < threshold < 1:
        raise ValueError(f"threshold must be a probability, got {threshold}")
    hidden = np.where(x > 0, x, np.zeros_like(x))
    p = np.asarray(1 / (1 + np.exp(-hidden)), dtype=x.dtype)
    return p, np.asarray(p >= threshold)
