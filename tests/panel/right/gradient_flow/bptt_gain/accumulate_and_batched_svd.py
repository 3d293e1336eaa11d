# verdict: passed
# style: itertools.accumulate for the powers, one batched SVD in float64 over all of them
from itertools import accumulate, repeat

import numpy as np


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError(f"time_steps must be at least 0, got {time_steps}")
    shrunk = weight_hh.astype(np.float64) * (1.0 - lr * weight_decay) ** updates
    identity = np.eye(len(shrunk))
    powers = np.stack(list(accumulate(repeat(shrunk, time_steps), np.matmul, initial=identity)))
    largest = np.linalg.svd(powers, compute_uv=False)[:, 0]
    return largest.astype(weight_hh.dtype)
