# verdict: wrong
# mistake: The updates of weight decay are done in place, so the caller's matrix is shrunk as well.
# told: overwrites_weight_hh
import numpy as np


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError(f"time_steps must be at least 0, got {time_steps}")
    w = weight_hh
    w *= (1 - lr * weight_decay) ** updates
    power = np.eye(w.shape[0], dtype=w.dtype)
    gains = [1.0]
    for _ in range(time_steps):
        power = power @ w
        gains.append(np.linalg.norm(power, 2))
    return np.array(gains, dtype=w.dtype)
