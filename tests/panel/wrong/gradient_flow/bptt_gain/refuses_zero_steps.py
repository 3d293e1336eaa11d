# verdict: raised
# mistake: Zero steps are refused with an error, although time_steps may be 0 and the result is then the single gain 1.
import numpy as np


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps <= 0:
        raise ValueError(f"time_steps must be positive, got {time_steps}")
    w = weight_hh * (1 - lr * weight_decay) ** updates
    powers = [np.linalg.matrix_power(w, t) for t in range(time_steps + 1)]
    return np.array([np.linalg.norm(p, 2) for p in powers], dtype=weight_hh.dtype)
