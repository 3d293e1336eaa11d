# verdict: raised
# mistake: The threshold is turned into a score by its logit, which divides by zero for the allowed threshold of 1.
import math

import numpy as np


def relu_sigmoid_head(x, threshold):
    if threshold < 0 or threshold > 1:
        raise ValueError(f"threshold must be between 0 and 1, got {threshold}")
    z = np.maximum(x, 0)
    p = np.asarray(1 / (1 + np.exp(-z)))
    if threshold == 0:
        return p, np.ones(x.shape, dtype=bool)
    score_limit = math.log(threshold / (1 - threshold))
    return p, np.asarray(z >= score_limit)
