# verdict: wrong
# mistake: The gains are collected as Python floats, so a float32 matrix gets a float64 result.
# told: returns_float64
import numpy as np


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError(f"time_steps must be at least 0, not {time_steps}")
    w = (1 - lr * weight_decay) ** updates * weight_hh
    power = np.eye(len(w))
    gains = []
    for _ in range(time_steps + 1):
        gains.append(float(np.linalg.norm(power, 2)))
        power = power @ w
    return np.array(gains)
